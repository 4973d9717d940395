"""The grid sent as a plain form: each cell by itself, and nothing typed is lost."""

from decimal import Decimal

import pytest

from pengukuran.models import KetikanIsian, Realisasi
from tests.organisasi.alat import JejakBaru, PembacaFormulir
from tests.pengukuran.alat_isian import atur_jendela, tak_berubah
from tests.pengukuran.test_halaman_isi import alamat, buka, masuk, semua

TUJUAN = alamat() + "?triwulan=1"


class PembacaIsian(PembacaFormulir):
    """The boxes of the form of entry."""

    def handle_starttag(self, tag, attrs) -> None:
        atribut = dict(attrs)
        if tag == "form":
            self.dalam = "formulir-isian" in (atribut.get("class") or "").split()
        elif self.dalam and "readonly" not in atribut:
            super().handle_starttag(tag, attrs)


def isian(jawaban) -> dict[str, str]:
    """What a browser sends back of the page that nobody changed."""
    pembaca = PembacaIsian()
    pembaca.feed(jawaban.text)
    return {nama: isi for nama, isi in pembaca.isi.items() if nama}


def kotak(kantor, kolom: str = "nilai", milik: str = "polos", bulan: int = 3) -> str:
    return f"sel-{getattr(kantor, milik).indikator_id}-{bulan}-{kolom}"


def kirim(kantor, ubah: dict[str, str], nama: str = "operator", dari=None):
    """Open the page, or go on from an earlier one, change some boxes, and send the form."""
    data = isian(dari if dari is not None else buka(kantor, nama))
    return masuk(kantor, nama).post(TUJUAN, data | ubah)


def test_yang_diubah_tersimpan_lalu_kembali_ke_halamannya(kantor):
    jejak = JejakBaru()
    jawaban = kirim(
        kantor,
        {
            kotak(kantor): "1.234,5",
            kotak(kantor, "variabel.kini", "rumus"): "1",
            kotak(kantor, "variabel.semua", "rumus"): "4 orang",
        },
    )
    assert (jawaban.status_code, jawaban["Location"]) == (302, TUJUAN)
    assert kantor.baris().nilai == Decimal("1234.5")
    assert (kantor.baris(milik="rumus").nilai, kantor.baris(milik="rumus").sumber) == (
        25,
        "formula",
    )
    assert len(jejak.baris()) == 3
    halaman = masuk(kantor, "operator").get(TUJUAN)
    assert semua(halaman)[1].hasil.tampil == "25%"


def test_pesan_menyebut_banyaknya(kantor):
    client = masuk(kantor, "operator")
    data = isian(buka(kantor))
    assert (
        "1 isian tersimpan." in client.post(TUJUAN, data | {kotak(kantor): "8"}, follow=True).text
    )
    assert "Tidak ada isian yang berubah." in client.post(TUJUAN, data, follow=True).text


def test_halaman_yang_tidak_diubah_tidak_menulis(kantor):
    kantor.isi(teks="8")
    kantor.isi("upaya", "baris satu\nbaris dua")
    with tak_berubah():
        assert kirim(kantor, {}).status_code == 302


def test_yang_meragukan_ditanyakan_dan_yang_lain_tersimpan(kantor):
    jawaban = kirim(kantor, {kotak(kantor): "1.5", kotak(kantor, "variabel.kini", "rumus"): "2"})
    assert jawaban.status_code == 200
    assert "<title>Belum tersimpan: " in jawaban.text
    assert (
        f'<a href="#{kotak(kantor)}">Indikator 1, realisasi</a>: Titik memisahkan' in jawaban.text
    )
    assert f'name="pakai" value="{kotak(kantor)}=1.500"' in jawaban.text
    assert "Maksud Anda 1,5 atau 1.500?" in jawaban.text
    assert isian(jawaban)[kotak(kantor)] == "1.5"
    assert kantor.baris(milik="rumus").pk
    assert not Realisasi.objects.filter(indikator=kantor.polos.indikator).exists()


