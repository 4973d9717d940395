"""Forms of an instrument and its parts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max, Model, QuerySet

from evaluasi.hitung.fakta import LABEL_FAKTA
from evaluasi.models import (
    BatasPredikat,
    Instrumen,
    Komponen,
    Kriteria,
    PilihanJawaban,
    SkalaJawaban,
    SubKomponen,
    TahapEvaluasi,
)
from sakip.web.formulir import Formulir
from sakip.web.isian import IsianAngka
from sakip.web.tahun import TAHUN_WAJAR

TANPA_FAKTA = ("", "tidak diikat; hanya orang yang menilai")


class FormSalin(Formulir):
    """From which year of evaluation the copy is to hold."""

    class Meta:
        model = Instrumen
        fields = ["tahun"]
        labels = {"tahun": "Berlaku sejak tahun evaluasi"}
        help_texts = {"tahun": "Evaluasi pada tahun itu dan sesudahnya memakai salinan ini."}

    def clean_tahun(self) -> int:
        tahun = int(self.cleaned_data["tahun"])
        if tahun not in TAHUN_WAJAR:
            raise ValidationError(
                f"Tahun {tahun} di luar jangkauan. Isi antara {TAHUN_WAJAR[0]} dan "
                f"{TAHUN_WAJAR[-1]}."
            )
        return tahun


class FormInstrumen(Formulir):
    class Meta:
        model = Instrumen
        fields = ["nama", "dasar", "cara", "keberadaan_dahulu"]
        labels = {"keberadaan_dahulu": "Keberadaan dahulu"}
        help_texts = {
            "keberadaan_dahulu": "Kualitas dan pemanfaatan tidak bernilai selama keberadaannya "
            "tidak bernilai.",
            "cara": "Satu nilai AA–E diberikan per sub-komponen, atau nilainya dihitung dari "
            "jawaban kriterianya.",
        }


class FormBerurut(Formulir):
    """A part that has its place among others of the same parent, `induk`."""

    induk = "instrumen"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            terakhir = self.sesama().aggregate(terakhir=Max("urutan"))["terakhir"] or 0
            self.initial["urutan"] = terakhir + 1

    def sesama(self) -> QuerySet[Any]:
        """The other parts of its parent."""
        model: type[Model] = type(self.instance)
        milik = model._default_manager.filter(**{self.induk: getattr(self.instance, self.induk)})
        return milik.exclude(pk=self.instance.pk)

    def clean_urutan(self) -> int:
        urutan = int(self.cleaned_data["urutan"])
        lain = self.sesama().filter(urutan=urutan).first()
        if lain is None:
            return urutan
        bebas = (self.sesama().aggregate(terakhir=Max("urutan"))["terakhir"] or 0) + 1
        raise ValidationError(
            f"Urutan {urutan} dipakai “{str(lain)[:60]}”. Pakai {bebas}, atau pindahkan yang itu "
            "lebih dahulu."
        )


class FormKomponen(FormBerurut):
    class Meta:
        model = Komponen
        fields = ["urutan", "kode", "nama"]


class FormSub(FormBerurut):
    induk = "komponen"
    bobot = IsianAngka(label="Bobot", maks_bulat=3, maks_desimal=4)

    class Meta:
        model = SubKomponen
        fields = ["urutan", "kode", "nama", "jenis", "bobot"]
        help_texts = {"jenis": "Keberadaan, kualitas, pemanfaatan, atau lainnya."}


class FormKriteria(FormBerurut):
    """It rests on another criterion of the same instrument only, and never in a circle."""

    induk = "sub"
    fakta = forms.ChoiceField(
        label="Diusulkan dari data aplikasi",
        choices=[TANPA_FAKTA, *((str(kode), label) for kode, label in LABEL_FAKTA.items())],
        required=False,
        help_text="Aplikasi menyebut faktanya di lembar kerja; jawabannya tetap dari orang.",
    )

    class Meta:
        model = Kriteria
        fields = ["urutan", "uraian", "skala", "prasyarat", "bukti_diminta", "fakta"]
        labels = {"prasyarat": "Bersandar pada", "bukti_diminta": "Bukti yang diminta"}
        help_texts = {
            "prasyarat": "Kriteria ini tidak dijawab lebih tinggi daripada yang disandarinya.",
            "bukti_diminta": "Satu jenis bukti sebaris.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        instrumen = self.instance.sub.komponen.instrumen
        self._pilihan("skala", instrumen.skala.filter(untuk_sub=False))
        semua = Kriteria.objects.filter(sub__komponen__instrumen=instrumen)
        self._pilihan("prasyarat", semua.exclude(pk=self.instance.pk).select_related("sub"))
        self.fields["prasyarat"].label_from_instance = sebut_kriteria  # type: ignore[attr-defined]

    def _pilihan(self, nama: str, isi: QuerySet[Any]) -> None:
        self.fields[nama].queryset = isi  # type: ignore[attr-defined]

    def clean_prasyarat(self) -> Kriteria | None:
        dasar: Kriteria | None = self.cleaned_data["prasyarat"]
        semua = Kriteria.objects.filter(
            sub__komponen__instrumen=self.instance.sub.komponen.instrumen_id
        )
        sandaran = dict(semua.values_list("pk", "prasyarat"))
        kini = dasar.pk if dasar else None
        while kini is not None:
            if kini == self.instance.pk:
                raise ValidationError(
                    "Kriteria itu sendiri bersandar pada kriteria ini. Pilih yang lain."
                )
            kini = sandaran.get(kini)
        return dasar


class FormSkala(Formulir):
    class Meta:
        model = SkalaJawaban
        fields = ["kode", "nama", "untuk_sub"]
        labels = {"untuk_sub": "Untuk nilai sub-komponen"}
        help_texts = {"untuk_sub": "Hanya satu skala instrumen ini yang dipakai untuk itu."}


class FormPilihan(FormBerurut):
    induk = "skala"
    bagian = IsianAngka(label="Bagian", maks_bulat=1, maks_desimal=6)

    class Meta:
        model = PilihanJawaban
        fields = ["urutan", "kode", "sebutan", "bagian", "terpenuhi"]
        labels = {"terpenuhi": "Terpenuhi"}


class FormPredikat(FormBerurut):
    di_atas = IsianAngka(
        label="Di atas",
        maks_bulat=2,
        maks_desimal=2,
        required=False,
        help_text="Nilai di atas batas ini mendapat predikat ini. Kosong: predikat terbawah.",
    )

    class Meta:
        model = BatasPredikat
        fields = ["urutan", "kode", "sebutan", "di_atas"]


class FormTahap(FormBerurut):
    class Meta:
        model = TahapEvaluasi
        fields = ["urutan", "kode", "nama", "pelaku", "dalam_jendela", "penentu"]
        labels = {"penentu": "Menentukan nilai LHE", "dalam_jendela": "Hanya selama jendela"}
        help_texts = {
            "kode": "Menjadi bagian dari alamat halamannya: huruf kecil, angka, dan tanda hubung.",
            "penentu": "Satu tahap inspektorat saja.",
        }


def sebut_kriteria(kriteria: Kriteria) -> str:
    return f"{kriteria.sub.kode}.{kriteria.urutan} {kriteria.uraian[:80]}"
