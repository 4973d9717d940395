import pytest

from tests.arsitektur import aturan_kode as aturan
from tests.arsitektur import aturan_model
from tests.arsitektur.aturan_lapisan import model_proyek
from tests.arsitektur.pohon import AKAR, tulis

# files whose HTML was reviewed, each with the reason in a comment
HTML_BOLEH: set[str] = set()


def test_berkas_dan_fungsi_tidak_terlalu_panjang():
    assert aturan.terlalu_panjang(AKAR) == []


def test_berkas_dan_fungsi_panjang_tertangkap(tmp_path):
    tulis(tmp_path, "evaluasi/pas.py", "x = 1\n" * 400)
    tulis(tmp_path, "evaluasi/panjang.py", "x = 1\n" * 401)
    tulis(tmp_path, "evaluasi/migrations/0001_awal.py", "x = 1\n" * 401)
    tulis(tmp_path, "tests/pas.py", "def f():\n" + "    x = 1\n" * 59)
    tulis(
        tmp_path, "tests/test_a.py", "class A:\n    async def f(self):\n" + "        x = 1\n" * 60
    )
    assert aturan.terlalu_panjang(tmp_path) == [
        "evaluasi/panjang.py: 401 baris",
        "tests/test_a.py:2: f 61 baris",
    ]


def test_tidak_ada_float():
    assert aturan.pemakaian_float(AKAR) == []


@pytest.mark.parametrize(
    ("isi", "keluhan"),
    [
        ("a = 0.5", "bilangan float 0.5"),
        ("a = 1e3", "bilangan float 1000.0"),
        ("a = float('1')", "float(…)"),
        ("kolom = models.FloatField()", "FloatField"),
    ],
)
def test_float_tertangkap(tmp_path, isi, keluhan):
    tulis(tmp_path, "pengukuran/a.py", isi)
    tulis(tmp_path, "tests/a.py", isi)
    assert aturan.pemakaian_float(tmp_path) == [f"pengukuran/a.py:1: {keluhan}"]


def test_menolak_float_boleh(tmp_path):
    tulis(tmp_path, "pengukuran/a.py", "tolak = isinstance(1, float)\nteks = '0.5'\n")
    assert aturan.pemakaian_float(tmp_path) == []


def test_tidak_ada_print():
    assert aturan.pemakaian_print(AKAR) == []


def test_print_tertangkap(tmp_path):
    for jalur in ("sakip/a.py", "tests/a.py", ".ci/a.py", "manage.py"):
        tulis(tmp_path, jalur, "print('halo')\n")
    assert aturan.pemakaian_print(tmp_path) == ["manage.py:1: print(…)", "sakip/a.py:1: print(…)"]


def test_satu_jam():
    assert aturan.jam_lain(AKAR) == []


@pytest.mark.parametrize(
    ("isi", "nama"),
    [
        ("import datetime\na = datetime.datetime.now()", "datetime.datetime.now"),
        ("import datetime as dt\na = dt.date.today()", "datetime.date.today"),
        ("from datetime import datetime as d\na = d.utcnow()", "datetime.datetime.utcnow"),
        ("from django.utils import timezone\nf(default=timezone.now)", "django.utils.timezone.now"),
        ("from django.utils.timezone import localdate\nlocaldate()", "django.utils.timezone.localdate"),
        ("from time import time\na = time()", "time.time"),
        ("from django.db import models\nmodels.DateField(auto_now_add=True)", "auto_now_add"),
    ],
)  # fmt: skip
def test_jam_lain_tertangkap(tmp_path, isi, nama):
    tulis(tmp_path, "sakip/lib/waktu.py", "import time\na = time.time()\n")
    tulis(tmp_path, "evaluasi/a.py", isi)
    assert aturan.jam_lain(tmp_path) == [f"evaluasi/a.py:2: {nama}"]


def test_mengukur_lamanya_boleh(tmp_path):
    tulis(tmp_path, "sakip/a.py", "import time\na = time.perf_counter()\n")
    assert aturan.jam_lain(tmp_path) == []


def test_tidak_ada_html_tanpa_saring():
    assert aturan.html_tanpa_saring(AKAR, HTML_BOLEH) == []


def test_html_tanpa_saring_tertangkap(tmp_path):
    isi = "from django.utils import html, safestring as s\na = s.mark_safe\nb = html.format_html\n"
    tulis(tmp_path, "sakip/a.py", isi)
    tulis(tmp_path, "sakip/boleh.py", isi)
    tulis(tmp_path, "sakip/kelas.py", "class A:\n    def __html__(self): ...\n")
    assert aturan.html_tanpa_saring(tmp_path, {"sakip/boleh.py"}) == [
        "sakip/a.py:2: django.utils.safestring.mark_safe",
        "sakip/a.py:3: django.utils.html.format_html",
        "sakip/kelas.py:2: __html__",
    ]


def test_tidak_ada_agregat_atas_desimal():
    kolom = aturan_model.kolom_desimal(model_proyek(AKAR))
    assert {"nilai", "batas_bawah", "batas_atas"} <= kolom
    assert aturan.agregat_desimal(AKAR, kolom) == []


@pytest.mark.parametrize(
    "panggilan",
    ["Sum('nilai')", "m.Avg('anak__nilai')", "Jumlah(F('nilai') * 2)", "Sum(expression='nilai')"],
)
def test_agregat_desimal_tertangkap(tmp_path, panggilan):
    impor = "from django.db.models import Sum, Sum as Jumlah; import django.db.models as m\n"
    tulis(tmp_path, "pelaporan/a.py", f"{impor}a = {panggilan}\nb = Sum('jumlah')\n")
    (keluhan,) = aturan.agregat_desimal(tmp_path, {"nilai"})
    assert keluhan.startswith("pelaporan/a.py:2: ")