def test_tombol_usul_mengisi_kotaknya(kantor):
    tanya = kirim(kantor, {kotak(kantor): "1.5"})
    jawaban = kirim(kantor, {"pakai": f"{kotak(kantor)}=1,5"}, dari=tanya)
    assert jawaban.status_code == 302
    assert kantor.baris().nilai == Decimal("1.5")
    assert KetikanIsian.objects.count() == 0


def test_tombol_buang_mengembalikan_yang_tersimpan(kantor):
    kantor.isi(teks="8")
    tanya = kirim(kantor, {kotak(kantor): "delapan"})
    assert KetikanIsian.objects.count() == 1
    with tak_berubah("KetikanIsian"):
        jawaban = kirim(kantor, {"buang": kotak(kantor)}, dari=tanya)
    assert jawaban.status_code == 302
    assert KetikanIsian.objects.count() == 0
    assert semua(buka(kantor))[0].kotak[0].teks == "8"


def test_yang_ditolak_dihapus_dengan_tangan(kantor):
    """What is stored, typed over the refused text: there is nothing left to bring back."""
    tanya = kirim(kantor, {kotak(kantor): "1.5"})
    with tak_berubah("KetikanIsian"):
        jawaban = kirim(kantor, {kotak(kantor): ""}, dari=tanya)
    assert jawaban.status_code == 302
    assert KetikanIsian.objects.count() == 0


def test_ketikan_pada_kotak_tertutup_dapat_dibuang(kantor):
    kirim(kantor, {kotak(kantor): "1.5"})
    atur_jendela(kantor.unit, 3, "terkunci")
    tombol = f'name="buang" value="{kotak(kantor)}"'
    assert tombol in buka(kantor).text
    with tak_berubah("KetikanIsian"):
        assert kirim(kantor, {"buang": kotak(kantor)}).status_code == 302
    assert KetikanIsian.objects.count() == 0
    assert tombol not in buka(kantor).text


def test_bentrok_dibandingkan_lalu_dipilih(kantor):
    kantor.isi(teks="8")
    dibuka = buka(kantor)
    kantor.isi(teks="9", semula="8", oleh="perencana")
    jawaban = kirim(kantor, {kotak(kantor): "7"}, dari=dibuka)
    assert jawaban.status_code == 409
    (banding,) = [k.banding for b in semua(jawaban) for k in b.kotak if k.banding]
    assert (banding.dibuka, banding.tersimpan, banding.ketikan) == ("8", "9", "7")
    assert "<dt>Tersimpan sekarang</dt><dd>9</dd>" in jawaban.text
    assert kantor.baris().nilai == 9
    assert isian(jawaban)[kotak(kantor)] == "7"
    assert kirim(kantor, {"pakai": f"{kotak(kantor)}=7"}, dari=jawaban).status_code == 302
    assert kantor.baris().nilai == 7


def test_bentrok_yang_tertinggal_tidak_menimpa_tanpa_dipilih(kantor):
    """The page opened anew and another box saved: what somebody else stored stays."""
    kantor.isi(teks="8")
    dibuka = buka(kantor)
    kantor.isi(teks="9", semula="8", oleh="perencana")
    kirim(kantor, {kotak(kantor): "7"}, dari=dibuka)
    lagi = buka(kantor)
    (banding,) = [k.banding for b in semua(lagi) for k in b.kotak if k.banding]
    assert (banding.dibuka, banding.tersimpan, banding.ketikan) == (None, "9", "7")
    assert "Saat Anda membuka" not in lagi.text
    assert isian(lagi)[kotak(kantor)] == "7"
    jawaban = kirim(kantor, {kotak(kantor, "variabel.kini", "rumus"): "2"}, dari=lagi)
    assert jawaban.status_code == 302
    assert (kantor.baris().nilai, bool(kantor.baris(milik="rumus").pk)) == (9, True)
    kirim(kantor, {kotak(kantor): "6"}, dari=buka(kantor))
    assert (kantor.baris().nilai, KetikanIsian.objects.count()) == (6, 0)


def test_sel_lain_tidak_bentrok(kantor):
    kantor.isi(teks="8")
    dibuka = buka(kantor)
    kantor.isi("upaya", "menyurati", oleh="perencana")
    assert kirim(kantor, {kotak(kantor): "7"}, dari=dibuka).status_code == 302
    assert (kantor.baris().nilai, kantor.baris().upaya) == (7, "menyurati")


