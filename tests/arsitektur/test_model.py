import pytest
from django.apps import apps
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.test.utils import isolate_apps

from tests.arsitektur import aturan_model as aturan
from tests.arsitektur.aturan_lapisan import lapisan_aplikasi, model_proyek
from tests.arsitektur.contoh_model import buat_model
from tests.arsitektur.pohon import AKAR

# label of a model without `untuk`, and the reason
TANPA_UNTUK: dict[str, str] = {}
# label of a model without `versi`, and the reason
TANPA_VERSI = {
    "perencanaan.Indikator": "an identity, never edited",
    "pengukuran.PelakuRealisasi": "written once; a return takes those who judged away",
    "pengukuran.KetikanIsian": "one person's own typing, replaced as he types",
    "pengukuran.KetikanBelanja": "one person's own typing, replaced as he types",
    "pengukuran.Pengembalian": "written once; submitting again closes it",
    "pengukuran.UsulanKoreksi": "written once; deciding closes it",
    "pengukuran.Koreksi": "append-only",
    "jejak.CatatanJejak": "append-only",
    "jejak.SegelJejak": "append-only",
    "jejak.Kiriman": "written once",
    "organisasi.Silsilah": "derived from PerubahanUnit",
    "pekerjaan.Pekerja": "a heartbeat, written by one process",
    "pekerjaan.Pekerjaan": "never edited; written under a claim",
    "berkas.Berkas": "append-only",
    "dokumen.DokumenTerbit": "append-only",
    "dokumen.DokumenBerkas": "append-only",
    "dokumen.AngkaTerbit": "append-only",
    "pengingat.Pengingat": "append-only",
    "pengingat.HasilPengingat": "append-only",
    "evaluasi.PelakuLembar": "written once",
    "evaluasi.PelakuRekomendasi": "written once",
    "evaluasi.Putusan": "append-only",
    "evaluasi.LaporanTindakLanjut": "append-only",
    "evaluasi.BuktiTindakLanjut": "append-only",
    "evaluasi.KaitanRekomendasi": "append-only",
}


def kosong_boleh():
    return models.IntegerField(null=True)


def unik(*ungkapan, **lain):
    return {"constraints": [models.UniqueConstraint(*ungkapan, name="unik", **lain)]}


def test_ada_model_yang_diperiksa():
    """Else every rule below would hold of nothing."""
    label = {model._meta.label for model in model_proyek(AKAR)}
    assert {"organisasi.Pengguna", "perencanaan.Simpul", "pengukuran.Realisasi"} <= label


def test_tidak_ada_kolom_float():
    assert aturan.kolom_float(model_proyek(AKAR)) == []


@isolate_apps()
def test_kolom_float_tertangkap():
    model = buat_model("Nilai", "evaluasi", skor=models.FloatField())
    assert aturan.kolom_float([model]) == ["evaluasi.Nilai.skor"]


def test_tidak_ada_unik_yang_bocor():
    assert aturan.unik_yang_bocor(model_proyek(AKAR)) == []


@pytest.mark.parametrize(
    "meta",
    [
        {"unique_together": {("a", "b")}},
        unik(fields=["a", "b"]),
        unik(fields=["a", "b"], nulls_distinct=False),
        unik(fields=["a", "b"], condition=Q(a__gt=1)),
        unik(F("b").desc(), "a"),
        unik(Lower("b")),
    ],
)
@isolate_apps()
def test_unik_yang_bocor_tertangkap(meta):
    model = buat_model("Nilai", "evaluasi", meta=meta, a=models.IntegerField(), b=kosong_boleh())
    assert aturan.unik_yang_bocor([model]) == ["evaluasi.Nilai: b dapat kosong"]


@isolate_apps()
def test_kolom_unik_yang_dapat_kosong_tertangkap():
    model = buat_model("Nilai", "evaluasi", b=models.IntegerField(null=True, unique=True))
    assert aturan.unik_yang_bocor([model]) == ["evaluasi.Nilai: b dapat kosong"]


@pytest.mark.parametrize(
    "meta",
    [
        unik(fields=["a"]),
        unik(F("a"), F("b"), condition=Q(a=1) & Q(b__isnull=False)),
        unik(fields=["a"], condition=Q(b__isnull=True)),
    ],
)
@isolate_apps()
def test_unik_yang_rapat_diterima(meta):
    model = buat_model("Nilai", "evaluasi", meta=meta, a=models.IntegerField(), b=kosong_boleh())
    assert aturan.unik_yang_bocor([model]) == []


def test_setiap_model_yang_disunting_berversi():
    assert aturan.tanpa_versi(model_proyek(AKAR), TANPA_VERSI) == []


@isolate_apps("evaluasi")
def test_model_tanpa_versi_tertangkap():
    polos, bebas = buat_model("Polos", "evaluasi"), buat_model("Bebas", "evaluasi")
    assert aturan.tanpa_versi([polos, bebas], {"evaluasi.Bebas": "uji"}) == ["evaluasi.Polos"]


def test_setiap_model_menjawab_untuk_siapa():
    assert aturan.tanpa_untuk(model_proyek(AKAR), TANPA_UNTUK) == []


@isolate_apps()
def test_model_tanpa_untuk_tertangkap():
    class DenganUntuk(models.QuerySet):
        def untuk(self, pengguna):
            return self.filter(pk=pengguna.pk)

    polos = buat_model("Polos", "evaluasi")
    bebas = buat_model("Bebas", "evaluasi")
    baik = buat_model("Baik", "evaluasi", objects=DenganUntuk.as_manager())
    kecuali = {"evaluasi.Bebas": "contoh"}
    assert aturan.tanpa_untuk([polos, bebas, baik], kecuali) == ["evaluasi.Polos"]


def test_migrasi_bernama_dan_dapat_dibalik():
    semua = aturan.migrasi_proyek(set(lapisan_aplikasi(AKAR)))
    assert {"organisasi", "perencanaan", "pengukuran"} <= {m.app_label for m in semua}
    assert aturan.migrasi_bermasalah(semua) == []


def test_migrasi_bermasalah_tertangkap():
    auto = migrations.Migration("0002_auto_20260101_0000", "evaluasi")
    searah = migrations.Migration("0003_isi", "evaluasi")
    searah.operations = [
        migrations.RunPython(migrations.RunPython.noop),
        migrations.SeparateDatabaseAndState([migrations.RunSQL("SELECT 1")]),
        migrations.RunSQL("SELECT 1", reverse_sql="SELECT 1"),
    ]
    assert aturan.migrasi_bermasalah([auto, searah]) == [
        "evaluasi.0002_auto_20260101_0000: beri nama yang bercerita",
        "evaluasi.0003_isi: RunPython tanpa jalan kembali",
        "evaluasi.0003_isi: RunSQL tanpa jalan kembali",
    ]


def test_model_dan_migrasi_sejalan():
    assert aturan.perubahan_tanpa_migrasi(ProjectState.from_apps(apps)) == []


def test_perubahan_tanpa_migrasi_tertangkap():
    keadaan = MigrationLoader(connection=None).project_state()
    keadaan.models["organisasi", "unit"].fields["catatan"] = models.TextField(null=True)
    assert aturan.perubahan_tanpa_migrasi(keadaan) == ["organisasi: Add field catatan to unit"]
