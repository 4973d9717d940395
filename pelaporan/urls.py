from django.urls import path

from pelaporan.views import atur, baca, terbit

app_name = "pelaporan"

LKJIP = "unit/<slug:kode>/<int:tahun>/lkjip"

urlpatterns = [
    # /unit/<kode>/<tahun>/lkjip
    path(f"{LKJIP}/", baca.baca_lkjip, name="lkjip-baca"),
    path(f"{LKJIP}/cetak/", baca.cetak_lkjip, name="lkjip-cetak"),
    path(f"{LKJIP}.pdf", baca.unduh_lkjip, name="lkjip-unduh"),
    path(f"{LKJIP}/atur/", atur.atur_lkjip, name="lkjip-atur"),
    path(f"{LKJIP}/atur/buang/", atur.buang_draf_lkjip, name="lkjip-draf-buang"),
    path(f"{LKJIP}/terbit/", terbit.terbitkan_lkjip, name="lkjip-terbit"),
    path(f"{LKJIP}/terbit/<int:ke>.pdf", baca.unduh_terbit, name="lkjip-unduh-terbit"),
]
