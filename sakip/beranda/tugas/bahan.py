"""What is read once for the tasks of a person: what is due, whose it is, and the windows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from pengukuran.models import Pengembalian, UsulanKoreksi
from pengukuran.queries.capaian import tabel_capaian
from pengukuran.queries.daftar_koreksi import koreksi_menunggu
from pengukuran.queries.jendela_isian import JendelaIsian, jendela_isian
from pengukuran.queries.meja_verifikasi import pengisi_setahun
from pengukuran.queries.pengisian import PeriodeIsian
from perencanaan.models.renstra import JenisSimpul
from perencanaan.queries.saat import TRIWULAN, bulan_triwulan
from sakip.beranda.setahun import KeadaanTahun, keadaan_tahun
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna, Penugasan, Unit
from sakip.organisasi.peran import Peran


@dataclass(frozen=True)
class BahanTugas:
    """`tugas` are the person's roles, each with its unit (None: the whole pemda).

    `alasan` are the open reasons of a return by indikator and month; `pengisi` is by wording,
    `beroperator` the units that somebody enters for.
    """

    pengguna: Pengguna
    unit: Unit
    tahun: int
    saat: datetime
    keadaan: KeadaanTahun
    tugas: frozenset[tuple[Peran, int | None]]
    pengisi: Mapping[int, Unit]
    beroperator: frozenset[int]
    jendela: Mapping[int, JendelaIsian]
    alasan: Mapping[tuple[int, int], tuple[str, ...]]
    koreksi: tuple[UsulanKoreksi, ...]

    def berperan(self, peran: Peran) -> bool:
        """Whether a role is held in the perangkat daerah itself, or in its pemda."""
        return bool({(peran, self.unit.pk), (peran, None)} & self.tugas)

    @property
    def mengisi(self) -> bool:
        return self.berperan(Peran.PERENCANA) or any(p is Peran.OPERATOR for p, _ in self.tugas)

    def diisi(self, isian: PeriodeIsian) -> bool:
        """Whether it is this person's turn to enter it.

        The bidang named in the plan; the sekretariat where nobody is an operator of that bidang.
        """
        bidang = self.pengisi.get(isian.indikator.pk)
        if bidang is not None and (Peran.OPERATOR, bidang.pk) in self.tugas:
            return True
        tanpa_operator = bidang is None or bidang.pk not in self.beroperator
        return tanpa_operator and self.berperan(Peran.PERENCANA)

    def mulai(self, triwulan: int) -> bool:
        """Over, or already open."""
        return triwulan in self.keadaan.sudah_lewat or bool(self.jendela[triwulan].izin)


def baca_bahan(pengguna: Pengguna, unit: Unit, tahun: int) -> BahanTugas:
    """Raises TidakAda without a Renstra. The number of queries does not grow with rows."""
    tabel = tabel_capaian(unit, tahun, jenis=JenisSimpul.values)
    dalam = Q(unit=unit) | Q(unit__perangkat_daerah=unit)
    milik = pengguna.penugasan_berlaku().filter(dalam | Q(pemda=unit.pemda_id))
    operator = Penugasan.objects.berlaku().filter(dalam, peran=Peran.OPERATOR)
    alasan: dict[tuple[int, int], tuple[str, ...]] = {}
    terbuka = Pengembalian.objects.terbuka().filter(realisasi__unit=unit, realisasi__tahun=tahun)
    for tanda, bulan, teks in terbuka.values_list(
        "realisasi__indikator", "realisasi__bulan", "alasan"
    ):
        alasan[tanda, bulan] = (*alasan.get((tanda, bulan), ()), teks)
    return BahanTugas(
        pengguna=pengguna,
        unit=unit,
        tahun=tahun,
        saat=waktu.sekarang(),
        keadaan=keadaan_tahun(tabel),
        tugas=frozenset((Peran(p), di) for p, di in milik.values_list("peran", "unit")),
        pengisi=pengisi_setahun(tabel.versi),
        beroperator=frozenset(operator.values_list("unit", flat=True)),
        jendela={n: jendela_isian(unit, tahun, bulan_triwulan(n)) for n in TRIWULAN},
        alasan=alasan,
        koreksi=tuple(koreksi_menunggu(unit, tahun)),
    )
