"""What a crash leaves is found and removed; what is damaged is named."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from sakip.berkas.gudang import ambil, sidik_isi, taruh
from sakip.berkas.sapu import berkas_liar, hapus_liar
from sakip.berkas.services import catat_titipan, simpan_berkas, titipkan
from sakip.lib import waktu
from tests.berkas import contoh

LIAR = b"sisa penyimpanan yang terputus"


def sapu(*pilihan: str) -> list[str]:
    keluaran = StringIO()
    call_command("sapu_berkas", *pilihan, stdout=keluaran)
    return keluaran.getvalue().splitlines()


def test_gudang_kosong(db):
    assert sapu() == []


def test_yang_baru_tidak_disentuh(tersimpan):
    sidik = taruh(LIAR)
    assert sapu("--hapus") == []
    assert ambil(sidik) == LIAR


def test_yang_liar_disebut_lalu_dihapus(tersimpan, besok, settings):
    sidik = taruh(LIAR)
    terputus = settings.FOLDER_BERKAS / "ab" / ".sakip-terputus"
    terputus.parent.mkdir(exist_ok=True)
    terputus.write_bytes(b"setengah")
    disebut = sapu()
    assert sorted(baris.split(",")[0] for baris in disebut[:2]) == sorted(
        ["tidak dikenal: ab/.sakip-terputus", f"tidak dikenal: {sidik[:2]}/{sidik[2:4]}/{sidik}"]
    )
    assert disebut[2] == "Hapus dengan: python manage.py sapu_berkas --hapus"
    assert ambil(sidik) == LIAR
    assert [baris.split(":")[0] for baris in sapu("--hapus")] == ["dihapus"] * 2
    assert (ambil(sidik), terputus.exists()) == (None, False)
    assert ambil(tersimpan.sidik) == contoh.pdf()
    assert sapu() == []


def test_salinan_di_tempat_yang_salah_liar(tersimpan, besok, settings):
    (settings.FOLDER_BERKAS / tersimpan.sidik).write_bytes(contoh.pdf())
    assert sapu("--hapus") != []
    assert ambil(tersimpan.sidik) == contoh.pdf()


def test_yang_mendapat_baris_atau_ditulis_lagi_tidak_dihapus(pemeran, besok):
    titipan = titipkan(contoh.pdf(), nama="a.pdf", unit=pemeran.unit)
    taruh(LIAR)
    temuan = berkas_liar(waktu.sekarang())
    catat_titipan(titipan, oleh=None)
    taruh(LIAR)
    assert [hapus_liar(satu) for satu in temuan] == [False, False]
    assert (ambil(sidik_isi(LIAR)), ambil(sidik_isi(contoh.pdf()))) == (LIAR, contoh.pdf())


def test_umur_menurut_pilihan(db, besok):
    taruh(LIAR)
    assert sapu("--umur", "26") == []
    assert len(sapu("--umur", "24")) == 2
    with pytest.raises(CommandError, match="--umur paling sedikit 1 jam"):
        sapu("--umur", "0")


@pytest.mark.parametrize(
    ("rusakkan", "sebab"),
    [(lambda berkas: berkas.unlink(), "hilang"), (lambda b: b.write_bytes(b"x"), "berubah")],
)
def test_baris_yang_rusak_disebut_dan_menggagalkan(rusakkan, sebab, tersimpan, pemeran, di_cakram):
    kembar = simpan_berkas(contoh.pdf(), nama="lain.pdf", unit=pemeran.unit, oleh=None)
    utuh = simpan_berkas(contoh.png(), nama="a.png", unit=pemeran.unit, oleh=None)
    rusakkan(di_cakram(tersimpan))
    keluaran = StringIO()
    with pytest.raises(CommandError, match="2 baris berkas hilang atau berubah isinya"):
        call_command("sapu_berkas", stdout=keluaran)
    assert keluaran.getvalue().splitlines() == [
        f"{sebab}: berkas {tersimpan.pk} “laporan.pdf”",
        f"{sebab}: berkas {kembar.pk} “lain.pdf”",
    ]
    assert utuh.nama not in keluaran.getvalue()
