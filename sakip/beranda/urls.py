from django.urls import path

from sakip.beranda.views import beranda, kit

app_name = "beranda"

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    # /unit/<kode>/<tahun>
    path("unit/<slug:kode>/<int:tahun>/", beranda.tahun_kinerja, name="tahun"),
    # bahasa rupa, hanya dengan SAKIP_DEBUG
    path("kit/", kit.kit, name="kit"),
]
