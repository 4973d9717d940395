"""Accounts and roles."""

from typing import Any

from sakip.organisasi.models import Pengguna, Penugasan, Unit
from sakip.organisasi.peran import PERAN_PEMDA, Peran
from sakip.web.formulir import Formulir
from sakip.web.isian import IsianTanggal

SUREL = "Pengingat tenggat dikirim ke alamat ini. Boleh kosong: pengingat lalu hanya di aplikasi."

SALAH_SUREL = {"invalid": "Tulis alamat surel seperti nama@contoh.go.id."}


class FormAkun(Formulir):
    """An account; the name with which one signs in is chosen once."""

    class Meta:
        model = Pengguna
        fields = ["nama", "nama_pengguna", "surel", "is_active"]
        labels = {"nama": "Nama", "surel": "Surel", "is_active": "Dapat masuk"}
        help_texts = {
            "surel": SUREL,
            "nama_pengguna": "Untuk masuk; huruf kecil, angka, dan tanda hubung. Bukan NIP.",
            "is_active": "Tanpa centang, akun tidak dapat masuk dan sesinya berakhir.",
        }
        error_messages = {
            "surel": SALAH_SUREL,
            "nama_pengguna": {
                "invalid": "Nama pengguna hanya berisi huruf, angka, dan tanda hubung.",
                "unique": "Nama pengguna ini sudah dipakai. Pilih yang lain.",
            },
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            del self.fields["is_active"]
        else:
            self.fields["nama_pengguna"].disabled = True


class FormSurel(Formulir):
    """One's own address for reminders; all else of an account is an admin's."""

    class Meta:
        model = Pengguna
        fields = ["surel"]
        labels = {"surel": "Surel"}
        help_texts = {"surel": SUREL}
        error_messages = {"surel": SALAH_SUREL}


class FormPenugasan(Formulir):
    """A role, in a unit or in the whole pemda."""

    dari = IsianTanggal(label="Sejak tanggal")
    sampai = IsianTanggal(
        label="Sampai tanggal",
        required=False,
        help_text="Termasuk hari itu. Kosongkan selama belum berakhir.",
    )

    class Meta:
        model = Penugasan
        fields = ["peran", "unit", "dari", "sampai"]
        help_texts = {
            "unit": "Wajib bagi operator, sekretariat, dan pimpinan; dikosongkan bagi bagian "
            "organisasi, inspektorat, dan admin.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pemda = self.instance.pengguna.pemda
        pilihan = self.fields["unit"]
        pilihan.queryset = Unit.objects.filter(pemda=pemda)  # type: ignore[attr-defined]
        pilihan.empty_label = f"— seluruh {pemda.nama} —"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The place follows from what was chosen: a unit, or else the pemda of the account."""
        isi = super().clean() or self.cleaned_data
        unit, peran = isi.get("unit"), isi.get("peran")
        self.instance.pemda = None if unit else self.instance.pengguna.pemda
        if peran in PERAN_PEMDA and unit:
            self.add_error(
                "unit", f"{Peran(peran).label} bertugas di seluruh pemda; kosongkan unitnya."
            )
        elif peran and peran not in PERAN_PEMDA and peran != Peran.PEMBACA and not unit:
            self.add_error("unit", f"Pilih unit tempat {Peran(peran).label} bertugas.")
        return isi
