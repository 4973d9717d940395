from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from sakip.organisasi.forms import FormMasuk

app_name = "organisasi"

urlpatterns = [
    # akun
    path(
        "masuk/",
        LoginView.as_view(
            template_name="organisasi/akun/masuk.html",
            form_class=FormMasuk,
            redirect_authenticated_user=True,
        ),
        name="masuk",
    ),
    path("keluar/", LogoutView.as_view(), name="keluar"),
]
