"""The statement of a Perjanjian Kinerja and its annex, each as a signed paper.

Source: PermenPANRB 53/2014, Lampiran I: who promises what to whom, what either will do, place,
date and signatures; the annex names the sasaran, the targets, the programs and their money.
"""

from decimal import Decimal

from perencanaan.dokumen.bulanan import tabel_bulanan
from perencanaan.dokumen.perjanjian import sebutan, tabel_program, tabel_sasaran
from perencanaan.models import PerjanjianKinerja
from perencanaan.queries.isi_perjanjian import IsiPerjanjian
from perencanaan.status import StatusRencana
from sakip.dokumen.angka import Angka, Asal, Isi
from sakip.dokumen.blok import (
    Blok,
    Identitas,
    KepalaNaskah,
    Paragraf,
    Penanda,
    TandaTangan,
    kecil_awal,
)
from sakip.lib.tanggal import tulis_tanggal
from sakip.organisasi.models import Pejabat

PEMBUKA = (
    "Untuk mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
    "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
)
JANJI_PERTAMA = (
    "Pihak pertama berjanji mewujudkan target kinerja yang tercantum dalam lampiran perjanjian "
    "ini, sebagai bagian dari pencapaian target jangka menengah yang ditetapkan dalam dokumen "
    "perencanaan. Berhasil atau gagalnya pencapaian target itu menjadi tanggung jawab pihak "
    "pertama."
)
JANJI_KEDUA = (
    "Pihak kedua melakukan supervisi yang diperlukan, mengevaluasi capaian kinerja dari perjanjian "
    "ini, dan mengambil tindakan yang diperlukan untuk memberikan penghargaan dan sanksi."
)
DRAF = "Draf, belum ditetapkan"


def berdraf(perjanjian: PerjanjianKinerja) -> bool:
    """Whether the agreement is none yet."""
    return perjanjian.status != StatusRencana.DITETAPKAN


def pernyataan(isi: IsiPerjanjian, lambang: str = "") -> tuple[Blok, ...]:
    """Who promises what to whom, and both signatures; `lambang` is a data: address or empty."""
    perjanjian = isi.perjanjian
    return (
        _kepala(isi, "Pernyataan ", lambang),
        Paragraf((PEMBUKA,)),
        Identitas((("Nama", (perjanjian.nama,)), ("Jabatan", (perjanjian.jabatan,)))),
        Paragraf(("selanjutnya disebut pihak pertama;",)),
        Identitas((("Nama", (perjanjian.atasan_nama,)), ("Jabatan", (perjanjian.atasan_jabatan,)))),
        Paragraf(
            ("selaku atasan langsung pihak pertama, selanjutnya disebut pihak kedua.",),
        ),
        *_dasar_perubahan(isi),
        Paragraf((JANJI_PERTAMA,)),
        Paragraf((JANJI_KEDUA,)),
        _tanda_tangan(perjanjian, ("Pihak Kedua,",), ("Pihak Pertama,",)),
    )


def lampiran(isi: IsiPerjanjian) -> tuple[Blok, ...]:
    """Who promises, the two tables, and both signatures."""
    return (
        _kepala(isi, "Lampiran "),
        identitas(isi),
        tabel_sasaran(isi),
        tabel_program(isi),
        _mengetahui(isi),
    )


def lampiran_bulanan(isi: IsiPerjanjian) -> tuple[Blok, ...]:
    """The same with the months of the Rencana Aksi; empty where the agreement has none."""
    if isi.rencana is None:
        return ()
    return (
        _kepala(isi, "Lampiran "),
        identitas(isi),
        tabel_bulanan(isi, isi.rencana),
        _mengetahui(isi),
    )


