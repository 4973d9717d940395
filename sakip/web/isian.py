"""Form fields for what people type as text: read strictly, and asked about instead of guessed.

Each is a plain text box. A number or date box of the browser would read what was typed by rules
of its own, and hand on nothing at all where it did not understand. For the same reason no box
has a maxlength: the browser would silently cut off the end of a pasted number.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone, to_current_timezone

from sakip.lib.angka import tulis_angka
from sakip.lib.baca import AngkaSalah, Isian, baca_angka, baca_rupiah, jenis_isian
from sakip.lib.baca_tanggal import (
    CONTOH_SAAT,
    CONTOH_TANGGAL,
    TanggalSalah,
    baca_saat,
    baca_tanggal,
)


class IsianKetik(forms.Field):
    """A text box judged by a strict reader.

    `baca` turns text into a value or raises AngkaSalah or TanggalSalah, whose message is shown
    as it is; `tulis` writes a value so that `baca` reads it again; `contoh` says how to write.
    `satuan` is the unit that a template may show beside the box.
    """

    widget = forms.TextInput
    default_error_messages = {"required": "Isi %(label)s. %(contoh)s"}

    def __init__(
        self,
        *,
        baca: Callable[[str], Any],
        tulis: Callable[[Any], str],
        contoh: str,
        satuan: str = "",
        **lain: Any,
    ) -> None:
        self.baca, self.tulis, self.contoh, self.satuan = baca, tulis, contoh, satuan
        super().__init__(**lain)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        satuan = {"data-satuan": self.satuan} if self.satuan else {}
        return {
            **super().widget_attrs(widget),
            "autocomplete": "off",
            "spellcheck": "false",
            **satuan,
        }

    def to_python(self, nilai: Any) -> Any:
        """The value of a text, None for a blank one; a value (of a disabled box) stays itself."""
        if not isinstance(nilai, str):
            return nilai
        if jenis_isian(nilai) is Isian.KOSONG:
            return None
        try:
            return self.baca(nilai)
        except (AngkaSalah, TanggalSalah) as salah:
            raise ValidationError(salah.pesan, code="ejaan") from salah

    def validate(self, nilai: Any) -> None:
        if nilai is None and self.required:
            keterangan = {"label": self.label or "kotak ini", "contoh": self.contoh}
            raise ValidationError(self.error_messages["required"], "required", keterangan)

    def prepare_value(self, nilai: Any) -> Any:
        """A value as text; what was typed comes back as it was typed."""
        return nilai if nilai is None or isinstance(nilai, str) else self.tulis(nilai)

    def has_changed(self, awal: Any, data: Any) -> bool:
        """Whether another value is meant, however it is spelt: 12,50 is no change of 12,5."""
        if self.disabled:
            return False
        try:
            lama, baru = (self.prepare_value(self.to_python(nilai)) for nilai in (awal, data))
        except ValidationError:
            return True
        return bool(lama != baru)


class IsianAngka(IsianKetik):
    """A number as `Decimal`, or None; the options are those of `baca_angka`."""

    def __init__(
        self,
        *,
        satuan: str = "",
        negatif: bool = False,
        maks_bulat: int = 15,
        maks_desimal: int = 6,
        **lain: Any,
    ) -> None:
        baca = partial(
            baca_angka,
            satuan=satuan,
            negatif=negatif,
            maks_bulat=maks_bulat,
            maks_desimal=maks_desimal,
        )
        contoh = f"Tulis seperti {_contoh_angka(satuan, maks_bulat, maks_desimal)}."
        super().__init__(baca=baca, tulis=_tulis_angka, contoh=contoh, satuan=satuan, **lain)


class IsianRupiah(IsianKetik):
    """An amount in rupiah as `Decimal`, or None."""

    def __init__(self, **lain: Any) -> None:
        contoh = "Tulis seperti 1.250.000."
        super().__init__(
            baca=baca_rupiah, tulis=_tulis_angka, contoh=contoh, satuan="rupiah", **lain
        )


class IsianTanggal(IsianKetik):
    """A `date`, or None."""

    def __init__(self, **lain: Any) -> None:
        super().__init__(baca=baca_tanggal, tulis=_tulis_tanggal, contoh=CONTOH_TANGGAL, **lain)


class IsianSaat(IsianKetik):
    """Date and time in one box: typed and shown in the zone of the pemda, given in UTC, or None."""

    def __init__(self, **lain: Any) -> None:
        super().__init__(baca=_baca_setempat, tulis=_tulis_setempat, contoh=CONTOH_SAAT, **lain)


def _contoh_angka(satuan: str, maks_bulat: int, maks_desimal: int) -> str:
    """A number that the box itself accepts."""
    persen = satuan.strip().casefold() in {"persen", "%"}
    bulat = "1234"[: min(maks_bulat, 2 if persen else 4)]
    return tulis_angka(Decimal(f"{bulat}.5" if maks_desimal else bulat), 1)


def _tulis_angka(nilai: Decimal | int) -> str:
    """With the decimals it needs and no more: 12.500000 gives 12,5."""
    tepat = Decimal(nilai)
    return tulis_angka(tepat, len(f"{tepat:f}".partition(".")[2]))


def _tulis_tanggal(tanggal: date) -> str:
    return f"{tanggal:%d/%m/%Y}"


def _tulis_setempat(saat: datetime) -> str:
    return f"{to_current_timezone(saat):%d/%m/%Y %H.%M}"


def _baca_setempat(teks: str) -> datetime:
    """Where clocks were put forward or back, a time of day may exist never or twice: refused."""
    setempat = baca_saat(teks)
    try:
        return from_current_timezone(setempat).astimezone(UTC)
    except ValidationError as salah:
        saat = f"{setempat:%d/%m/%Y} pukul {setempat:%H.%M}"
        apa = f"Pada {saat} jam setempat sedang dimajukan atau dimundurkan."
        raise TanggalSalah(f"{apa} Tulis jam yang lain.") from salah
