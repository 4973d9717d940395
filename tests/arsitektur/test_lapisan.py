import re
import subprocess

import pytest
from django.conf import settings
from django.db import models
from django.test.utils import isolate_apps

from tests.arsitektur import aturan_lapisan as aturan
from tests.arsitektur.contoh_model import buat_model
from tests.arsitektur.pohon import AKAR, baca, tulis

TINGGI = {"jejak": 0, "berkas": 0, "organisasi": 1, "perencanaan": 2, "pengukuran": 3}


@pytest.fixture
def rumah(tmp_path):
    """The smallest tree that the real contracts accept."""
    setelan = re.search(r"\n\[tool\.importlinter\].*", baca(AKAR / "pyproject.toml"), re.DOTALL)
    tulis(tmp_path, "pyproject.toml", setelan[0])
    for modul in (*aturan.urutan_lapisan(tmp_path), "sakip"):
        tulis(tmp_path, f"{modul.replace('.', '/')}/__init__.py")
    return tmp_path


def test_puncak_hanya_yang_disepakati():
    assert aturan.puncak_tidak_dikenal(AKAR) == []


def test_puncak_asing_tertangkap(tmp_path):
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)  # noqa: S607 - fixed words
    for jalur in (".gitignore", "uji.lock", "docs/a.md", "utils/a.py", "catatan.txt"):
        tulis(tmp_path, jalur)
    assert aturan.puncak_tidak_dikenal(tmp_path) == ["catatan.txt", "utils"]


def test_setiap_modul_punya_lapisan():
    assert aturan.modul_tanpa_lapisan(AKAR) == []


def test_modul_tanpa_lapisan_tertangkap(rumah):
    assert aturan.modul_tanpa_lapisan(rumah) == []
    tulis(rumah, "anggaran/__init__.py")
    tulis(rumah, "sakip/env.py")
    tulis(rumah, "sakip/gudang/tanpa_init.py")
    tulis(rumah, "sakip/utils.py")
    assert aturan.modul_tanpa_lapisan(rumah) == ["anggaran", "sakip.gudang", "sakip.utils"]


def test_kontrak_impor_dipatuhi():
    assert aturan.kontrak_dilanggar(AKAR) == []


def test_rumah_kecil_mematuhi_kontrak(rumah):
    tulis(rumah, "pelaporan/queries.py", "import pengukuran\n")
    assert aturan.kontrak_dilanggar(rumah) == []


@pytest.mark.parametrize(
    ("jalur", "isi", "kontrak"),
    [
        ("perencanaan/queries.py", "import evaluasi\n", "one way through the house"),
        ("sakip/web/a.py", "from sakip import organisasi\n", "one way through the house"),
        ("pengukuran/models.py", "from pengukuran import services\n", "one way inside each app"),
        ("pengukuran/utils.py", "", "one way inside each app"),
        ("sakip/beranda/muat.py", "import sakip.beranda.views\n", "one way inside beranda"),
        ("sakip/lib/a.py", "import django\n", "arithmetic and sakip.lib know no Django"),
        ("evaluasi/hitung.py", "import django\n", "arithmetic and sakip.lib know no Django"),
    ],
)
def test_kontrak_yang_dilanggar_tertangkap(rumah, jalur, isi, kontrak):
    for modul in ("pengukuran/services", "sakip/beranda/views"):
        tulis(rumah, f"{modul}.py")
    tulis(rumah, jalur, isi)
    assert aturan.kontrak_dilanggar(rumah) == [kontrak]


def test_relasi_model_searah_lapisan():
    tinggi = aturan.lapisan_aplikasi(AKAR)
    assert {"organisasi", "perencanaan", "pengukuran"} <= set(tinggi)
    assert aturan.relasi_naik(aturan.model_proyek(AKAR), tinggi) == []


@isolate_apps()
def test_relasi_naik_tertangkap():
    realisasi = buat_model("Realisasi", "pengukuran")
    unit = buat_model("Unit", "organisasi")
    simpul = buat_model(
        "Simpul",
        "perencanaan",
        unit=models.ForeignKey(unit, models.PROTECT),
        realisasi=models.ForeignKey(realisasi, models.PROTECT),
        banyak=models.ManyToManyField(realisasi, related_name="+"),
    )
    assert aturan.relasi_naik([realisasi, unit, simpul], TINGGI) == [
        "perencanaan.Simpul.realisasi → pengukuran.Realisasi",
        "perencanaan.Simpul.banyak → pengukuran.Realisasi",
    ]


@pytest.mark.parametrize("label", ["jejak", "berkas"])
@isolate_apps()
def test_hanya_dua_pengecualian_relasi_naik(label):
    pengguna = buat_model(settings.AUTH_USER_MODEL.split(".")[1], "organisasi")
    unit = buat_model("Unit", "organisasi")
    pemda = buat_model("Pemda", "organisasi")
    catatan = buat_model(
        "Catatan",
        label,
        oleh=models.ForeignKey(pengguna, models.PROTECT),
        unit=models.ForeignKey(unit, models.PROTECT),
        pemda=models.ForeignKey(pemda, models.PROTECT),
    )
    assert aturan.relasi_naik([catatan], TINGGI) == [f"{label}.Catatan.pemda → organisasi.Pemda"]


def test_relasi_lintas_aplikasi_melindungi_dan_tidak_berbalik():
    assert aturan.relasi_lintas_longgar(aturan.model_proyek(AKAR)) == []


@isolate_apps()
def test_relasi_lintas_aplikasi_yang_longgar_tertangkap():
    unit = buat_model("Unit", "organisasi")
    renstra = buat_model(
        "Renstra",
        "perencanaan",
        baik=models.ForeignKey(unit, models.PROTECT, related_name="+"),
        tampak=models.ForeignKey(unit, models.PROTECT),
        ikut=models.ForeignKey(unit, models.CASCADE, related_name="+"),
        banyak=models.ManyToManyField(unit, related_name="+"),
        sendiri=models.ForeignKey("self", models.CASCADE, related_name="bawahan"),
    )
    assert aturan.relasi_lintas_longgar([renstra]) == [
        "perencanaan.Renstra.tampak: related_name lintas aplikasi harus “+”",
        "perencanaan.Renstra.ikut: on_delete lintas aplikasi harus PROTECT",
        "perencanaan.Renstra.banyak: perlu model perantara sendiri, yang menolak penghapusan",
    ]
