"""What a pemda wants done about one finding."""

from typing import Any

from pengukuran.hitung.kesiapan import BERBATAS, KodeKesiapan
from pengukuran.models import AturanKesiapan
from sakip.web.formulir import Formulir
from sakip.web.isian import IsianAngka

SATUAN_BATAS = {KodeKesiapan.LONJAKAN: "kali", KodeKesiapan.MELEBIHI_TARGET: "persen"}
DIGIT_BATAS = 5


class FormKesiapan(Formulir):
    batas = IsianAngka(
        label="Batas",
        required=False,
        maks_bulat=DIGIT_BATAS,
        maks_desimal=2,
        help_text="Di atas batas ini isian ditanyakan. Kosongkan untuk memakai batas bawaan.",
    )

    class Meta:
        model = AturanKesiapan
        fields = ["tindakan", "batas"]
        labels = {"tindakan": "Tindakan"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kode = KodeKesiapan(self.instance.kode)
        if kode not in BERBATAS:
            del self.fields["batas"]
        else:
            self.fields["batas"].satuan = SATUAN_BATAS[kode]  # type: ignore[attr-defined]
