"""The one place that includes all apps."""

from django.urls import include, path

urlpatterns = [
    path("", include("sakip.organisasi.urls")),
    path("", include("sakip.pekerjaan.urls")),
    path("", include("perencanaan.urls")),
    path("", include("pengukuran.urls")),
    path("", include("pelaporan.urls")),
    path("", include("evaluasi.urls")),
    path("", include("sakip.beranda.urls")),
]
