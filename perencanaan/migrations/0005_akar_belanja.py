from django.db import migrations

SEMULA, AKAR = "semua", "5"
# as they were when the word became a code; a database that was taken back holds some of them
KODE = {
    "5": "Belanja",
    "5.1": "Belanja Operasi",
    "5.1.01": "Belanja Pegawai",
    "5.1.02": "Belanja Barang dan Jasa",
    "5.1.03": "Belanja Bunga",
    "5.1.04": "Belanja Subsidi",
    "5.1.05": "Belanja Hibah",
    "5.1.06": "Belanja Bantuan Sosial",
    "5.2": "Belanja Modal",
    "5.2.01": "Belanja Modal Tanah",
    "5.2.02": "Belanja Modal Peralatan dan Mesin",
    "5.2.03": "Belanja Modal Gedung dan Bangunan",
    "5.2.04": "Belanja Modal Jalan, Jaringan, dan Irigasi",
    "5.2.05": "Belanja Modal Aset Tetap Lainnya",
    "5.2.06": "Belanja Modal Aset Lainnya",
    "5.3": "Belanja Tidak Terduga",
    "5.4": "Belanja Transfer",
    "5.4.01": "Belanja Bagi Hasil",
    "5.4.02": "Belanja Bantuan Keuangan",
}


def pasang(apps, _schema_editor):
    """The codes are there, and their root, which stands for all belanja, takes the word's place."""
    JenisBelanja = apps.get_model("perencanaan", "JenisBelanja")
    for kode, nama in KODE.items():
        isi = {"nama": nama, "induk_id": kode.rpartition(".")[0] or None}
        JenisBelanja.objects.get_or_create(kode=kode, defaults=isi)
    Pagu = apps.get_model("perencanaan", "Pagu")
    Pagu.objects.filter(jenis_belanja=SEMULA).update(jenis_belanja=AKAR)


def kembalikan(apps, _schema_editor):
    Pagu = apps.get_model("perencanaan", "Pagu")
    Pagu.objects.filter(jenis_belanja=AKAR).update(jenis_belanja=SEMULA)


class Migration(migrations.Migration):
    dependencies = [("perencanaan", "0004_rencana_lengkap")]

    operations = [migrations.RunPython(pasang, kembalikan)]
