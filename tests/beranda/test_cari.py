"""Finding things by their words: what is found, where it leads, and what is never shown."""

import pytest
from django.urls import reverse

from pelaporan.models import Laporan
from perencanaan.models import IndikatorVersi, RenstraVersi, Simpul
from sakip.beranda.cari import Potongan, rapikan, tandai
from sakip.organisasi.models import Pengguna
from tests.pelaporan.alat_terbit import terbitkan
from tests.perencanaan.pabrik import buat_anggaran, buat_indikator, buat_perjanjian, buat_versi
from tests.perencanaan.pabrik_rencana import buat_simpul, rumuskan


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def alamat(tahun: int = 2023, kode: str = "pasuruan-bakesbangpol") -> str:
    return reverse("beranda:cari", kwargs={"kode": kode, "tahun": tahun})


def tulisan(potongan) -> str:
    return "".join(satu.teks for satu in potongan)


def temuan(jawaban) -> dict[str, list[tuple[str, str]]]:
    """By kind: what each find is called and where it leads."""
    return {
        satu.nama: [(tulisan(h.judul), h.alamat) for h in satu.hasil]
        for satu in jawaban.context["kelompok"]
    }


def cari(pembaca, teks: str, tahun: int = 2023, **isian: object):
    return pembaca.get(alamat(tahun), {"q": teks, **isian})


@pytest.mark.parametrize(
    "teks", ["ormas aktif", "aktif ORMAS", "  Peningkatan   jumlah ormas ", "rmas yang akt"]
)
def test_semua_kata_dalam_urutan_apa_pun(teks, pembaca):
    ormas = IndikatorVersi.objects.get(
        nama="Persentase peningkatan jumlah ormas yang aktif", renstra_versi__ke=2
    )
    hasil = temuan(cari(pembaca, teks))["Indikator"]
    tujuan = f"/unit/pasuruan-bakesbangpol/2023/capaian/#indikator-{ormas.indikator_id}"
    assert (ormas.nama, tujuan) in hasil


def test_satu_kata_tidak_cukup(pembaca):
    assert temuan(cari(pembaca, "ormas antariksa")) == {}


@pytest.mark.parametrize("teks", ["8.01.04", "80104", "8.0104"])
def test_kode_dengan_dan_tanpa_titik(teks, pembaca):
    jawaban = cari(pembaca, teks)
    program = Simpul.objects.get(kode="8.01.04")
    hasil = temuan(jawaban)
    tujuan = f"/unit/pasuruan-bakesbangpol/2023/anggaran/#simpul-{program.pk}"
    assert hasil["Program"] == [(program.nama, tujuan)]
    assert [len(hasil[jenis]) for jenis in ("Kegiatan", "Sub kegiatan")] == [1, 3]
    assert "<mark>8.01.04</mark>" in jawaban.text


def test_setiap_hasil_menuju_tempat_yang_ada(pembaca):
    tujuan: dict[str, set[str]] = {}
    for teks in ("konflik", "penunjang", "meningkatnya", "koordinasi"):
        kelompok = cari(pembaca, teks).context["kelompok"]
        assert kelompok, teks
        for hasil in (satu for milik in kelompok for satu in milik.hasil):
            jalur, _, jangkar = hasil.alamat.partition("#")
            tujuan.setdefault(jalur, set()).add(jangkar)
    for jalur, jangkar in tujuan.items():
        halaman = pembaca.get(jalur)
        assert halaman.status_code == 200
        assert [satu for satu in jangkar if f'id="{satu}"' not in halaman.text] == []


@pytest.mark.parametrize(
    ("teks", "judul"),
    [
        ("pk 2023", ["Perjanjian Kinerja Perubahan 2023", "Perjanjian Kinerja 2023"]),
        ("perjanjian perubahan", ["Perjanjian Kinerja Perubahan 2023"]),
        ("rencana aksi 2023", ["Rencana Aksi 2023 versi 2", "Rencana Aksi 2023 versi 1"]),
        ("lkjip 2023", ["LKjIP 2023"]),
        ("laporan kinerja", ["LKjIP 2023"]),
    ],
)
def test_dokumen_menurut_jenis_dan_tahun(teks, judul, pembaca):
    hasil = temuan(cari(pembaca, teks))["Dokumen"]
    assert [nama for nama, _ in hasil] == judul
    for _, tujuan in hasil:
        assert pembaca.get(tujuan).status_code == 200


