"""Reminders: by letter once a day until it is done, in the application from the same calculation."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from email import message_from_string
from email.policy import default
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from evaluasi.models import Rekomendasi, RencanaTindakLanjut
from pengukuran.models import Realisasi
from sakip.beranda.tugas import bahan_setiap_orang, ingatan_tugas
from sakip.lib import waktu
from sakip.organisasi.models import Jendela, Pengguna, Unit
from sakip.pengingat.models import HasilPengingat, Pengingat
from sakip.pengingat.services import kirim
from sakip.web.log import PenulisJson
from tests.pengingat.server_surel import Kotak, server_surel
from tests.pengukuran.alat_isian import TAHUN, Kantor
from tests.pengukuran.alat_kantor import milik_uji
from tests.pengukuran.alat_meja import sebagai
from tests.perencanaan.pabrik import buat_versi

TENGGAT = datetime(2024, 4, 10, 16, 59, tzinfo=UTC)
ALAMAT = "https://sakip.contoh.go.id"


class Jam:
    """The one clock, set to eight in the morning so many days from the tenggat."""

    def __init__(self, monkeypatch) -> None:
        self.kini = TENGGAT
        monkeypatch.setattr(waktu, "sekarang", lambda: self.kini)

    def pada(self, lambat: int) -> None:
        self.kini = datetime(2024, 4, 10, 1, 0, tzinfo=UTC) + timedelta(days=lambat)


@pytest.fixture
def jam(monkeypatch) -> Jam:
    return Jam(monkeypatch)


@pytest.fixture
def kantor(kantor_modul, db, jam) -> Kantor:
    """The first triwulan of 2024 is due on 10 April, and locked ten days later."""
    milik = milik_uji(kantor_modul)
    Jendela.objects.filter(bulan=3, tahun=TAHUN, pemda=milik.unit.pemda).update(
        buka=datetime(2024, 3, 1, tzinfo=UTC),
        tenggat=TENGGAT,
        kunci=TENGGAT + timedelta(days=10),
    )
    Jendela.objects.filter(bulan__gt=3, tahun=TAHUN, pemda=milik.unit.pemda).update(
        buka=datetime(2024, 7, 1, tzinfo=UTC),
        tenggat=datetime(2024, 7, 10, tzinfo=UTC),
        kunci=datetime(2024, 7, 20, tzinfo=UTC),
    )
    for nama in ("operator", "perencana", "pimpinan", "organisasi"):
        Pengguna.objects.filter(pk=milik[nama].pk).update(surel=f"{nama}@contoh.go.id")
    return milik


@pytest.fixture
def kotak(settings) -> Kotak:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.DEFAULT_FROM_EMAIL = "sakip@contoh.go.id"
    settings.ALAMAT = ALAMAT
    with server_surel() as milik:
        settings.EMAIL_PORT = milik.port
        yield milik


def penerima(kotak: Kotak) -> list[str]:
    """To whom letters came since this was last asked."""
    hasil = sorted(tujuan.partition("@")[0] for tujuan, _ in kotak.surat)
    kotak.surat.clear()
    return hasil


def jalankan(*pilihan: str) -> str:
    keluaran = StringIO()
    call_command("kirim_pengingat", *pilihan, stdout=keluaran)
    return keluaran.getvalue()


def test_berjenjang_berulang_sampai_selesai_lalu_sunyi(kantor, kotak, jam):
    """From two weeks before: who hears on which day, and that nobody does once it is done."""
    terdengar = {}
    for lambat in (-15, -14, -13, -7, -3, -1, 0, 1, 3, 5, 6, 9, 12, 13):
        jam.pada(lambat)
        jalankan()
        if ada := penerima(kotak):
            terdengar[lambat] = ada
    dasar = {lambat: ["operator"] for lambat in (-14, -7, -3, -1, 0)}
    assert terdengar == dasar | {
        3: ["operator", "perencana"],
        6: ["operator", "perencana", "pimpinan"],
        9: ["operator", "perencana", "pimpinan"],
        12: ["operator", "organisasi", "perencana", "pimpinan"],
    }
    for milik in (kantor.polos, kantor.rumus):
        Realisasi.objects.create(
            indikator=milik.indikator, unit=kantor.unit, tahun=TAHUN, bulan=3,
            frekuensi="triwulanan", jenis="angka", nilai=Decimal(8), status="disetujui",
            diisi_oleh=kantor["operator"], diajukan_oleh=kantor["operator"], diajukan_pada=TENGGAT,
            diverifikasi_oleh=kantor["perencana"], disetujui_oleh=kantor["pimpinan"],
        )  # fmt: skip
    for lambat in (15, 18):
        jam.pada(lambat)
        jalankan()
    assert penerima(kotak) == []


def test_isi_surat(kantor, kotak, jam):
    jam.pada(3)
    assert "2 surat terkirim" in jalankan()
    surat = {tujuan: message_from_string(isi, policy=default) for tujuan, isi in kotak.surat}
    milik = surat["operator@contoh.go.id"]
    assert (milik["Subject"], milik["From"]) == ("SAKIP: 1 hal lewat tenggat", "sakip@contoh.go.id")
    assert milik["Auto-Submitted"] == "auto-generated"
    tujuan = reverse("beranda:tugas", args=[kantor.unit.kode, TAHUN])
    isi = milik.get_content()
    assert isi == (
        "Yth. k-operator,\n\n"
        "Lewat tenggat\n"
        "- Isi realisasi Triwulan I 2024\n  Dinas Uji\n  tenggat 10 April 2024, lewat 3 hari\n\n"
        f"{ALAMAT}{tujuan}\n\n"
        "Surel ini dikirim otomatis dan berhenti sendiri begitu pekerjaannya selesai.\n"
        "Alamat surel Anda diatur di Akun saya.\n"
    )
    atasan = surat["perencana@contoh.go.id"].get_content()
    assert "Lewat tenggat, menunggu yang lain\n- Isi realisasi Triwulan I 2024" in atasan
    assert isi.count("https://") == atasan.count("https://") == 1


def test_sekali_sehari_dan_dicatat(kantor, kotak, jam):
    jam.pada(-3)
    jalankan()
    assert "0 surat terkirim" in jalankan()
    assert penerima(kotak) == ["operator"]
    baris = Pengingat.objects.get()
    assert (baris.penerima, baris.hal) == (kantor["operator"], "dinas-uji/2024/isi/1")
    assert (baris.tanggal, baris.tenggat, baris.jenjang) == (date(2024, 4, 7), date(2024, 4, 10), 1)
    assert baris.hasil.sebab == ""


def test_terbunuh_di_tengah_tidak_mengirim_dua_kali(kantor, kotak, jam, monkeypatch):
    """The row is written before the letter goes: what was killed in between waits for tomorrow."""

    class Terbunuh(BaseException):
        pass

    def bunuh(*_args: object) -> str:
        raise Terbunuh

    jam.pada(-3)
    with monkeypatch.context() as terbatas:
        terbatas.setattr(kirim, "_kirim", bunuh)
        with pytest.raises(Terbunuh):
            jalankan()
    assert (Pengingat.objects.count(), HasilPengingat.objects.count()) == (1, 0)
    jalankan()
    assert penerima(kotak) == []
    jam.pada(-2)
    assert "1 pengingat hari lalu terhenti sebelum jelas terkirim" in jalankan()
    assert penerima(kotak) == ["operator"]


@pytest.mark.parametrize("cara", ["ditolak", "putus"])
def test_satu_alamat_gagal_tidak_menahan_yang_lain(cara, kantor, kotak, jam):
    getattr(kotak, cara).add("operator@contoh.go.id")
    jam.pada(3)
    with pytest.raises(CommandError, match=r"1 surat gagal. uji-k-operator: .* \(?") as salah:
        jalankan()
    assert "contoh.go.id" not in str(salah.value)
    assert penerima(kotak) == ["perencana"]
    sebab = HasilPengingat.objects.get(pengingat__penerima=kantor["operator"]).sebab
    assert (
        sebab
        == {
            "ditolak": "alamatnya ditolak server surel (550)",
            "putus": "server surel tidak dapat dihubungi (SMTPServerDisconnected)",
        }[cara]
    )
    getattr(kotak, cara).clear()
    jam.pada(4)
    jalankan()
    assert penerima(kotak) == ["operator"]


def test_satu_unit_yang_rusak_tidak_menahan_yang_lain(kantor, kotak, jam, caplog):
    """Told by the exit, by name, and in the log."""
    rusak = Unit.objects.get(kode="dinas-sebelah")
    buat_versi(rusak)
    milik = Rekomendasi.objects.create(
        unit=rusak, sumber="lhp_apip", tahun=2022, nomor_sumber="700/1", urutan=1, uraian="SOP.",
    )  # fmt: skip
    RencanaTindakLanjut.objects.create(
        rekomendasi=milik, urutan=1, uraian="SOP.", unit=rusak, jenis_target="bulan", bulan=12,
        sejak=date.max,
    )  # fmt: skip
    jam.pada(0)
    with pytest.raises(CommandError, match=r"1 unit tidak terbaca, lihat log\. dinas-sebelah 2024"):
        jalankan()
    assert penerima(kotak) == ["operator"]
    (catatan,) = [satu for satu in caplog.records if satu.exc_info]
    baris = json.loads(PenulisJson().format(catatan))
    assert (baris["unit"], baris["tahun"]) == ("dinas-sebelah", TAHUN)
    with pytest.raises(CommandError, match="dinas-sebelah 2024"):
        jalankan("--uji")


def test_server_mati_tidak_menghabiskan_jatah_hari_itu(kantor, kotak, jam, settings):
    jam.pada(-3)
    benar, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    with pytest.raises(CommandError, match="Server surel tidak dapat dihubungi"):
        jalankan()
    assert Pengingat.objects.count() == 0
    settings.EMAIL_PORT = benar
    jalankan()
    assert penerima(kotak) == ["operator"]


def test_tanpa_server_hanya_di_aplikasi(kantor, settings):
    settings.EMAIL_HOST = ""
    assert "pengingat hanya tampil di aplikasi" in jalankan()
    assert Pengingat.objects.count() == 0


def test_uji_tidak_mengirim(kantor, kotak, jam):
    jam.pada(-30)
    keluaran = jalankan("--uji", "--tanggal", "2024-04-13")
    assert "--- uji-k-operator (operator@contoh.go.id)" in keluaran
    assert "--- uji-k-operator-2 (tanpa surel, hanya di aplikasi)" in keluaran
    assert "lewat 3 hari" in keluaran
    assert penerima(kotak) == []
    assert Pengingat.objects.count() == 0
    with pytest.raises(CommandError, match="--uji"):
        jalankan("--tanggal", "2024-04-13")


def test_akun_mati_tidak_dikirimi(kantor, kotak, jam):
    Pengguna.objects.filter(pk=kantor["operator"].pk).update(is_active=False)
    jam.pada(-3)
    jalankan()
    assert penerima(kotak) == []


def pita(kantor: Kantor, siapa: str, halaman: str = "tugas") -> str:
    tujuan = reverse(f"beranda:{halaman}", args=[kantor.unit.kode, TAHUN])
    teks = sebagai(kantor, siapa).get(tujuan).text
    if 'id="judul-pengingat"' not in teks:
        return ""
    return teks.partition('id="judul-pengingat">')[2].partition("</h2>")[0]


@pytest.mark.parametrize("halaman", ["tugas", "tahun"])
def test_pita_di_halaman(halaman, kantor, jam):
    jam.pada(-20)
    assert pita(kantor, "operator", halaman) == ""
    jam.pada(-5)
    assert pita(kantor, "operator", halaman) == "Pengingat: 1 hal segera jatuh tempo"
    assert pita(kantor, "perencana", halaman) == ""
    jam.pada(4)
    assert pita(kantor, "operator", halaman) == "Pengingat: 1 hal lewat tenggat"
    assert pita(kantor, "perencana", halaman) == "Pengingat: 1 hal lewat tenggat di tangan lain"
    assert pita(kantor, "pimpinan", halaman) == pita(kantor, "pembaca", halaman) == ""


def test_giliran_memeriksa_bertenggat_kunci(kantor, jam):
    kantor.jadikan("diajukan")
    jam.pada(8)
    jawaban = sebagai(kantor, "perencana").get(
        reverse("beranda:tugas", args=[kantor.unit.kode, TAHUN])
    )
    (dekat,) = jawaban.context["pengingat"].dekat
    assert dekat.tugas.nama == "Verifikasi realisasi Triwulan I 2024"
    assert dekat.ingatan.hal.tenggat == date(2024, 4, 20)


def test_yang_terkunci_disebut(kantor, kotak, jam):
    jam.pada(12)
    jalankan()
    isi = dict(kotak.surat)["operator@contoh.go.id"]
    assert "terkunci; minta perpanjangan" in isi.replace("=\n", "")


def test_tindak_lanjut_ikut_diingatkan(kantor, kotak, jam):
    """Of an earlier year and still open: told once, though two years are looked at."""
    milik = Rekomendasi.objects.create(
        unit=kantor.unit, sumber="lhp_apip", tahun=2022, nomor_sumber="700/1", urutan=1,
        uraian="Menyusun SOP.",
    )  # fmt: skip
    RencanaTindakLanjut.objects.create(
        rekomendasi=milik, urutan=1, uraian="SOP pengumpulan data", unit=kantor.bidang,
        jenis_target="tanggal", tanggal=TENGGAT.date(),
    )  # fmt: skip
    jam.pada(0)
    jalankan()
    surat = {tujuan: message_from_string(isi, policy=default) for tujuan, isi in kotak.surat}
    isi = surat["operator@contoh.go.id"].get_content()
    assert isi.count("Laporkan tindak lanjut: SOP pengumpulan data") == 1
    assert "tenggat 10 April 2024, hari ini" in isi
    assert "perencana@contoh.go.id" not in surat


def test_pemantau_menuju_rekomendasinya(kantor, jam):
    """Who watches reads the recommendation: the form of the report belongs to the bidang."""
    milik = Rekomendasi.objects.create(
        unit=kantor.unit, sumber="lhp_apip", tahun=2022, nomor_sumber="700/1", urutan=1,
        uraian="Menyusun SOP.",
    )  # fmt: skip
    RencanaTindakLanjut.objects.create(
        rekomendasi=milik, urutan=1, uraian="SOP pengumpulan data", unit=kantor.bidang,
        jenis_target="tanggal", tanggal=TENGGAT.date(),
    )  # fmt: skip
    Jendela.objects.all().delete()
    jam.pada(6)
    (bahan,) = (
        satu
        for satu in bahan_setiap_orang(kantor.unit, TAHUN, jam.kini, tindak_lanjut=True)
        if satu.pengguna == kantor["pimpinan"]
    )
    (ingatan,) = ingatan_tugas(bahan)
    tujuan = reverse("evaluasi:rekomendasi-satu", args=[kantor.unit.kode, TAHUN, milik.pk])
    assert (ingatan.ingatan.sendiri, ingatan.tugas.alamat) == (False, tujuan)
    assert sebagai(kantor, "pimpinan").get(tujuan).status_code == 200


def test_tindak_lanjut_yang_terlambat_naik_jenjang(kantor, kotak, jam):
    milik = Rekomendasi.objects.create(
        unit=kantor.unit, sumber="lhp_apip", tahun=2022, nomor_sumber="700/1", urutan=1,
        uraian="Menyusun SOP.",
    )  # fmt: skip
    RencanaTindakLanjut.objects.create(
        rekomendasi=milik, urutan=1, uraian="SOP pengumpulan data", unit=kantor.bidang,
        jenis_target="tanggal", tanggal=TENGGAT.date(),
    )  # fmt: skip
    Jendela.objects.all().delete()
    didengar = {}
    for lambat in (3, 6, 12):
        jam.pada(lambat)
        kotak.surat.clear()
        jalankan()
        didengar[lambat] = penerima(kotak)
    assert didengar == {
        3: ["operator", "perencana"],
        6: ["operator", "perencana", "pimpinan"],
        12: ["operator", "organisasi", "perencana", "pimpinan"],
    }
