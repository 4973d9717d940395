"""A criterion may name the fact that the application can propose an answer from."""

from django.db import migrations, models

KODE = "permenpanrb-88-2021"
# by sub-komponen and place, as the instrument that comes with the product has them
FAKTA = {
    ("1.a", 3): "renstra-ada",
    ("1.a", 4): "pk-ada",
    ("1.a", 5): "rencana-aksi-ada",
    ("1.a", 6): "anggaran-ada",
    ("1.b", 1): "rencana-formal",
    ("1.b", 2): "pk-tepat-waktu",
    ("1.c", 2): "aksi-per-indikator",
    ("2.a", 2): "definisi-indikator",
    ("2.b", 4): "realisasi-berkala",
    ("3.a", 1): "lkjip-ada",
    ("3.a", 3): "lkjip-terbit",
    ("3.a", 6): "lkjip-tepat-waktu",
    ("3.b", 3): "banding-target",
    ("3.b", 4): "banding-menengah",
    ("3.b", 5): "banding-lalu",
    ("3.b", 6): "banding-standar",
    ("3.b", 8): "efisiensi",
    ("4.c", 1): "rekomendasi-selesai",
}


def ikat_fakta(apps, _schema_editor):
    """The instruments as they were installed; what a pemda copied and edited is left to it."""
    kriteria = apps.get_model("evaluasi", "Kriteria").objects.filter(
        sub__komponen__instrumen__kode=KODE, sub__komponen__instrumen__asal=None
    )
    for (sub, urutan), fakta in FAKTA.items():
        kriteria.filter(sub__kode=sub, urutan=urutan).update(fakta=fakta)


class Migration(migrations.Migration):
    dependencies = [("evaluasi", "0004_kaitan_rekomendasi")]

    operations = [
        migrations.AddField(
            model_name="kriteria",
            name="fakta",
            field=models.SlugField(
                blank=True, default="", max_length=40, verbose_name="fakta dari data aplikasi"
            ),
            preserve_default=False,
        ),
        migrations.RunPython(ikat_fakta, migrations.RunPython.noop),
    ]
