from django.urls import path

from perencanaan.views import perjanjian, rencana_aksi, renstra

app_name = "perencanaan"

urlpatterns = [
    # /unit/<kode>/<tahun>/renstra
    path("unit/<slug:kode>/<int:tahun>/renstra/", renstra.baca_renstra, name="renstra"),
    path(
        "unit/<slug:kode>/<int:tahun>/perjanjian-kinerja/",
        perjanjian.baca_perjanjian,
        name="perjanjian",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/perjanjian-kinerja/<int:ke>.pdf",
        perjanjian.unduh_perjanjian,
        name="perjanjian-unduh",
    ),
    path(
        "unit/<slug:kode>/<int:tahun>/rencana-aksi/",
        rencana_aksi.baca_rencana_aksi,
        name="rencana-aksi",
    ),
]
