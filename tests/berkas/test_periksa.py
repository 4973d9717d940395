"""The matrix of what people, and those who mean harm, send."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.jenis import JENIS_UNGGAH, Jenis
from sakip.berkas.periksa import periksa_berkas, periksa_unggahan
from sakip.berkas.ukuran import MB
from tests.berkas import contoh
from tests.lib.sifat import sifat

SEMUA = "Yang diterima: PDF, PNG, JPEG, XLSX, DOCX."
HTML = b"<html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EXE = b"MZ\x90\x00" + b"\0" * 60
OFFICE_LAMA = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 60


def periksa(isi, nama, boleh=JENIS_UNGGAH, paling_besar=10 * MB):
    return periksa_berkas(isi, nama=nama, boleh=boleh, paling_besar=paling_besar)


def keluhan(isi, nama, **lain) -> str:
    with pytest.raises(BerkasDitolak) as galat:
        periksa(isi, nama, **lain)
    return str(galat.value)


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [
        ("Laporan TW II.PDF", Jenis.PDF),
        ("bagan.png", Jenis.PNG),
        ("foto.jpg", Jenis.JPEG),
        ("foto.JPEG", Jenis.JPEG),
        ("realisasi.xlsx", Jenis.XLSX),
        ("notula.docx", Jenis.DOCX),
    ],
)
def test_berkas_asli_diterima(nama, jenis):
    akhir = nama.rpartition(".")[2].lower()
    isi = contoh.ASLI["jpg" if akhir == "jpeg" else akhir]()
    sah = periksa(isi, f"../{nama}")
    assert (sah.nama, sah.jenis, sah.isi) == (nama, jenis, isi)


@pytest.mark.parametrize(
    ("isi", "nama", "pesan"),
    [
        (EXE, "laporan.pdf", f"Isi “laporan.pdf” bukan PDF. {SEMUA}"),
        (EXE, "pasang.exe", f"Akhiran “.exe” tidak diterima. {SEMUA}"),
        (EXE, "pasang.pdf.exe", f"Akhiran “.exe” tidak diterima. {SEMUA}"),
        (SVG, "bagan.svg", f"Akhiran “.svg” tidak diterima. {SEMUA}"),
        (SVG, "bagan.png", f"Isi “bagan.png” bukan PNG. {SEMUA}"),
        (HTML, "a.html", f"Akhiran “.html” tidak diterima. {SEMUA}"),
        (HTML, "a.jpg", f"Isi “a.jpg” bukan JPEG. {SEMUA}"),
        (contoh.pdf(), "laporan", f"Nama “laporan” tidak berakhiran. {SEMUA}"),
        (contoh.pdf(), ".pdf", f"Nama “pdf” tidak berakhiran. {SEMUA}"),
        (contoh.png(), "a.pdf", f"Isi “a.pdf” sebenarnya PNG, bukan PDF. {SEMUA}"),
        (contoh.jpeg(), "a.png", f"Isi “a.png” sebenarnya JPEG, bukan PNG. {SEMUA}"),
        (contoh.pdf(), "a.xlsx", f"Isi “a.xlsx” sebenarnya PDF, bukan XLSX. {SEMUA}"),
        (HTML + contoh.pdf(), "a.pdf", f"Isi “a.pdf” bukan PDF. {SEMUA}"),
        (b"\n" + contoh.pdf(), "a.pdf", f"Isi “a.pdf” bukan PDF. {SEMUA}"),
        (HTML + contoh.xlsx(), "a.xlsx", f"Isi “a.xlsx” bukan XLSX. {SEMUA}"),
        (contoh.xlsx(), "a.docx", "Isi berkas ini bukan DOCX."),
        (contoh.docx(), "a.xlsx", "Isi berkas ini bukan XLSX."),
        (
            OFFICE_LAMA,
            "a.xlsx",
            "Isi “a.xlsx” berformat Office lama atau dikunci kata sandi, bukan XLSX. " + SEMUA,
        ),
        (
            b"",
            "laporan.pdf",
            "Berkas ini kosong (0 byte). Periksa berkas aslinya, lalu unggah lagi.",
        ),
    ],
)
def test_yang_menyamar_ditolak_dengan_sebabnya(isi, nama, pesan):
    assert keluhan(isi, nama) == pesan


def test_hanya_jenis_yang_diminta():
    assert periksa(contoh.png(), "logo.png", boleh=[Jenis.PNG]).jenis is Jenis.PNG
    pesan = keluhan(contoh.pdf(), "logo.pdf", boleh=[Jenis.PNG, Jenis.JPEG])
    assert pesan == "Akhiran “.pdf” tidak diterima. Yang diterima: PNG, JPEG."


def test_html_tidak_dapat_diminta():
    with pytest.raises(ValueError, match="not kinds that people send"):
        periksa(HTML, "a.html", boleh=[Jenis.HTML])


def test_batas_sampai_byte_terakhir():
    isi = contoh.pdf().ljust(1024, b"\n")
    assert periksa(isi, "a.pdf", paling_besar=1024).isi == isi
    pesan = keluhan(isi + b"\n", "a.pdf", paling_besar=1024)
    assert pesan == (
        "Berkas ini 1.025 byte; paling besar 1.024 byte (1 KB). "
        "Kecilkan, atau bagi menjadi beberapa berkas."
    )


def test_angka_sebenarnya_disebut():
    pesan = keluhan(b"%PDF-" + b"\0" * int(12.4 * MB), "a.pdf")
    assert pesan.startswith("Berkas ini 12,4 MB; paling besar 10 MB.")


def test_unggahan_dibaca_dari_awal_dan_dikembalikan_ke_awal():
    unggahan = SimpleUploadedFile("a.png", contoh.png())
    unggahan.read()
    sah = periksa_unggahan(unggahan, nama="a.png", boleh=JENIS_UNGGAH, paling_besar=MB)
    assert (sah.isi, unggahan.tell()) == (contoh.png(), 0)


def test_unggahan_yang_berbohong_tentang_ukurannya_ditolak():
    unggahan = SimpleUploadedFile("a.png", contoh.png() + b"\0" * 200)
    unggahan.size = 10
    with pytest.raises(BerkasDitolak, match="paling besar"):
        periksa_unggahan(unggahan, nama="a.png", boleh=JENIS_UNGGAH, paling_besar=100)


@pytest.mark.parametrize("akhir", sorted(contoh.ASLI))
@sifat
@given(st.data())
def test_isi_yang_rusak_tidak_pernah_menjadi_galat_lain(akhir, data):
    """Cut off, overwritten or stretched anywhere: taken or refused, and nothing else."""
    isi = contoh.ASLI[akhir]()
    awal = data.draw(st.integers(0, len(isi)), "awal")
    akhir_potong = data.draw(st.integers(awal, min(awal + 40, len(isi))), "akhir")
    rusak = isi[:awal] + data.draw(st.binary(max_size=40), "ganti") + isi[akhir_potong:]
    pesan = "diterima."
    try:
        periksa(rusak, f"a.{akhir}")
    except BerkasDitolak as ditolak:
        pesan = str(ditolak)
    assert pesan.endswith(".")


@pytest.mark.parametrize("akhir", sorted(contoh.ASLI))
def test_yang_terpotong_ditolak(akhir):
    isi = contoh.ASLI[akhir]()
    for panjang in {1, 8, 50, len(isi) // 2, len(isi) - 30, len(isi) - 2}:
        assert keluhan(isi[:panjang], f"a.{akhir}")
