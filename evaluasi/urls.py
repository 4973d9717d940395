"""Addresses of evaluation: below the unit and the year of the work that is judged."""

from django.urls import path

from evaluasi.views import (
    bukti_jawaban,
    cetak,
    instrumen,
    instrumen_bagian,
    lembar,
    lembar_excel,
    lembar_isi,
    lembar_sel,
    lhe,
    lhe_draf,
    lhe_rekomendasi,
    lhe_terbit,
    lhp,
    meja,
    penanggung_jawab,
    peringkat,
    peta_kriteria,
    setelan,
    simulasi,
    tindak_lanjut,
    tindak_lanjut_putusan,
    tindak_lanjut_unit,
)

app_name = "evaluasi"

LEMBAR = "unit/<slug:kode>/<int:tahun>/evaluasi/"
TAHAP = f"{LEMBAR}<slug:tahap>/"
BUKTI = f"{TAHAP}<int:kriteria>/bukti/"
DAFTAR = "unit/<slug:kode>/<int:tahun>/tindak-lanjut/"
SATU = f"{DAFTAR}<int:pk>/"
LANGKAH = f"{SATU}rencana/<int:rencana>/"
LHE = "unit/<slug:kode>/<int:tahun>/lhe/"
DRAF = f"{LHE}<int:pk>/"
INSTRUMEN = "pemda/<slug:pemda>/instrumen/"
SATU_INSTRUMEN = f"{INSTRUMEN}<int:pk>/"
BAGIAN = f"{SATU_INSTRUMEN}<slug:jenis>/"

