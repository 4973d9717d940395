"""Of two who save the same row, the second is told and nothing is lost silently."""

import contextlib
import threading

import pytest
from django.db import connections

from sakip.organisasi.models import Unit
from sakip.web.versi import SudahBerubah, simpan_jika_versi


def test_simpan_menaikkan_versi(pasuruan):
    pasuruan.singkatan = "Kesbangpol"
    simpan_jika_versi(pasuruan, pasuruan.versi)
    tersimpan = Unit.objects.get(pk=pasuruan.pk)
    assert (tersimpan.singkatan, tersimpan.versi, pasuruan.versi) == ("Kesbangpol", 2, 2)


def test_versi_lama_ditolak_tanpa_menulis(pasuruan):
    kembaran = Unit.objects.get(pk=pasuruan.pk)
    pasuruan.singkatan = "pertama"
    simpan_jika_versi(pasuruan, pasuruan.versi)
    kembaran.singkatan = "kedua"
    with pytest.raises(SudahBerubah):
        simpan_jika_versi(kembaran, kembaran.versi)
    assert Unit.objects.get(pk=pasuruan.pk).singkatan == "pertama"


@pytest.mark.django_db(transaction=True)
def test_dari_dua_yang_bersamaan_satu_menang(pasuruan):
    """Two threads leave a barrier together, each with the row as it was."""
    salinan = {nama: Unit.objects.get(pk=pasuruan.pk) for nama in ("a", "b")}
    rintangan, menang = threading.Barrier(2), []

    def simpan(nama: str) -> None:
        salinan[nama].singkatan = nama
        rintangan.wait()
        with contextlib.suppress(SudahBerubah):
            simpan_jika_versi(salinan[nama], 1)
            menang.append(nama)
        connections.close_all()

    utas = [threading.Thread(target=simpan, args=(nama,)) for nama in salinan]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert len(menang) == 1
    assert Unit.objects.get(pk=pasuruan.pk).singkatan == menang[0]