def identitas(isi: IsiPerjanjian) -> Identitas:
    perjanjian = isi.perjanjian
    return Identitas(
        (
            ("Nama", (perjanjian.nama,)),
            ("NIP", (nip_tercetak(perjanjian.nip) or "-",)),
            ("Pangkat/Gol.", (perjanjian.golongan or "-",)),
            ("Jabatan/Kelas Jabatan", _jabatan_kelas(perjanjian)),
            ("Perangkat Daerah", (_perangkat_daerah(isi),)),
            ("Tahun", (str(perjanjian.tahun),)),
        )
    )


def nip_tercetak(nip: str) -> str:
    """In the groups in which documents print it; the agreement keeps the bare digits."""
    return Pejabat(nip=nip).nip_tercetak()


def _jabatan_kelas(perjanjian: PerjanjianKinerja) -> Isi:
    if perjanjian.kelas is None:
        return (perjanjian.jabatan,)
    kelas = Angka(
        Decimal(perjanjian.kelas),
        str(perjanjian.kelas),
        f"kelas-jabatan/{perjanjian.pk}",
        Asal(f"Kelas jabatan menurut {perjanjian}"),
    )
    return (f"{perjanjian.jabatan} / ", kelas)


def _perangkat_daerah(isi: IsiPerjanjian) -> str:
    induk = isi.perjanjian.unit.perangkat_daerah
    return induk.nama if induk is not None else isi.nama_unit


def _kepala(isi: IsiPerjanjian, awal: str, lambang: str = "") -> KepalaNaskah:
    perjanjian = isi.perjanjian
    draf = (DRAF,) if berdraf(perjanjian) else ()
    return KepalaNaskah(
        (
            f"{awal}{sebutan(perjanjian)} Tahun {perjanjian.tahun}",
            perjanjian.get_tingkat_display(),
            isi.nama_unit,
            *draf,
        ),
        lambang,
    )


def _dasar_perubahan(isi: IsiPerjanjian) -> tuple[Blok, ...]:
    """Which agreement this one replaces, and why."""
    perjanjian, sebelum = isi.perjanjian, isi.sebelum
    if sebelum is None:
        return ()
    ditandatangani = (
        f" yang ditandatangani pada {tulis_tanggal(sebelum.tanggal_tanda_tangan)}"
        if sebelum.tanggal_tanda_tangan
        else ""
    )
    pada = (
        f" pada {tulis_tanggal(perjanjian.tanggal_perubahan)}"
        if perjanjian.tanggal_perubahan
        else ""
    )
    return (
        Paragraf(
            (
                f"Perjanjian ini menggantikan {sebutan(sebelum)} Tahun {sebelum.tahun}"
                f"{ditandatangani}. Dasar perubahan{pada} adalah "
                f"{kecil_awal(perjanjian.dasar_perubahan)}.",
            )
        ),
    )


def _mengetahui(isi: IsiPerjanjian) -> TandaTangan:
    return _tanda_tangan(isi.perjanjian, ("Mengetahui,", "Pejabat Atasan Langsung"), ())


def _tanda_tangan(
    perjanjian: PerjanjianKinerja, kedua: tuple[str, ...], pertama: tuple[str, ...]
) -> TandaTangan:
    return TandaTangan(
        tempat_tanggal=f"{perjanjian.tempat}, {_tanggal(perjanjian)}",
        penanda=(
            Penanda(
                jabatan=perjanjian.atasan_jabatan,
                nama=perjanjian.atasan_nama,
                nip=nip_tercetak(perjanjian.atasan_nip),
                pengantar=kedua,
            ),
            Penanda(
                jabatan=perjanjian.jabatan,
                nama=perjanjian.nama,
                nip=nip_tercetak(perjanjian.nip),
                pengantar=pertama,
            ),
        ),
    )


def _tanggal(perjanjian: PerjanjianKinerja) -> str:
    """A draft leaves the day to be written by hand."""
    tanggal = perjanjian.tanggal_tanda_tangan
    return tulis_tanggal(tanggal) if tanggal else f"…………………… {perjanjian.tahun}"
