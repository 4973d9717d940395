"""The stage of the matrix: the cast, an object of each kind here and in another pemda, and bodies."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from django.core.files.base import File
from django.test import Client

from evaluasi.models import (
    Instrumen,
    Komponen,
    Kriteria,
    Lhe,
    Perpanjangan,
    Rekomendasi,
    RencanaTindakLanjut,
    SubKomponen,
)
from evaluasi.services.konteks_lhe import konteks_lhe
from pelaporan.dokumen.lkjip import susun_lkjip
from pengukuran.models import Realisasi
from perencanaan.models import (
    AksiRencana,
    Indikator,
    Pagu,
    RenstraVersi,
    Simpul,
    VersiAnggaran,
)
from perencanaan.queries.renstra import versi_renstra
from sakip.dokumen.kanonik import sidik_kanonik
from sakip.dokumen.naskah import sidik_naskah
from sakip.organisasi.models import (
    Jendela,
    Pejabat,
    Pemda,
    Penempatan,
    Pengecualian,
    Pengguna,
    Penugasan,
    Unit,
)
from sakip.organisasi.peran import Peran
from tests.evaluasi.alat_buku import buku_tahun
from tests.evaluasi.pabrik import instrumen_nasional
from tests.izin.panggung_instrumen import instrumen_draf, isi_komponen
from tests.izin.panggung_lembar import jawaban, lembar_kerja
from tests.izin.panggung_tindak_lanjut import rumusan_terbaru, tindak_lanjut
from tests.organisasi.alat import SANDI, SANDI_BARU, beri_sandi
from tests.pemeran import AWAL, Pemeran, buat_akun, buat_orang, buat_unit
from tests.pengukuran.alat_buku import buku_unit
from tests.pengukuran.pabrik import buat_realisasi_aksi
from tests.perencanaan.pabrik import buat_aksi, buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import buat_simpul, rencanakan

BESOK = "31/12/2030 12.00"


@dataclass(frozen=True)
class Objek:
    """One object of each kind, all of one pemda."""

    pemda: Pemda
    unit: Unit
    pejabat: Pejabat
    jabatan: Penempatan
    akun: Pengguna
    tugas: Penugasan
    jendela: Jendela
    pengecualian: Pengecualian
    renstra: RenstraVersi
    indikator: Indikator
    program: Simpul
    aksi: AksiRencana
    aksi_terlapor: AksiRencana
    lhe: Lhe
    lhe_rekomendasi: Rekomendasi
    komponen: Komponen
    subkomponen: SubKomponen
    rekomendasi: Rekomendasi
    langkah: RencanaTindakLanjut
    perpanjangan: Perpanjangan
    kriteria: Kriteria
    instrumen: Instrumen
    bagian: Komponen


@dataclass(frozen=True)
class Panggung:
    """`sini` is the pemda of the cast, `luar` another one; `sesi` the cookie of each person."""

    orang: dict[str, Pengguna]
    sini: Objek
    luar: Objek
    unit_lain: Unit
    sesi: dict[str, str]
    siap: dict[str, dict[str, object]] = field(default_factory=dict)

    def sebagai(self, nama: str) -> Client:
        """A browser in which this person is signed in; `tamu` is nobody."""
        client = Client()
        if nama in self.sesi:
            client.cookies["sessionid"] = self.sesi[nama]
        return client

    def alamat(self, isian: dict[str, object], *, luar: bool = False) -> dict[str, object]:
        """The parts of an address, with the ids of what they name; of the other pemda's, if asked."""
        objek = self.luar if luar else self.sini
        return {nama: _id(objek, isi) for nama, isi in isian.items()}

    def kiriman(self, nama: str) -> dict[str, object]:
        """The body with which somebody who may do it does it; the same for all who may not.

        Made once, for a workbook or the print of a report takes longer than its answer: whatever
        a test writes is undone, so that the next finds the stage of which it was made.
        """
        if nama not in self.siap:
            self.siap[nama] = _KIRIMAN[nama](self)
        isi = self.siap[nama]
        for berkas in isi.values():
            if isinstance(berkas, File):
                berkas.seek(0)  # read to its end by whoever sent it before
        return dict(isi)


@dataclass(frozen=True)
class Id:
    """In an address: the id of an object of the stage."""

    apa: str


