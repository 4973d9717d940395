"""Forms of an LHE while it is written."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from evaluasi.models import CatatanKomponen, Komponen, Lhe, Rekomendasi
from evaluasi.services.rekomendasi import Letak
from sakip.lib.angka import tulis_angka
from sakip.web.formulir import Formulir
from sakip.web.isian import IsianAngka, IsianTanggal
from sakip.web.tahun import TAHUN_WAJAR

PANJANG_TEKS = 10_000
PANJANG_REKOMENDASI = 4_000
SERATUS = Decimal(100)
# an evaluation is of that year's end or of one of the two years after it
TAHUN_KE_DEPAN = 2
SELURUHNYA = "seluruh"


def _teks_panjang(
    label: str, *, maks: int = PANJANG_TEKS, wajib: bool = False, ket: str = ""
) -> forms.CharField:
    return forms.CharField(
        label=label, required=wajib, max_length=maks, widget=forms.Textarea, help_text=ket
    )


class IsianNilai(IsianAngka):
    """A score between 0 and `maks`."""

    def __init__(self, *, maks: Decimal = SERATUS, **lain: Any) -> None:
        self.maks = maks
        super().__init__(maks_bulat=3, **lain)

    def validate(self, nilai: Any) -> None:
        super().validate(nilai)
        if nilai is not None and nilai > self.maks:
            raise ValidationError(
                f"Nilai di sini paling tinggi {tulis_angka(self.maks)}. Periksa lagi angkanya."
            )


class FormSusun(Formulir):
    """The draft of a worksheet; why, where it replaces an issued LHE."""

    class Meta:
        model = Lhe
        fields = ["alasan"]
        labels = {"alasan": "Alasan mengganti LHE yang sudah terbit"}
        help_texts = {"alasan": "Terbaca oleh unit pada LHE penggantinya."}

    def __init__(self, *args: Any, mengganti: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if mengganti:
            self.fields["alasan"].required = True
            self.fields["alasan"].error_messages["required"] = (
                "Tulis alasan mengganti LHE yang sudah terbit."
            )
        else:
            del self.fields["alasan"]


class FormCatat(Formulir):
    """An LHE that exists on paper: what of it is known."""

    tahun_evaluasi = forms.TypedChoiceField(
        label="Tahun evaluasi",
        coerce=int,
        help_text="Tahun LHE-nya dibuat, bukan tahun kinerja yang dinilai.",
    )
    tanggal = IsianTanggal(label="Tanggal LHE", required=False)
    nilai = IsianNilai(label="Nilai", required=False, help_text="Seperti tertulis, misalnya 75,51.")

    class Meta:
        model = Lhe
        fields = ["tahun_evaluasi", "nomor", "tanggal", "nilai", "predikat", "alasan"]
        labels = {"nomor": "Nomor LHE", "alasan": "Alasan mengganti"}
        help_texts = {
            "predikat": "Hurufnya saja: AA, A, BB, B, CC, C, atau D.",
            "alasan": "Hanya bila LHE tahun evaluasi itu sudah terbit dan catatan ini "
            "menggantikannya.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        awal = self.instance.tahun_kinerja
        tahun = [t for t in range(awal, awal + TAHUN_KE_DEPAN + 1) if t in TAHUN_WAJAR]
        pilihan: Any = self.fields["tahun_evaluasi"]
        pilihan.choices = [(t, str(t)) for t in tahun]


class FormLhe(Formulir):
    """The words of a draft; its score only where it comes from paper."""

    tanggal = IsianTanggal(label="Tanggal LHE", required=False)
    nilai = IsianNilai(label="Nilai", required=False, help_text="Seperti tertulis, misalnya 75,51.")
    # longer than it is stored: often pasted in groups
    penanda_nip = forms.CharField(
        label="NIP penanda tangan",
        required=False,
        max_length=30,
        help_text="18 angka; spasi di antaranya diabaikan.",
    )
    ringkasan = _teks_panjang("Ringkasan hasil evaluasi")
    tembusan = _teks_panjang("Tembusan", ket="Satu tembusan sebaris.")

    class Meta:
        model = Lhe
        fields = [
            "nomor", "tanggal", "nilai", "predikat", "ringkasan",
            "penanda_nama", "penanda_nip", "penanda_jabatan", "tembusan",
        ]  # fmt: skip
        labels = {"nomor": "Nomor LHE"}
        help_texts = {
            "predikat": "Hurufnya saja: AA, A, BB, B, CC, C, atau D.",
            "penanda_nama": "Lengkap dengan gelar.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.lembar_id:
            del self.fields["nilai"], self.fields["predikat"]

    def clean_penanda_nip(self) -> str:
        nip = str(self.cleaned_data["penanda_nip"]).replace(" ", "")
        if nip and not (nip.isascii() and nip.isdigit() and len(nip) == 18):  # noqa: PLR2004 -- as the state numbers its people
            raise ValidationError("NIP terdiri atas 18 angka tanpa spasi. Periksa lagi.")
        return nip


class FormCatatan(Formulir):
    """The note on a komponen or sub-komponen; its score only where the LHE comes from paper."""

    catatan = _teks_panjang("Catatan", ket="Temuan dan uraian atas bagian ini.")

    class Meta:
        model = CatatanKomponen
        fields = ["nilai", "catatan"]

    def __init__(self, *args: Any, kertas: bool, bobot: Decimal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kertas:
            self.fields["nilai"] = IsianNilai(
                label="Nilai",
                required=False,
                maks=bobot,
                help_text=f"Bobotnya {tulis_angka(bobot)}.",
            )
        else:
            del self.fields["nilai"]
            self.fields["catatan"].required = not self.instance.nilai

    field_order = ["nilai", "catatan"]


class PilihRekomendasi(forms.ModelChoiceField):
    """An earlier recommendation by its year and wording."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.tahun}: {obj.uraian}"


