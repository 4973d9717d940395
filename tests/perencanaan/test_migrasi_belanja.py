"""The word “semua” becomes the root of the codes, forward and back, with rows in the tables."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.state import StateApps

from pengukuran.models import RealisasiAnggaran
from perencanaan.models import JenisBelanja, Pagu, Simpul, VersiAnggaran
from perencanaan.nomenklatur import BELANJA
from sakip.jejak import pemicu
from sakip.organisasi.models import Pemda
from tests.migrasi import migrasi, terbaru
from tests.pemeran import buat_unit
from tests.perencanaan.pabrik import buat_versi

LAMA = [("perencanaan", "0004_rencana_lengkap"), ("pengukuran", "0004_pengukuran_lengkap")]
TABEL = (("perencanaan", "Pagu"), ("pengukuran", "RealisasiAnggaran"))


@pytest.fixture
def simpul(transactional_db) -> Iterator[Simpul]:
    """A program in a database that is afterwards as the code wants it, come what may."""
    pemda = Pemda.objects.create(
        kode="kota-uji", nama="Kota Uji", jenis="kota", sebutan_kepala="Wali Kota", kedudukan="Uji"
    )
    versi = buat_versi(buat_unit(pemda, "unit-uji", "Unit Uji"))
    try:
        yield Simpul.objects.create(renstra_versi=versi, jenis="program", nama="Program", urutan=1)
    finally:
        kini()


def kini() -> None:
    migrasi(*terbaru("perencanaan", "pengukuran"))
    pemicu.setelah_migrasi(using="default")


def belanja(model: Any, simpul: Simpul) -> Counter:
    milik = model.objects.filter(simpul__renstra_versi=simpul.renstra_versi_id)
    return Counter(milik.values_list("jenis_belanja", flat=True))


def test_mundur_dan_maju_dengan_isinya(simpul):
    anggaran = VersiAnggaran.objects.create(
        unit=simpul.renstra_versi.renstra.unit, tahun=2023, ke=1, jenis="murni"
    )
    for kode in ("5", "5.1.01"):
        isian = {"simpul": simpul, "jenis_belanja_id": kode, "jumlah": 10}
        Pagu.objects.create(versi_anggaran=anggaran, **isian)
        RealisasiAnggaran.objects.create(tahun=2023, bulan=12, **isian)

    lama = migrasi(*LAMA)
    for model in (lama.get_model(*satu) for satu in TABEL):
        assert belanja(model, simpul) == {"semua": 1, "5.1.01": 1}
        assert not model.objects.filter(jenis_belanja="5").exists()
        # and a row as this version wrote them
        baris = model.objects.get(simpul=simpul.pk, jenis_belanja="semua")
        baris.pk, baris.simpul_id = None, _kembaran(lama, simpul)
        baris.save(force_insert=True)
    kosongkan_kode()

    kini()
    connection.check_constraints()
    for model in (Pagu, RealisasiAnggaran):
        assert belanja(model, simpul) == {"5": 2, "5.1.01": 1}
    assert dict(JenisBelanja.objects.values_list("kode", "nama")) == BELANJA
    assert pemicu.yang_hilang(connection) == []


def kosongkan_kode() -> None:
    """As the table is when it has just been made."""
    with connection.cursor() as kursor:
        kursor.execute(f"DELETE FROM {JenisBelanja._meta.db_table}")


def _kembaran(lama: StateApps, simpul: Simpul) -> int:
    """Another program, written with the columns that the table had then."""
    model = lama.get_model("perencanaan", "Simpul")
    kembar, _ = model.objects.get_or_create(
        renstra_versi_id=simpul.renstra_versi_id, jenis="program", nama="Program kedua", urutan=2
    )
    return kembar.pk
