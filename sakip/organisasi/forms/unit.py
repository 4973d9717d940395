"""Units of a pemda."""

from typing import Any

from sakip.organisasi.models import PerubahanUnit, Unit
from sakip.web.formulir import Formulir
from sakip.web.isian import IsianAngka, IsianTanggal


class FormUnit(Formulir):
    """A unit; its own code is chosen once, since it is part of every address."""

    urutan = IsianAngka(label="Urutan", maks_bulat=4, maks_desimal=0, initial=0)
    berlaku_dari = IsianTanggal(label="Berlaku dari")
    berlaku_sampai = IsianTanggal(
        label="Berlaku sampai",
        required=False,
        help_text="Kosongkan selama unit masih ada.",
    )

    class Meta:
        model = Unit
        fields = [
            "nama", "singkatan", "kode", "kode_pemerintah", "induk", "urutan",
            "tugas", "fungsi", "dasar_hukum", "berlaku_dari", "berlaku_sampai",
        ]  # fmt: skip
        labels = {
            "nama": "Nama unit",
            "kode": "Kode alamat",
            "kode_pemerintah": "Kode pemerintah",
            "induk": "Unit induk",
            "dasar_hukum": "Dasar hukum",
        }
        help_texts = {
            "kode": "Huruf kecil, angka, dan tanda hubung; menjadi bagian alamat halaman dan "
            "tidak dapat diubah. Contoh: pasuruan-bakesbangpol.",
            "induk": "Kosongkan bagi perangkat daerah.",
            "singkatan": "Dipakai di layar dan tabel sempit.",
            "fungsi": "Satu fungsi sebaris.",
            "dasar_hukum": "Satu peraturan sebaris.",
        }
        error_messages = {
            "kode": {
                "invalid": "Kode alamat hanya berisi huruf kecil, angka, dan tanda hubung.",
                "unique": "Kode alamat ini sudah dipakai unit lain. Pilih yang lain.",
            }
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        semua = Unit.objects.filter(pemda=self.instance.pemda).exclude(pk=self.instance.pk)
        pilihan = self.fields["induk"]
        pilihan.queryset = semua  # type: ignore[attr-defined]
        pilihan.empty_label = "— perangkat daerah, tanpa induk —"  # type: ignore[attr-defined]
        if not self.instance._state.adding:
            self.fields["kode"].disabled = True


class FormPerubahanUnit(Formulir):
    """Which unit another one became."""

    tanggal = IsianTanggal(label="Sejak tanggal")

    class Meta:
        model = PerubahanUnit
        fields = ["baru", "jenis", "tanggal", "dasar_hukum"]
        labels = {"baru": "Menjadi unit", "jenis": "Karena", "dasar_hukum": "Dasar hukum"}
        help_texts = {
            "baru": "Unit pengganti dibuat lebih dahulu. Pemecahan dan penggabungan dicatat sekali "
            "untuk setiap pasangan.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lama = self.instance.lama
        lain = Unit.objects.filter(pemda=lama.pemda).exclude(pk=lama.pk)
        self.fields["baru"].queryset = lain  # type: ignore[attr-defined]
