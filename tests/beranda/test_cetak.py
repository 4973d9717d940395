"""`cetak` for the documents of the plan."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from perencanaan.models import RencanaAksi
from sakip.dokumen.queries import isi_terbit
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import terbitkan

UNIT = ("--unit", "pasuruan-bakesbangpol", "--tahun", "2023")


def cetak(jenis: str, *pilihan: object) -> str:
    keluaran = StringIO()
    call_command("cetak", jenis, *map(str, pilihan), stdout=keluaran)
    return keluaran.getvalue()


def cetak_html(jenis: str, tempat, *pilihan: object) -> str:
    berkas = tempat / "a.html"
    cetak(jenis, *UNIT, "--keluaran", berkas, *pilihan)
    return berkas.read_text()


@pytest.mark.parametrize(
    ("jenis", "pilihan", "judul"),
    [
        ("perjanjian-kinerja", (), "Perjanjian Kinerja Perubahan {unit} Tahun 2023"),
        ("perjanjian-kinerja", ("--versi", 1), "Perjanjian Kinerja {unit} Tahun 2023"),
        ("renstra", (), "Renstra {unit} Tahun 2021–2026, perubahan yang berlaku sejak 2022"),
        (
            "renstra",
            ("--versi", 1),
            "Renstra {unit} Tahun 2021–2026, rumusan awal menurut Matriks Renstra",
        ),
        ("iku", (), "Indikator Kinerja Utama {unit} Tahun 2023"),
    ],
)
def test_html_menurut_jenis_dan_versi(jenis, pilihan, judul, pasuruan, tmp_path):
    html = cetak_html(jenis, tmp_path, *pilihan)
    assert re.search("<title>(.*)</title>", html)[1] == judul.format(unit=pasuruan.nama)
    kata = ("http:", "https:", "<link", "<script", "src=")
    assert [k for k in kata if k in html.replace("http://www.w3.org/2000/svg", "")] == []


@pytest.mark.pdf
@pytest.mark.parametrize("jenis", ["perjanjian-kinerja", "renstra", "iku"])
def test_pdf_utuh_dan_sendirian(jenis, pasuruan, tmp_path):
    berkas = tmp_path / "a.pdf"
    assert cetak(jenis, *UNIT, "--keluaran", berkas) == f"{berkas} ditulis.\n"
    isi = berkas.read_bytes()
    assert (isi[:5], isi.rstrip()[-5:]) == (b"%PDF-", b"%%EOF")
    assert list(tmp_path.iterdir()) == [berkas]


SALAH = [
    (
        ("puisi",),
        "Jenis “puisi” tidak dikenal. Yang ada: lkjip, lke, berita-acara, tindak-lanjut, "
        "perjanjian-kinerja, renstra, iku, lhe.",
    ),
    (("lkjip", "--bentuk", "ringkas"), "--bentuk dan --putusan hanya untuk tindak-lanjut"),
    (("iku", "--putusan"), "--bentuk dan --putusan hanya untuk tindak-lanjut"),
    (("tindak-lanjut", "--bentuk", "puisi"), "Bentuk “puisi” tidak dikenal. Yang ada: ringkas"),
    (("tindak-lanjut",), "belum mempunyai LHE terbit atas kinerja 2023."),
    (("lhe",), "belum mempunyai LHE terbit atas kinerja 2023."),
    (("lhe", "--versi", 2), "LHE atas kinerja 2023 versi 2 tidak ada."),
    (("lke",), "belum mempunyai lembar kerja evaluasi atas kinerja 2023."),
    (("berita-acara",), "belum mempunyai lembar kerja evaluasi atas kinerja 2023."),
    (("lkjip", "--versi", 1), "Dokumen lkjip tidak dipilih menurut versi. Hapus --versi"),
    (("perjanjian-kinerja", "--versi", 3), "Versi 3 Perjanjian Kinerja"),
    (("perjanjian-kinerja", "--versi", -1), "Versi -1 Perjanjian Kinerja"),
    (("perjanjian-kinerja", "--tahun", 1999), "belum mempunyai Perjanjian Kinerja tahun 1999"),
    (("renstra", "--versi", 9), "Versi 9 Renstra"),
    (("renstra", "--tahun", 1999), "belum mempunyai Renstra yang berlaku pada tahun 1999"),
    (("iku", "--versi", 1), "tidak menandai satu pun indikator sebagai IKU"),
    (("iku", "--unit", "entah"), "Unit “entah” tidak ada"),
]


@pytest.mark.parametrize(
    ("pilihan", "pesan"), SALAH, ids=[" ".join(map(str, isi)) for isi, _ in SALAH]
)
def test_salah_satu_baris_tanpa_berkas(pilihan, pesan, pasuruan, tmp_path):
    with pytest.raises(CommandError) as galat:
        cetak(pilihan[0], *UNIT, *pilihan[1:], "--keluaran", tmp_path / "a.pdf")
    assert str(galat.value).startswith(pesan) or pesan in str(galat.value)
    assert len(str(galat.value).splitlines()) == 1
    assert galat.value.returncode == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("jenis", ["perjanjian-kinerja", "renstra", "iku"])
def test_tempat_yang_tidak_dapat_ditulisi(jenis, pasuruan, tmp_path):
    with pytest.raises(CommandError, match="tidak dapat ditulisi"):
        cetak(jenis, *UNIT, "--keluaran", tmp_path / "tidak-ada" / "a.html")
    (tmp_path / "a.html").mkdir()
    with pytest.raises(CommandError, match="tidak dapat ditulisi"):
        cetak(jenis, *UNIT, "--keluaran", tmp_path / "a.html")
    assert [satu.name for satu in tmp_path.iterdir()] == ["a.html"]


def test_lkjip_terbit_seperti_tersimpan(pasuruan, tmp_path):
    dokumen = terbitkan(pasuruan)
    koreksi_ormas(pasuruan)
    for bentuk in ("pdf", "html"):
        berkas = tmp_path / f"a.{bentuk}"
        cetak("lkjip", *UNIT, "--keluaran", berkas)
        assert berkas.read_bytes() == isi_terbit(dokumen, bentuk)
    with pytest.raises(CommandError, match=r"LKjIP 2023 sudah terbit, sebagai PDF dan HTML"):
        cetak("lkjip", *UNIT, "--keluaran", tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


def test_gagal_tidak_menyentuh_yang_sudah_ada(pasuruan, tmp_path):
    berkas = tmp_path / "a.html"
    berkas.write_text("yang lama")
    with pytest.raises(CommandError, match="tidak ada"):
        cetak("renstra", *UNIT, "--versi", 9, "--keluaran", berkas)
    assert berkas.read_text() == "yang lama"


def test_perjanjian_tanpa_rencana_aksi(pasuruan, tmp_path):
    RencanaAksi.objects.filter(unit=pasuruan).update(perjanjian=None)
    html = cetak_html("perjanjian-kinerja", tmp_path)
    assert "Lampiran Perjanjian Kinerja Perubahan Tahun 2023" in html
    assert "Capaian output" not in html
