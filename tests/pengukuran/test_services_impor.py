"""Taking a workbook in: shown first, then all or nothing, never over what somebody else stored."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pengukuran.lembar_kerja.baca import baca_buku
from pengukuran.models import KetikanIsian, NilaiVariabel
from pengukuran.services import impor
from pengukuran.services.impor import laksanakan, tinjau
from pengukuran.services.sel import Hasil
from perencanaan.models import RencanaAksi
from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.models import Berkas
from sakip.dokumen.buku.baca import BukuSalah
from sakip.dokumen.buku.bentuk import DATA
from sakip.dokumen.buku.tinjau import Keadaan, PratinjauBerubah
from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import HakKurang
from tests.berkas import contoh
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_buku import buka, isi_buku, kunci, simpan, unduh
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, tak_berubah
from tests.perencanaan.pabrik import buat_indikator
from tests.perencanaan.pabrik_rencana import jadwalkan, rumuskan, tw

BUKAN_PENGISI = {
    "operator_lain", "operator_induk", "pimpinan", "pimpinan_2", "pembaca", "inspektorat",
    "organisasi", "admin", "perencana_luar", "pimpinan_luar", "tanpa_tugas",
}  # fmt: skip


def lihat(kantor, mentah, oleh="operator"):
    return tinjau(kantor.unit, TAHUN, baca_buku(mentah), oleh=kantor[oleh])


def masukkan(kantor, mentah, oleh="operator", sidik=None):
    buku = baca_buku(mentah)
    sidik = sidik or tinjau(kantor.unit, TAHUN, buku, oleh=kantor[oleh]).sidik
    return laksanakan(kantor.unit, TAHUN, buku, sidik=sidik, nama="tw1.xlsx", oleh=kantor[oleh])


def ringkas(tinjauan):
    return [(satu.kolom, satu.kini, satu.menjadi, str(satu.keadaan)) for satu in tinjauan.sel]


def isi(kantor, milik="polos", **isian):
    return {(kunci(kantor, milik), kolom): nilai for kolom, nilai in isian.items()}


def test_dilihat_dahulu_lalu_semuanya_disimpan(kantor):
    kantor.isi("upaya", "menyurati")
    mentah = isi_buku(
        unduh(kantor),
        isi(kantor, nilai=12.5, penghambat="hujan", upaya=None)
        | {(kunci(kantor, "rumus", variabel="kini"), "nilai"): 30}
        | {(kunci(kantor, "rumus", variabel="semua"), "nilai"): "40"},
    )
    with tak_berubah():
        tinjauan = lihat(kantor, mentah)
    assert tinjauan.siap
    assert sorted(ringkas(tinjauan)) == [
        ("faktor penghambat", "", "hujan", "berubah"),
        ("realisasi", "", "12,5", "berubah"),
        ("upaya dan rencana tindak lanjut", "menyurati", "", "berubah"),
        ("variabel kini", "", "30", "berubah"),
        ("variabel semua", "", "40", "berubah"),
    ]
    jejak = JejakBaru()
    masukkan(kantor, mentah)
    baris, rumus = kantor.baris(), kantor.baris(milik="rumus")
    assert (baris.nilai, baris.penghambat, baris.upaya) == (12.5, "hujan", "")
    assert (baris.sumber, baris.diisi_oleh) == ("impor", kantor["operator"])
    assert (rumus.nilai, rumus.sumber) == (75, "formula")
    assert NilaiVariabel.objects.filter(realisasi=rumus).count() == 2
    assert jejak.aksi() == [Aksi.REALISASI_DIISI] * 2
    assert {satu.alasan for satu in jejak.baris()} == {"Diimpor dari lembar kerja tw1.xlsx"}
    assert baris.pelaku.get().pengguna == kantor["operator"]


def test_berkas_yang_sama_dua_kali_tidak_mengubah_apa_pun(kantor):
    mentah = isi_buku(unduh(kantor), isi(kantor, nilai=0, alasan="belum ada kegiatan"))
    masukkan(kantor, mentah)
    tinjauan = lihat(kantor, mentah)
    assert (tinjauan.sel, tinjauan.siap) == ((), False)
    with tak_berubah(), pytest.raises(PratinjauBerubah):
        masukkan(kantor, mentah)


def test_variabel_yang_sudah_dilepas_dari_rumusnya_disebut(kantor):
    mentah = isi_buku(unduh(kantor), {(kunci(kantor, "rumus", variabel="kini"), "nilai"): 30})
    kantor.rumus.variabel.filter(nama="kini").update(nama="terkini")
    (satu,) = lihat(kantor, mentah).terhalang
    assert (satu.kolom, satu.menjadi) == ("variabel kini", "30")
    assert "rumusnya berubah" in satu.pesan


def test_yang_tidak_diubah_tidak_menimpa(kantor):
    """What others stored since the download stays, in every box that was left alone."""
    kantor.isi(teks="5")
    mentah = isi_buku(unduh(kantor), isi(kantor, upaya="rapat"))
    kantor.isi(teks="6", semula="5", oleh="perencana")
    assert ringkas(lihat(kantor, mentah)) == [
        ("upaya dan rencana tindak lanjut", "", "rapat", "berubah")
    ]
    masukkan(kantor, mentah)
    assert (kantor.baris().nilai, kantor.baris().upaya) == (6, "rapat")


def test_bentrok_menunjukkan_keduanya_dan_menahan_semuanya(kantor):
    kantor.isi(teks="5")
    mentah = isi_buku(unduh(kantor), isi(kantor, nilai=7, upaya="rapat"))
    kantor.isi(teks="6", semula="5", oleh="perencana")
    tinjauan = lihat(kantor, mentah)
    bentrok = next(satu for satu in tinjauan.sel if satu.kolom == "realisasi")
    assert (bentrok.keadaan, bentrok.kini, bentrok.menjadi) == (Keadaan.BENTROK, "6", "7")
    assert "Saat diunduh isinya 5" in bentrok.pesan
    with tak_berubah(), pytest.raises(PratinjauBerubah):
        masukkan(kantor, mentah)
    diperbaiki = isi_buku(mentah, isi(kantor, nilai=6))
    masukkan(kantor, diperbaiki)
    assert (kantor.baris().nilai, kantor.baris().upaya) == (6, "rapat")


@pytest.mark.parametrize(
    ("isian", "kolom", "kata"),
    [
        ({"nilai": "12.5"}, "realisasi", "12,5"),
        ({"nilai": "-"}, "realisasi", "tidak diukur"),
        ({"nilai": "=RUMUS(A1)"}, "realisasi", "Paste Special"),
        ({"nilai": "1234567890"}, "realisasi", ""),
        ({"nilai": "delapan"}, "realisasi", "Tulis seperti"),
        ({"upaya": "a" * 5001}, "upaya dan rencana tindak lanjut", "paling banyak 5.000"),
        ({"nilai": 8, "belum_diukur": "survei"}, "belum diukur", "angka dan sekaligus alasan"),
        ({"belum_diukur": "survei Mei", "alasan": "x"}, "alasan", "belum diukur"),
    ],
)
def test_satu_kotak_salah_menahan_semuanya(isian, kolom, kata, kantor):
    mentah = isi_buku(
        unduh(kantor),
        isi(kantor, **isian) | {(kunci(kantor, "rumus", variabel="kini"), "nilai"): 3},
    )
    tinjauan = lihat(kantor, mentah)
    tolak = [satu for satu in tinjauan.terhalang if satu.kolom == kolom]
    assert [kata in satu.pesan for satu in tolak] == [True]
    assert tolak[0].alamat[0] in "IKLP"
    assert tinjauan.berubah
    with tak_berubah(), pytest.raises(PratinjauBerubah):
        masukkan(kantor, mentah)


def test_angka_lama_di_sebelah_alasan_belum_diukur(kantor):
    kantor.isi(teks="8")
    mentah = isi_buku(unduh(kantor), isi(kantor, belum_diukur="survei Mei"))
    (satu,) = lihat(kantor, mentah).terhalang
    assert (satu.kolom, satu.kini) == ("realisasi", "8")
    masukkan(kantor, isi_buku(mentah, isi(kantor, nilai=None)))
    assert (kantor.baris().jenis, kantor.baris().alasan) == ("belum_diukur", "survei Mei")
    kembali = isi_buku(unduh(kantor), isi(kantor, nilai=9, belum_diukur=None))
    masukkan(kantor, kembali)
    assert (kantor.baris().jenis, kantor.baris().nilai, kantor.baris().alasan) == ("angka", 9, "")


def test_variabel_tidak_tersedia(kantor):
    mentah = isi_buku(unduh(kantor), isi(kantor, "rumus", nilai=55, tanpa_variabel="Ya"))
    masukkan(kantor, mentah)
    baris = kantor.baris(milik="rumus")
    assert (baris.nilai, baris.tanpa_variabel, baris.sumber) == (55, True, "impor")
    langsung = isi_buku(unduh(kantor, triwulan=2), {(kunci(kantor, "rumus", 6), "nilai"): 5})
    (satu,) = lihat(kantor, langsung).terhalang
    assert "dihitung dari variabelnya" in satu.pesan


def test_belum_diukur_pada_indikator_berumus(kantor):
    """The computed figure need not be cleared by hand, and may be."""
    for nama, teks in (("kini", "20"), ("semua", "40")):
        kantor.isi(f"variabel.{nama}", teks, milik="rumus")
    for isian in ({"belum_diukur": "ditunda"}, {"belum_diukur": "diundur", "nilai": None}):
        masukkan(kantor, isi_buku(unduh(kantor), isi(kantor, "rumus", **isian)))
        baris = kantor.baris(milik="rumus")
        assert (baris.jenis, baris.alasan) == ("belum_diukur", isian["belum_diukur"])


def test_yang_sudah_diajukan_ditolak_dengan_namanya(kantor):
    mentah = isi_buku(unduh(kantor), isi(kantor, nilai=9))
    kantor.jadikan("diajukan")
    (satu,) = lihat(kantor, mentah).sel
    assert (satu.keadaan, satu.nama) == (Keadaan.DITOLAK, kantor.polos.nama)
    assert "Sudah diajukan" in satu.pesan
    with tak_berubah(), pytest.raises(PratinjauBerubah):
        masukkan(kantor, mentah)


def test_jendela_yang_tertutup_menolak(kantor):
    mentah = isi_buku(unduh(kantor), isi(kantor, nilai=9))
    tinjauan = lihat(kantor, mentah)
    atur_jendela(kantor.unit, 3, "terkunci")
    with tak_berubah(), pytest.raises(PratinjauBerubah):
        masukkan(kantor, mentah, sidik=tinjauan.sidik)
    assert "dikunci" in lihat(kantor, mentah).sel[0].pesan


def test_berubah_sejak_dilihat(kantor):
    """Between preview and confirmation somebody stores something: it is shown anew."""
    kantor.isi(teks="5")
    mentah = isi_buku(unduh(kantor), isi(kantor, upaya="rapat"))
    sidik = lihat(kantor, mentah).sidik
    kantor.isi("upaya", "menyurati", oleh="perencana")
    with tak_berubah(), pytest.raises(PratinjauBerubah):
        masukkan(kantor, mentah, sidik=sidik)


def test_yang_disetujui_adalah_yang_dilihat(kantor):
    """Somebody else wrote one of the boxes as the workbook would: the rest is shown anew."""
    mentah = isi_buku(unduh(kantor), isi(kantor, upaya="rapat", penghambat="hujan"))
    lama = lihat(kantor, mentah)
    kantor.isi("upaya", "rapat", oleh="perencana")
    assert lihat(kantor, mentah).siap
    with tak_berubah(), pytest.raises(PratinjauBerubah):
        masukkan(kantor, mentah, sidik=lama.sidik)
    masukkan(kantor, mentah)
    assert kantor.baris().penghambat == "hujan"


def test_gagal_di_tengah_tidak_menyisakan_apa_pun(kantor, monkeypatch):
    mentah = isi_buku(
        unduh(kantor),
        isi(kantor, nilai=9) | {(kunci(kantor, "rumus", variabel="kini"), "nilai"): 3},
    )
    asli, sudah = impor.lengkapi_baris, []

    def rubuh(*isi, **lain):
        asli(*isi, **lain)
        sudah.append(1)
        if len(sudah) == 2:
            raise RuntimeError("listrik padam")

    monkeypatch.setattr(impor, "lengkapi_baris", rubuh)
    with tak_berubah(), pytest.raises(RuntimeError, match="padam"):
        masukkan(kantor, mentah)


def test_ketikan_yang_tertunda_ikut_selesai(kantor):
    assert kantor.isi(teks="12.5").hasil is Hasil.TANYA
    assert KetikanIsian.objects.count() == 1
    masukkan(kantor, isi_buku(unduh(kantor), isi(kantor, nilai=12.5)))
    assert not KetikanIsian.objects.exists()


@pytest.mark.parametrize("siapa", sorted(BUKAN_PENGISI))
def test_bukan_pengisi_tidak_mengubah(siapa, kantor):
    mentah = isi_buku(unduh(kantor), isi(kantor, nilai=9))
    tinjauan = lihat(kantor, mentah, oleh=siapa)
    assert [satu.keadaan for satu in tinjauan.sel] == [Keadaan.DITOLAK]
    with tak_berubah(), pytest.raises(PratinjauBerubah):
        masukkan(kantor, mentah, oleh=siapa)
    with tak_berubah(), pytest.raises(HakKurang):
        impor.terima_buku(
            SimpleUploadedFile("a.xlsx", mentah), unit=kantor.unit, tahun=TAHUN, oleh=kantor[siapa]
        )


def test_kunci_yang_dipalsukan(kantor):
    """A hidden cell that names an indikator of another bidang, unit, or none at all."""
    lain = rumuskan(buat_indikator(kantor.polos.renstra_versi), frekuensi="triwulanan")
    jadwalkan(_rencana(kantor), lain, "kumulatif", tw("1", "2", "3", "4"))
    for indikator in (lain.indikator_id, 987654321):
        buku = buka(isi_buku(unduh(kantor), isi(kantor, nilai=9)))
        for baris in buku[DATA].iter_rows(min_row=7):
            if baris[0].value == kunci(kantor):
                baris[1].value = str(indikator)
        tinjauan = lihat(kantor, simpan(buku))
        assert [satu.keadaan for satu in tinjauan.sel] == [Keadaan.DITOLAK]
        with tak_berubah(), pytest.raises(PratinjauBerubah):
            masukkan(kantor, simpan(buku))


def _rencana(kantor):
    return RencanaAksi.objects.get(unit=kantor.unit)


def unggah(kantor, mentah, nama="tw1.xlsx", oleh="operator"):
    return impor.terima_buku(
        SimpleUploadedFile(nama, mentah), unit=kantor.unit, tahun=TAHUN, oleh=kantor[oleh]
    )


def test_unggahan_milik_pengunggahnya_saja(kantor):
    mentah = unduh(kantor)
    satu, _ = unggah(kantor, mentah)
    dua, _ = unggah(kantor, mentah, oleh="perencana")
    lagi, _ = unggah(kantor, mentah)
    assert (satu, satu != dua) == (lagi, True)
    assert list(Berkas.objects.untuk(kantor["operator"])) == [satu]
    assert list(Berkas.objects.untuk(kantor["perencana"])) == [dua]
    assert impor.buku_tersimpan(satu, unit=kantor.unit, tahun=TAHUN).tahun == TAHUN


def test_unggahan_yang_ditolak_tidak_tersimpan(kantor, settings):
    mentah = unduh(kantor)
    buku = buka(mentah)
    buku[DATA]["B2"] = "dinas-sebelah"
    for isi_berkas, nama, galat in (
        (contoh.xlsx(), "a.xlsx", BukuSalah),
        (simpan(buku), "a.xlsx", BukuSalah),
        (mentah, "a.pdf", BerkasDitolak),
        (contoh.pdf(), "a.xlsx", BerkasDitolak),
        (b"", "a.xlsx", BerkasDitolak),
    ):
        with pytest.raises(galat):
            unggah(kantor, isi_berkas, nama)
    settings.UNGGAH_MAKS = 1000
    with pytest.raises(BerkasDitolak, match="paling besar"):
        unggah(kantor, mentah)
    assert not Berkas.objects.filter(unit=kantor.unit).exists()


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_kueri_pratinjau_tetap(banyaknya, kantor, django_assert_num_queries):
    rencana = _rencana(kantor)
    isian = isi(kantor, nilai=9)
    for _ in range(banyaknya):
        baru = rumuskan(buat_indikator(kantor.polos.renstra_versi), frekuensi="triwulanan")
        jadwalkan(rencana, baru, "kumulatif", tw("1", "2", "3", "4"))
        isian[f"{baru.indikator_id}.3", "nilai"] = 9
    buku = baca_buku(isi_buku(unduh(kantor, "perencana"), isian))
    with django_assert_num_queries(16):
        tinjauan = tinjau(kantor.unit, TAHUN, buku, oleh=kantor["perencana"])
    assert len(tinjauan.berubah) == banyaknya + 1
