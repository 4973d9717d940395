from django.urls import path

from pengukuran.views import (
    ajukan,
    aksi,
    anggaran,
    belanja,
    bukti,
    capaian,
    excel,
    isi,
    isi_baris,
    isi_sel,
    kesiapan,
    koreksi,
    pemantauan,
    usulan,
    verifikasi,
    verifikasi_baris,
)

app_name = "pengukuran"

urlpatterns = [
    # /unit/<kode>/<tahun>/realisasi: the grid, one cell of it, one row of it
    path("unit/<slug:kode>/<int:tahun>/realisasi/", isi.isi_realisasi, name="isi"),
    path("unit/<slug:kode>/<int:tahun>/realisasi/sel/", isi_sel.simpan_isian, name="isi-sel"),
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/<int:indikator>/<int:bulan>/",
        isi_baris.isi_satu,
        name="isi-baris",
    ),
    # what was spent until then
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/anggaran/", belanja.isi_belanja, name="isi-belanja"
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/anggaran/sel/",
        belanja.simpan_sel_belanja,
        name="isi-belanja-sel",
    ),
    # what other parts of the cycle propose, and which indikator asks whom
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/<int:indikator>/<int:bulan>/usulan/",
        usulan.ambil,
        name="usulan-ambil",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/sumber/",
        usulan.daftar_sumber,
        name="usulan-sumber",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/sumber/<int:indikator>/",
        usulan.atur,
        name="usulan-atur",
    ),
    # the same as a workbook
    path("unit/<slug:kode>/<int:tahun>/realisasi/excel/", excel.unduh_buku, name="isi-excel"),
    path("unit/<slug:kode>/<int:tahun>/realisasi/impor/", excel.impor_buku, name="isi-impor"),
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/impor/<int:berkas>/",
        excel.tinjau_buku,
        name="isi-tinjau",
    ),
    # evidence of a realisasi
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/<int:indikator>/<int:bulan>/bukti/",
        bukti.tambah_bukti,
        name="bukti-tambah",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/<int:indikator>/<int:bulan>/bukti/<int:pk>/",
        bukti.unduh_bukti,
        name="bukti-unduh",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/<int:indikator>/<int:bulan>/bukti/<int:pk>/halaman/",
        bukti.halaman_bukti,
        name="bukti-halaman",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/realisasi/<int:indikator>/<int:bulan>/bukti/<int:pk>/lepas/",
        bukti.hapus_bukti,
        name="bukti-hapus",
    ),
    # /unit/<kode>/<tahun>/aksi: the steps of the plan, one of them, its evidence
    path(
        "unit/<slug:kode>/<int:tahun>/aksi/",
        aksi.baca_aksi,
        name="aksi",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/aksi/<int:aksi>/<int:bulan>/",
        aksi.isi_aksi,
        name="aksi-isi",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/aksi/<int:aksi>/<int:bulan>/bukti/",
        aksi.tambah_bukti_aksi,
        name="aksi-bukti-tambah",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/aksi/<int:aksi>/<int:bulan>/bukti/<int:pk>/",
        aksi.unduh_bukti_aksi,
        name="aksi-bukti-unduh",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/aksi/<int:aksi>/<int:bulan>/bukti/<int:pk>/lepas/",
        aksi.hapus_bukti_aksi,
        name="aksi-bukti-hapus",
    ),
    # /unit/<kode>/<tahun>/realisasi/ajukan, verifikasi, koreksi: what follows entering
    path("unit/<slug:kode>/<int:tahun>/realisasi/ajukan/", ajukan.ajukan_realisasi, name="ajukan"),
    path("unit/<slug:kode>/<int:tahun>/verifikasi/", verifikasi.meja_verifikasi, name="verifikasi"),
    path(
        "unit/<slug:kode>/<int:tahun>/verifikasi/<int:indikator>/<int:bulan>/",
        verifikasi_baris.periksa_baris,
        name="periksa-baris",
    ),
    path("unit/<slug:kode>/<int:tahun>/koreksi/", koreksi.buku_koreksi, name="koreksi"),
    path(
        "unit/<slug:kode>/<int:tahun>/koreksi/<int:indikator>/<int:bulan>/",
        koreksi.usul_koreksi,
        name="koreksi-usul",
    ),
    # /pemda/<kode>/aturan-kesiapan
    path("pemda/<slug:pemda>/aturan-kesiapan/", kesiapan.daftar_aturan, name="kesiapan"),
    path(
        "pemda/<slug:pemda>/aturan-kesiapan/<slug:aturan>/",
        kesiapan.atur_aturan,
        name="kesiapan-atur",
    ),
    # /unit/<kode>/<tahun>/capaian
    path("unit/<slug:kode>/<int:tahun>/capaian/", capaian.baca_capaian, name="capaian"),
    # /unit/<kode>/<tahun>/pemantauan
    path("unit/<slug:kode>/<int:tahun>/pemantauan/", pemantauan.baca_pemantauan, name="pemantauan"),
    # /unit/<kode>/<tahun>/anggaran
    path("unit/<slug:kode>/<int:tahun>/anggaran/", anggaran.baca_anggaran, name="anggaran"),
]