def _id(objek: Objek, isi: object) -> object:
    return getattr(objek, isi.apa).pk if isinstance(isi, Id) else isi


def bangun(pemeran: Pemeran) -> Panggung:
    orang = dict(pemeran.orang)
    orang["admin_luar"] = buat_orang("admin_luar", Peran.ADMIN, pemeran.unit_luar)
    orang["bagian_luar"] = buat_orang("bagian_luar", Peran.BAGIAN_ORGANISASI, pemeran.unit_luar)
    beri_sandi(orang["operator"])
    milik = RenstraVersi.objects.filter(renstra__unit=pemeran.unit).earliest("pk")
    stabilitas = Indikator.objects.filter(rumusan__nama="Indeks Stabilitas").distinct().get()
    sini = _objek(pemeran.unit.pemda, "sini", orang["bagian_organisasi"], milik, stabilitas)
    versi_luar = buat_versi(pemeran.unit_luar)
    return Panggung(
        orang=orang,
        sini=sini,
        luar=_objek(
            pemeran.unit_luar.pemda,
            "luar",
            orang["bagian_luar"],
            versi_luar,
            buat_indikator(versi_luar).indikator,
        ),
        unit_lain=pemeran.unit_lain,
        sesi={nama: _sesi(satu) for nama, satu in orang.items()},
    )


def _sesi(orang: Pengguna) -> str:
    client = Client()
    client.force_login(orang)
    return client.cookies["sessionid"].value


def _objek(
    pemda: Pemda, nama: str, pembuka: Pengguna, renstra: RenstraVersi, indikator: Indikator
) -> Objek:
    unit = buat_unit(pemda, f"dinas-{nama}", f"Dinas {nama}")
    aksi, aksi_terlapor = _aksi(indikator, pembuka)
    pejabat = Pejabat.objects.create(pemda=pemda, nama=f"Pejabat {nama}")
    akun = buat_akun(f"pegawai-{nama}", pemda)
    jendela = Jendela.objects.create(
        pemda=pemda, jenis="pengisian", tahun=2024, bulan=3,
        buka=datetime(2024, 4, 1, tzinfo=UTC), tenggat=datetime(2024, 4, 10, tzinfo=UTC),
        kunci=datetime(2024, 4, 20, tzinfo=UTC),
    )  # fmt: skip
    return Objek(
        pemda=pemda,
        unit=unit,
        pejabat=pejabat,
        jabatan=Penempatan.objects.create(
            pejabat=pejabat, unit=unit, jabatan="Kepala Dinas", dari=AWAL
        ),
        akun=akun,
        tugas=Penugasan.objects.create(
            pengguna=akun, peran=Peran.OPERATOR, unit=unit, dari=AWAL
        ),
        jendela=jendela,
        pengecualian=Pengecualian.objects.create(
            jendela=jendela, unit=unit, sampai=datetime(2024, 5, 1, tzinfo=UTC),
            alasan="listrik padam", dibuka_oleh=pembuka,
        ),
        renstra=renstra,
        indikator=indikator,
        program=_program(indikator.unit),
        aksi=aksi,
        aksi_terlapor=aksi_terlapor,
        **_lhe(indikator.unit),
        **tindak_lanjut(indikator, pembuka),
        **lembar_kerja(indikator.unit, pembuka),
        **instrumen_draf(pemda),
    )  # fmt: skip


def _lhe(unit: Unit) -> dict[str, object]:
    """A draft from paper with one recommendation, and a part of the instrument."""
    lhe = Lhe.objects.create(unit=unit, tahun_evaluasi=2024, tahun_kinerja=2023)
    rekomendasi = Rekomendasi.objects.create(
        unit=unit, sumber="lhe", lhe=lhe, tahun=2024, urutan=1, uraian="Menyusun SOP."
    )
    sub = SubKomponen.objects.filter(komponen__instrumen=instrumen_nasional()).first()
    return {
        "lhe": lhe, "lhe_rekomendasi": rekomendasi, "komponen": sub.komponen, "subkomponen": sub,
    }  # fmt: skip


