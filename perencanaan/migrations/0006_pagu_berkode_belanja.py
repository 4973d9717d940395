import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("perencanaan", "0005_akar_belanja")]

    operations = [
        migrations.AlterField(
            "pagu",
            "jenis_belanja",
            models.ForeignKey(
                default="5",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="perencanaan.jenisbelanja",
            ),
        ),
    ]
