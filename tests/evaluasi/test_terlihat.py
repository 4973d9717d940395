"""Who sees which rows of evaluation, and what nobody can write over."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from evaluasi.models import (
    BuktiTindakLanjut,
    KaitanRekomendasi,
    LaporanTindakLanjut,
    Putusan,
    SetelanEvaluasi,
)
from sakip.jejak import pemicu
from tests.evaluasi.baris import siapkan_evaluasi

MODEL = [*apps.get_app_config("evaluasi").get_models()]
# rows of the law are everybody's; of these only those of the pemda's own copy are not
INSTRUMEN = {
    "Instrumen", "SkalaJawaban", "PilihanJawaban", "BatasPredikat", "TahapEvaluasi", "Komponen",
    "SubKomponen", "Kriteria",
}  # fmt: skip
HANYA_TAMBAH = (LaporanTindakLanjut, BuktiTindakLanjut, Putusan, KaitanRekomendasi)


def test_hanya_yang_berhak_melihat(pemeran):
    siapkan_evaluasi(pemeran.unit)
    for model in MODEL:
        semua = model.objects.count()
        assert semua, model
        assert model.objects.untuk(pemeran["inspektorat"]).count() == semua, model
        assert model.objects.untuk(pemeran["perencana"]).count() > 0, model
        for nama in ("perencana_lain", "inspektorat_luar", "tanpa_tugas"):
            terlihat = model.objects.untuk(pemeran[nama]).count()
            assert terlihat == _sedia(model, nama, semua), (model, nama)


def _sedia(model, nama: str, semua: int) -> int:
    if model.__name__ in INSTRUMEN:
        return semua if nama == "perencana_lain" else semua // 2
    return 1 if (model, nama) == (SetelanEvaluasi, "perencana_lain") else 0


def test_yang_ditulis_tidak_berubah(pasuruan):
    siapkan_evaluasi(pasuruan)
    for model in HANYA_TAMBAH:
        sebelum = list(model.objects.values_list())
        assert sebelum
        for perintah in ("UPDATE {t} SET id = id", "DELETE FROM {t}"):
            with pytest.raises(IntegrityError, match=pemicu.PESAN), transaction.atomic():
                connection.cursor().execute(perintah.format(t=model._meta.db_table))
        assert list(model.objects.values_list()) == sebelum