def _program(unit: Unit) -> Simpul:
    """A program with its pagu of 2024."""
    program = buat_simpul(versi_renstra(unit, 2024), "program", kode="9.99")
    anggaran, _ = VersiAnggaran.objects.get_or_create(unit=unit, tahun=2024, ke=1, jenis="murni")
    Pagu.objects.create(versi_anggaran=anggaran, simpul=program, jumlah=Decimal(100))
    return program


def _aksi(indikator: Indikator, oleh: Pengguna) -> tuple[AksiRencana, AksiRencana]:
    """Two steps of a plan of 2024: nothing was reported of the first, the second was done."""
    rencana = rencanakan(indikator.unit, date(2024, 1, 2))
    rumusan = indikator.rumusan.latest("pk")
    aksi, terlapor = buat_aksi(rencana, rumusan), buat_aksi(rencana, rumusan)
    buat_realisasi_aksi(terlapor, 12, diisi_oleh=oleh)
    return aksi, terlapor


_UNIT = {"nama": "Dinas Baru", "singkatan": "DB", "urutan": "0", "berlaku_dari": "01/01/2024"}
_JABATAN = {"jabatan": "Analis", "status": "definitif", "dari": "01/01/2024"}
_WAKTU = {"buka": "01/04/2024 00.00", "tenggat": "10/04/2024 23.59", "kunci": "25/04/2024 23.59"}
_LANGKAH = {"uraian": "Mendata aset lagi.", "jenis_target": "triwulan"}
_LAMA = {"versi_dibuka": "1", "isi_dibuka": ""}


def _sel(milik: int, kolom: str = "nilai") -> dict[str, object]:
    """A figure into an empty box, as the grid sends it and as its script does."""
    sel = f"{milik}-12-{kolom}"
    kotak = {f"sel-{sel}": "80", f"semula-{sel}": ""}
    return kotak | {"kotak": f"sel-{sel}", "teks": "80", "semula": ""}


def _versi(panggung: "Panggung") -> dict[str, object]:
    """The version at which the row of the year's end is seen."""
    milik = Realisasi.objects.filter(indikator=panggung.sini.indikator, tahun=2023, bulan=12)
    return {"versi": milik.get().versi}


def _terbit(panggung: "Panggung") -> dict[str, object]:
    """What is issued, as it was checked."""
    return {"yakin": "ya", "sidik": sidik_kanonik(konteks_lhe(panggung.sini.lhe))}


def _lkjip_terbit(panggung: "Panggung") -> dict[str, object]:
    """The report as it was read."""
    unit = panggung.sini.indikator.unit
    sidik = sidik_naskah(susun_lkjip(unit, 2023))
    return {"tanggal": "20/02/2024", "yakin": "on", "ke": "1", "sidik": sidik}


_BUKTI = {"tautan": "https://contoh.id/bukti", "tahun": "2024", "bulan": "12"}

