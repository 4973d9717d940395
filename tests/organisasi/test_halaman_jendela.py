"""The pages of the windows: five periods a year, their usual dates, their state in words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from sakip.lib import waktu
from sakip.organisasi.models import Jendela, Pemda, Pengecualian
from sakip.organisasi.peran import Peran
from tests.organisasi.alat import JejakBaru, isian, kirim, tak_berubah
from tests.pemeran import buat_orang

ALAMAT = "/pemda/kota-pasuruan/jendela/2024/"
TW1 = f"{ALAMAT}pengisian/3/"
DETIK = timedelta(seconds=1)
ZONA = {"Asia/Jakarta": (7, "WIB"), "Asia/Makassar": (8, "WITA"), "Asia/Jayapura": (9, "WIT")}


@pytest.fixture(autouse=True)
def tanpa_jendela_contoh(pasuruan) -> None:
    """The example keeps one open, to be tried; here none is set but by the test."""
    Jendela.objects.all().delete()


@pytest.fixture
def jam(monkeypatch):
    def setel(saat: datetime) -> None:
        monkeypatch.setattr(waktu, "sekarang", lambda: saat)

    return setel


@pytest.fixture
def bagian(pemeran, client) -> Client:
    client.force_login(pemeran["bagian_organisasi"])
    return client


def setempat(jam_zona: int, bulan: int, hari: int, jam: int = 0, menit: int = 0) -> datetime:
    """A time of day of 2024 so many hours ahead of UTC."""
    return datetime(2024, bulan, hari, jam, menit, tzinfo=UTC) - timedelta(hours=jam_zona)


def buat_jendela(pemda: Pemda, *, jam_zona: int = 7, bulan: int = 3) -> Jendela:
    """Opens 1 April at midnight, on time until the 10th 23.59, accepted until the 20th 23.59."""
    return Jendela.objects.create(
        pemda=pemda, jenis="pengisian", tahun=2024, bulan=bulan,
        buka=setempat(jam_zona, 4, 1),
        tenggat=setempat(jam_zona, 4, 10, 23, 59),
        kunci=setempat(jam_zona, 4, 20, 23, 59),
    )  # fmt: skip


def baris(client: Client, alamat: str = ALAMAT) -> dict[str, object]:
    return {b.sebutan: b for b in client.get(alamat).context["daftar"]}


def test_lima_jendela_setahun_dan_yang_belum_diatur_tertutup(bagian):
    jawaban = bagian.get(ALAMAT)
    assert [b.sebutan for b in jawaban.context["daftar"]] == [
        "Pengisian Triwulan I 2024",
        "Pengisian Triwulan II 2024",
        "Pengisian Triwulan III 2024",
        "Pengisian Triwulan IV 2024",
        "Evaluasi AKIP 2024",
    ]
    assert jawaban.text.count("belum diatur, sehingga tertutup") == 5


def test_tahun_ini_menurut_zona_pemda(pemeran, client, jam):
    """New Year begins two hours earlier in Jayapura."""
    jam(datetime(2030, 12, 31, 15, 30, tzinfo=UTC))
    luar = buat_orang("organisasi-luar", Peran.BAGIAN_ORGANISASI, pemeran.unit_luar)
    for orang, pemda, tahun in (
        (pemeran["bagian_organisasi"], "kota-pasuruan", 2030),
        (luar, "kab-luar", 2031),
    ):
        client.force_login(orang)
        jawaban = client.get(f"/pemda/{pemda}/jendela/")
        assert jawaban["Location"] == f"/pemda/{pemda}/jendela/{tahun}/"


@pytest.mark.parametrize(
    ("jalur", "awal"),
    [
        ("pengisian/3/", ("01/04/2024 00.00", "10/04/2024 23.59", "20/04/2024 23.59")),
        ("pengisian/12/", ("01/01/2025 00.00", "10/01/2025 23.59", "20/01/2025 23.59")),
        ("evaluasi/12/", ("01/04/2025 00.00", "30/06/2025 23.59", "31/07/2025 23.59")),
    ],
)
@pytest.mark.parametrize("zona", ZONA)
def test_usulan_terisi_menurut_jam_setempat(zona, jalur, awal, bagian, pemeran):
    Pemda.objects.filter(pk=pemeran.unit.pemda_id).update(zona=zona)
    usul = isian(bagian.get(f"{ALAMAT}{jalur}"))
    assert tuple(usul[nama] for nama in ("buka", "tenggat", "kunci")) == awal
    jawaban = kirim(bagian, f"{ALAMAT}{jalur}")
    assert jawaban["Location"] == ALAMAT
    selisih = timedelta(hours=ZONA[zona][0])
    jendela = Jendela.objects.get()
    assert f"{jendela.buka + selisih:%d/%m/%Y %H.%M}" == awal[0]
    assert f"{jendela.kunci + selisih:%d/%m/%Y %H.%M}" == awal[2]
    assert f"pukul 00.00 {ZONA[zona][1]}" in bagian.get(ALAMAT).text


# days and hours of the pemda, each up to its last second
TEPI = [
    ((4, 1, 0, 0), -DETIK, "belum dibuka"),
    ((4, 1, 0, 0), 0 * DETIK, "terbuka"),
    ((4, 10, 23, 59), 0 * DETIK, "terbuka"),
    ((4, 10, 23, 59), DETIK, "lewat tenggat, masih diterima"),
    ((4, 20, 23, 59), 0 * DETIK, "lewat tenggat, masih diterima"),
    ((4, 20, 23, 59), DETIK, "terkunci"),
]


@pytest.mark.parametrize(("saat", "geser", "kata"), TEPI)
@pytest.mark.parametrize("zona", ZONA)
def test_keadaan_dalam_kata_di_tepi(zona, saat, geser, kata, bagian, pemeran, jam):
    pemda = pemeran.unit.pemda
    Pemda.objects.filter(pk=pemda.pk).update(zona=zona)
    buat_jendela(pemda, jam_zona=ZONA[zona][0])
    jam(setempat(ZONA[zona][0], *saat) + geser)
    isi = bagian.get(ALAMAT).text
    keadaan = isi.split('data-label="Keadaan">')[1].split("</td>")[0]
    assert f">{kata}<" in keadaan


def test_yang_dikecualikan_dihitung_selama_berlaku(bagian, pemeran, jam):
    jendela = buat_jendela(pemeran.unit.pemda)
    for unit, hari in ((pemeran.unit, 1), (pemeran.unit_lain, 5)):
        Pengecualian.objects.create(
            jendela=jendela, unit=unit, sampai=jendela.kunci + timedelta(days=hari),
            alasan="listrik padam", dibuka_oleh=pemeran["bagian_organisasi"],
        )  # fmt: skip
    for hari, banyak in ((1, 2), (2, 1), (6, 0)):
        jam(jendela.kunci + timedelta(days=hari))
        assert baris(bagian)["Pengisian Triwulan I 2024"].dikecualikan == banyak
        assert ("unit dikecualikan" in bagian.get(ALAMAT).text) == bool(banyak)


def test_jendela_diubah_lewat_formulir(bagian, pemeran):
    buat_jendela(pemeran.unit.pemda)
    jejak = JejakBaru()
    jawaban = kirim(bagian, TW1, kunci="25 April 2024 12.00")
    assert jawaban["Location"] == ALAMAT
    assert Jendela.objects.get().kunci == setempat(7, 4, 25, 12)
    assert jejak.satu().sesudah == {"kunci": "2024-04-25T05:00:00Z"}


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"tenggat": "31/03/2024 23.59"}, "Urutannya: buka, lalu tenggat, lalu kunci."),
        ({"kunci": "09/04/2024 23.59"}, "Urutannya: buka, lalu tenggat, lalu kunci."),
        ({"buka": "1/4"}, "1/4"),
        ({"buka": ""}, "Isi Dibuka."),
    ],
)
def test_tanggal_yang_salah_dijelaskan(ubah, pesan, bagian):
    with tak_berubah():
        jawaban = kirim(bagian, TW1, **ubah)
    assert jawaban.status_code == 200
    assert pesan in jawaban.text


def test_dua_orang_mengatur_jendela_yang_sama(bagian, pemeran):
    """Both opened it while it was not set; the second compares and nothing typed is lost."""
    rekan = Client()
    rekan.force_login(buat_orang("rekan", Peran.BAGIAN_ORGANISASI, pemeran.unit))
    punya_rekan = isian(rekan.get(TW1))
    kirim(bagian, TW1, kunci="25/04/2024 23.59")
    with tak_berubah():
        jawaban = rekan.post(TW1, punya_rekan | {"kunci": "30/04/2024 23.59"})
    assert jawaban.status_code == 409
    assert "Belum tersimpan" in jawaban.text
    assert "bagian_organisasi menyimpan perubahan" in jawaban.text
    lanjutan = isian(jawaban)
    assert lanjutan["kunci"] == "30/04/2024 23.59"
    assert rekan.post(TW1, lanjutan)["Location"] == ALAMAT
    assert Jendela.objects.get().kunci == setempat(7, 4, 30, 23, 59)


def test_kirim_dua_kali_satu_jendela(bagian):
    data = isian(bagian.get(TW1))
    jejak = JejakBaru()
    alamat = [bagian.post(TW1, data)["Location"] for _ in range(2)]
    assert alamat == [ALAMAT] * 2
    assert (Jendela.objects.count(), len(jejak.baris())) == (1, 1)


def test_pengecualian_lewat_formulir(bagian, pemeran, jam):
    jendela = buat_jendela(pemeran.unit.pemda)
    jam(jendela.kunci)
    alamat = f"/pemda/kota-pasuruan/jendela/{jendela.pk}/pengecualian/baru/"
    isi = {"unit": pemeran.unit.pk, "sampai": "22/04/2024 12.00", "alasan": "listrik padam"}
    assert kirim(bagian, alamat, **isi)["Location"] == TW1
    (milik,) = Pengecualian.objects.all()
    assert (milik.sampai, milik.dibuka_oleh) == (
        setempat(7, 4, 22, 12), pemeran["bagian_organisasi"],
    )  # fmt: skip
    assert "listrik padam" in bagian.get(TW1).text
    ubah = f"/pemda/kota-pasuruan/pengecualian/{milik.pk}/"
    kirim(bagian, ubah, sampai="23/04/2024 12.00", unit=pemeran.unit_lain.pk)
    (milik,) = Pengecualian.objects.all()
    assert (milik.sampai, milik.unit) == (setempat(7, 4, 23, 12), pemeran.unit)


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"sampai": "20/04/2024 23.59"}, "Jendela baru dikunci 20 April 2024 pukul 23.59 WIB"),
        ({"sampai": "21/04/2024 00.00"}, "Waktu ini sudah lewat"),
        ({"alasan": " "}, "Alasan"),
        ({"unit": ""}, "Unit"),
    ],
)
def test_pengecualian_yang_salah_dijelaskan(ubah, pesan, bagian, pemeran, jam):
    jendela = buat_jendela(pemeran.unit.pemda)
    jam(jendela.kunci + timedelta(days=1))
    alamat = f"/pemda/kota-pasuruan/jendela/{jendela.pk}/pengecualian/baru/"
    isi = {"unit": pemeran.unit.pk, "sampai": "25/04/2024 12.00", "alasan": "listrik padam"}
    with tak_berubah():
        jawaban = kirim(bagian, alamat, **(isi | ubah))
    assert jawaban.status_code == 200
    assert pesan in jawaban.text.split("ringkasan-galat")[-1]
    assert jawaban.context["form"].errors


def test_unit_pemda_lain_tidak_dapat_dipilih(bagian, pemeran, jam):
    jendela = buat_jendela(pemeran.unit.pemda)
    jam(jendela.kunci)
    alamat = f"/pemda/kota-pasuruan/jendela/{jendela.pk}/pengecualian/baru/"
    isi = {"unit": pemeran.unit_luar.pk, "sampai": "25/04/2024 12.00", "alasan": "x"}
    with tak_berubah():
        jawaban = kirim(bagian, alamat, **isi)
    assert list(jawaban.context["form"].errors) == ["unit"]
    assert pemeran.unit_luar.nama not in jawaban.text


@pytest.mark.parametrize(
    "jalur",
    [
        "1999/",
        "2101/",
        "2024/pengisian/5/",
        "2024/evaluasi/3/",
        "2024/lain/3/",
        "2024/evaluasi/99/",
    ],
)
def test_periode_yang_tidak_ada(jalur, bagian):
    assert bagian.get(f"/pemda/kota-pasuruan/jendela/{jalur}").status_code == 404


@pytest.mark.parametrize(("tahun", "lain"), [(2000, [2001]), (2024, [2023, 2025]), (2100, [2099])])
def test_ke_tahun_lain_selama_ada(tahun, lain, bagian):
    jawaban = bagian.get(f"/pemda/kota-pasuruan/jendela/{tahun}/")
    assert jawaban.context["tahun_lain"] == lain
    for satu in lain:
        assert f"/pemda/kota-pasuruan/jendela/{satu}/" in jawaban.text


@pytest.mark.parametrize("banyak", [1, 3])
def test_banyaknya_kueri_tetap(banyak, bagian, pemeran, django_assert_num_queries):
    for bulan in (3, 6, 9)[:banyak]:
        jendela = buat_jendela(pemeran.unit.pemda, bulan=bulan)
        for unit in (pemeran.unit, pemeran.unit_lain)[:banyak]:
            Pengecualian.objects.create(
                jendela=jendela, unit=unit, sampai=jendela.kunci + DETIK, alasan="x",
                dibuka_oleh=pemeran["bagian_organisasi"],
            )  # fmt: skip
    with django_assert_num_queries(6):
        bagian.get(ALAMAT)
    with django_assert_num_queries(8):
        bagian.get(TW1)
