from django.urls import path

from pengukuran.views import anggaran, capaian

app_name = "pengukuran"

urlpatterns = [
    # /unit/<kode>/<tahun>/capaian
    path("unit/<slug:kode>/<int:tahun>/capaian/", capaian.baca_capaian, name="capaian"),
    # /unit/<kode>/<tahun>/anggaran
    path("unit/<slug:kode>/<int:tahun>/anggaran/", anggaran.baca_anggaran, name="anggaran"),
]
