from django.urls import path

from pelaporan import views

app_name = "pelaporan"

urlpatterns = [
    # /unit/<kode>/<tahun>/lkjip
    path("unit/<slug:kode>/<int:tahun>/lkjip/", views.baca_lkjip, name="lkjip-baca"),
    path("unit/<slug:kode>/<int:tahun>/lkjip/cetak/", views.cetak_lkjip, name="lkjip-cetak"),
    path("unit/<slug:kode>/<int:tahun>/lkjip.pdf", views.unduh_lkjip, name="lkjip-unduh"),
]
