from django.urls import path

from sakip.beranda import views

app_name = "beranda"

urlpatterns = [
    path("", views.beranda, name="beranda"),
    # /unit/<kode>/<tahun>
    path("unit/<slug:kode>/<int:tahun>/", views.tahun_kinerja, name="tahun"),
]
