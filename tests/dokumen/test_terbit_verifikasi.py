"""Whatever was altered, taken away or slipped in is named, and the command fails."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from sakip.berkas.gudang import letak, sidik_isi, taruh
from sakip.berkas.models import Berkas
from sakip.dokumen.models import DokumenBerkas, DokumenTerbit
from sakip.dokumen.queries import berkas_terbit
from sakip.dokumen.sidik import sidik_terbit
from sakip.dokumen.verifikasi import periksa_semua
from sakip.jejak import pemicu
from tests.berkas import contoh
from tests.dokumen.terbitan import JENIS, terbit
from tests.lib.kendala import salin

BERUBAH = "isi yang tercatat berubah sejak diterbitkan"


@pytest.fixture
def dua(pemeran) -> list[DokumenTerbit]:
    """A document and the version that corrects it."""
    oleh = pemeran["perencana"]
    satu = terbit(pemeran.unit, oleh, nomor="065/1")
    pdf = contoh.pdf(halaman=2)
    return [satu, terbit(pemeran.unit, oleh, alasan="salah pagu", berkas={"pdf": pdf})]


def tanpa_pemicu(sql: str, *nilai: object) -> None:
    """What somebody who owns the database could do."""
    pemicu.lepas(connection)
    connection.cursor().execute(sql, nilai)
    pemicu.pasang(connection)


def ubah(model, baris, isi: str, *nilai: object) -> None:
    tanpa_pemicu(f"UPDATE {model._meta.db_table} SET {isi} WHERE id = {baris.pk}", *nilai)


def temuan() -> list[tuple[str, str]]:
    return [(satu.dokumen.split(",")[0], satu.sebab) for satu in periksa_semua()]


def jalankan(*pilihan: str) -> str:
    keluaran = StringIO()
    call_command("verifikasi_dokumen", *pilihan, stdout=keluaran)
    return keluaran.getvalue()


def di_cakram(settings, milik: DokumenBerkas) -> Path:
    return Path(settings.FOLDER_BERKAS) / letak(milik.berkas.sidik)


def test_semua_utuh(dua):
    assert jalankan() == f"Dokumen terbit utuh: {DokumenTerbit.objects.count()} diperiksa.\n"


@pytest.mark.parametrize(
    "isi",
    [
        "jenis = 'lhe'",
        "tahun = 2024",
        "nomor = '065/2'",
        """konteks = '{"tahun": 2023}'""",
        """konteks = '{"nilai": 1.5}'""",
        "skema = 2",
        "alasan = 'lain'",
        "waktu = '2024-01-01 00:00:00+00'",
        "diterbitkan_oleh_id = (SELECT min(id) FROM organisasi_pengguna)",
        "unit_id = (SELECT min(id) FROM organisasi_unit WHERE id <> unit_id)",
    ],
)
def test_setiap_kolom_terjaga(dua, isi):
    ubah(DokumenTerbit, dua[0], isi)
    assert BERUBAH in [sebab for _, sebab in temuan()]


def test_baris_yang_ditulis_ulang_bersama_sidiknya_ditemukan(dua):
    """It agrees with itself; the next version and the trail do not agree with it."""
    dua[1].nomor = "palsu"
    palsu = sidik_terbit(dua[1], {"pdf": sidik_isi(contoh.pdf(halaman=2))})
    ubah(DokumenTerbit, dua[1], "nomor = 'palsu', sidik = %s", palsu)
    sebab = "sidiknya berbeda dari yang tercatat dalam jejak"
    assert temuan() == [(f"{JENIS} 2023 versi 2", sebab)]


def test_versi_lama_yang_ditulis_ulang_terbaca_dari_versi_baru(dua):
    ubah(DokumenTerbit, dua[0], "sidik = %s", "0" * 64)
    assert (f"{JENIS} 2023 versi 2", BERUBAH) in temuan()


def test_baris_yang_dihapus_ditemukan(dua):
    for tabel in ("dokumenberkas", "angkaterbit"):
        tanpa_pemicu(f"DELETE FROM dokumen_{tabel} WHERE dokumen_id = {dua[1].pk}")
    tanpa_pemicu(f"DELETE FROM dokumen_dokumenterbit WHERE id = {dua[1].pk}")
    sebab = "tidak ada lagi, padahal menurut jejak pernah terbit"
    assert temuan() == [(f"{JENIS} 2023 versi 2", sebab)]


def test_baris_yang_diselundupkan_ditemukan(dua):
    salin(dua[0], tahun=2024)
    assert temuan() == [
        (f"{JENIS} 2024 versi 1", BERUBAH),
        (f"{JENIS} 2024 versi 1", "penerbitannya tidak tercatat dalam jejak"),
    ]


def test_versi_yang_menyambung_ke_dokumen_lain_ditemukan(dua, pemeran):
    lain = terbit(pemeran.unit_lain, pemeran["perencana"])
    ubah(DokumenTerbit, dua[1], f"menggantikan_id = {lain.pk}")
    assert (f"{JENIS} 2023 versi 2", "tidak menyambung ke versi sebelumnya") in temuan()


def test_berkas_di_cakram_yang_dirusak_disebut_satu_per_satu(dua, settings):
    di_cakram(settings, berkas_terbit(dua[0], "pdf")).write_bytes(contoh.pdf(halaman=9))
    di_cakram(settings, berkas_terbit(dua[1], "pdf")).unlink()
    assert temuan() == [
        (f"{JENIS} 2023 versi 1", "berkas PDF berubah"),
        (f"{JENIS} 2023 versi 2", "berkas PDF hilang"),
    ]


@pytest.mark.parametrize("cara", ["sidik", "lepas", "tambah"])
def test_berkas_yang_ditukar_di_basis_data_ditemukan(dua, cara):
    """Bytes and the row of the file agree; the document was issued with others."""
    milik = berkas_terbit(dua[1], "pdf")
    palsu = taruh(contoh.pdf(halaman=9))
    if cara == "sidik":
        connection.cursor().execute(
            f"UPDATE berkas_berkas SET sidik = '{palsu}' WHERE id = {milik.berkas_id}"
        )
    elif cara == "lepas":
        tanpa_pemicu(f"DELETE FROM dokumen_dokumenberkas WHERE id = {milik.pk}")
    else:
        DokumenBerkas.objects.create(dokumen=dua[1], bentuk="docx", berkas=Berkas.objects.first())
    assert temuan() == [(f"{JENIS} 2023 versi 2", BERUBAH)]


def test_perintah_menyebut_setiap_temuan_lalu_gagal(dua, settings):
    di_cakram(settings, berkas_terbit(dua[1], "pdf")).unlink()
    ubah(DokumenTerbit, dua[0], "nomor = 'palsu'")
    keluaran = StringIO()
    with pytest.raises(CommandError, match="2 hal pada dokumen terbit tidak lagi seperti semula"):
        call_command("verifikasi_dokumen", stdout=keluaran)
    nama = dua[0].unit.nama
    assert keluaran.getvalue().splitlines() == [
        f"{JENIS} 2023 versi 1, {nama}: {BERUBAH}",
        f"{JENIS} 2023 versi 2, {nama}: berkas PDF hilang",
    ]


def test_berkas_dikenali_byte_demi_byte(dua, tmp_path):
    berkas = tmp_path / "dari luar.pdf"
    berkas.write_bytes(contoh.pdf())
    assert jalankan("--berkas", str(berkas)) == (
        f"{JENIS} 2023 versi 1, {dua[0].unit.nama} (PDF), nomor 065/1, "
        f"terbit {dua[0].waktu:%Y-%m-%d %H:%M} UTC, sidik {dua[0].sidik}; "
        "sudah digantikan versi 2\n"
    )
    berkas.write_bytes(contoh.pdf(halaman=2))
    assert jalankan("--berkas", str(berkas)).endswith(f"sidik {dua[1].sidik}\n")


def test_berkas_asing_ditolak(dua, tmp_path):
    berkas = tmp_path / "palsu.pdf"
    berkas.write_bytes(contoh.pdf() + b"\n")
    with pytest.raises(CommandError, match=r"palsu\.pdf bukan berkas yang pernah diterbitkan"):
        jalankan("--berkas", str(berkas))
    with pytest.raises(CommandError, match="tidak dapat dibaca: No such file"):
        jalankan("--berkas", str(tmp_path / "tidak-ada.pdf"))


def test_berkas_dari_dokumen_yang_diubah_tidak_dibenarkan(dua, tmp_path):
    """Somebody put the hash of a forged file into the row of a true one."""
    berkas = tmp_path / "palsu.pdf"
    berkas.write_bytes(contoh.pdf(halaman=9))
    milik = berkas_terbit(dua[1], "pdf").berkas
    sidik = taruh(berkas.read_bytes())
    connection.cursor().execute(f"UPDATE berkas_berkas SET sidik = '{sidik}' WHERE id = {milik.pk}")
    with pytest.raises(CommandError, match="1 hal pada dokumen terbit"):
        jalankan("--berkas", str(berkas))
