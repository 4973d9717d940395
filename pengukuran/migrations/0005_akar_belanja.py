from django.db import migrations

SEMULA, AKAR = "semua", "5"


def pasang(apps, _schema_editor):
    Realisasi = apps.get_model("pengukuran", "RealisasiAnggaran")
    Realisasi.objects.filter(jenis_belanja=SEMULA).update(jenis_belanja=AKAR)


def kembalikan(apps, _schema_editor):
    Realisasi = apps.get_model("pengukuran", "RealisasiAnggaran")
    Realisasi.objects.filter(jenis_belanja=AKAR).update(jenis_belanja=SEMULA)


class Migration(migrations.Migration):
    dependencies = [
        ("pengukuran", "0004_pengukuran_lengkap"),
        ("perencanaan", "0006_pagu_berkode_belanja"),
    ]

    operations = [migrations.RunPython(pasang, kembalikan)]
