"""What is read once for the tasks of a person: what is due, whose it is, and the windows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import FilteredRelation, Q

from evaluasi.queries.tugas import (
    TugasTindakLanjut,
    laporan_jatuh_tempo,
    tugas_tindak_lanjut,
)
from pengukuran.models import PelakuRealisasi, Pengembalian, Realisasi, UsulanKoreksi
from pengukuran.queries.capaian import TabelCapaian, tabel_capaian
from pengukuran.queries.daftar_koreksi import koreksi_menunggu
from pengukuran.queries.jendela_isian import JendelaIsian, jendela_setahun
from pengukuran.queries.meja_verifikasi import pengisi_setahun
from pengukuran.queries.pengisian import PeriodeIsian
from pengukuran.status import StatusRealisasi
from perencanaan.models.renstra import JenisSimpul
from perencanaan.queries.saat import TRIWULAN, bulan_triwulan
from sakip.beranda.setahun import KeadaanTahun, keadaan_tahun
from sakip.beranda.tugas.evaluasi import TahapMenunggu, tahap_menunggu
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna, Penugasan, Unit
from sakip.organisasi.peran import Peran

# who has tasks in a unit; the others read, or run accounts
BEKERJA = (Peran.OPERATOR, Peran.PERENCANA, Peran.PIMPINAN, Peran.BAGIAN_ORGANISASI)


@dataclass(frozen=True)
class BahanTugas:
    """`tugas` are the person's roles, each with its unit (None: the whole pemda).

    `alasan` are the open reasons of a return by indikator and month, `turut` those who had a hand
    in the figure; `pengisi` is by wording, `beroperator` the units that somebody enters for.
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
    turut: Mapping[tuple[int, int], frozenset[int]]
    tahap: TahapMenunggu | None = None
    tindak_lanjut: tuple[TugasTindakLanjut, ...] = ()
    laporan: tuple[TugasTindakLanjut, ...] = ()

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
        return self.dilaporkan(None if bidang is None else bidang.pk)

    def dilaporkan(self, bidang: int | None) -> bool:
        """Whether it is this person's turn to act for a bidang, by its id."""
        if bidang is not None and (Peran.OPERATOR, bidang) in self.tugas:
            return True
        return bidang not in self.beroperator and self.berperan(Peran.PERENCANA)

    def dinilai(self, isian: PeriodeIsian) -> bool:
        """Whether this person may judge it: whoever had a hand in a figure does not."""
        kunci = isian.indikator.indikator_id, isian.bulan
        return self.pengguna.pk not in self.turut.get(kunci, frozenset())

    def mulai(self, triwulan: int) -> bool:
        """Over, or already open."""
        return triwulan in self.keadaan.sudah_lewat or bool(self.jendela[triwulan].izin)


def baca_bahan(
    pengguna: Pengguna, unit: Unit, tahun: int, tabel: TabelCapaian | None = None
) -> BahanTugas:
    """Of one person. Raises TidakAda without a Renstra; the number of queries does not grow.

    `tabel` is that of every kind of node, where a page has read it already.
    """
    milik = (satu for satu in pengguna.tugas() if satu.menyangkut(unit))
    tugas = frozenset((satu.peran, satu.unit) for satu in milik)
    bahan = _baca(unit, tahun, tugas_setiap={pengguna: tugas}, tabel=tabel)[0]
    return replace(bahan, tindak_lanjut=tugas_tindak_lanjut(pengguna, unit, tahun))