_KIRIMAN = {
    "bukti": lambda _p: _BUKTI,
    "aksi": lambda _p: {"selesai": "True", "catatan": "terlaksana"},
    "buku": lambda p: {"berkas": buku_unit(p.sini.indikator.unit, 2024, 4, p.orang["perencana"])},
    "masuk": lambda p: {"username": p.orang["operator"].nama_pengguna, "password": SANDI},
    "kosong": lambda _p: {},
    "sel isian": lambda p: _sel(p.sini.indikator.pk),
    "sel belanja": lambda p: _sel(p.sini.program.pk, "5"),
    "verifikasi": lambda _p: {"aksi": "verifikasi"},
    "buka kembali": lambda p: _versi(p) | {"aksi": "buka", "alasan-umum": "salah baca"},
    "usulan koreksi": lambda p: _versi(p)
    | {"aksi": "usulkan", "sel-nilai": "90", "alasan_koreksi": "salah ketik"},
    "lembar baru": lambda p: {
        "tahun_evaluasi": "2024", "instrumen": p.sini.komponen.instrumen_id,
    },
    "jawaban": lambda p: jawaban(p.sini.kriteria),
    "buku lke": lambda p: {
        "berkas": buku_tahun(p.sini.indikator.unit, 2024, p.orang["perencana"])
    },
    "lhe dari kertas": lambda _p: {"tahun_evaluasi": "2025"},
    "lhe draf": lambda p: {"aksi": "batal", "versi": p.sini.lhe.versi},
    "lhe": lambda _p: {"nomor": "700/1/2024"} | _LAMA,
    "lhe catatan": lambda _p: {"nilai": "5", "catatan": "Pedoman ada."},
    "lhe rekomendasi baru": lambda _p: {"uraian": "Memantau."},
    "lhe rekomendasi": lambda _p: {"uraian": "Memantau."} | _LAMA,
    "lhe terbit": _terbit,
    "lkjip": lambda _p: {"tempat": "Pasuruan", "aturan_efisiensi": "selisih", "ke_dibuka": "1"}
    | _LAMA,
    "lkjip terbit": _lkjip_terbit,
    "langkah baru": lambda p: _LANGKAH | {"unit": p.sini.rekomendasi.unit_id},
    "langkah": lambda p: _LANGKAH | _LAMA | {"unit": p.sini.rekomendasi.unit_id},
    "laporan": lambda _p: {"keadaan": "proses", "uraian": "Sedang didata."},
    "perpanjangan": lambda _p: {"menjadi": "01/01/2031", "alasan": "Menunggu."},
    "putusan": lambda _p: {"status": "sesuai", "catatan": "Sudah.", "sesudah": "0"},
    "keputusan": lambda _p: {"putusan": "disetujui"} | _LAMA,
    "kaitan": lambda p: {"rumusan": rumusan_terbaru(p.sini.indikator), "aspek": "target"},
    "penanggung jawab": lambda _p: {"nama": "Sri Contoh", "telepon": "0812-3456-7890"},
    "lhp": lambda _p: {"sumber": "lhp_apip", "tahun": "2023", "uraian": "Mendata aset."},
    "salinan instrumen": lambda _p: {"tahun": "2025"},
    "nama instrumen": lambda _p: _LAMA | {"nama": "Lain", "cara": "sub"},
    "bagian baru": lambda _p: isi_komponen(2),
    "bagian": lambda _p: _LAMA | isi_komponen(3),
    "bagian hapus": lambda _p: {"versi": "1"},
    "setelan": lambda _p: {"aturan_persen": "tanpa_tidak_dapat"},
    "sumber usulan": lambda _p: {"sumber": "lhe-tahun-evaluasi"},
    "kesiapan": lambda _p: {"tindakan": "cegah", "batas": "6"},
    "sandi": lambda _p: {"new_password1": SANDI_BARU, "new_password2": SANDI_BARU},
    "ganti sandi": lambda _p: {
        "old_password": SANDI, "new_password1": SANDI_BARU, "new_password2": SANDI_BARU,
    },
    "surel": lambda _p: {"surel": "saya@contoh.go.id"} | _LAMA,
    "pemda": lambda p: {
        "nama": "Kota Pasuruan", "sebutan_kepala": "Wali Kota", "kedudukan": "Tempat Lain",
        "zona": "Asia/Jakarta", "versi_dibuka": str(p.sini.pemda.versi), "isi_dibuka": "",
    },
    "unit baru": lambda _p: _UNIT | {"kode": "dinas-baru"},
    "unit": lambda _p: _UNIT | _LAMA,
    "perubahan": lambda p: {
        "baru": p.unit_lain.pk, "jenis": "gabung", "tanggal": "01/07/2024", "dasar_hukum": "",
    },
    "pejabat baru": lambda _p: {"nama": "Pejabat Baru", "nip": ""},
    "pejabat": lambda _p: {"nama": "Pejabat Baru", "nip": ""} | _LAMA,
    "jabatan baru": lambda _p: _JABATAN,
    "jabatan": lambda _p: _JABATAN | _LAMA,
    "akun baru": lambda _p: {"nama": "Akun Baru", "nama_pengguna": "akun-baru"},
    "akun": lambda _p: {"nama": "Akun Baru", "is_active": "on"} | _LAMA,
    "peran baru": lambda _p: {"peran": "pembaca", "unit": "", "dari": "01/01/2024"},
    "peran": lambda _p: {"peran": "pembaca", "unit": "", "dari": "01/01/2024"} | _LAMA,
    "jendela": lambda _p: _WAKTU | _LAMA,
    "pengecualian baru": lambda p: {"unit": p.unit_lain.pk, "sampai": BESOK, "alasan": "banjir"},
    "pengecualian": lambda _p: {"sampai": BESOK, "alasan": "banjir"} | _LAMA,
}  # fmt: skip
