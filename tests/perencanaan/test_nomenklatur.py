"""The codes of belanja are in every installation, and stay as they are."""

import pytest
from django.core.management import call_command
from django.db import connection

from perencanaan.models import JenisBelanja
from perencanaan.models.anggaran import BELANJA_SEMUA
from perencanaan.nomenklatur import BELANJA, pasang_jenis_belanja
from sakip.jejak import pemicu


def isi() -> dict[str, tuple]:
    return {
        satu.kode: (satu.nama, satu.induk_id, satu.versi) for satu in JenisBelanja.objects.all()
    }


SEHARUSNYA = {kode: (nama, kode.rpartition(".")[0] or None, 1) for kode, nama in BELANJA.items()}


def test_setiap_kode_di_bawah_kode_yang_ada():
    induk = {kode: kode.rpartition(".")[0] for kode in BELANJA}
    assert [kode for kode, atas in induk.items() if not atas] == [BELANJA_SEMUA]
    assert {atas for atas in induk.values() if atas} <= set(BELANJA)


def test_ada_setelah_migrasi(db):
    assert isi() == SEHARUSNYA
    assert (isi()["5.1.01"], isi()["5.2"]) == (
        ("Belanja Pegawai", "5.1", 1), ("Belanja Modal", "5", 1),
    )  # fmt: skip


def test_dipasang_lagi_tidak_menulis_apa_apa(db, django_assert_num_queries):
    with django_assert_num_queries(2):  # which tables there are, and which codes
        pasang_jenis_belanja(using="default")
    assert isi() == SEHARUSNYA


def test_yang_hilang_kembali_yang_ada_tidak_diganti_namanya(db):
    JenisBelanja.objects.filter(kode="5.1.02").delete()
    JenisBelanja.objects.filter(kode="5.1.01").update(nama="Belanja Gaji", versi=4)
    JenisBelanja.objects.create(kode="5.1.07", nama="Belanja Lain", induk_id="5.1")
    pasang_jenis_belanja(using="default")
    assert isi() == SEHARUSNYA | {
        "5.1.01": ("Belanja Gaji", "5.1", 4),
        "5.1.07": ("Belanja Lain", "5.1", 1),
    }


@pytest.mark.django_db(transaction=True)
def test_ada_lagi_setelah_tabel_dikosongkan():
    JenisBelanja.objects.filter(kode="5.1.01").update(nama="Belanja Gaji")
    pemicu.lepas(connection)  # emptying also meets the tables that can only be added to
    call_command("flush", interactive=False, verbosity=0)
    assert isi() == SEHARUSNYA


def test_kode_terlihat_oleh_semua(pemeran):
    for orang in pemeran.orang.values():
        assert set(JenisBelanja.objects.untuk(orang)) == set(JenisBelanja.objects.all())