def bahan_setiap_orang(
    unit: Unit, tahun: int, saat: datetime | None = None, *, tindak_lanjut: bool = False
) -> tuple[BahanTugas, ...]:
    """Of everybody who has something to do in a unit, at a moment (now).

    What they share is read once; `tindak_lanjut` adds what each has to report of recommendations,
    those of earlier years that are still open included. Raises TidakAda without a Renstra.
    """
    semua = Penugasan.objects.berlaku().filter(
        _di(unit) | Q(pemda=unit.pemda_id), peran__in=BEKERJA, pengguna__is_active=True
    )
    setiap: dict[Pengguna, set[tuple[Peran, int | None]]] = {}
    for satu in semua.select_related("pengguna").order_by("pengguna", "pk"):
        setiap.setdefault(satu.pengguna, set()).add((Peran(satu.peran), satu.unit_id))
    tugas = {orang: frozenset(isi) for orang, isi in setiap.items()}
    semua_bahan = _baca(unit, tahun, tugas_setiap=tugas, saat=saat)
    if not tindak_lanjut or not semua_bahan:
        return semua_bahan
    hari = semua_bahan[0].saat.astimezone(ZoneInfo(unit.pemda.zona)).date()
    laporan = laporan_jatuh_tempo(unit, hari)
    return tuple(
        replace(
            satu,
            laporan=laporan,
            tindak_lanjut=tuple(milik for milik in laporan if satu.dilaporkan(milik.unit)),
        )
        for satu in semua_bahan
    )


def _di(unit: Unit) -> Q:
    return Q(unit=unit) | Q(unit__perangkat_daerah=unit)


def _baca(
    unit: Unit,
    tahun: int,
    *,
    tugas_setiap: Mapping[Pengguna, frozenset[tuple[Peran, int | None]]],
    tabel: TabelCapaian | None = None,
    saat: datetime | None = None,
) -> tuple[BahanTugas, ...]:
    tabel = tabel or tabel_capaian(unit, tahun, jenis=JenisSimpul.values)
    pada = saat or waktu.sekarang()
    keadaan = keadaan_tahun(tabel, pada.astimezone(ZoneInfo(unit.pemda.zona)).date())
    operator = Penugasan.objects.berlaku().filter(
        _di(unit), peran=Peran.OPERATOR, pengguna__is_active=True
    )
    pengisi, beroperator = (
        pengisi_setahun(tabel.versi),
        frozenset(operator.values_list("unit", flat=True)),
    )
    jendela = jendela_setahun(unit, tahun, [bulan_triwulan(n) for n in TRIWULAN], pada)
    alasan, turut = _alasan(unit, tahun), _turut(unit, tahun)
    tahap = tahap_menunggu(unit, tahun)
    koreksi = tuple(koreksi_menunggu(unit, tahun))
    return tuple(
        BahanTugas(
            pengguna=orang,
            unit=unit,
            tahun=tahun,
            saat=pada,
            keadaan=keadaan,
            tugas=tugas,
            pengisi=pengisi,
            beroperator=beroperator,
            jendela={n: jendela[bulan_triwulan(n)] for n in TRIWULAN},
            alasan=alasan,
            koreksi=koreksi,
            turut=turut,
            tahap=tahap,
        )
        for orang, tugas in tugas_setiap.items()
    )


def _alasan(unit: Unit, tahun: int) -> dict[tuple[int, int], tuple[str, ...]]:
    hasil: dict[tuple[int, int], tuple[str, ...]] = {}
    terbuka = Pengembalian.objects.terbuka().filter(realisasi__unit=unit, realisasi__tahun=tahun)
    for tanda, bulan, teks in terbuka.values_list(
        "realisasi__indikator", "realisasi__bulan", "alasan"
    ):
        hasil[tanda, bulan] = (*hasil.get((tanda, bulan), ()), teks)
    return hasil


def _turut(unit: Unit, tahun: int) -> dict[tuple[int, int], frozenset[int]]:
    """Who had a hand in each figure that waits to be judged; in one query."""
    hasil: dict[tuple[int, int], set[int]] = {}
    menunggu = Realisasi.objects.filter(
        unit=unit, tahun=tahun, status__in=(StatusRealisasi.DIAJUKAN, StatusRealisasi.DIVERIFIKASI)
    )
    pengisi = FilteredRelation(
        "pelaku", condition=Q(pelaku__sebagai=PelakuRealisasi.Sebagai.PENGISI)
    )
    for tanda, bulan, terakhir, ikut in menunggu.annotate(ikut=pengisi).values_list(
        "indikator", "bulan", "diisi_oleh", "ikut__pengguna"
    ):
        hasil.setdefault((tanda, bulan), set()).update({terakhir, ikut} - {None})
    return {kunci: frozenset(isi) for kunci, isi in hasil.items()}
