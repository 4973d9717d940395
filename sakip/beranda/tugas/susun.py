"""The tasks themselves: pure, one line and one way there each, what came back first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import chain
from zoneinfo import ZoneInfo

from django.urls import reverse

from evaluasi.queries.tugas import JenisTugas, TugasTindakLanjut
from pengukuran.queries.jendela_isian import JendelaIsian
from pengukuran.queries.pengisian import PeriodeIsian
from pengukuran.status import SUDAH_DIVERIFIKASI, StatusRealisasi
from perencanaan.hitung.masa import Frekuensi, nama_masa
from perencanaan.queries.saat import TRIWULAN, bulan_triwulan, sebut_triwulan
from sakip.beranda.setahun import langkah_rencana
from sakip.beranda.setahun.keadaan import Tanda
from sakip.beranda.tugas.bahan import BahanTugas
from sakip.lib.tanggal import sebut_sisa, tulis_saat
from sakip.organisasi.hitung.jendela import KeadaanJendela
from sakip.organisasi.peran import Peran
from sakip.pengingat.hitung.pengingat import Jenjang

S = StatusRealisasi
SUDAH_DIAJUKAN = (S.DIAJUKAN, *SUDAH_DIVERIFIKASI)


@dataclass(frozen=True)
class Tempo:
    """Until when something is due, whose turn it is, and a key that names it in its unit.

    `terkunci`: it can no longer be done without an exception.
    """

    kunci: str
    jenjang: Jenjang
    tenggat: datetime
    terkunci: bool = False


@dataclass(frozen=True)
class Tugas:
    """One thing to do: what, what is known of it, how it stands, and where it is done.

    `tempo` is None where nobody set a day until which it is due; `pantau` is where others see how
    it stands, where that is not the monitoring of the measurements.
    """

    nama: str
    ket: str
    status: Tanda
    alamat: str
    tempo: Tempo | None = None
    pantau: str = ""


@dataclass(frozen=True)
class KelompokTugas:
    kunci: str
    judul: str
    tugas: tuple[Tugas, ...]


@dataclass(frozen=True)
class Kemajuan:
    """What is done of all that is due so far, in one role."""

    sebutan: str
    selesai: int
    semua: int


def susun_tugas(bahan: BahanTugas) -> tuple[KelompokTugas, ...]:
    """The groups that hold anything."""
    triwulan = [nomor for nomor in TRIWULAN if bahan.mulai(nomor)]
    semua = (
        ("kembali", "Dikembalikan kepada Anda", _kembali(bahan, triwulan)),
        ("isi", "Mengisi dan mengajukan", chain(*(_isi(bahan, n) for n in triwulan))),
        ("verifikasi", "Memverifikasi", _periksa(bahan, triwulan, Peran.PERENCANA)),
        ("setujui", "Menyetujui", _periksa(bahan, triwulan, Peran.PIMPINAN)),
        ("koreksi", "Memutuskan koreksi", _koreksi(bahan)),
        ("evaluasi", "Mengevaluasi", _evaluasi(bahan)),
        ("jendela", "Mengatur jendela pengisian", _jendela(bahan)),
        ("rencana", "Rencana dan laporan", _rencana(bahan)),
        ("tindak-lanjut", "Tindak lanjut rekomendasi", _tindak_lanjut(bahan)),
    )
    kelompok = (KelompokTugas(kunci, judul, tuple(isi)) for kunci, judul, isi in semua)
    return tuple(satu for satu in kelompok if satu.tugas)


def susun_kemajuan(bahan: BahanTugas) -> tuple[Kemajuan, ...]:
    """Of each of the person's roles that has anything due."""
    wajib = [satu for n in TRIWULAN if bahan.mulai(n) for satu in bahan.keadaan.triwulan(n)]
    milik = [satu for satu in wajib if bahan.diisi(satu)]
    hasil = [_kemajuan("isian Anda diajukan", milik, SUDAH_DIAJUKAN)]
    if bahan.berperan(Peran.PERENCANA):
        hasil.append(_kemajuan("isian unit diverifikasi", wajib, SUDAH_DIVERIFIKASI))
    if bahan.berperan(Peran.PIMPINAN):
        hasil.append(_kemajuan("isian unit disetujui", wajib, (S.DISETUJUI,)))
    return tuple(satu for satu in hasil if satu.semua)


def _kemajuan(
    sebutan: str, isian: Iterable[PeriodeIsian], status: tuple[StatusRealisasi, ...]
) -> Kemajuan:
    semua = list(isian)
    return Kemajuan(sebutan, sum(satu.status in status for satu in semua), len(semua))


def _alamat(bahan: BahanTugas, nama: str, *sisa: int, triwulan: int | None = None) -> str:
    tujuan = reverse(nama, args=[bahan.unit.kode, bahan.tahun, *sisa])
    return tujuan if triwulan is None else f"{tujuan}?triwulan={triwulan}"


