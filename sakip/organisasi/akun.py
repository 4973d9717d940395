"""The account behind a session."""

from django.contrib.auth.backends import ModelBackend

from sakip.organisasi.models import Pengguna
from sakip.web.tunggal import satu_baris


class AkunBackend(ModelBackend):
    """Django's own, but every request needs the pemda of the person: it comes in the same query."""

    def get_user(self, user_id: int) -> Pengguna | None:
        pengguna = satu_baris(Pengguna.objects.select_related("pemda").filter(pk=user_id))
        return pengguna if pengguna and self.user_can_authenticate(pengguna) else None
