from datetime import UTC, date, datetime, timedelta

import pytest

from sakip.lib import waktu
from sakip.organisasi.models import Pengguna, Penugasan
from sakip.organisasi.peran import Peran


@pytest.fixture
def tugas(pemeran) -> Penugasan:
    return Penugasan.objects.create(
        pengguna=pemeran["tanpa_tugas"],
        peran=Peran.OPERATOR,
        unit=pemeran.unit,
        dari=date(2023, 1, 2),
        sampai=date(2023, 12, 29),
    )


@pytest.mark.parametrize(
    ("tanggal", "berlaku"),
    [
        (date(2023, 1, 1), False),
        (date(2023, 1, 2), True),
        (date(2023, 6, 1), True),
        (date(2023, 12, 29), True),
        (date(2023, 12, 30), False),
    ],
)
def test_tugas_berlaku_dari_hari_pertama_sampai_hari_terakhir(tugas, tanggal, berlaku):
    assert list(tugas.pengguna.penugasan_berlaku(tanggal)) == [tugas] * berlaku


@pytest.mark.parametrize("tanggal", [date(2023, 1, 2), date(2099, 1, 1)])
def test_tugas_tanpa_akhir_berlaku_terus(tugas, tanggal):
    Penugasan.objects.filter(pk=tugas.pk).update(sampai=None)
    assert list(tugas.pengguna.penugasan_berlaku(tanggal)) == [tugas]


@pytest.mark.parametrize(
    ("mulai", "akhir", "berlaku"),
    [(-9, -1, False), (-9, 0, True), (0, None, True), (1, None, False), (-9, None, True)],
)
def test_tugas_berlaku_hari_ini(tugas, monkeypatch, mulai, akhir, berlaku):
    siang = datetime(2024, 3, 5, 5, 0, tzinfo=UTC)
    monkeypatch.setattr(waktu, "sekarang", lambda: siang)
    Penugasan.objects.filter(pk=tugas.pk).update(
        dari=siang.date() + timedelta(mulai),
        sampai=None if akhir is None else siang.date() + timedelta(akhir),
    )
    assert list(tugas.pengguna.penugasan_berlaku()) == [tugas] * berlaku


@pytest.mark.parametrize(
    ("saat", "berlaku"), [("2023-12-29T16:59", True), ("2023-12-29T17:00", False)]
)
def test_hari_berganti_menurut_jakarta(tugas, monkeypatch, saat, berlaku):
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime.fromisoformat(saat).replace(tzinfo=UTC))
    assert list(tugas.pengguna.penugasan_berlaku()) == [tugas] * berlaku


def test_akun_nonaktif_tanpa_tugas(tugas):
    tugas.pengguna.is_active = False
    assert list(tugas.pengguna.penugasan_berlaku(date(2023, 6, 1))) == []


def test_tugas_orang_lain_tidak_ikut(pemeran):
    perencana = pemeran["perencana"]
    assert [t.pengguna for t in perencana.penugasan_berlaku()] == [perencana]


def test_setiap_orang_melihat_akun_dan_tugasnya_sendiri(pemeran):
    for nama, pengguna in pemeran.orang.items():
        if nama != "admin":
            assert list(Pengguna.objects.untuk(pengguna)) == [pengguna]
            milik = Penugasan.objects.filter(pengguna=pengguna)
            assert list(Penugasan.objects.untuk(pengguna)) == list(milik)


def test_admin_melihat_semua_akun_pemdanya(pemeran):
    milik = Pengguna.objects.filter(pemda=pemeran.unit.pemda)
    assert set(Pengguna.objects.untuk(pemeran["admin"])) == set(milik)
    assert pemeran["inspektorat_luar"] not in milik
    tugas = set(Penugasan.objects.filter(pengguna__in=milik))
    assert set(Penugasan.objects.untuk(pemeran["admin"])) == tugas
