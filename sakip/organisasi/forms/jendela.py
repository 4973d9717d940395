"""Windows and exceptions."""

from typing import Any

from sakip.organisasi.models import Jendela, Pengecualian, Unit
from sakip.web.formulir import Formulir
from sakip.web.isian import IsianSaat


class FormJendela(Formulir):
    buka = IsianSaat(label="Dibuka", help_text="Sejak saat ini isian dapat ditulis.")
    tenggat = IsianSaat(
        label="Tenggat", help_text="Setelahnya isian diterima, tetapi ditandai terlambat."
    )
    kunci = IsianSaat(
        label="Kunci", help_text="Setelahnya isian ditutup, kecuali bagi unit yang dikecualikan."
    )

    class Meta:
        model = Jendela
        fields = ["buka", "tenggat", "kunci"]


class FormPengecualian(Formulir):
    sampai = IsianSaat(label="Terbuka sampai")

    class Meta:
        model = Pengecualian
        fields = ["unit", "sampai", "alasan"]
        help_texts = {
            "unit": "Perangkat daerah mencakup semua bidangnya.",
            "alasan": "Terbaca oleh unit, inspektorat, dan dalam jejak.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = Unit.objects.filter(pemda=self.instance.jendela.pemda)
        self.fields["unit"].queryset = unit  # type: ignore[attr-defined]
        if not self.instance._state.adding:
            self.fields["unit"].disabled = True
