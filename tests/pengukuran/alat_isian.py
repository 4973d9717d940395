"""A small office that enters its realisasi: one plan, its windows, and people for every role."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import connection
from django.test import Client

from pengukuran.models import Bukti, Realisasi
from pengukuran.services.sel import JawabanSel, Sel, simpan_sel
from perencanaan.models import IndikatorVersi, PenanggungJawab, Variabel
from sakip.jejak.models import CatatanJejak
from sakip.lib import waktu
from sakip.organisasi.models import Jendela, Pengecualian, Pengguna, Penugasan, Unit
from sakip.organisasi.peran import Peran
from tests.pemeran import AWAL, buat_akun, buat_orang, buat_unit
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import jadwalkan, rencanakan, rumuskan, tw

TAHUN = 2024
HARI = timedelta(days=1)

# moments of buka, tenggat and kunci, in days from now
KEADAAN_JENDELA = {
    "belum buka": (1, 2, 3),
    "terbuka": (-1, 1, 2),
    "terlambat": (-2, -1, 1),
    "terkunci": (-3, -2, -1),
}


@dataclass(frozen=True)
class Kantor:
    """A perangkat daerah with two bidang; `polos` is cumulative, `rumus` made of two variables."""

    unit: Unit
    bidang: Unit
    bidang_lain: Unit
    polos: IndikatorVersi
    rumus: IndikatorVersi
    orang: dict[str, Pengguna]
    sesi: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, nama: str) -> Pengguna:
        return self.orang[nama]

    def klien(self, nama: str) -> Client:
        """A browser in which this person is signed in, by the cookie where there is one."""
        client = Client()
        if nama in self.sesi:
            client.cookies["sessionid"] = self.sesi[nama]
        else:
            client.force_login(self[nama])
        return client

    def sel(self, kolom: str = "nilai", bulan: int = 3, milik: str = "polos") -> Sel:
        indikator = getattr(self, milik).indikator_id
        return Sel(self.unit, indikator, TAHUN, bulan, kolom)

    def isi(
        self, kolom: str = "nilai", teks: str = "8", oleh: str = "operator", **lain: Any
    ) -> JawabanSel:
        """Save a cell as somebody who has just opened the page."""
        semula = lain.pop("semula", "")
        return simpan_sel(self.sel(kolom, **lain), teks=teks, semula=semula, oleh=self[oleh])

    def baris(self, bulan: int = 3, milik: str = "polos") -> Realisasi:
        return Realisasi.objects.get(
            indikator=getattr(self, milik).indikator_id, tahun=TAHUN, bulan=bulan
        )

    def lengkap(self, bulan: int = 3, teks: str = "8", oleh: str = "operator") -> Realisasi:
        """A row that lacks nothing, of the plain indikator."""
        self.isi(teks=teks, bulan=bulan, oleh=oleh)
        baris = self.baris(bulan)
        buat_tautan(baris)
        return baris

    def jadikan(self, keadaan: str, bulan: int = 3) -> Realisasi:
        """A row of the plain indikator in a state, past the steps that lead there."""
        baris = self.lengkap(bulan)
        isi: dict[str, object] = {"status": keadaan}
        if keadaan in {"diajukan", "diverifikasi", "disetujui"}:
            isi |= {"diajukan_oleh": self["operator"], "diajukan_pada": waktu.sekarang()}
        if keadaan in {"diverifikasi", "disetujui"}:
            isi |= {"diverifikasi_oleh": self["perencana"]}
            baris.pelaku.create(pengguna=self["perencana"], sebagai="verifikator")
        if keadaan == "disetujui":
            isi |= {"disetujui_oleh": self["pimpinan"]}
        Realisasi.objects.filter(pk=baris.pk).update(**isi)
        return self.baris(bulan)


def buat_kantor(unit: Unit) -> Kantor:
    bidang, bidang_lain = (_bidang(unit, ke) for ke in (1, 2))
    versi = buat_versi(unit)
    isian = {"frekuensi": "triwulanan", "cara": "kumulatif", "satuan": "lembaga"}
    polos = rumuskan(buat_indikator(versi), **isian)
    rumus = rumuskan(
        buat_indikator(versi),
        **isian | {"satuan": "Persen", "cara": "terakhir", "rumus": "kini / semua * 100"},
    )
    for ke, nama in enumerate(("kini", "semua"), start=1):
        Variabel.objects.create(
            indikator_versi=rumus, nama=nama, label=nama, satuan="orang", urutan=ke
        )
    for satu in (polos, rumus):
        PenanggungJawab.objects.create(indikator_versi=satu, unit=bidang, mengisi=True)
        PenanggungJawab.objects.create(indikator_versi=satu, unit=bidang_lain)
    rencana = rencanakan(unit, date(TAHUN, 1, 2))
    jadwalkan(rencana, polos, "kumulatif", tw("8", "16", "26", "38"))
    jadwalkan(rencana, rumus, "terakhir", tw("50", "50", "50", "50"))
    for bulan in (3, 6, 9, 12):
        atur_jendela(unit, bulan, "terbuka")
    return Kantor(unit, bidang, bidang_lain, polos, rumus, _orang(unit, bidang, bidang_lain))


def _bidang(unit: Unit, ke: int) -> Unit:
    return Unit.objects.create(
        pemda=unit.pemda, kode=f"{unit.kode}-b{ke}", nama=f"Bidang {ke}", singkatan=f"B{ke}",
        induk=unit, perangkat_daerah=unit, berlaku_dari=AWAL,
    )  # fmt: skip


def _orang(unit: Unit, bidang: Unit, bidang_lain: Unit) -> dict[str, Pengguna]:
    luar = buat_unit(unit.pemda, "dinas-sebelah", "Dinas Sebelah")
    tempat = {
        "operator": (Peran.OPERATOR, bidang),
        "operator_2": (Peran.OPERATOR, bidang),
        "operator_lain": (Peran.OPERATOR, bidang_lain),
        "operator_induk": (Peran.OPERATOR, unit),
        "perencana": (Peran.PERENCANA, unit),
        "perencana_2": (Peran.PERENCANA, unit),
        "pimpinan": (Peran.PIMPINAN, unit),
        "pimpinan_2": (Peran.PIMPINAN, unit),
        "pembaca": (Peran.PEMBACA, unit),
        "inspektorat": (Peran.INSPEKTORAT, unit),
        "organisasi": (Peran.BAGIAN_ORGANISASI, unit),
        "admin": (Peran.ADMIN, unit),
        "perencana_luar": (Peran.PERENCANA, luar),
        "pimpinan_luar": (Peran.PIMPINAN, luar),
    }
    semua = {nama: buat_orang(f"k-{nama}", peran, di) for nama, (peran, di) in tempat.items()}
    rangkap = buat_akun("k-rangkap", unit.pemda)
    for peran in (Peran.PERENCANA, Peran.PIMPINAN):
        Penugasan.objects.create(pengguna=rangkap, peran=peran, unit=unit, dari=AWAL)
    return {**semua, "rangkap": rangkap, "tanpa_tugas": buat_akun("k-tanpa", unit.pemda)}


def atur_jendela(unit: Unit, bulan: int, keadaan: str) -> Jendela:
    """Put the window of a triwulan into a state, by its moments around now."""
    saat = waktu.sekarang()
    buka, tenggat, kunci = (saat + HARI * hari for hari in KEADAAN_JENDELA[keadaan])
    jendela, _ = Jendela.objects.update_or_create(
        pemda=unit.pemda, jenis="pengisian", tahun=TAHUN, bulan=bulan,
        defaults={"buka": buka, "tenggat": tenggat, "kunci": kunci},
    )  # fmt: skip
    return jendela


def kecualikan(unit: Unit, jendela: Jendela, oleh: Pengguna, hari: int = 1) -> Pengecualian:
    """Hold a window open for a unit until so many days from now."""
    return Pengecualian.objects.create(
        jendela=jendela, unit=unit, sampai=waktu.sekarang() + HARI * hari,
        alasan="menunggu data BPS", dibuka_oleh=oleh,
    )  # fmt: skip


def buat_tautan(baris: Realisasi) -> Bukti:
    return Bukti.objects.create(
        unit=baris.unit, realisasi=baris, tautan="https://contoh.id/bukti",
        tahun=baris.tahun, bulan=baris.bulan,
    )  # fmt: skip


def isi_tabel() -> dict[str, Any]:
    """Every row of what is measured as the database holds it, and how long the trail is."""
    semua = {m.__name__: m._meta for m in apps.get_app_config("pengukuran").get_models()}
    with connection.cursor() as kursor:
        return {
            **{nama: _baris(kursor, m.db_table, m.pk.column) for nama, m in semua.items()},
            "jejak": CatatanJejak.objects.count(),
        }


def _baris(kursor: Any, tabel: str, urut: str) -> list[tuple]:
    kursor.execute(f"SELECT * FROM {tabel} ORDER BY {urut}")
    return kursor.fetchall()


@contextmanager
def tak_berubah(*kecuali: str) -> Iterator[None]:
    """What is done here must write nothing, but perhaps into the models named."""
    sebelum = isi_tabel()
    yield
    sesudah = isi_tabel()
    for nama in kecuali:
        sebelum.pop(nama), sesudah.pop(nama)
    assert sesudah == sebelum