def test_laporan_disebut_sekali_setahun(pasuruan, pembaca):
    Laporan.objects.create(unit=pasuruan, tahun=2023, ke=7)
    assert len(temuan(cari(pembaca, "lkjip"))["Dokumen"]) == 1


def test_koreksi_yang_didraf_tidak_membatalkan_yang_terbit(pasuruan, pembaca):
    def ket() -> list[str]:
        (kelompok,) = cari(pembaca, "lkjip 2023").context["kelompok"]
        return [satu.ket for satu in kelompok.hasil]

    assert ket() == ["belum diterbitkan"]
    terbitkan(pasuruan)
    assert ket() == ["terbit"]
    for ke in (2, 7):
        draf = Laporan.objects.create(unit=pasuruan, tahun=2023, ke=ke)
        assert ket() == ["terbit"]
        draf.delete()


def test_halaman_menu_dan_unit(pembaca):
    assert temuan(cari(pembaca, "capaian"))["Halaman"] == [
        ("Capaian", "/unit/pasuruan-bakesbangpol/2023/capaian/")
    ]
    assert temuan(cari(pembaca, "ketahanan bidang"))["Unit"] == [
        ("Bidang Ketahanan Bangsa dan Kemasyarakatan", "/unit/pasuruan-bakesbangpol/2023/")
    ]


def test_halaman_yang_dikelola_hanya_bagi_pengelolanya(pembaca, client):
    assert temuan(cari(pembaca, "jendela")) == {}
    client.force_login(Pengguna.objects.get(nama_pengguna="organisasi"))
    assert [nama for nama, _ in temuan(cari(client, "jendela"))["Halaman"]] == ["Jendela pengisian"]


def test_nama_lama_sebuah_indikator(pemeran, client):
    """Found by what it was called in another version, and shown by what it is called now."""
    lama = rumuskan(buat_indikator(buat_versi(pemeran.unit_lain)), nama="Angka Sengketa Tanah")
    baru = buat_indikator(buat_versi(pemeran.unit_lain, 2, 2023), lama.indikator)
    rumuskan(baru, nama="Indeks Kerukunan")
    client.force_login(pemeran["perencana_lain"])
    (satu,) = client.get(alamat(2023, pemeran.unit_lain.kode), {"q": "sengketa"}).context[
        "kelompok"
    ]
    (hasil,) = satu.hasil
    assert (tulisan(hasil.judul), tulisan(hasil.dahulu)) == (
        "Indeks Kerukunan",
        "Angka Sengketa Tanah",
    )
    # of a year in which the old wording was in force it is simply the name
    dulu = client.get(alamat(2022, pemeran.unit_lain.kode), {"q": "sengketa"})
    (hasil,) = dulu.context["kelompok"][0].hasil
    assert (tulisan(hasil.judul), hasil.dahulu) == ("Angka Sengketa Tanah", ())


def test_hanya_versi_yang_berlaku(pasuruan, pembaca):
    """What only a later version says is not found in an earlier year."""
    assert "Program" in temuan(cari(pembaca, "8.01.04", 2022))
    assert temuan(cari(pembaca, "8.01.04", 2021)) == {}
    assert RenstraVersi.objects.filter(renstra__unit=pasuruan).count() == 2


def isi_semua(versi) -> None:
    """One thing of every kind, all named alike."""
    induk = buat_simpul(versi, "tujuan", nama="Zamrud tujuan")
    buat_simpul(versi, "sasaran", induk, nama="Zamrud sasaran")
    program = buat_simpul(versi, "program", nama="Zamrud program")
    kegiatan = buat_simpul(versi, "kegiatan", program, nama="Zamrud kegiatan")
    buat_simpul(versi, "sub_kegiatan", kegiatan, nama="Zamrud sub")
    rumuskan(buat_indikator(versi), nama="Zamrud indikator")
    unit = versi.renstra.unit
    unit.singkatan = "Zamrud"
    unit.save()
    buat_perjanjian(buat_anggaran(versi, 2023, 1))
    Laporan.objects.create(unit=unit, tahun=2023)


