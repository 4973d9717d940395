"""The page of the Perjanjian Kinerja, against the Lampiran of the example's report."""

from datetime import date

import pytest

from perencanaan.dokumen.susun import susun_perjanjian
from perencanaan.models import PerjanjianKinerja, PkProgram
from sakip.organisasi.models import Pengguna
from tests.berkas import contoh
from tests.perencanaan.halaman import alamat, angka_bersama, indikator_strategis, konteks
from tests.perencanaan.pabrik import buat_perjanjian
from tests.perencanaan.pabrik_rencana import anggarkan, buat_simpul, janjikan

# Lampiran 2 of the LKjIP 2023: the money of each program before and after the change
LAMPIRAN_2 = {
    "8.01.02": ("508.791.760", "583.791.760", "+75.000.000"),
    "8.01.03": ("1.081.564.580", "1.814.924.500", "+733.359.920"),
    "8.01.04": ("191.728.000", "126.417.200", "-65.310.800"),
    "8.01.05": ("860.901.100", "954.803.100", "+93.902.000"),
    "8.01.06": ("3.596.798.340", "3.894.574.360", "+297.776.020"),
    "8.01.01": ("4.227.640.044", "4.068.716.022", "-158.924.022"),
}
JUMLAH = ("10.467.423.824", "11.443.226.942", "+975.803.118")


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def tiga(baris) -> tuple[str, ...]:
    return tuple(str(satu) for satu in (baris.sebelum, baris.sesudah, baris.selisih))


def test_pagu_sebelum_dan_sesudah_seperti_lampiran_2(pembaca):
    isi = konteks(pembaca.get(alamat("perjanjian")))
    assert {baris.milik.simpul.kode: tiga(baris) for baris in isi["pagu"]} == LAMPIRAN_2
    assert tiga(isi["jumlah_pagu"]) == JUMLAH


def test_perjanjian_murni_seperti_lampiran_1(pembaca):
    isi = konteks(pembaca.get(alamat("perjanjian"), {"versi": "1"}))
    assert [str(baris.sesudah) for baris in isi["janji"]] == [
        "90%", "73,14", "100%", "76,05", "3%", "-", "20%",
    ]  # fmt: skip
    assert {(baris.sebelum, baris.perubahan) for baris in isi["janji"]} == {(None, "tetap")}
    assert str(isi["pagu"][0].sesudah) == "537.138.900"
    assert tiga(isi["jumlah_pagu"]) == ("None", "10.467.423.824", "None")


def test_janji_perubahan(pembaca):
    """Targets stay; one indikator was renamed, which the page says in words."""
    jawaban = pembaca.get(alamat("perjanjian"))
    isi = konteks(jawaban)
    assert {str(b.sebelum) for b in isi["janji"]} == {str(b.sesudah) for b in isi["janji"]}
    (berubah,) = (baris for baris in isi["janji"] if not baris.tetap)
    assert berubah.perubahan == "nama berubah"
    assert berubah.nama_lama == "Persentase temuan yang ditindaklanjuti"
    assert '<span class="tanda-ubah">nama berubah</span>' in jawaban.text


@pytest.mark.parametrize("ke", [1, 2])
def test_angka_sama_dengan_dokumennya(ke, pembaca, pasuruan):
    sama = angka_bersama(
        pembaca.get(alamat("perjanjian"), {"versi": str(ke)}), susun_perjanjian(pasuruan, 2023, ke)
    )
    assert len(sama) == {1: 14, 2: 28}[ke]
    assert {kunci: isi for kunci, isi in sama.items() if isi[0] != isi[1]} == {}


def test_siapa_berjanji_kepada_siapa(pembaca):
    jawaban = pembaca.get(alamat("perjanjian"))
    milik = jawaban.context["perjanjian"]
    assert (milik.ke, milik.tanggal_tanda_tangan) == (2, date(2023, 10, 2))
    for kata in (
        milik.nama,
        milik.atasan_nama,
        "Wali Kota Pasuruan",
        "Pasuruan, 02 Oktober 2023",
        "perubahan alokasi anggaran), 29 September 2023",
        f"NIP •••• {milik.nip[-4:]}",
        milik.dokumen.sidik,
    ):
        assert kata in jawaban.text
    assert milik.nip not in jawaban.text.replace(" ", "")


