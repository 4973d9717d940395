"""What people decide about a report: sections left out, words and pictures, one rule of efisiensi."""

import base64

import pytest

from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.models import Analisis, Bagian, GambarBagian, Laporan, Paragraf
from perencanaan.models import Dukungan, IndikatorVersi, PerjanjianKinerja
from sakip.berkas.gudang import gudang, letak
from sakip.berkas.services import simpan_berkas
from sakip.dokumen.blok import Dokumen, Gambar, Judul, Senarai, Tabel, TandaTangan
from sakip.dokumen.blok import Paragraf as BlokParagraf
from sakip.organisasi.models import Unit
from tests.berkas import contoh
from tests.pelaporan.test_lkjip import kolom, semua_kalimat


@pytest.fixture
def laporan(pasuruan) -> Laporan:
    return Laporan.objects.get(unit=pasuruan, tahun=2023)


def susun(laporan: Laporan) -> Dokumen:
    return susun_lkjip(Unit.objects.select_related("pemda").get(pk=laporan.unit_id), 2023)


def judul(dokumen: Dokumen) -> list[str]:
    return [f"{j.nomor} {j.teks}" for j in dokumen.judul_isi()]


def tabel(dokumen: Dokumen, kunci: str) -> Tabel:
    return next(b for b in dokumen.blok() if isinstance(b, Tabel) and b.kunci == kunci)


def test_bagian_yang_ditiadakan_tidak_menggeser_nomor(laporan):
    Bagian.objects.create(laporan=laporan, kunci="standar", tampil=False)
    Bagian.objects.create(laporan=laporan, kunci="lampiran-renstra", tampil=False)
    dokumen = susun(laporan)
    assert not any(satu.startswith("3.1.5") for satu in judul(dokumen))
    assert any(satu.startswith("3.1.6 Analisis") for satu in judul(dokumen))
    assert "Lampiran 3 Matriks Renstra" not in judul(dokumen)
    assert [t.nomor for t in dokumen.tabel()][-6:] == ["3.3", "3.4", "3.6", "3.7", "3.8", "3.9"]


def isi_seksi(dokumen: Dokumen, nomor: str) -> list[str]:
    """The sentences and items under a heading."""
    blok = list(dokumen.blok())
    awal = next(n for n, b in enumerate(blok) if isinstance(b, Judul) and b.nomor == nomor)
    hasil = []
    for satu in blok[awal + 1 :]:
        if isinstance(satu, Judul):
            break
        isi = satu.butir if isinstance(satu, Senarai) else (satu.isi,)
        hasil += ["".join(map(str, butir)) for butir in isi]
    return hasil


def test_sistematika_menyebut_lampiran_yang_dimuat(laporan):
    pengantar, *butir = isi_seksi(susun(laporan), "1.4")
    assert pengantar == "Laporan kinerja tahun 2023 disusun menurut sistematika berikut."
    assert len(butir) == 4 + 1
    assert butir[-1] == (
        "Lampiran: Lampiran 1 Perjanjian Kinerja Tahun 2023; "
        "Lampiran 2 Perjanjian Kinerja Perubahan Tahun 2023; Lampiran 3 Matriks Renstra."
    )
    Bagian.objects.create(laporan=laporan, kunci="lampiran-perubahan", tampil=False)
    dokumen = susun(laporan)
    assert isi_seksi(dokumen, "1.4")[-1].count("; ") == 1
    assert [j.nomor for j in dokumen.judul_lampiran()] == ["Lampiran 1", "Lampiran 3"]


def test_dasar_hukum_berpengantar_dan_yang_kosong_dikatakan(laporan):
    pengantar, *hukum = isi_seksi(susun(laporan), "1.3")
    assert pengantar == (
        "Laporan kinerja Badan Kesatuan Bangsa dan Politik Kota Pasuruan tahun 2023 disusun "
        "berdasarkan:"
    )
    assert len(hukum) == 8
    Unit.objects.filter(pk=laporan.unit_id).update(dasar_hukum="")
    assert isi_seksi(susun(laporan), "1.3") == [
        "Dasar hukum Badan Kesatuan Bangsa dan Politik Kota Pasuruan belum dicatat."
    ]


