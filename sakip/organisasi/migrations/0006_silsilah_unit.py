import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0005_akun_milik_pemda")]

    operations = [
        # apart from filling it: PostgreSQL does not alter a table with changes still pending on it
        migrations.AlterField(
            "pengguna",
            "pemda",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pengguna",
                to="organisasi.pemda",
            ),
        ),
        migrations.CreateModel(
            name="Silsilah",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "baru",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leluhur",
                        to="organisasi.unit",
                    ),
                ),
                (
                    "lama",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="penerus",
                        to="organisasi.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "silsilah unit",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("lama", "baru"), name="silsilah_satu_per_pasangan"
                    ),
                    models.CheckConstraint(condition=~Q(lama=F("baru")), name="silsilah_dua_unit"),
                ],
            },
        ),
    ]