def test_linimasa_versi(pembaca):
    isi = konteks(pembaca.get(alamat("perjanjian"), {"versi": "1"}))
    assert [(s.nama, s.ket, s.nomor, s.kini, s.keadaan) for s in isi["pilihan"]] == [
        ("Versi 1: Murni", "ditandatangani 02 Januari 2023", 1, True, "ditetapkan"),
        ("Versi 2: Perubahan", "ditandatangani 02 Oktober 2023", None, False, "ditetapkan"),
    ]


@pytest.mark.parametrize("tahun", [2024, 2026])
def test_tahun_tanpa_perjanjian(tahun, pembaca):
    teks = pembaca.get(alamat("perjanjian", tahun)).text
    assert f"Belum ada Perjanjian Kinerja {tahun}" in teks
    assert f'href="{alamat("renstra", tahun)}"' in teks


@pytest.mark.parametrize(
    ("tahun", "kata"),
    [
        (2023, "Versi 7 Perjanjian Kinerja Badan Kesatuan Bangsa dan Politik Kota Pasuruan tahun 2023 tidak ada. Yang ada: 1, 2."),
        (2024, "Yang ada: belum ada."),
    ],
)  # fmt: skip
def test_versi_yang_tidak_ada(tahun, kata, pembaca):
    jawaban = pembaca.get(alamat("perjanjian", tahun), {"versi": "7"})
    assert jawaban.status_code == 404
    assert kata in jawaban.text


def test_unduhan_yang_tidak_terbit_sebagai_pdf(pembaca):
    """The example's agreements were issued as data alone."""
    halaman = pembaca.get(alamat("perjanjian")).text
    assert "berkas PDF tidak ikut diterbitkan" in halaman
    assert "Unduh dokumen terbit" not in halaman
    jawaban = pembaca.get(alamat("perjanjian-unduh", ke=2))
    assert jawaban.status_code == 404
    assert "Dokumen ini tidak diterbitkan dalam bentuk PDF." in jawaban.text


def test_unduhan_adalah_byte_yang_terbit(pembaca, pasuruan):
    janjikan(pasuruan, date(2024, 1, 2), {indikator_strategis(pasuruan, 2024)[0]: "70"})
    halaman = pembaca.get(alamat("perjanjian", 2024)).text
    unduhan = alamat("perjanjian-unduh", 2024, ke=1)
    assert f'href="{unduhan}">Unduh dokumen terbit' in halaman
    jawaban = pembaca.get(unduhan)
    assert jawaban.content == contoh.pdf()
    assert jawaban["Content-Disposition"] == (
        'attachment; filename="perjanjian-kinerja-pasuruan-bakesbangpol-2024-v1.pdf"'
    )


@pytest.mark.parametrize("ke", [7, 99999999999999999999])
def test_unduhan_versi_yang_tidak_ada(ke, pembaca):
    jawaban = pembaca.get(alamat("perjanjian-unduh", ke=ke))
    assert jawaban.status_code == 404
    assert "Yang ada: 1, 2." in jawaban.text


@pytest.fixture
def berubah(pasuruan) -> list[PerjanjianKinerja]:
    """2024: a signed agreement, and the draft of its change: raised, kept, dropped, new."""
    naik, tetap, lepas, baru = indikator_strategis(pasuruan, 2024)[:4]
    murni, perubahan = anggarkan(pasuruan, 2024, ("murni", None), ("perubahan", None))
    awal = janjikan(
        pasuruan, date(2024, 1, 2), {naik: "70", tetap: "80", lepas: "-"}, anggaran_sesudah=murni
    )
    draf = janjikan(
        pasuruan,
        date(2024, 9, 1),
        {naik: "75", tetap: "80", baru: "10"},
        "draf",
        anggaran_sebelum=murni,
        anggaran_sesudah=perubahan,
    )
    simpul = buat_simpul(naik.renstra_versi, "program", kode="8.01.09")
    PkProgram.objects.create(
        perjanjian=draf, simpul=simpul, urutan=1, nama="Program baru", sesudah=100
    )
    return [awal, draf]