urlpatterns = [
    # …/evaluasi/cetak: the documents as files, before the stages
    path(f"{LEMBAR}cetak/<slug:jenis>.<slug:bentuk>", cetak.cetak, name="cetak"),
    # …/evaluasi: the worksheet, one of its stages, evidence of an answer
    path(LEMBAR, lembar.baca_lembar, name="lembar"),
    path(f"{LEMBAR}simulasi/", simulasi.simulasi, name="simulasi"),
    path(TAHAP, lembar_isi.isi_lembar, name="lembar-isi"),
    path(f"{TAHAP}sel/", lembar_sel.simpan_isian, name="lembar-sel"),
    path(f"{TAHAP}excel/", lembar_excel.unduh_buku, name="lembar-excel"),
    path(f"{TAHAP}impor/", lembar_excel.impor_buku, name="lembar-impor"),
    path(f"{TAHAP}impor/<int:berkas>/", lembar_excel.tinjau_buku, name="lembar-tinjau"),
    path(BUKTI, bukti_jawaban.tambah_bukti, name="bukti-tambah"),
    path(f"{BUKTI}<int:pk>/", bukti_jawaban.unduh_bukti, name="bukti-unduh"),
    path(f"{BUKTI}<int:pk>/halaman/", bukti_jawaban.halaman_bukti, name="bukti-halaman"),
    path(f"{BUKTI}<int:pk>/lepas/", bukti_jawaban.hapus_bukti, name="bukti-hapus"),
    # …/tindak-lanjut: recommendations, one of them, and each act on it
    path(DAFTAR, tindak_lanjut.baca_rekomendasi_unit, name="rekomendasi"),
    path(f"{DAFTAR}lhp/", lhp.lhp_catat, name="lhp-catat"),
    path(f"{DAFTAR}penanggung-jawab/", penanggung_jawab.atur_penanggung, name="penanggung-jawab"),
    path(SATU, tindak_lanjut.baca_rekomendasi_satu, name="rekomendasi-satu"),
    path(f"{SATU}bukti/<int:bukti>/", tindak_lanjut.unduh_bukti, name="rekomendasi-bukti-unduh"),
    path(f"{SATU}rencana/", tindak_lanjut_unit.rencana_baru, name="rencana-baru"),
    path(LANGKAH, tindak_lanjut_unit.rencana_ubah, name="rencana-ubah"),
    path(f"{LANGKAH}laporan/", tindak_lanjut_unit.rencana_lapor, name="rencana-lapor"),
    path(
        f"{LANGKAH}perpanjangan/", tindak_lanjut_unit.rencana_perpanjang, name="rencana-perpanjang"
    ),
    path(
        f"{SATU}perpanjangan/<int:perpanjangan>/",
        tindak_lanjut_putusan.perpanjangan_putus,
        name="perpanjangan-putus",
    ),
    path(f"{SATU}putusan/", tindak_lanjut_putusan.rekomendasi_putus, name="rekomendasi-putus"),
    path(f"{SATU}kaitan/", tindak_lanjut_putusan.rekomendasi_kaitkan, name="rekomendasi-kaitkan"),
    # …/lhe: as issued, and the draft of the inspektorat
    path(LHE, lhe.baca_lhe, name="lhe"),
    path(f"{LHE}susun/", lhe_draf.susun, name="lhe-susun"),
    path(f"{LHE}catat/", lhe_draf.catat, name="lhe-catat"),
    path(f"{LHE}<int:pk>.pdf", lhe.unduh_lhe, name="lhe-unduh"),
    path(DRAF, lhe_draf.draf, name="lhe-draf"),
    path(f"{DRAF}ubah/", lhe_draf.ubah, name="lhe-ubah"),
    path(f"{DRAF}catatan/<int:komponen>/", lhe_draf.catatan, name="lhe-catatan"),
    path(f"{DRAF}catatan/<int:komponen>/<int:sub>/", lhe_draf.catatan, name="lhe-catatan-sub"),
    path(f"{DRAF}rekomendasi/", lhe_rekomendasi.rekomendasi_baru, name="lhe-rekomendasi-baru"),
    path(
        f"{DRAF}rekomendasi/<int:rekomendasi>/",
        lhe_rekomendasi.rekomendasi_ubah,
        name="lhe-rekomendasi-ubah",
    ),
    path(f"{DRAF}terbit/", lhe_terbit.terbitkan, name="lhe-terbit"),
    # /evaluasi/<tahun>: all units of the pemda
    path("evaluasi/<int:tahun>/", meja.baca_meja, name="meja"),
    path("evaluasi/<int:tahun>/peringkat/", peringkat.baca_peringkat, name="peringkat"),
    path("evaluasi/<int:tahun>/kriteria/", peta_kriteria.baca_peta_kriteria, name="kriteria"),
    path("pemda/<slug:pemda>/meja-evaluasi/", meja.meja_kini, name="meja-kini"),
    # /pemda/<kode>/evaluasi: how the pemda counts
    path("pemda/<slug:pemda>/evaluasi/", setelan.atur_setelan_evaluasi, name="setelan"),
    # /pemda/<kode>/instrumen: those that may be used, one of them, and each part of a draft
    path(INSTRUMEN, instrumen.daftar_instrumen, name="instrumen"),
    path(SATU_INSTRUMEN, instrumen.baca_instrumen_satu, name="instrumen-satu"),
    path(f"{SATU_INSTRUMEN}salin/", instrumen.salin, name="instrumen-salin"),
    path(f"{SATU_INSTRUMEN}ubah/", instrumen.ubah, name="instrumen-ubah"),
    path(f"{BAGIAN}baru/", instrumen_bagian.bagian_baru, name="instrumen-bagian-baru"),
    path(
        f"{BAGIAN}baru/<int:induk>/", instrumen_bagian.bagian_baru, name="instrumen-bagian-bawahan"
    ),
    path(f"{BAGIAN}<int:bagian>/", instrumen_bagian.bagian_ubah, name="instrumen-bagian"),
    path(
        f"{BAGIAN}<int:bagian>/hapus/", instrumen_bagian.bagian_hapus, name="instrumen-bagian-hapus"
    ),
]