def _masa(bahan: BahanTugas, triwulan: int) -> str:
    return sebut_triwulan(triwulan, bahan.tahun)


def _kembali(bahan: BahanTugas, triwulan: Iterable[int]) -> Iterator[Tugas]:
    """One line for each row that came back, with why."""
    for nomor in triwulan:
        for satu in bahan.keadaan.triwulan(nomor):
            if satu.status is not S.DIKEMBALIKAN or not bahan.diisi(satu):
                continue
            tanda = satu.indikator.indikator_id
            masa = nama_masa(satu.bulan, Frekuensi(satu.indikator.frekuensi))
            alasan = " ".join(f"“{a}”" for a in bahan.alasan.get((tanda, satu.bulan), ()))
            yield Tugas(
                f"Perbaiki {satu.indikator.nama}",
                f"{masa} {bahan.tahun}: {alasan}" if alasan else f"{masa} {bahan.tahun}",
                Tanda("dikembalikan", "dikembalikan"),
                _alamat(bahan, "pengukuran:isi-baris", tanda, satu.bulan),
                _tempo(bahan, nomor, f"kembali/{tanda}/{satu.bulan}", Jenjang.PENGISI),
            )


def _isi(bahan: BahanTugas, triwulan: int) -> Iterator[Tugas]:
    milik = [satu for satu in bahan.keadaan.triwulan(triwulan) if bahan.diisi(satu)]
    kosong = sum(satu.status is None for satu in milik)
    draf = sum(satu.status is S.DRAF for satu in milik)
    masa, tanda = _masa(bahan, triwulan), _tanda(bahan.jendela[triwulan], bahan)
    tenggat = _tenggat(bahan.jendela[triwulan], bahan)
    if kosong:
        yield Tugas(
            f"Isi realisasi {masa}",
            f"{len(milik) - kosong} dari {len(milik)} terisi{tenggat}",
            tanda,
            _alamat(bahan, "pengukuran:isi", triwulan=triwulan),
            _tempo(bahan, triwulan, f"isi/{triwulan}", Jenjang.PENGISI),
        )
    if draf:
        yield Tugas(
            f"Periksa lalu ajukan realisasi {masa}",
            f"{draf} dari {len(milik)} masih draf{tenggat}",
            tanda,
            _alamat(bahan, "pengukuran:ajukan", triwulan=triwulan),
            _tempo(bahan, triwulan, f"ajukan/{triwulan}", Jenjang.PENGISI),
        )


def _tanda(jendela: JendelaIsian, bahan: BahanTugas) -> Tanda:
    """How the window stands, in words."""
    milik = jendela.jendela
    if milik is None or jendela.keadaan is None:
        return Tanda("menunggu", "jendela belum diatur")
    match jendela.keadaan:
        case KeadaanJendela.TERBUKA:
            return Tanda("berjalan", sebut_sisa(milik.tenggat, bahan.saat, bahan.unit.pemda.zona))
        case KeadaanJendela.BELUM_BUKA:
            return Tanda("menunggu", "belum dibuka")
        case KeadaanJendela.TERKUNCI:
            return Tanda("terkunci", "terkunci")
    return Tanda(
        "terlambat", f"terlambat, {sebut_sisa(milik.tenggat, bahan.saat, bahan.unit.pemda.zona)}"
    )


def _tenggat(jendela: JendelaIsian, bahan: BahanTugas) -> str:
    if jendela.jendela is None:
        return ""
    return f" · tenggat {tulis_saat(jendela.jendela.tenggat, bahan.unit.pemda.zona)}"


def _tempo(bahan: BahanTugas, triwulan: int, kunci: str, jenjang: Jenjang) -> Tempo | None:
    """To enter until the tenggat of the window, to judge until it is locked; or the exception's."""
    jendela = bahan.jendela[triwulan]
    if jendela.jendela is None:
        return None
    milik = jendela.jendela
    akhir = milik.tenggat if jenjang is Jenjang.PENGISI else milik.kunci
    if jendela.sampai is not None:
        akhir = max(akhir, jendela.sampai)
    mengisi = jenjang is Jenjang.PENGISI
    return Tempo(kunci, jenjang, akhir, mengisi and jendela.keadaan is KeadaanJendela.TERKUNCI)


_GILIRAN = {
    Peran.PERENCANA: ("Verifikasi", S.DIAJUKAN, "menunggu verifikasi", Jenjang.SEKRETARIAT),
    Peran.PIMPINAN: ("Setujui", S.DIVERIFIKASI, "menunggu persetujuan", Jenjang.PIMPINAN),
}


def _periksa(bahan: BahanTugas, triwulan: Iterable[int], peran: Peran) -> Iterator[Tugas]:
    if not bahan.berperan(peran):
        return
    sebutan, status, kata, jenjang = _GILIRAN[peran]
    for nomor in triwulan:
        wajib = bahan.keadaan.triwulan(nomor)
        banyaknya = sum(satu.status is status and bahan.dinilai(satu) for satu in wajib)
        if banyaknya:
            yield Tugas(
                f"{sebutan} realisasi {_masa(bahan, nomor)}",
                f"{banyaknya} dari {len(wajib)} {kata}",
                Tanda("berjalan", "giliran Anda"),
                _alamat(bahan, "pengukuran:verifikasi", triwulan=nomor),
                _tempo(bahan, nomor, f"{sebutan.lower()}/{nomor}", jenjang),
            )


