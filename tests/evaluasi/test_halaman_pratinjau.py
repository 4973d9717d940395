"""A page of evidence beside its criterion: what is shown, to whom, and what stays as it was."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi.models import BuktiJawaban, Jawaban
from evaluasi.services.bukti_jawaban import Lampiran, lampirkan
from evaluasi.services.lembar import jawab, lepas_bukti, mulai_tahap
from evaluasi.views.bukti_jawaban import TIADA
from sakip.berkas.gudang import letak
from sakip.berkas.pratinjau import lukis
from tests.berkas import contoh
from tests.evaluasi.alat_lembar import alamat, sebagai, sel
from tests.evaluasi.pabrik import kriteria_dari, pilihan, selesai_mandiri, tahap

TIGA = ("Halaman pertama", "Isi yang dibuktikan", "Halaman ketiga")
PANEL = {"x-sakip-bagian": "pratinjau"}


def unggah(jawaban, orang, nama="pedoman.pdf", isi=None, **lain) -> BuktiJawaban:
    berkas = SimpleUploadedFile(nama, contoh.pdf_naskah(*TIGA) if isi is None else isi)
    lampiran = Lampiran(2023, lain.pop("halaman", "hal. 2-3"), unggahan=[berkas], **lain)
    return lampirkan(jawaban, lampiran, oleh=orang.unit)[0]


@pytest.fixture
def jawaban(mandiri, orang) -> Jawaban:
    satu = kriteria_dari(mandiri.lembar)[0]
    return jawab(mandiri, satu, oleh=orang.unit, pilihan=pilihan(satu, "Ya"))


@pytest.fixture
def bukti(jawaban, orang) -> BuktiJawaban:
    return unggah(jawaban, orang)


def halaman_sub(client, bukti, kode="mandiri", *, panel=False, **lain):
    isi = {"sub": "1.a", "bukti": bukti.pk, **lain}
    return client.get(alamat("lembar-isi", kode), isi, headers=PANEL if panel else {})


def gambar(client, bukti, nomor=1, kode="mandiri"):
    tujuan = alamat("bukti-halaman", kode, bukti.jawaban.kriteria_id, bukti.pk)
    return client.get(tujuan, {"halaman": nomor})


def test_terbuka_pada_halaman_yang_disebut_buktinya(bukti, orang):
    jawaban = halaman_sub(sebagai(orang.unit), bukti)
    panel = jawaban.context["pratinjau"]
    assert (panel.nomor, panel.banyak, panel.pesan) == (2, 3, "")
    assert 'alt="Halaman 2 dari 3 pedoman.pdf"' in jawaban.text
    assert TIGA[1] in jawaban.text
    assert TIGA[0] not in jawaban.text
    dasar = f"?sub=1.a&amp;bukti={bukti.pk}"
    for nomor in (1, 3):
        assert f'href="{dasar}&amp;halaman={nomor}#pratinjau"' in jawaban.text
    assert f'href="?sub=1.a#bukti-{bukti.pk}" data-tutup' in jawaban.text
    # the form that saves keeps the panel open
    assert f'action="{dasar}"' in jawaban.text


def test_skrip_mendapat_panelnya_saja(bukti, orang):
    jawaban = halaman_sub(sebagai(orang.unit), bukti, panel=True, halaman=3)
    assert jawaban.text.lstrip().startswith("<aside")
    assert TIGA[2] in jawaban.text
    assert '<form method="post"' not in jawaban.text
    assert "Berikutnya" not in jawaban.text


def test_nomor_yang_diketik_bukan_tahun(bukti, orang):
    panel = halaman_sub(sebagai(orang.unit), bukti, halaman="2023").context["pratinjau"]
    assert (panel.nomor, panel.sebelumnya, panel.berikutnya) == (2023, 3, None)
    panel = halaman_sub(sebagai(orang.unit), bukti, halaman="2").context["pratinjau"]
    assert (panel.nomor, panel.sebelumnya, panel.berikutnya) == (2, 1, 3)


def test_halaman_gagal_tidak_menutup_yang_lain(bukti, orang, settings):
    client = sebagai(orang.unit)
    halaman_sub(client, bukti, halaman=1)
    (ada,) = (settings.FOLDER_PRATINJAU / letak(bukti.berkas.sidik)).glob("1-*")
    ada.with_name(f"2{ada.name[1:]}").write_text('{"sebab": "gagal", "banyak": 0}')
    teks = halaman_sub(client, bukti).text
    assert "Halaman 2 tidak dapat ditampilkan di sini" in teks
    assert "<span>dari 3</span>" in teks
    for nomor in (1, 2, 3):
        assert f"&amp;halaman={nomor}#pratinjau" in teks
    assert "Coba lagi" in teks
    # also where no page told how many there are
    ada.unlink()
    teks = halaman_sub(client, bukti).text
    assert 'id="nomor-pratinjau"' in teks
    assert "dari 3" not in teks
    assert 'data-pratinjau="sebelumnya"' in teks


def test_server_yang_sibuk_ditanya_lagi(bukti, orang):
    client = sebagai(orang.unit)
    with lukis._giliran():  # noqa: SLF001 -- as another process of the server holds it
        jawaban = halaman_sub(client, bukti, panel=True)
        assert jawaban.status_code == 200
        assert "Server sedang menyiapkan halaman lain." in jawaban.text
        assert 'data-pratinjau="ulang">Coba lagi' in jawaban.text
        assert "Muat ulang" not in jawaban.text
        lihat = gambar(client, bukti)
    assert lihat.status_code == 503
    assert lihat.content.decode().startswith("Server sedang menyiapkan halaman lain.")
    assert gambar(client, bukti).status_code == 200


@pytest.mark.parametrize(
    ("sebutan", "nomor"),
    [
        ("", 1),
        ("2", 2),
        ("hal. 3", 3),
        ("2-3", 2),
        ("lampiran", 1),
        ("0", 1),
        ("iii; 2", 2),
        ("Lampiran 2 hal. 14", 14),
        ("Renja 2023, hal. 5", 5),
        ("123456", 1),
        ("2023", 1),
        ("Perda 7 Halaman ke-2", 2),
        ("LKjIP 2022 p.3", 3),
        ("hlm 3-4", 3),
        ("bab 2, 2023", 2),
        ("hal. 123456", 1),
    ],
)
def test_halaman_yang_ditulis_bebas(sebutan, nomor, jawaban, orang):
    satu = unggah(jawaban, orang, halaman=sebutan)
    assert halaman_sub(sebagai(orang.unit), satu).context["pratinjau"].nomor == nomor


def test_halaman_yang_tidak_ada_disebut_dengan_jalan_keluarnya(bukti, orang):
    jawaban = halaman_sub(sebagai(orang.unit), bukti, halaman=99999)
    assert "Halaman 99999 tidak ada: berkas ini 3 halaman." in jawaban.text
    assert "Halaman terakhir (3)" in jawaban.text
    assert "Buka berkas" in jawaban.text
    assert gambar(sebagai(orang.unit), bukti, 99999).status_code == 404


def test_yang_tidak_dapat_ditampilkan_tetap_dapat_dibuka(jawaban, orang):
    client = sebagai(orang.unit)
    naskah = unggah(jawaban, orang, "notulen.docx", contoh.docx())
    teks = halaman_sub(client, naskah).text
    assert "Berkas DOCX tidak dapat ditampilkan di sini." in teks
    assert "Buka berkas" in teks
    assert "<img" not in teks
    (tautan,) = lampirkan(jawaban, Lampiran(2023, tautan="https://contoh.id/a"), oleh=orang.unit)
    teks = halaman_sub(client, tautan).text
    assert "isinya belum diperiksa" in teks
    assert "tautan, belum diperiksa" in teks
    assert 'href="https://contoh.id/a"' in teks
    for satu in (naskah, tautan):
        assert gambar(client, satu).status_code == 404


def test_pindaian_tanpa_teks_disebut(jawaban, orang):
    teks = halaman_sub(sebagai(orang.unit), unggah(jawaban, orang, "a.png", contoh.png())).text
    assert "gambar tanpa teks" in teks
    assert 'alt="Halaman 1 dari 1 a.png"' in teks


def test_berkas_yang_hilang_bukan_galat_server(bukti, orang, settings):
    (settings.FOLDER_BERKAS / letak(bukti.berkas.sidik)).unlink()
    jawaban = halaman_sub(sebagai(orang.unit), bukti)
    assert "tidak ada lagi di tempat penyimpanan" in jawaban.text
    assert gambar(sebagai(orang.unit), bukti).status_code == 404


def test_gambar_bagi_yang_boleh_mengunduh_saja(bukti, orang, pemeran):
    jawaban = gambar(sebagai(pemeran["pembaca"]), bukti, 2)
    assert (jawaban["Content-Type"], jawaban["Content-Disposition"]) == ("image/webp", "inline")
    assert (jawaban["Cache-Control"], jawaban["X-Content-Type-Options"]) == (
        "private, no-store", "nosniff",
    )  # fmt: skip
    assert jawaban["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    assert jawaban.content.startswith(b"RIFF")
    for nama in ("perencana_lain", "inspektorat_luar", "admin"):
        client = sebagai(pemeran[nama])
        unduh = client.get(alamat("bukti-unduh", "mandiri", bukti.jawaban.kriteria_id, bukti.pk))
        lihat = gambar(client, bukti)
        assert (lihat.status_code, unduh.status_code) == (404, 404)
        assert halaman_sub(client, bukti).status_code == 404


def test_bukti_yang_bukan_milik_halaman_ini(bukti, orang):
    client = sebagai(orang.unit)
    jawaban = client.get(alamat("lembar-isi", "mandiri"), {"sub": "1.b", "bukti": bukti.pk})
    assert jawaban.status_code == 404
    lain = kriteria_dari(bukti.jawaban.tahap.lembar)[1]
    salah = alamat("bukti-halaman", "mandiri", lain.pk, bukti.pk)
    assert client.get(salah).status_code == 404
    assert TIADA in client.get(salah).text
    for palsu in ("0", "abc", "9999999999999999999999"):
        isi = {"sub": "1.a", "bukti": palsu}
        assert client.get(alamat("lembar-isi", "mandiri"), isi).status_code == 404


def test_bukti_evaluator_tersembunyi_sampai_selesai(lembar, orang):
    selesai_mandiri(lembar, orang)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    satu = kriteria_dari(lembar)[0]
    milik = jawab(bagian, satu, oleh=orang.inspektorat, pilihan=pilihan(satu, "Tidak"))
    isi = Lampiran(2023, unggahan=[SimpleUploadedFile("a.png", contoh.png())])
    (rahasia,) = lampirkan(milik, isi, oleh=orang.inspektorat)
    assert gambar(sebagai(orang.inspektorat), rahasia, kode="evaluator").status_code == 200
    unit = sebagai(orang.unit)
    assert gambar(unit, rahasia, kode="evaluator").status_code == 404
    assert halaman_sub(unit, rahasia).status_code == 404


def test_evaluator_melihat_bukti_unit_di_tahapnya(mandiri, bukti, orang):
    type(mandiri).objects.filter(pk=mandiri.pk).update(status="selesai")
    bagian = tahap(mandiri.lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    jawaban = halaman_sub(sebagai(orang.inspektorat), bukti, "evaluator")
    assert jawaban.context["pratinjau"].halaman.teks == TIGA[1]
    assert f"/mandiri/{bukti.jawaban.kriteria_id}/bukti/{bukti.pk}/halaman/" in jawaban.text


def test_menyimpan_tidak_menutup_panel(bukti, orang):
    client = sebagai(orang.unit)
    kunci = bukti.jawaban.kriteria_id
    tujuan = alamat("lembar-isi", "mandiri") + f"?sub=1.a&bukti={bukti.pk}&halaman=3"
    jawaban = client.post(tujuan, sel(kunci, "Ya", "Terlihat di sampingnya.", ("Ya", "")))
    assert jawaban["Location"].endswith(f"?sub=1.a&bukti={bukti.pk}&halaman=3")
    assert Jawaban.objects.get().catatan == "Terlihat di sampingnya."
    # evidence that was taken away meanwhile costs nobody what was typed
    lepas_bukti(bukti, oleh=orang.unit)
    lagi = sel(kunci, "Ya", "Ditulis lagi.", ("Ya", "Terlihat di sampingnya."))
    assert client.post(tujuan, lagi)["Location"].endswith("?sub=1.a")
    assert Jawaban.objects.get().catatan == "Ditulis lagi."


def banyak_kueri(client, isi) -> int:
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(alamat("lembar-isi", "mandiri"), isi).status_code == 200
    return len(kueri)


def test_banyaknya_kueri_tetap_dan_panel_tidak_menambah(bukti, jawaban, orang):
    client = sebagai(orang.unit)
    buka = {"sub": "1.a", "bukti": bukti.pk}
    banyak_kueri(client, buka)
    satu = banyak_kueri(client, buka), banyak_kueri(client, {"sub": "1.a"})
    unggah(jawaban, orang, "b.png", contoh.png())
    unggah(jawaban, orang, "c.jpg", contoh.jpeg())
    tiga = banyak_kueri(client, buka), banyak_kueri(client, {"sub": "1.a"})
    assert satu == tiga
    assert satu[0] == satu[1]
