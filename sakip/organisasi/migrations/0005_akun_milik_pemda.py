import django.db.models.deletion
from django.db import migrations, models


def isi_pemda(apps, _schema_editor):
    """An account belongs to the pemda of its first role, else to the first pemda there is."""
    Pengguna = apps.get_model("organisasi", "Pengguna")
    Penugasan = apps.get_model("organisasi", "Penugasan")
    pertama = apps.get_model("organisasi", "Pemda").objects.order_by("pk").first()
    for pengguna in Pengguna.objects.filter(pemda=None):
        tugas = Penugasan.objects.filter(pengguna=pengguna).select_related("unit").first()
        if tugas is None:
            pengguna.pemda = pertama
        else:
            pengguna.pemda_id = tugas.pemda_id or tugas.unit.pemda_id
        pengguna.save(update_fields=["pemda"])


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0004_pejabat_jendela_perubahan")]

    operations = [
        migrations.AddField(
            "pengguna",
            "pemda",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pengguna",
                to="organisasi.pemda",
            ),
        ),
        migrations.AddField(
            "pengguna", "sesi_ke", models.PositiveIntegerField(default=1, editable=False)
        ),
        migrations.RunPython(isi_pemda, migrations.RunPython.noop),
    ]