def test_daftar_pendek_sehalaman_juga_bila_yang_pertama_ditiadakan(laporan):
    kunci = ["kata-pengantar", "ikhtisar", "daftar-isi", "daftar-tabel"]
    assert [bagian.kunci for bagian in susun(laporan).depan] == kunci
    Bagian.objects.create(laporan=laporan, kunci="daftar-tabel", tampil=False)
    depan = susun(laporan).depan
    assert [bagian.kunci for bagian in depan] == kunci[:-1]
    assert [j.teks for j in depan[-1].judul()] == ["Daftar Isi", "Daftar Gambar", "Daftar Lampiran"]


def test_tulisan_orang_menyusul_kalimat_dari_angka(laporan):
    bagian = Bagian.objects.create(laporan=laporan, kunci="jangka-menengah")
    Paragraf.objects.create(bagian=bagian, urutan=2, teks="Kedua.")
    Paragraf.objects.create(bagian=bagian, urutan=1, teks="Pertama.")
    blok = list(susun(laporan).blok())
    awal = next(n for n, b in enumerate(blok) if isinstance(b, Judul) and b.nomor == "3.1.4")
    akhir = next(n for n, b in enumerate(blok) if isinstance(b, Judul) and b.nomor == "3.1.5")
    milik = blok[awal:akhir]
    assert milik[-2:] == [BlokParagraf(("Pertama.",)), BlokParagraf(("Kedua.",))]
    assert isinstance(milik[2], Tabel)


def gambar(dokumen: Dokumen) -> list[Gambar]:
    return [b for b in dokumen.blok() if isinstance(b, Gambar)]


def test_gambar_bernomor_menyusul_gambar_kerangka(laporan, pasuruan):
    berkas = simpan_berkas(contoh.png(), nama="rapat.png", unit=pasuruan, oleh=None)
    for kunci, urutan in (("penyebab", 1), ("penyebab", 2), ("tugas-fungsi", 1), ("ikhtisar", 1)):
        bagian, _ = Bagian.objects.get_or_create(laporan=laporan, kunci=kunci)
        isi = {"judul": f"{kunci} {urutan}", "berkas": berkas, "sumber": "Bidang Politik"}
        GambarBagian.objects.create(bagian=bagian, urutan=urutan, **isi)
    dokumen = susun(laporan)
    assert [(g.nomor, g.judul) for g in gambar(dokumen)] == [
        ("", "ikhtisar 1"),
        ("Gambar 1.2", "tugas-fungsi 1"),
        ("Gambar 3.1", "penyebab 1"),
        ("Gambar 3.2", "penyebab 2"),
    ]
    assert {g.sumber for g in gambar(dokumen)} == {("Bidang Politik",)}
    isi = {
        base64.b64decode(g.alamat.removeprefix("data:image/png;base64,")) for g in gambar(dokumen)
    }
    assert isi == {contoh.png()}


def test_gambar_yang_hilang_menjadi_tempat_kosong(laporan, pasuruan):
    bagian = Bagian.objects.create(laporan=laporan, kunci="penyebab")
    berkas = simpan_berkas(contoh.png(), nama="rapat.png", unit=pasuruan, oleh=None)
    dokumen = simpan_berkas(contoh.pdf(), nama="rapat.pdf", unit=pasuruan, oleh=None)
    for urutan, milik in enumerate((None, berkas, dokumen), start=1):
        isi = {"judul": f"Rapat {urutan}", "berkas": milik}
        GambarBagian.objects.create(bagian=bagian, urutan=urutan, **isi)
    gudang().delete(letak(berkas.sidik))
    assert [g.alamat for g in gambar(susun(laporan))] == ["", "", ""]


@pytest.mark.parametrize(
    ("aturan", "kepala", "isi", "tertinggi"),
    [
        ("selisih", "Efisiensi (poin)", "9,44", "50,59 poin"),
        ("relatif", "Efisiensi (%)", "10,43", "76,98%"),
        ("rasio", "Efisiensi (%)", "110,43", "176,98%"),
        ("indeks", "Efisiensi (indeks)", "1,10", "1,77 indeks"),
    ],
)
def test_satu_aturan_efisiensi_untuk_seluruh_laporan(aturan, kepala, isi, tertinggi, laporan):
    """100 % of temuan beside a serapan of 90,56 %."""
    Laporan.objects.update(aturan_efisiensi=aturan)
    dokumen = susun(laporan)
    assert tabel(dokumen, "tabel-efisiensi").kolom[-1].kepala == kepala
    assert kolom(dokumen, "tabel-efisiensi", 9)[1] == isi
    kalimat = " ".join(semua_kalimat(dokumen))
    assert f"yaitu {tertinggi}: capaian" in kalimat
    assert ("kolom yang tercetak berselisih 50,60" in kalimat) == (aturan == "selisih")


