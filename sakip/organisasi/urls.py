from django.urls import path

from sakip.organisasi import views

app_name = "organisasi"

urlpatterns = [
    # akun
    path("masuk/", views.Masuk.as_view(), name="masuk"),
    path("keluar/", views.Keluar.as_view(), name="keluar"),
]
