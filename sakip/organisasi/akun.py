"""The account behind a session."""

from django.contrib.auth.backends import ModelBackend

from sakip.organisasi.models import Pengguna
from sakip.web.tunggal import satu_baris


class AkunBackend(ModelBackend):
    """Django's own, but every request needs the pemda of the person: it comes in the same query.

    What this person may see and do is then read once for the whole request.
    """

    def get_user(self, user_id: int) -> Pengguna | None:
        pengguna: Pengguna | None = satu_baris(
            Pengguna.objects.select_related("pemda").filter(pk=user_id)
        )
        if pengguna is None or not self.user_can_authenticate(pengguna):
            return None
        pengguna.ingatan = {}
        return pengguna
