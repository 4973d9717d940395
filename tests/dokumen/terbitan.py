"""An issued document as the apps issue theirs, with what a test wants to differ."""

from decimal import Decimal

from sakip.dokumen.angka import Angka, Asal
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.services import terbitkan
from sakip.organisasi.models import Pengguna, Unit
from tests.berkas import contoh

JENIS = "uji-lkjip"  # the example issues documents of its own kinds
ANGKA = Angka(Decimal("117.92"), "117,92", "capaian/1/2023", Asal("realisasi / target × 100"))
KONTEKS = {"tahun": 2023, "capaian": [{"indikator": "Indeks “Toleransi”", "nilai": "117.92"}]}


def terbit(unit: Unit, oleh: Pengguna, **beda: object) -> DokumenTerbit:
    isian = {
        "jenis": JENIS,
        "tahun": 2023,
        "konteks": KONTEKS,
        "skema": 1,
        "berkas": {"pdf": contoh.pdf(), "html": b"<p>LKjIP</p>"},
        "tercetak": [ANGKA],
    }
    return terbitkan(unit=unit, oleh=oleh, **{**isian, **beda})
