"""The codes of belanja that every installation has.

Source: Permendagri 90/2019 tentang klasifikasi, kodefikasi, dan nomenklatur perencanaan
pembangunan dan keuangan daerah; Kepmendagri 050-5889/2021.
"""

from typing import Any

from django.db import connections

from perencanaan.models import JenisBelanja

BELANJA = {
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


def pasang_jenis_belanja(using: str, **_lain: Any) -> None:
    """Write the codes that are missing, after every migration."""
    if JenisBelanja._meta.db_table not in connections[using].introspection.table_names():
        return  # migrated back to before there was such a table
    ada = set(JenisBelanja.objects.using(using).values_list("kode", flat=True))
    JenisBelanja.objects.using(using).bulk_create(
        JenisBelanja(kode=kode, nama=nama, induk_id=kode.rpartition(".")[0] or None)
        for kode, nama in BELANJA.items()
        if kode not in ada
    )
