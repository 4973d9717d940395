"""One answer or grade as it is typed: never over somebody else's, and told what became of it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from evaluasi.models import Jawaban, Kriteria, NilaiSub, PilihanJawaban, SubKomponen, TahapLembar
from evaluasi.permissions import boleh_mengerjakan
from evaluasi.queries.sel_lembar import IsiSel, isi_sel, saran_kini
from evaluasi.services.dasar import minta
from evaluasi.services.lembar import beri_nilai, jawab
from pengukuran.queries.sel import rapikan
from pengukuran.services.sel import Hasil
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna
from sakip.web.versi import SudahBerubah

__all__ = [
    "NILAI_KOSONG", "Hasil", "HasilSel", "gabungkan", "minta_alasan", "simpan_jawaban", "simpan_nilai",
]  # fmt: skip

Baris = Jawaban | NilaiSub
NILAI_KOSONG = "Pilih nilainya; catatan saja belum menjadi nilai."


@dataclass(frozen=True)
class HasilSel:
    """What became of a save.

    TERSIMPAN and SAMA: the cell holds `tersimpan`. TANYA: `pesan` says why it was refused.
    BENTROK: `oleh` changed the same part since it held `semula`. Nothing typed is in `tersimpan`
    where it was not written.
    """

    hasil: Hasil
    ketikan: IsiSel
    semula: IsiSel
    tersimpan: IsiSel
    pesan: str = ""
    oleh: str = ""


def gabungkan(isi: IsiSel, semula: IsiSel, tersimpan: IsiSel) -> IsiSel | None:
    """What is typed over what is stored, part by part; None where both changed the same part."""
    bagian = []
    for baru, lama, kini in (
        (isi.pilihan, semula.pilihan, tersimpan.pilihan),
        (isi.catatan, semula.catatan, tersimpan.catatan),
    ):
        if kini not in {lama, baru} and baru != lama:
            return None
        bagian.append(kini if baru == lama else baru)
    return IsiSel(*bagian)


def simpan_jawaban(
    tahap: TahapLembar,
    kriteria: Kriteria,
    *,
    isi: IsiSel,
    semula: IsiSel,
    oleh: Pengguna,
    alasan: str = "",
) -> HasilSel:
    """Save the answer to a criterion; `semula` is what it held when it was opened.

    `alasan` is what the trail says of how it came about.
    Raises TidakAda (no such answer), HakKurang, KeadaanSalah.
    """
    pilihan = {satu.kode: satu for satu in kriteria.skala.pilihan.all()}

    def baca() -> Jawaban | None:
        milik = Jawaban.objects.filter(tahap=tahap, kriteria=kriteria)
        return milik.select_related("pilihan", "dijawab_oleh").first()

    def tulis(baru: IsiSel, versi: int | None) -> Baris:
        terpilih = _pilih(pilihan, baru.pilihan) if baru.pilihan else None
        return jawab(
            tahap, kriteria, oleh=oleh, pilihan=terpilih, catatan=baru.catatan, versi=versi,
            alasan=alasan,
        )  # fmt: skip

    return _simpan(tahap, baca, tulis, isi=isi, semula=semula, oleh=oleh)


def simpan_nilai(
    tahap: TahapLembar,
    sub: SubKomponen,
    *,
    isi: IsiSel,
    semula: IsiSel,
    oleh: Pengguna,
    alasan: str = "",
) -> HasilSel:
    """Save the grade of a sub-komponen. Raises as `simpan_jawaban`."""
    skala = PilihanJawaban.objects.filter(
        skala__instrumen=tahap.lembar.instrumen_id, skala__untuk_sub=True
    ).select_related("skala")
    pilihan = {satu.kode: satu for satu in skala}

    def baca() -> NilaiSub | None:
        milik = NilaiSub.objects.filter(tahap=tahap, sub=sub)
        return milik.select_related("pilihan", "dinilai_oleh").first()

    def tulis(baru: IsiSel, versi: int | None) -> Baris:
        if not baru.pilihan:
            raise ValidationError(NILAI_KOSONG)
        terpilih = _pilih(pilihan, baru.pilihan)
        try:
            return beri_nilai(
                tahap, sub, oleh=oleh, pilihan=terpilih, catatan=baru.catatan, versi=versi,
                alasan=alasan,
            )  # fmt: skip
        except ValidationError as salah:
            if baru.catatan:
                raise
            saran = saran_kini(tahap, sub).kode
            raise ValidationError(minta_alasan(baru.pilihan, saran)) from salah

    return _simpan(tahap, baca, tulis, isi=isi, semula=semula, oleh=oleh)


def _simpan(
    tahap: TahapLembar,
    baca: Callable[[], Baris | None],
    tulis: Callable[[IsiSel, int | None], Baris],
    *,
    isi: IsiSel,
    semula: IsiSel,
    oleh: Pengguna,
) -> HasilSel:
    ketikan = IsiSel(isi.pilihan, rapikan(isi.catatan))
    semula = IsiSel(semula.pilihan, rapikan(semula.catatan))
    for ulangan in (False, True):
        lama = baca()
        kini = isi_sel(lama)
        baru = gabungkan(ketikan, semula, kini)
        if baru is None or baru == kini:
            minta(boleh_mengerjakan(oleh, tahap))
            hasil = Hasil.SAMA if baru else Hasil.BENTROK
            return HasilSel(hasil, ketikan, semula, kini, oleh=_penulis(lama))
        try:
            tersimpan = tulis(baru, lama.versi if lama else None)
        except ValidationError as salah:
            pesan = " ".join(salah.messages)
            return HasilSel(Hasil.TANYA, ketikan, semula, kini, pesan=pesan)
        except (SudahBerubah, IntegrityError):
            if ulangan:
                raise
            continue  # somebody was faster: compared with what that person wrote
        return HasilSel(Hasil.TERSIMPAN, ketikan, semula, isi_sel(tersimpan))
    raise AssertionError  # the second round returned or raised


def minta_alasan(kode: str, saran: str | None) -> str:
    """Why a grade without a note is refused."""
    if saran is None:
        return (
            "Kriterianya belum dijawab pada tahap ini, sehingga belum ada saran. Jawab kriterianya, "
            f"atau tulis alasan nilai {kode} pada catatan nilai."
        )
    return (
        f"Nilai {kode} berbeda dari saran {saran} menurut kriterianya. Tulis alasannya pada "
        "catatan nilai."
    )


def _pilih(pilihan: dict[str, PilihanJawaban], kode: str) -> PilihanJawaban:
    if kode not in pilihan:
        raise TidakAda(f"Pilihan “{kode[:10]}” tidak ada pada skalanya. Muat ulang halamannya.")
    return pilihan[kode]


def _penulis(baris: Baris | None) -> str:
    if baris is None:
        return ""
    return str(baris.dijawab_oleh if isinstance(baris, Jawaban) else baris.dinilai_oleh)
