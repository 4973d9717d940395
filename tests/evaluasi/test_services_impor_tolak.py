"""A workbook of the LKE that is not taken in: from whom, when, and from where it comes."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from evaluasi.lembar_kerja.baca import baca_buku
from evaluasi.models import PelakuLembar, TahapLembar
from evaluasi.services.impor import buku_tersimpan, laksanakan, terima_buku, tinjau
from evaluasi.services.lembar import selesaikan_tahap
from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.models import Berkas
from sakip.dokumen.buku.baca import BukuSalah
from sakip.dokumen.buku.bentuk import DATA
from sakip.dokumen.buku.tinjau import Keadaan, PratinjauBerubah
from sakip.lib import waktu
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Jendela
from sakip.organisasi.peran import Peran
from tests.berkas import contoh
from tests.evaluasi.alat_buku import (
    PILIHAN,
    buka,
    isi_buku,
    lihat,
    masukkan,
    simpan,
    tak_berubah,
    unduh,
)
from tests.evaluasi.pabrik import (
    jawab_semua,
    kriteria_dari,
    tahap,
)
from tests.pemeran import buat_orang

BUKAN_PENGISI = (
    "pimpinan", "operator", "inspektorat", "bagian_organisasi", "pembaca", "admin",
    "perencana_lain", "inspektorat_luar", "tanpa_tugas",
)  # fmt: skip


def test_bukan_pengisi_tidak_mengubah(mandiri, asli, pemeran):
    satu, *_ = kriteria_dari(mandiri.lembar)
    mentah = isi_buku(asli, {(satu, PILIHAN): "Ya"})
    for siapa in BUKAN_PENGISI:
        keadaan = [s.keadaan for s in lihat(mandiri, mentah, pemeran[siapa]).sel]
        assert keadaan == [Keadaan.DITOLAK], siapa
        with tak_berubah(mandiri):
            with pytest.raises(HakKurang):
                masukkan(mandiri, mentah, pemeran[siapa])
            with pytest.raises(HakKurang):
                unggah(mandiri, mentah, pemeran[siapa])


def test_dari_sisi_yang_lain_ditolak(evaluator, orang):
    """Who worked for the unit does not evaluate it, also through a workbook."""
    satu, *_ = kriteria_dari(evaluator.lembar)
    mentah = isi_buku(unduh(evaluator, orang.inspektorat), {(satu, PILIHAN): "Ya"})
    PelakuLembar.objects.update_or_create(
        lembar=evaluator.lembar, pengguna=orang.inspektorat, defaults={"sebagai": "unit"}
    )
    (tolak,) = lihat(evaluator, mentah, orang.inspektorat).sel
    assert "dari sisi yang lain" in tolak.pesan
    with tak_berubah(evaluator), pytest.raises(PratinjauBerubah):
        masukkan(evaluator, mentah, orang.inspektorat)


def test_tahap_yang_selesai_menolak(mandiri, orang, asli):
    satu, *_ = kriteria_dari(mandiri.lembar)
    mentah = isi_buku(asli, {(satu, PILIHAN): "Tidak"})
    sidik = lihat(mandiri, mentah, orang.unit).sidik
    jawab_semua(mandiri, orang.unit)
    selesaikan_tahap(mandiri, oleh=orang.unit)
    selesai = tahap(mandiri.lembar, "mandiri")
    assert "selesai, sehingga tidak dapat diisi" in lihat(selesai, mentah, orang.unit).sel[0].pesan
    with tak_berubah(mandiri), pytest.raises(PratinjauBerubah):
        masukkan(selesai, mentah, orang.unit, sidik=sidik)
    with pytest.raises(BukuSalah, match="tidak dapat diisi"):
        unggah(selesai, mentah, orang.unit)


def test_tahap_yang_selesai_di_antara_baca_dan_tulis(mandiri, orang, asli):
    """The state is asked again under the lock, whatever the page has read before."""
    satu, *_ = kriteria_dari(mandiri.lembar)
    buku = baca_buku(isi_buku(asli, {(satu, PILIHAN): "Tidak"}))
    lama = tahap(mandiri.lembar, "mandiri")
    sidik = tinjau(lama, buku, oleh=orang.unit).sidik
    TahapLembar.objects.filter(pk=mandiri.pk).update(status="selesai")
    with tak_berubah(mandiri), pytest.raises(PratinjauBerubah):
        laksanakan(lama, buku, sidik=sidik, nama="lke.xlsx", oleh=orang.unit)


def test_jendela_yang_tertutup_menolak(mandiri, orang, asli):
    satu, *_ = kriteria_dari(mandiri.lembar)
    mentah = isi_buku(asli, {(satu, PILIHAN): "Ya"})
    sidik = lihat(mandiri, mentah, orang.unit).sidik
    kemarin = waktu.sekarang() - timedelta(days=1)
    Jendela.objects.filter(jenis="evaluasi").update(
        tenggat=kemarin - timedelta(hours=1), kunci=kemarin
    )
    with tak_berubah(mandiri), pytest.raises(PratinjauBerubah):
        masukkan(mandiri, mentah, orang.unit, sidik=sidik)
    assert "dikunci" in lihat(mandiri, mentah, orang.unit).sel[0].pesan


def unggah(bagian, mentah, oleh, nama="lke.xlsx"):
    return terima_buku(SimpleUploadedFile(nama, mentah), tahap=bagian, oleh=oleh)


TEMPAT_LAIN = [
    ("B2", "dinas-sebelah", "milik dinas-sebelah atas kinerja 2023"),
    ("B3", "2022", "atas kinerja 2022, bukan"),
    ("B4", "2025", "dari evaluasi 2025"),
    ("B5", "evaluator", "untuk tahap “Evaluasi inspektorat”, bukan “Penilaian mandiri”"),
    ("B6", "987654", "menurut instrumen atau versi lain"),
]


def test_buku_dari_tempat_lain_ditolak_dengan_sebabnya(mandiri, orang, asli):
    buku = buka(asli)
    for sel, isi, kata in TEMPAT_LAIN:
        semula, buku[DATA][sel] = buku[DATA][sel].value, isi
        with pytest.raises(BukuSalah, match=kata):
            unggah(mandiri, simpan(buku), orang.unit)
        buku[DATA][sel] = semula
    assert not Berkas.objects.filter(unit=mandiri.lembar.unit).exists()


def test_unggahan_yang_ditolak_tidak_tersimpan(mandiri, orang, asli, settings):
    bom = contoh.tambah(asli, {"xl/media/kosong.bin": b"\0" * 30_000_000})
    for isi_berkas, nama, galat in (
        (contoh.xlsx(), "a.xlsx", BukuSalah),
        (asli, "a.xlsm", BerkasDitolak),
        (asli, "a.pdf", BerkasDitolak),
        (contoh.pdf(), "a.xlsx", BerkasDitolak),
        (contoh.tambah(asli, {"xl/vbaProject.bin": b"x"}), "a.xlsx", BerkasDitolak),
        (bom, "a.xlsx", BerkasDitolak),
        (b"", "a.xlsx", BerkasDitolak),
    ):
        with pytest.raises(galat):
            unggah(mandiri, isi_berkas, orang.unit, nama)
    settings.UNGGAH_MAKS = 1000
    with pytest.raises(BerkasDitolak, match="paling besar"):
        unggah(mandiri, asli, orang.unit)
    assert not Berkas.objects.filter(unit=mandiri.lembar.unit).exists()


def test_unggahan_milik_pengunggahnya_saja(mandiri, orang, asli, pasuruan):
    rekan = buat_orang("rekan", Peran.PERENCANA, pasuruan)
    satu, _ = unggah(mandiri, asli, orang.unit)
    dua, _ = unggah(mandiri, asli, rekan)
    assert (unggah(mandiri, asli, orang.unit)[0], satu != dua) == (satu, True)
    assert list(Berkas.objects.untuk(rekan)) == [dua]
    assert buku_tersimpan(satu, tahap=mandiri).tahap == "mandiri"