def test_standar_pembanding_beserta_sumbernya(laporan):
    konflik = IndikatorVersi.objects.get(
        nama="Persentase penurunan konflik di Kota Pasuruan", renstra_versi__ke=2
    )
    Analisis.objects.filter(indikator=konflik.indikator).update(
        standar=16, standar_alasan="", standar_nama="Kota Malang", standar_sumber="LKjIP 2023"
    )
    dokumen = susun(laporan)
    assert kolom(dokumen, "tabel-standar", 4)[5] == "16%"
    assert kolom(dokumen, "tabel-standar", 5)[5] == "121,50"
    assert tabel(dokumen, "tabel-standar").sumber == ("Kota Malang, LKjIP 2023",)
    assert "Dari 7 indikator, 1 dapat dibandingkan dengan standar." in semua_kalimat(dokumen)


def test_analisis_yang_belum_ditulis_disebut(laporan):
    Analisis.objects.update(penyebab="")
    catatan = semua_kalimat(susun(laporan))
    (penyebab,) = (satu for satu in catatan if satu.endswith(" belum ditulis penyebabnya."))
    assert penyebab.startswith("Indeks Stabilitas; Nilai Sakip SKPD; ")
    assert penyebab.count("; ") == 7 - 1
    assert (
        "Persentase penurunan konflik di Kota Pasuruan belum mencapai target, tetapi solusinya "
        "belum ditulis."
    ) in catatan


def test_penanda_tangan_menurut_tanggal_laporan(laporan):
    def tanda() -> TandaTangan:
        return next(b for b in susun(laporan).blok() if isinstance(b, TandaTangan))

    assert tanda().tempat_tanggal == "Pasuruan, ………………… 2024"
    Laporan.objects.update(tanggal="2024-02-05")
    assert tanda().tempat_tanggal == "Pasuruan, 05 Februari 2024"
    assert tanda().penanda[0].jabatan == "Plt. Kepala Badan Kesatuan Bangsa dan Politik"


def test_tanpa_laporan_tersimpan_tetap_tersusun(laporan):
    """A unit that has written nothing yet gets its report all the same."""
    Paragraf.objects.all().delete()
    Bagian.objects.all().delete()
    Laporan.objects.all().delete()
    dokumen = susun(laporan)
    assert kolom(dokumen, "tabel-efisiensi", 9)[0] == "44,91"
    assert next(b for b in dokumen.blok() if isinstance(b, TandaTangan)).tempat_tanggal == (
        "Pasuruan, ………………… 2024"
    )


def test_tanpa_perjanjian_yang_ditetapkan_dikatakan(laporan):
    PerjanjianKinerja.objects.update(status="draf", dokumen=None)
    dokumen = susun(laporan)
    assert "Perjanjian Kinerja tahun 2023 belum ditetapkan." in semua_kalimat(dokumen)
    assert [t.nomor for t in dokumen.tabel()][:5] == ["1.1", "2.1", "2.2", "2.3", "3.1"]
    assert judul(dokumen)[-2:] == [" Lampiran", "Lampiran 3 Matriks Renstra"]


def test_tanpa_perubahan_tabelnya_tidak_ada(laporan):
    PerjanjianKinerja.objects.filter(ke=2).update(status="draf", dokumen=None)
    nomor = [t.nomor for t in susun(laporan).tabel()]
    assert nomor[:8] == ["1.1", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2"]


def test_tanpa_analisis_program_dikatakan(laporan):
    Dukungan.objects.update(catatan="")
    dokumen = susun(laporan)
    assert tabel(dokumen, "tabel-penunjang").baris == ()
    assert "Belum ada program dan kegiatan yang dianalisis." in semua_kalimat(dokumen)
