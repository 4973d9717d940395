"""The ribbon of the year: each stage with how it stands, and the way to its page."""

from dataclasses import dataclass
from itertools import chain

from django.urls import reverse

from perencanaan.models import PerjanjianKinerja, RencanaAksi
from perencanaan.queries.saat import TRIWULAN
from perencanaan.status import LABEL_STATUS, StatusRencana
from sakip.beranda.setahun.keadaan import KeadaanTahun
from sakip.lib.angka import tulis_angka
from sakip.lib.romawi import tulis_romawi
from sakip.lib.tanggal import tulis_tanggal


@dataclass(frozen=True)
class Tahap:
    """A stage; `kelas` is lewat when it is done, kini where one is now, else empty."""

    nama: str
    ket: str
    alamat: str
    kelas: str = ""


def pita_tahun(keadaan: KeadaanTahun) -> tuple[Tahap, ...]:
    """From Renstra to LHE. One is at the first stage that is not done."""
    selesai = chain(
        (_renstra(keadaan), _perjanjian(keadaan), _rencana(keadaan)),
        (_triwulan(keadaan, nomor) for nomor in TRIWULAN),
        (_lkjip(keadaan), _lhe(keadaan)),
    )
    hasil: list[Tahap] = []
    kini = False
    for nama, ket, alamat, sudah in selesai:
        kelas = "lewat" if sudah else "" if kini else "kini"
        kini = kini or not sudah
        hasil.append(Tahap(nama, ket, alamat, kelas))
    return tuple(hasil)


_Isi = tuple[str, str, str, bool]


def _alamat(keadaan: KeadaanTahun, nama: str) -> str:
    return reverse(nama, args=[keadaan.unit.kode, keadaan.tahun])


def _renstra(keadaan: KeadaanTahun) -> _Isi:
    renstra = keadaan.renstra.renstra
    ket = f"{renstra.tahun_awal}–{renstra.tahun_akhir}"
    return "Renstra", ket, _alamat(keadaan, "perencanaan:renstra"), True


def _perjanjian(keadaan: KeadaanTahun) -> _Isi:
    milik = keadaan.perjanjian
    alamat = _alamat(keadaan, "perencanaan:perjanjian")
    tanggal = milik.tanggal_tanda_tangan if _tetap(milik) and milik else None
    if tanggal is None:
        return "PK", _status(milik), alamat, False
    return "PK", tulis_tanggal(tanggal), alamat, True


def _rencana(keadaan: KeadaanTahun) -> _Isi:
    milik = keadaan.rencana
    alamat = _alamat(keadaan, "perencanaan:rencana-aksi")
    ket = f"versi {milik.ke}" if milik and _tetap(milik) else _status(milik)
    return "Rencana Aksi", ket, alamat, _tetap(milik)


def _tetap(milik: PerjanjianKinerja | RencanaAksi | None) -> bool:
    return milik is not None and milik.status == StatusRencana.DITETAPKAN


def _status(milik: PerjanjianKinerja | RencanaAksi | None) -> str:
    return "belum disusun" if milik is None else LABEL_STATUS[milik.status]


def _triwulan(keadaan: KeadaanTahun, nomor: int) -> _Isi:
    """Done when all that is due is approved; where nothing is due, when it is over.

    Until then it leads to what is to be filled in, then to what was reached.
    """
    wajib = keadaan.triwulan(nomor)
    disetujui = sum(satu.disetujui for satu in wajib)
    selesai = disetujui == len(wajib)
    tujuan = _alamat(keadaan, "pengukuran:capaian" if selesai else "pengukuran:isi")
    alamat = f"{tujuan}?triwulan={nomor}"
    nama = f"TW {tulis_romawi(nomor)}"
    if not wajib:
        return nama, "tidak ada isian wajib", alamat, nomor in keadaan.sudah_lewat
    return nama, f"{disetujui} dari {len(wajib)} disetujui", alamat, selesai


def _lkjip(keadaan: KeadaanTahun) -> _Isi:
    milik = keadaan.laporan
    alamat = _alamat(keadaan, "pelaporan:lkjip-baca")
    if milik is not None and milik.dokumen is not None and milik.tanggal is not None:
        return "LKjIP", f"terbit {tulis_tanggal(milik.tanggal)}", alamat, True
    return "LKjIP", "belum disusun" if milik is None else "draf", alamat, False


def _lhe(keadaan: KeadaanTahun) -> _Isi:
    """Done once it is issued; a draft is nobody's but the inspektorat's."""
    milik, alamat = keadaan.lhe, _alamat(keadaan, "evaluasi:lhe")
    if milik is None:
        return "LHE", "belum terbit", alamat, False
    if milik.nilai is None:
        return "LHE", f"terbit {milik.tahun_evaluasi}", alamat, True
    nilai = tulis_angka(milik.nilai, 2, buang_nol=False)
    return "LHE", f"{nilai} ({milik.predikat})" if milik.predikat else nilai, alamat, True
