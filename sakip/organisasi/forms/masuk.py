"""Forms about people."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm


class FormMasuk(AuthenticationForm):
    """Signing in; a wrong password and an account that is switched off look the same."""

    error_messages = {
        "invalid_login": (
            "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya, lalu "
            "coba lagi. Bila lupa, hubungi admin."
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"
        self.helper = FormHelper()
        self.helper.add_input(Submit("masuk", "Masuk", css_class="btn-primary w-100"))


class FormSandiBaru(SetPasswordForm):
    """A password through a link, or for the first time."""

    error_messages = {
        **SetPasswordForm.error_messages,
        "password_mismatch": "Kedua kata sandi berbeda. Ketik ulang keduanya.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        baru, ulang = self.fields["new_password1"], self.fields["new_password2"]
        baru.label, ulang.label = "Kata sandi baru", "Kata sandi baru, sekali lagi"
        baru.help_text = (
            "Paling sedikit 12 karakter, bukan angka saja, bukan kata sandi yang umum, dan tidak "
            "mirip nama Anda. Tiga atau empat kata yang tidak berhubungan mudah diingat."
        )
        ulang.help_text = ""
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 -- Django's own signature
        """The password alone: Django's own writes the whole row, as it was before hashing began."""
        self.user.set_password(self.cleaned_data["new_password1"])
        if commit:
            self.user.save(update_fields=["password"])
        return self.user


class FormGantiSandi(FormSandiBaru, PasswordChangeForm):
    """One's own password, with the old one asked for."""

    field_order = ["old_password", "new_password1", "new_password2"]
    error_messages = {
        **FormSandiBaru.error_messages,
        "password_incorrect": "Kata sandi lama tidak cocok. Ketik ulang; perhatikan huruf besar.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Kata sandi lama"