def _koreksi(bahan: BahanTugas) -> Iterator[Tugas]:
    """To decide: what somebody else has asked for."""
    if not bahan.berperan(Peran.PIMPINAN):
        return
    nama = {satu.indikator.indikator_id: satu.indikator.nama for satu in bahan.keadaan.isian}
    for satu in bahan.koreksi:
        if satu.oleh_id == bahan.pengguna.pk:
            continue
        milik = satu.realisasi
        yield Tugas(
            f"Putuskan koreksi {nama.get(milik.indikator_id, 'realisasi')}",
            f"diusulkan {satu.oleh}: “{satu.alasan}”",
            Tanda("berjalan", "giliran Anda"),
            _alamat(bahan, "pengukuran:koreksi-usul", milik.indikator_id, milik.bulan),
        )


def _evaluasi(bahan: BahanTugas) -> Iterator[Tugas]:
    """The stage of the worksheet whose turn it is."""
    tahap = bahan.tahap
    if tahap is not None and bahan.berperan(tahap.peran):
        tempo = None
        if tahap.tenggat is not None:
            tempo = Tempo(tahap.kunci, Jenjang.SEKRETARIAT, tahap.tenggat, tahap.terkunci)
        yield Tugas(tahap.nama, tahap.ket, tahap.status, tahap.alamat, tempo, tahap.alamat)


def _jendela(bahan: BahanTugas) -> Iterator[Tugas]:
    """Of what is over and not approved, where nobody has set the window yet."""
    if not bahan.berperan(Peran.BAGIAN_ORGANISASI):
        return
    for nomor in sorted(bahan.keadaan.sudah_lewat):
        wajib = bahan.keadaan.triwulan(nomor)
        belum = sum(not satu.disetujui for satu in wajib)
        if belum and bahan.jendela[nomor].jendela is None:
            tempat = [bahan.unit.pemda.kode, bahan.tahun, "pengisian", bulan_triwulan(nomor)]
            yield Tugas(
                f"Atur jendela pengisian {_masa(bahan, nomor)}",
                f"{belum} dari {len(wajib)} isian {bahan.unit.singkatan} belum disetujui",
                Tanda("menunggu", "belum diatur"),
                reverse("organisasi:jendela-atur", args=tempat),
            )


def _rencana(bahan: BahanTugas) -> Iterator[Tugas]:
    peran = frozenset(peran for peran, _ in bahan.tugas)
    for satu in langkah_rencana(bahan.keadaan):
        if satu.milik(peran):
            yield Tugas(satu.nama, satu.ket, satu.status, satu.alamat)


_TINDAK_LANJUT = {
    JenisTugas.RENCANA: ("Rencanakan tindak lanjut", "evaluasi:rencana-baru"),
    JenisTugas.LAPORAN: ("Laporkan tindak lanjut", "evaluasi:rencana-lapor"),
    JenisTugas.PUTUSAN: ("Putuskan tindak lanjut", "evaluasi:rekomendasi-putus"),
    JenisTugas.PERPANJANGAN: ("Putuskan perpanjangan", "evaluasi:perpanjangan-putus"),
}


def _tindak_lanjut(bahan: BahanTugas) -> Iterator[Tugas]:
    for satu in bahan.tindak_lanjut:
        sebutan, nama = _TINDAK_LANJUT[satu.jenis]
        sisa = () if satu.objek is None else (satu.objek,)
        yield Tugas(
            f"{sebutan}: {satu.uraian}",
            satu.ket,
            _tanda_tindak_lanjut(satu),
            _alamat(bahan, nama, satu.rekomendasi, *sisa),
            _tempo_tindak_lanjut(bahan, satu),
            _alamat(bahan, "evaluasi:rekomendasi-satu", satu.rekomendasi),
        )


def _tempo_tindak_lanjut(bahan: BahanTugas, satu: TugasTindakLanjut) -> Tempo | None:
    """Until the end of the day on which a report is due."""
    if satu.tenggat is None:
        return None
    akhir = datetime.combine(satu.tenggat, time.max, ZoneInfo(bahan.unit.pemda.zona))
    return Tempo(f"tindak-lanjut/{satu.objek}", Jenjang.PENGISI, akhir)


def _tanda_tindak_lanjut(satu: TugasTindakLanjut) -> Tanda:
    if satu.terlambat:
        return Tanda("terlambat", f"terlambat {satu.terlambat} hari")
    if satu.jenis is JenisTugas.RENCANA:
        return Tanda("menunggu", "belum direncanakan")
    return Tanda("berjalan", "giliran Anda")