JENIS = ["Unit", "Dokumen", "Tujuan", "Sasaran", "Indikator", "Program", "Kegiatan", "Sub kegiatan"]


def test_hanya_unit_yang_boleh_dibaca(pemeran, client):
    """Everybody of the cast: their own, and nothing of another unit or pemda, not even a count."""
    isi_semua(buat_versi(pemeran.unit_lain))
    buat_versi(pemeran.unit_luar)
    boleh = {"perencana_lain": pemeran.unit_lain, "inspektorat": pemeran.unit_lain}
    boleh |= {"bagian_organisasi": pemeran.unit_lain}
    for nama in ("operator", "perencana", "pimpinan", "pembaca", *boleh):
        client.force_login(pemeran[nama])
        kode = pemeran.unit_lain.kode if nama == "perencana_lain" else "pasuruan-bakesbangpol"
        jawaban = client.get(alamat(2023, kode), {"q": "zamrud"})
        hasil = [satu.nama for satu in jawaban.context["kelompok"]]
        assert hasil == (JENIS if nama in boleh else []), nama
        assert jawaban.context["banyaknya"] == (len(JENIS) + 2 if nama in boleh else 0)
    client.force_login(pemeran["inspektorat_luar"])
    luar = client.get(alamat(2023, pemeran.unit_luar.kode), {"q": "zamrud"})
    assert luar.context["banyaknya"] == 0
    assert client.get(alamat(), {"q": "zamrud"}).status_code == 404


def test_unit_sendiri_lebih_dahulu(pemeran, client):
    for unit in (pemeran.unit_lain, pemeran.unit):
        versi = RenstraVersi.objects.filter(renstra__unit=unit).order_by("-ke").first()
        buat_simpul(versi or buat_versi(unit), "program", nama="Zamrud")
    client.force_login(pemeran["inspektorat"])
    for kode, lain in (
        (pemeran.unit.kode, pemeran.unit_lain),
        (pemeran.unit_lain.kode, pemeran.unit),
    ):
        (satu,) = client.get(alamat(2023, kode), {"q": "zamrud"}).context["kelompok"]
        assert [h.unit for h in satu.hasil][-1] == lain.singkatan
        assert len(satu.hasil) == 2


@pytest.mark.parametrize("teks", ["", "   ", "\x00\n"])
def test_kosong_menjelaskan_apa_yang_dapat_dicari(teks, pembaca):
    jawaban = cari(pembaca, teks)
    assert jawaban.status_code == 200
    assert "Apa yang dapat dicari" in jawaban.text
    assert 'href="?q=8.01.04"' in jawaban.text


def test_tanpa_hasil_menyarankan(pembaca):
    jawaban = cari(pembaca, "antariksa")
    assert "Tidak ada yang cocok dengan “antariksa”" in jawaban.text
    assert "Coba lebih sedikit kata" in jawaban.text


@pytest.mark.parametrize(
    "teks",
    ["%", "_", "%%%", "o_mas", "' OR 1=1 --", '"', "\\", "<b>x</b>", "antarik\x00sa", "{{ 7 }}"],
)
def test_tanda_khusus_adalah_huruf(teks, pembaca):
    """A wildcard would find everything, an unescaped sign would break the page."""
    jawaban = cari(pembaca, teks)
    assert jawaban.status_code == 200
    assert jawaban.context["banyaknya"] == 0
    assert "<b>x" not in jawaban.text


def test_tanda_khusus_yang_memang_tertulis_ditemukan(pemeran, client):
    versi = buat_versi(pemeran.unit_lain)
    for nama in ("100% kerja_sama", "100 kerja sama", 'Ruang "A" & <b>'):
        buat_simpul(versi, "program", nama=nama)
    client.force_login(pemeran["perencana_lain"])
    jalur = alamat(2023, pemeran.unit_lain.kode)
    for teks, nama in (("0% a_s", "100% kerja_sama"), ('"a" <b>', 'Ruang "A" & <b>')):
        (satu,) = client.get(jalur, {"q": teks}).context["kelompok"]
        assert [tulisan(h.judul) for h in satu.hasil] == [nama]
    isi = client.get(jalur, {"q": "<b>"}).text
    assert "Ruang &quot;A&quot; &amp; <mark>&lt;b&gt;</mark>" in isi


