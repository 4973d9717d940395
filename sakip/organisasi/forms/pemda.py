"""The pemda itself."""

from django import forms

from sakip.berkas.forms import BerkasField
from sakip.berkas.jenis import Jenis
from sakip.organisasi.models import Pemda
from sakip.web.formulir import Formulir

ZONA = [
    ("Asia/Jakarta", "WIB (Asia/Jakarta)"),
    ("Asia/Pontianak", "WIB (Asia/Pontianak)"),
    ("Asia/Makassar", "WITA (Asia/Makassar)"),
    ("Asia/Jayapura", "WIT (Asia/Jayapura)"),
]


class FormPemda(Formulir):
    lambang_baru = BerkasField(label="Lambang", required=False, jenis_boleh=(Jenis.PNG, Jenis.JPEG))

    class Meta:
        model = Pemda
        fields = ["nama", "sebutan_kepala", "kedudukan", "zona"]
        labels = {
            "nama": "Nama pemerintah daerah",
            "sebutan_kepala": "Sebutan kepala daerah",
            "kedudukan": "Tempat kedudukan",
            "zona": "Zona waktu",
        }
        help_texts = {
            "sebutan_kepala": "Gubernur, Bupati, atau Wali Kota.",
            "kedudukan": "Tercetak sebagai tempat penandatanganan.",
        }
        widgets = {"zona": forms.Select(choices=ZONA)}
