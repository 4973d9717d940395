"""The base of every form that writes an object, and the comparison of a save that came late."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID, uuid4

from crispy_forms.helper import FormHelper
from django import forms
from django.core import signing
from django.forms.models import ModelChoiceField

_GARAM = "sakip.web.formulir.dibuka"
_PENJAGA = frozenset({"kunci_kiriman", "versi_dibuka", "isi_dibuka"})
_RUSAK = "Bagian tersembunyi formulir ini tidak lengkap. Buka ulang halamannya, lalu isi lagi."
KOSONG = "(kosong)"
T = TypeVar("T")


def yang_dibuka(tersimpan: T | None, isi: Mapping[str, Any]) -> T | None:
    """The row that a form is of; None for one opened before there was any.

    That one stays a form of a new row, though somebody else made the row in the meantime.
    """
    return None if "kunci_kiriman" in isi.get("data", ()) else tersimpan


class Formulir(forms.ModelForm):
    """A ModelForm that is sent once and never overwrites silently.

    A new object's form carries a key, with which it is carried out once. An old one's carries the
    `versi` and the contents it was opened with, signed, so that a save that comes late is compared
    and not lost.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # without a layout: one made now would miss the fields that are added and removed below it
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        for kolom in self.fields.values():
            if isinstance(kolom.widget, forms.Textarea):
                kolom.widget = AreaTeks()
                kolom.widget.is_required = kolom.required
        self.fields |= self._penjaga_baru() if self.instance._state.adding else self._penjaga_lama()

    def _penjaga_baru(self) -> dict[str, forms.Field]:
        return {
            "kunci_kiriman": forms.UUIDField(
                widget=forms.HiddenInput,
                required=False,
                initial=uuid4,
                label="Kunci kiriman",
                error_messages={"invalid": _RUSAK},
            )
        }

    def _penjaga_lama(self) -> dict[str, forms.Field]:
        return {
            "versi_dibuka": forms.IntegerField(
                widget=forms.HiddenInput,
                initial=self.instance.versi,
                label="Versi",
                error_messages={"required": _RUSAK, "invalid": _RUSAK},
            ),
            "isi_dibuka": forms.CharField(
                widget=forms.HiddenInput,
                required=False,
                initial=self.segel,  # called when shown, after a subclass set up its fields
                label="Isi saat dibuka",
            ),
        }

    @property
    def isian(self) -> list[str]:
        """The names of the fields that a person may fill in here."""
        return [
            nama
            for nama, kolom in self.fields.items()
            if nama not in _PENJAGA and not kolom.disabled
        ]

    def segel(self) -> str:
        """What the fields show of the stored object, signed."""
        isi = {nama: _isi(self, nama) for nama in self.isian}
        return signing.dumps(isi, salt=_GARAM, compress=True)

    @property
    def kunci_sekali(self) -> UUID:
        """The key of this form; a form without one is carried out once by itself."""
        return self.cleaned_data.get("kunci_kiriman") or uuid4()

    @property
    def versi_semula(self) -> int | None:
        """The count of saves at which the object was opened; None for a new one."""
        return self.cleaned_data.get("versi_dibuka")

    def isi_saat_dibuka(self) -> dict[str, Any]:
        """What the fields held when the form was opened; empty when that was tampered with."""
        try:
            return dict(signing.loads(self.data.get("isi_dibuka", ""), salt=_GARAM))
        except signing.BadSignature:
            return {}


class AreaTeks(forms.Textarea):
    """Browsers send the end of a line as two characters; it is stored as one."""

    def __init__(self) -> None:
        super().__init__(attrs={"rows": 4})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        nilai = super().value_from_datadict(data, files, name)
        return nilai.replace("\r\n", "\n") if isinstance(nilai, str) else nilai


def _isi(form: forms.ModelForm, nama: str) -> Any:
    """What a field shows of the stored object, as it comes back when nobody touches it.

    In a form that JSON can carry; a text box gives back no blanks at its ends.
    """
    kolom = form.fields[nama]
    nilai = kolom.prepare_value(form.get_initial_for_field(kolom, nama))
    if isinstance(kolom, forms.CharField) and isinstance(nilai, str):
        nilai = nilai.replace("\r\n", "\n")
        nilai = nilai.strip() if kolom.strip else nilai
    return nilai if nilai is None or isinstance(nilai, bool | int | str) else str(nilai)


@dataclass(frozen=True)
class Bandingan:
    """One field three times: when the form was opened, as stored now, and as typed."""

    label: str
    dibuka: str
    tersimpan: str
    isian: str
    bentrok: bool


def bandingkan(form: Formulir, buat: Callable[..., Formulir]) -> tuple[list[Bandingan], Formulir]:
    """Set a form that came late beside what is stored: the fields that differ, and a form to go on.

    `buat` makes the form anew from the stored object, with `initial` as its only other argument.
    In the new form a field that this person changed holds what was typed, every other one what is
    stored, so nothing typed is lost and nothing of the other's is undone unseen. It counts as
    opened at what is stored, so that if it comes late too, all of this holds again.
    """
    segar = buat()
    dibuka = form.isi_saat_dibuka()
    baris, gabungan = [], {}
    for nama in segar.isian:
        kolom = segar.fields[nama]
        if isinstance(kolom, forms.FileField):
            continue
        tersimpan, isian = _isi(segar, nama), form[nama].value()
        semula = dibuka.get(nama, tersimpan)
        diubah = kolom.has_changed(semula, isian)
        diubah_lain = kolom.has_changed(semula, tersimpan)
        if diubah:
            gabungan[nama] = isian
        if diubah or diubah_lain:
            baris.append(
                Bandingan(
                    label=str(segar[nama].label),
                    dibuka=_teks(kolom, semula),
                    tersimpan=_teks(kolom, tersimpan),
                    isian=_teks(kolom, isian),
                    bentrok=diubah and diubah_lain and kolom.has_changed(tersimpan, isian),
                )
            )
    penjaga = {"versi_dibuka": segar.instance.versi, "isi_dibuka": segar.segel()}
    return baris, buat(initial=gabungan | penjaga)


def _teks(kolom: forms.Field, nilai: Any) -> str:
    """A value as people read it: names for choices, Ya or Tidak for a tick."""
    if isinstance(kolom, forms.BooleanField):
        return "Ya" if kolom.to_python(nilai) else "Tidak"
    if nilai is None or nilai == "":
        return KOSONG
    if isinstance(kolom, ModelChoiceField) and kolom.queryset is not None:
        # by the model: what was chosen earlier may have left the choices
        return str(kolom.queryset.model._default_manager.filter(pk=nilai).first() or nilai)
    if isinstance(kolom.widget, forms.widgets.ChoiceWidget):
        return dict(_rata(kolom.widget.choices)).get(str(nilai), str(nilai))
    return str(nilai)


def _rata(pilihan: Any) -> list[tuple[str, str]]:
    """The choices of a field without their groups."""
    hasil = []
    for kunci, label in pilihan:
        bagian = label if isinstance(label, list | tuple) else [(kunci, label)]
        hasil += [(str(k), str(v)) for k, v in bagian]
    return hasil
