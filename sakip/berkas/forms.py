"""A file in a form."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.jenis import AKHIRAN, JENIS_UNGGAH, Jenis, sebut
from sakip.berkas.periksa import periksa_unggahan
from sakip.berkas.ukuran import tulis_ukuran


class BerkasField(forms.FileField):
    """A file of the kinds in `jenis_boleh`; every refusal is an error of the field.

    What it gives is the upload itself, for `simpan_berkas` with the same kinds.
    """

    default_error_messages = {"required": "Pilih berkasnya."}

    def __init__(self, *, jenis_boleh: Collection[Jenis] = JENIS_UNGGAH, **lain: Any) -> None:
        self.jenis_boleh = jenis_boleh
        batas = tulis_ukuran(settings.UNGGAH_MAKS)
        lain.setdefault("help_text", f"{sebut(jenis_boleh)}; paling besar {batas}.")
        super().__init__(**lain)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        akhiran = [satu for jenis in self.jenis_boleh for satu in AKHIRAN[jenis]]
        return {**super().widget_attrs(widget), "accept": ",".join(akhiran)}

    def to_python(self, data: Any) -> UploadedFile | None:
        if not isinstance(data, UploadedFile):
            return None
        try:
            periksa_unggahan(
                data,
                nama=data.name or "",
                boleh=self.jenis_boleh,
                paling_besar=settings.UNGGAH_MAKS,
            )
        except BerkasDitolak as salah:
            raise ValidationError(str(salah), code="ditolak") from salah
        return data
