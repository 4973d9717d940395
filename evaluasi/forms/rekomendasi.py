"""Forms of the inspektorat: verdict, decision on more time, a tie to the plan, an LHP."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet

from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import (
    KaitanRekomendasi,
    Perpanjangan,
    Putusan,
    Rekomendasi,
    SetelanEvaluasi,
)
from evaluasi.status import (
    LABEL_ASPEK,
    LABEL_KEPUTUSAN,
    LABEL_PUTUSAN,
    LABEL_SUMBER,
    Keputusan,
    SumberRekomendasi,
)
from perencanaan.models import IndikatorVersi
from sakip.web.formulir import AreaTeks, Formulir
from sakip.web.isian import IsianTanggal

PILIH = ("", "Pilih …")
LHP = (SumberRekomendasi.LHP_APIP, SumberRekomendasi.LHP_BPK)


class FormPutusan(Formulir):
    """`sesudah` is the number of the last verdict that was read."""

    status = forms.ChoiceField(
        label="Putusan",
        error_messages={
            "required": "Pilih putusannya.",
            "invalid_choice": "Putusan ini tidak dapat diberikan pada keadaannya sekarang. Pilih "
            "dari daftarnya.",
        },
    )
    sesudah = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, label="Putusan terakhir yang dibaca"
    )

    class Meta:
        model = Putusan
        fields = ["status", "catatan", "dasar"]
        help_texts = {
            "catatan": "Apa yang diperiksa dan mengapa diputus demikian; dibaca unit.",
            "dasar": "Nomor dan tanggal surat pernyataan bertanda tangan; hanya untuk “tidak dapat "
            "ditindaklanjuti”.",
        }
        labels = {"dasar": "Surat pernyataan"}
        error_messages = {"catatan": {"required": "Tulis catatan putusannya."}}

    def __init__(
        self, *args: Any, pilihan: Iterable[StatusTindakLanjut], sesudah: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kotak: Any = self.fields["status"]
        kotak.choices = [PILIH, *((satu.value, LABEL_PUTUSAN[satu]) for satu in pilihan)]
        self.fields["sesudah"].initial = sesudah

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        tidak_dapat = isi.get("status") == StatusTindakLanjut.TIDAK_DAPAT
        if tidak_dapat and not isi.get("dasar"):
            self.add_error(
                "dasar",
                "Tidak dapat ditindaklanjuti memerlukan surat pernyataan bertanda tangan. Tulis "
                "nomor dan tanggalnya.",
            )
        if isi.get("status") and not tidak_dapat and isi.get("dasar"):
            self.add_error(
                "dasar", "Surat pernyataan hanya untuk “tidak dapat ditindaklanjuti”. Kosongkan."
            )
        return isi


class FormKeputusan(Formulir):
    """The decision on a request for more time."""

    putusan = forms.ChoiceField(
        label="Keputusan",
        choices=[
            PILIH,
            *((k.value, LABEL_KEPUTUSAN[k]) for k in Keputusan if k is not Keputusan.MENUNGGU),
        ],
        error_messages={"required": "Pilih disetujui atau ditolak."},
    )
    alasan_putusan = forms.CharField(
        label="Catatan",
        required=False,
        widget=AreaTeks(),
        help_text="Wajib bila ditolak; dibaca unit.",
    )

    class Meta:
        model = Perpanjangan
        fields: list[str] = []

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("putusan") == Keputusan.DITOLAK and not isi.get("alasan_putusan"):
            self.add_error("alasan_putusan", "Tulis alasan menolak perpanjangan.")
        return isi


class PilihIndikator(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.nama)


class FormKaitan(Formulir):
    rumusan = PilihIndikator(
        queryset=IndikatorVersi.objects.none(),
        label="Indikator",
        empty_label="Pilih …",
        error_messages={
            "required": "Pilih indikatornya.",
            "invalid_choice": "Pilih indikator dari daftarnya.",
        },
    )
    aspek = forms.ChoiceField(
        choices=[PILIH, *LABEL_ASPEK.items()],
        label="Yang diminta berubah",
        error_messages={"required": "Pilih bagian indikator yang diminta berubah."},
    )

    class Meta:
        model = KaitanRekomendasi
        fields = ["aspek"]

    field_order = ["rumusan", "aspek"]

    def __init__(self, *args: Any, indikator: QuerySet[IndikatorVersi], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rumusan"].queryset = indikator  # type: ignore[attr-defined]


class FormLhp(Formulir):
    sumber = forms.ChoiceField(
        choices=[PILIH, *((satu.value, LABEL_SUMBER[satu]) for satu in LHP)],
        label="Sumber",
        error_messages={"required": "Pilih LHP APIP atau LHP BPK."},
    )
    tahun = forms.TypedChoiceField(coerce=int, label="Tahun LHP")
    tanggal_sumber = IsianTanggal(
        required=False, label="Tanggal LHP", help_text="Tenggat dalam bulan dihitung darinya."
    )
    berulang_dari = forms.ModelChoiceField(
        queryset=Rekomendasi.objects.none(),
        required=False,
        label="Mengulang rekomendasi",
        empty_label="Tidak berulang",
        help_text="Rekomendasi unit ini dari tahun sebelumnya yang diminta lagi.",
        error_messages={"invalid_choice": "Pilih rekomendasi dari daftarnya."},
    )

    class Meta:
        model = Rekomendasi
        fields = ["sumber", "tahun", "nomor_sumber", "tanggal_sumber", "uraian", "berulang_dari"]
        labels = {"nomor_sumber": "Nomor LHP", "uraian": "Rekomendasi"}
        error_messages = {"uraian": {"required": "Tulis rekomendasinya."}}

    def __init__(
        self,
        *args: Any,
        daftar_tahun: Iterable[int],
        terdahulu: QuerySet[Rekomendasi],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        tahun: Any = self.fields["tahun"]
        tahun.choices = [(satu, str(satu)) for satu in daftar_tahun]
        kotak: Any = self.fields["berulang_dari"]
        kotak.queryset = terdahulu
        kotak.label_from_instance = lambda satu: f"{satu.tahun}: {satu.uraian[:120]}"


class FormSetelan(Formulir):
    class Meta:
        model = SetelanEvaluasi
        fields = ["aturan_persen"]
        labels = {"aturan_persen": "Pembagi persentase tindak lanjut"}
        help_texts = {
            "aturan_persen": "Peraturan tidak menetapkannya; rumus yang dipilih ikut tercetak di "
            "samping angkanya."
        }