def test_jendela_yang_menutup_saat_mengisi(kantor):
    dibuka = buka(kantor)
    atur_jendela(kantor.unit, 3, "terkunci")
    with tak_berubah("KetikanIsian"):
        jawaban = kirim(kantor, {kotak(kantor): "7"}, dari=dibuka)
    assert jawaban.status_code == 409
    assert "Ketikan Anda tidak hilang." in jawaban.text
    assert "minta perpanjangan kepada bagian organisasi" in jawaban.text
    # the box shows what counts, and what was typed stands below it
    assert "Ketikan Anda yang tidak tersimpan: “7”." in jawaban.text
    assert semua(jawaban)[0].kotak[0].teks == ""


def test_yang_sudah_diajukan_tidak_berubah(kantor):
    kantor.isi(teks="8")
    dibuka = buka(kantor)
    Realisasi.objects.filter(pk=kantor.baris().pk).update(
        status="diajukan", diajukan_oleh=kantor["operator"], diajukan_pada="2024-04-02T00:00Z"
    )
    with tak_berubah("KetikanIsian"):
        jawaban = kirim(kantor, {kotak(kantor): "7"}, dari=dibuka)
    assert (jawaban.status_code, "sudah diajukan" in jawaban.text) == (409, True)


@pytest.mark.parametrize("nama", ["operator_lain", "pimpinan", "pembaca", "inspektorat"])
def test_kiriman_yang_tidak_berhak(nama, kantor):
    with tak_berubah():
        jawaban = masuk(kantor, nama).post(
            TUJUAN, {kotak(kantor): "7", kotak(kantor).replace("sel-", "semula-"): ""}
        )
    assert jawaban.status_code == 403
    assert "Indikator ini diisi oleh Bidang 1." in jawaban.text


@pytest.mark.parametrize(
    "nama",
    [
        "{i}-4-nilai", "{i}-3-status", "{i}-3-diverifikasi_oleh", "{i}-3-variabel.asing",
        "0-3-nilai", "999999999-3-nilai", "9999999999-3-nilai", "{i}-0-nilai", "x", "-1-3-nilai",
    ],
)  # fmt: skip
def test_sel_palsu_tidak_ada(nama, kantor):
    kunci = nama.format(i=kantor.polos.indikator_id)
    with tak_berubah():
        jawaban = masuk(kantor, "perencana").post(
            TUJUAN, {f"sel-{kunci}": "7", f"semula-{kunci}": ""}
        )
    assert jawaban.status_code == 404


@pytest.mark.parametrize(
    "lain", [{"status": "disetujui"}, {"diverifikasi_oleh": "1"}, {"unit": "2"}]
)
def test_kotak_asing_diabaikan(lain, kantor):
    kirim(kantor, {kotak(kantor): "8", **lain})
    baris = kantor.baris()
    assert (baris.status, baris.diverifikasi_oleh, baris.unit) == ("draf", None, kantor.unit)


def test_kotak_yang_tidak_terkirim_tidak_dikosongkan(kantor):
    """A form cut off on its way holds what a box held, but not the box."""
    kantor.isi(teks="8")
    with tak_berubah():
        masuk(kantor, "operator").post(TUJUAN, {kotak(kantor).replace("sel-", "semula-"): "8"})


def test_halaman_yang_dibuka_orang_lain_tidak_disimpan(kantor):
    """On a shared computer: the form of one is not stored under the name of another."""
    data = isian(buka(kantor, "operator"))
    with tak_berubah():
        jawaban = masuk(kantor, "operator_2").post(TUJUAN, data | {kotak(kantor): "8"})
    assert jawaban.status_code == 403
    assert "Halaman itu dibuka orang lain" in jawaban.text


def test_kiriman_dua_kali_satu_simpanan(kantor):
    jejak = JejakBaru()
    data = isian(buka(kantor)) | {kotak(kantor): "8"}
    for _ in range(2):
        assert masuk(kantor, "operator").post(TUJUAN, data).status_code == 302
    assert len(jejak.baris()) == 1
