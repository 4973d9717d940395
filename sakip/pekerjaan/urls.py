from django.urls import path

from sakip.pekerjaan import views

app_name = "pekerjaan"

urlpatterns = [
    # /pekerjaan/<nomor>
    path("pekerjaan/", views.daftar, name="daftar"),
    path("pekerjaan/<int:nomor>/", views.rincian, name="rincian"),
    path("pekerjaan/<int:nomor>/mulai-lagi/", views.ulang, name="mulai-lagi"),
]
