"""Forms of a unit about its recommendations: plan, report, ask for more time."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from evaluasi.hitung.tenggat import JenisTarget, Triwulan
from evaluasi.models import LaporanTindakLanjut, Perpanjangan, RencanaTindakLanjut
from evaluasi.queries.cerita_rekomendasi import sebut_triwulan_tl
from evaluasi.services.tindak_lanjut import BuktiBaru, Target
from evaluasi.status import LABEL_KEADAAN, LABEL_TARGET
from pengukuran.forms.bukti import BerkasBanyakField, TautanField
from pengukuran.services.bukti import BERKAS_TERBANYAK
from sakip.berkas.models import Berkas
from sakip.organisasi.models import Unit
from sakip.web.formulir import Formulir
from sakip.web.isian import IsianAngka, IsianTanggal

PILIH = ("", "Pilih …")
# a plan is written with one of these; without any only what was taken over from paper
TARGET = (JenisTarget.TANGGAL, JenisTarget.BULAN, JenisTarget.TRIWULAN)
DIGIT_BULAN = 2


class FormRencana(Formulir):
    unit = forms.ModelChoiceField(
        queryset=Unit.objects.none(),
        label="Penanggung jawab",
        empty_label="Pilih …",
        error_messages={
            "required": "Pilih siapa yang mengerjakannya.",
            "invalid_choice": "Pilih bagian dari perangkat daerah ini.",
        },
    )
    jenis_target = forms.ChoiceField(
        choices=[PILIH, *((satu.value, LABEL_TARGET[satu]) for satu in TARGET)],
        label="Target penyelesaian",
        error_messages={"required": "Pilih kapan langkah ini harus selesai."},
    )
    tanggal = IsianTanggal(
        required=False, label="Tanggal", help_text="Bila targetnya tanggal tertentu."
    )
    bulan = IsianAngka(
        required=False,
        label="Jumlah bulan",
        satuan="bulan",
        maks_bulat=DIGIT_BULAN,
        maks_desimal=0,
        help_text="Bila targetnya dihitung sejak tanggal LHE atau LHP; 1 sampai 60.",
    )

    class Meta:
        model = RencanaTindakLanjut
        fields = ["uraian", "unit", "jenis_target", "tanggal", "bulan"]
        labels = {"uraian": "Rencana aksi"}
        help_texts = {"uraian": "Satu langkah; langkah lain ditambahkan sesudahnya."}
        error_messages = {"uraian": {"required": "Tulis rencana aksinya."}}

    def __init__(self, *args: Any, bagian: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = bagian  # type: ignore[attr-defined]

    def clean_bulan(self) -> int | None:
        bulan: Decimal | None = self.cleaned_data["bulan"]
        return None if bulan is None else int(bulan)

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        jenis = isi.get("jenis_target")
        if jenis and not {"tanggal", "bulan"} & set(self.errors):
            self._cocokkan(JenisTarget(jenis), isi)
        return isi

    def _cocokkan(self, jenis: JenisTarget, isi: dict[str, Any]) -> None:
        """The box of the target that was chosen is filled, and no other."""
        kotak = {JenisTarget.TANGGAL: "tanggal", JenisTarget.BULAN: "bulan"}
        perlu = kotak.get(jenis)
        if perlu == "tanggal" and isi.get("tanggal") is None:
            self.add_error("tanggal", "Tulis tanggalnya, misalnya 31/12/2025.")
        if perlu == "bulan" and isi.get("bulan") is None:
            self.add_error("bulan", "Tulis berapa bulan sejak LHE, misalnya 12.")
        for nama in kotak.values():
            if nama != perlu and isi.get(nama) is not None:
                self.add_error(
                    nama, f"Kosongkan kotak ini: targetnya {LABEL_TARGET[jenis]}, atau ubah target."
                )

    def target(self) -> Target:
        isi = self.cleaned_data
        return Target(JenisTarget(isi["jenis_target"]), isi["tanggal"], isi["bulan"])


class FormLaporan(Formulir):
    """What was done, with evidence: files that come now, one that is there, or a link."""

    triwulan = forms.ChoiceField(
        label="Triwulan yang dilaporkan",
        error_messages={
            "required": "Pilih triwulan yang dilaporkan.",
            "invalid_choice": "Pilih triwulan dari daftarnya.",
        },
    )
    keadaan = forms.ChoiceField(
        choices=[PILIH, *LABEL_KEADAAN.items()],
        label="Keadaan menurut unit",
        error_messages={"required": "Pilih keadaannya."},
        help_text="Rekomendasi baru dinyatakan selesai oleh putusan inspektorat.",
    )
    berkas_baru = BerkasBanyakField(label="Berkas bukti", required=False)
    berkas_lama = forms.ModelChoiceField(
        queryset=Berkas.objects.none(),
        required=False,
        label="Pakai berkas yang sudah ada",
        empty_label="Tidak",
        help_text="Berkas bukti unit ini dari pengukuran, LKE, atau tindak lanjut lain.",
        error_messages={"invalid_choice": "Pilih berkas dari daftarnya."},
    )
    tautan = TautanField()
    halaman = forms.CharField(
        required=False, max_length=40, label="Halaman bukti", help_text="Misalnya 3 atau 3–5."
    )
    keterangan = forms.CharField(
        required=False,
        max_length=300,
        label="Keterangan bukti",
        help_text="Misalnya: SOP yang sudah ditetapkan.",
    )

    class Meta:
        model = LaporanTindakLanjut
        fields = ["keadaan", "uraian"]
        labels = {"uraian": "Yang sudah dilakukan"}
        error_messages = {"uraian": {"required": "Tulis apa yang sudah dilakukan."}}

    field_order = [
        "triwulan", "keadaan", "uraian", "berkas_baru", "berkas_lama", "tautan", "halaman",
        "keterangan",
    ]  # fmt: skip

    def __init__(
        self,
        *args: Any,
        berkas_unit: QuerySet[Berkas],
        triwulan: Iterable[Triwulan],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berkas_lama"].queryset = berkas_unit  # type: ignore[attr-defined]
        pilihan = {f"{satu.tahun}-{satu.bulan}": satu for satu in triwulan}
        self._triwulan = pilihan
        if pilihan:
            self.fields["triwulan"].choices = [  # type: ignore[attr-defined]
                PILIH, *((kunci, sebut_triwulan_tl(satu)) for kunci, satu in pilihan.items()),
            ]  # fmt: skip
        else:
            del self.fields["triwulan"]

    def clean_berkas_baru(self) -> list[UploadedFile]:
        semua: list[UploadedFile] = self.cleaned_data["berkas_baru"]
        if len(semua) > BERKAS_TERBANYAK:
            raise forms.ValidationError(
                f"Anda memilih {len(semua)} berkas. Kirim paling banyak {BERKAS_TERBANYAK} sekali."
            )
        return semua

    @property
    def triwulan_pilihan(self) -> Triwulan | None:
        return self._triwulan.get(self.cleaned_data.get("triwulan", ""))

    def bukti(self) -> list[BuktiBaru]:
        isi = self.cleaned_data
        sama = {"halaman": isi["halaman"], "keterangan": isi["keterangan"]}
        hasil = [BuktiBaru(unggahan=satu, **sama) for satu in isi["berkas_baru"]]
        if isi["berkas_lama"]:
            hasil.append(BuktiBaru(berkas=isi["berkas_lama"], **sama))
        if isi["tautan"]:
            hasil.append(BuktiBaru(tautan=isi["tautan"], **sama))
        return hasil


class FormPerpanjangan(Formulir):
    menjadi = IsianTanggal(label="Diperpanjang sampai")

    class Meta:
        model = Perpanjangan
        fields = ["menjadi", "alasan"]
        help_texts = {"alasan": "Mengapa tidak selesai menurut rencana, dan apa yang menunggu."}
        error_messages = {"alasan": {"required": "Tulis alasan meminta perpanjangan."}}