class FormRekomendasi(Formulir):
    """A recommendation of a draft: wording, komponen, and the earlier one it repeats."""

    uraian = _teks_panjang("Rekomendasi", maks=PANJANG_REKOMENDASI, wajib=True)
    berulang_dari = PilihRekomendasi(
        queryset=Rekomendasi.objects.none(),
        required=False,
        label="Mengulang rekomendasi",
        empty_label="Tidak mengulang",
        help_text="Rekomendasi tahun sebelumnya yang belum tuntas dan diulang di sini.",
    )

    class Meta:
        model = Rekomendasi
        fields = ["uraian", "berulang_dari"]

    def __init__(
        self,
        *args: Any,
        komponen: Iterable[Komponen],
        terdahulu: QuerySet[Rekomendasi],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.komponen = {satu.pk: satu for satu in komponen}
        # the one it repeats already stays among them, also where it no longer stands itself
        kini = Q(pk__in=terdahulu.values("pk")) | Q(pk=self.instance.berulang_dari_id)
        pilihan = Rekomendasi.objects.filter(kini).order_by("-tahun", "urutan")
        self.fields["berulang_dari"].queryset = pilihan  # type: ignore[attr-defined]
        letak = self._letak_kini()
        kotak = {
            f"letak_{pk}": forms.ChoiceField(
                label=f"Di bawah {satu}",
                required=False,
                choices=_pilihan_letak(satu),
                initial=letak.get(pk, ""),
            )
            for pk, satu in self.komponen.items()
        }
        self.fields = {"uraian": self.fields.pop("uraian"), **kotak, **self.fields}

    def letak(self) -> list[Letak]:
        """Where it stands, komponen by komponen."""
        hasil = []
        for pk, komponen in self.komponen.items():
            pilih = self.cleaned_data[f"letak_{pk}"]
            if pilih:
                sub = next((s for s in komponen.sub.all() if str(s.pk) == pilih), None)
                hasil.append(Letak(komponen, sub))
        return hasil

    def _letak_kini(self) -> dict[int, str]:
        if self.instance._state.adding:
            return {}
        return {
            satu.komponen_id: str(satu.sub_id) if satu.sub_id else SELURUHNYA
            for satu in self.instance.komponen.all()
        }


def _pilihan_letak(komponen: Komponen) -> list[tuple[str, str]]:
    return [
        ("", "Tidak di bawah komponen ini"),
        (SELURUHNYA, "Seluruh komponen"),
        *((str(sub.pk), f"{sub.kode} {sub.nama}") for sub in komponen.sub.all()),
    ]
