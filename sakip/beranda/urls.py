from django.urls import path

from sakip.beranda.views import beranda, cari, kit, periksa, riwayat, semua, tugas

app_name = "beranda"

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("semua-unit/<int:tahun>/", semua.baca_semua, name="semua"),
    # /unit/<kode>/<tahun>
    path("unit/<slug:kode>/<int:tahun>/", beranda.tahun_kinerja, name="tahun"),
    path("unit/<slug:kode>/<int:tahun>/tugas/", tugas.tugas_saya, name="tugas"),
    # /unit/<kode>/<tahun>/cari
    path("unit/<slug:kode>/<int:tahun>/cari/", cari.cari_halaman, name="cari"),
    path("unit/<slug:kode>/<int:tahun>/periksa/", periksa.pemeriksaan, name="periksa"),
    # /unit/<kode>/<tahun>/riwayat/<jenis>/<pk>
    path(
        "unit/<slug:kode>/<int:tahun>/riwayat/<str:jenis>/<int:pk>/",
        riwayat.baca_riwayat,
        name="riwayat",
    ),
    # bahasa rupa, hanya dengan SAKIP_DEBUG
    path("kit/", kit.kit, name="kit"),
]
