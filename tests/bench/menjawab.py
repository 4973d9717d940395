"""An evaluator who answers criteria of a worksheet, for the measure of saves."""

import gzip
import json
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus

from tests.bench.server import Server

ALAMAT = "/unit/pasuruan-bakesbangpol/2023/evaluasi/evaluator/sel/"
# after the people and the unit of `tests.bench.simpan` are there
SIAPKAN = """
from evaluasi.services.lembar import mulai_tahap
from tests.evaluasi.pabrik import Orang, kriteria_dari, lembar_baru, selesai_mandiri, tahap
pemeriksa = [Pengguna.objects.create(nama_pengguna=f"periksa-{ke}", nama=f"Pemeriksa {ke}",
    pemda=unit.pemda) for ke in range(2)]
for satu in pemeriksa:
    Penugasan.objects.create(pengguna=satu, peran="inspektorat", pemda=unit.pemda, dari=date(2021, 1, 1))
penjawab = Orang(unit=Pengguna.objects.get(nama_pengguna="ukur-0"), inspektorat=pemeriksa[0])
lembar = lembar_baru(unit, penjawab)
selesai_mandiri(lembar, penjawab)
mulai_tahap(tahap(lembar, "evaluator"), oleh=pemeriksa[0])
kriteria = ",".join(str(satu.pk) for satu in kriteria_dari(lembar)[:2])
pemeriksa = ",".join(sesi(satu) for satu in pemeriksa)
"""


def buka(isi: bytes) -> bytes:
    """The body of an answer, packed or not."""
    return gzip.decompress(isi) if isi.startswith(b"\x1f\x8b") else isi


@dataclass
class Penjawab:
    """A person at one criterion, with what its last acknowledged answer was."""

    server: Server
    kriteria: str
    tersimpan: tuple[str, str] = ("", "")
    lama: list[float] = field(default_factory=list)
    gagal: Counter[str] = field(default_factory=Counter)

    def simpan(self, teks: str) -> None:
        pilihan, catatan = self.tersimpan
        isi = {
            "sel": self.kriteria,
            f"pilihan-{self.kriteria}": "Tidak" if pilihan == "Ya" else "Ya",
            f"catatan-{self.kriteria}": f"Bukti halaman {teks}.",
            f"semula-pilihan-{self.kriteria}": pilihan,
            f"semula-catatan-{self.kriteria}": catatan,
        }
        lama, status, jawaban = self.server.kirim(ALAMAT, isi)
        self.lama.append(lama)
        if status != HTTPStatus.OK:
            self.gagal[str(status)] += 1
            return
        hasil = json.loads(buka(jawaban))
        if hasil["hasil"] == "tersimpan":
            self.tersimpan = (hasil["pilihan"], hasil["catatan"])
        else:
            self.gagal[hasil["hasil"]] += 1