def test_yang_terlalu_panjang_dipotong(pembaca):
    jawaban = cari(pembaca, "konflik " + "x" * 5000)
    assert jawaban.status_code == 200
    assert "Yang dicari hanya 100 huruf pertama." in jawaban.text
    assert len(jawaban.context["teks"]) == 100


def test_kata_yang_ditemukan_ditandai(pembaca):
    assert "penurunan <mark>konflik</mark> di <mark>Kota</mark> Pasuruan" in cari(
        pembaca, "kota konflik"
    ).text  # fmt: skip


@pytest.mark.parametrize(
    ("teks", "kata", "bertanda"),
    [
        ("Ormas aktif", ("AKTIF",), "Ormas [aktif]"),
        ("aktifkan aktif", ("aktif", "aktifkan"), "[aktifkan] [aktif]"),
        ("8.01.02.2.01", ("80102",), "[8.01.02].2.01"),
        ("a.b (c)", ("(c)", "a.b"), "[a.b] [(c)]"),
        ("apa adanya", (), "apa adanya"),
        ("apa adanya", ("lain",), "apa adanya"),
    ],
)
def test_tandai(teks, kata, bertanda):
    potongan = tandai(teks, kata)
    assert "".join(f"[{p.teks}]" if p.kena else p.teks for p in potongan) == bertanda
    assert tulisan(potongan) == teks
    assert Potongan("", kena=False) not in potongan


def test_rapikan():
    assert rapikan(" a\x00\tb   c\n") == "a b c"
    assert rapikan("x" * 99 + " yz") == "x" * 99


def test_lima_puluh_sehalaman_melintasi_jenis(pemeran, client):
    versi = buat_versi(pemeran.unit_lain)
    for ke in range(60):
        buat_simpul(versi, "program", nama=f"Zamrud program {ke:02}")
    program = Simpul.objects.filter(nama__startswith="Zamrud").first()
    for ke in range(20):
        buat_simpul(versi, "kegiatan", program, nama=f"Zamrud kegiatan {ke:02}")
    client.force_login(pemeran["perencana_lain"])
    jalur = alamat(2023, pemeran.unit_lain.kode)
    halaman = [client.get(jalur, {"q": "zamrud", "halaman": n}) for n in (1, 2, 99)]
    terlihat = [
        [(k.nama, k.banyaknya, len(k.hasil)) for k in satu.context["kelompok"]] for satu in halaman
    ]
    kedua = [("Program", 60, 10), ("Kegiatan", 20, 20)]
    assert terlihat == [[("Program", 60, 50)], kedua, kedua]
    assert 'href="?q=zamrud&amp;halaman=2"' in halaman[0].text
    nama = [
        tulisan(h.judul) for satu in halaman[:2] for k in satu.context["kelompok"] for h in k.hasil
    ]
    assert len(set(nama)) == 80


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pemeran, client, django_assert_num_queries):
    """Of every kind so many, in two units."""
    versi = buat_versi(pemeran.unit_lain)
    isi_semua(versi)
    for ke in range(1, banyaknya):
        program = buat_simpul(versi, "program", nama=f"Zamrud {ke}")
        buat_simpul(versi, "kegiatan", program, nama=f"Zamrud {ke}")
        rumuskan(buat_indikator(versi), nama=f"Zamrud {ke}")
    client.force_login(pemeran["inspektorat"])
    with django_assert_num_queries(23):
        jawaban = client.get(alamat(), {"q": "zamrud"})
    assert jawaban.context["banyaknya"] == 10 + 3 * (banyaknya - 1)


def test_kotak_cari_di_setiap_halaman_unit(pembaca):
    tahun = pembaca.get(reverse("beranda:tahun", args=["pasuruan-bakesbangpol", 2023])).text
    assert f'action="{alamat()}"' in tahun
    assert 'id="bilah-cari"' not in cari(pembaca, "").text