def test_perubahan_dalam_kata(berubah, pembaca):
    jawaban = pembaca.get(alamat("perjanjian", 2024), {"versi": "2"})
    isi = konteks(jawaban)
    assert [(str(b.sebelum), str(b.sesudah), b.perubahan) for b in isi["janji"]] == [
        ("70", "75", "target berubah"),
        ("80", "80", "tetap"),
        ("-", "10%", "baru"),
        ("-", "-", "dilepas"),
    ]
    assert isi["janji"][2].sebelum.alasan == "Tidak ada pada Perjanjian Kinerja sebelumnya."
    assert isi["janji"][3].sesudah.alasan == "Tidak lagi diperjanjikan."
    assert "Belum terbit: draf." in jawaban.text


def test_program_tanpa_anggaran_sebelumnya(berubah, pembaca):
    """What is not known makes no difference of its own; the total is of what is known."""
    isi = konteks(pembaca.get(alamat("perjanjian", 2024), {"versi": "2"}))
    assert tiga(isi["pagu"][0]) == ("-", "100", "-")
    assert isi["pagu"][0].selisih.alasan == "Belum mempunyai anggaran sebelumnya."
    assert tiga(isi["jumlah_pagu"]) == ("0", "100", "+100")


def test_yang_berlaku_dibuka_bukan_drafnya(berubah, pembaca):
    awal, draf = berubah
    assert pembaca.get(alamat("perjanjian", 2024)).context["perjanjian"] == awal
    isi = pembaca.get(alamat("perjanjian", 2024), {"versi": "2"})
    assert isi.context["perjanjian"] == draf
    assert "draf" in isi.text
    terbit = pembaca.get(alamat("perjanjian-unduh", 2024, ke=2))
    assert terbit.status_code == 404
    assert "belum ditetapkan, sehingga belum ada dokumen yang terbit." in terbit.text


def test_draf_pertama_dibuka_bila_belum_ada_yang_berlaku(pasuruan, pembaca):
    (anggaran,) = anggarkan(pasuruan, 2024, ("murni", None))
    draf = buat_perjanjian(anggaran)
    jawaban = pembaca.get(alamat("perjanjian", 2024))
    assert jawaban.context["perjanjian"] == draf
    for kata in ("Belum ditandatangani.", "Belum ada indikator di dalamnya.", "Belum ada program"):
        assert kata in jawaban.text


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pasuruan, pembaca, django_assert_num_queries):
    milik = indikator_strategis(pasuruan, 2024)[:banyaknya]
    for hari in (date(2024, 1, 2), date(2024, 9, 1)):
        perjanjian = janjikan(pasuruan, hari, dict.fromkeys(milik, "10"))
        for urutan in range(1, banyaknya + 1):
            simpul = buat_simpul(milik[0].renstra_versi, "program", kode=str(urutan))
            PkProgram.objects.create(
                perjanjian=perjanjian, simpul=simpul, urutan=urutan, nama="Program", sesudah=100
            )
    with django_assert_num_queries(11):
        assert pembaca.get(alamat("perjanjian", 2024)).status_code == 200


def test_dari_mana_selisih_ini(pembaca):
    isi = konteks(pembaca.get(alamat("perjanjian")))
    jawaban = pembaca.get(alamat("perjanjian"), {"angka": isi["pagu"][0].selisih.kunci})
    asal = jawaban.context["asal"]
    assert [satu.angka.tampil for satu in asal.dari] == ["508.791.760", "583.791.760"]
    for kata in (
        "Aturan: sesudah − sebelum",
        "Perjanjian Kinerja Perubahan 2023: ditandatangani",
        "Anggaran Pergeseran 2023",
        "Anggaran Perubahan 2023",
    ):
        assert kata in jawaban.text
