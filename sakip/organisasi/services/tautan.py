"""The link with which a person sets a password: for one use, for one day.

Nobody ever learns another's password, an admin included.
"""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.organisasi.models import Pengguna
from sakip.organisasi.permissions import boleh_membuat_tautan
from sakip.organisasi.services.dasar import wajib


class PembuatTautan(PasswordResetTokenGenerator):
    """Django's own token, bound to `sesi_ke` besides, so that only the newest link works.

    It dies with the password, with the next sign-in, and after PASSWORD_RESET_TIMEOUT.
    """

    key_salt = "sakip.organisasi.tautan"

    def _make_hash_value(self, user: Pengguna, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.sesi_ke}"


pembuat_tautan = PembuatTautan()


def buat_tautan(akun: Pengguna, *, oleh: Pengguna | None) -> str:
    """The path of a new link; running sessions and older links of the account end.

    `oleh` None is the command on the server. Raises HakKurang.
    """
    if oleh is not None:
        wajib(boleh_membuat_tautan(oleh, akun))
    with transaction.atomic():
        Pengguna.objects.filter(pk=akun.pk).update(sesi_ke=F("sesi_ke") + 1)
        akun.refresh_from_db(fields=["sesi_ke"])
        catat(Aksi.TAUTAN_DIBUAT, akun, oleh=oleh)
    uidb64 = urlsafe_base64_encode(force_bytes(akun.pk))
    token = pembuat_tautan.make_token(akun)
    return reverse("organisasi:sandi-tautan", kwargs={"uidb64": uidb64, "token": token})
