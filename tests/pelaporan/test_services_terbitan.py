"""What an issued LKjIP is: frozen with its files, its figures and its trail, until the next version."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from pelaporan.dokumen.lkjip import susun_lkjip
from sakip.dokumen.models import AngkaTerbit, DokumenTerbit
from sakip.dokumen.naskah import angka_naskah
from sakip.dokumen.queries import isi_terbit
from sakip.dokumen.verifikasi import periksa_semua, terbitan_berkas
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain
from sakip.organisasi.models import Penempatan
from tests.berkas import contoh
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import (
    ALASAN,
    TAHUN,
    TANGGAL,
    akun,
    keputusan,
    laporan,
    terbitkan,
)


def test_terbit_beku_bertanggal_dan_bertanda_tangan(terbit, pasuruan):
    dokumen = terbit
    assert (dokumen.jenis, dokumen.tahun, dokumen.ke) == ("lkjip", 2023, 1)
    assert (dokumen.nomor, dokumen.diterbitkan_oleh) == ("065/7", akun("pimpinan"))
    isi = dokumen.konteks
    assert (isi["tanggal"], isi["unit"], isi["tempat"]) == (
        "2024-02-20", pasuruan.nama, "Pasuruan",
    )  # fmt: skip
    pemimpin = Penempatan.objects.pemimpin(pasuruan, TANGGAL)
    assert isi["penanda"] == {
        "nama": pemimpin.pejabat.nama,
        "nip": pemimpin.pejabat.nip,
        "jabatan": pemimpin.jabatan_tercetak(),
    }
    assert "3.1.2 Target dan Realisasi Tahun 2023" in isi["bagian"]
    (milik,) = laporan(pasuruan)
    assert (milik.dokumen, milik.tanggal) == (dokumen, TANGGAL)


def test_berkasnya_pdf_dan_naskah_yang_dicetak(terbit):
    assert isi_terbit(terbit, "pdf") == contoh.pdf()
    html = isi_terbit(terbit, "html").decode()
    assert "20 Februari 2024" in html
    assert "Capaian Kinerja Tahun 2023" in html
    assert periksa_semua() == []
    (milik,) = terbitan_berkas(contoh.pdf())
    assert milik.dokumen == terbit


def test_setiap_angka_yang_tercetak_tahu_di_mana(terbit, pasuruan):
    tersimpan = {
        satu.kunci: {"tertulis": satu.tertulis, "nilai": satu.nilai}
        for satu in AngkaTerbit.objects.filter(dokumen=terbit)
    }
    assert tersimpan == terbit.konteks["angka"] == angka_naskah(susun_lkjip(pasuruan, TAHUN))
    realisasi = {k: v["tertulis"] for k, v in tersimpan.items() if k.startswith("realisasi/")}
    assert "4,28%" in realisasi.values()
    assert len([k for k in realisasi if k.endswith("/2023")]) >= 7


def test_jejaknya(terbit, pasuruan):
    (milik,) = laporan(pasuruan)
    catatan = CatatanJejak.objects.get(aksi=Aksi.LAPORAN_DITERBITKAN)
    assert (catatan.objek_id, catatan.unit_id) == (str(milik.pk), pasuruan.pk)
    assert catatan.sesudah["tanggal"] == "2024-02-20"
    assert CatatanJejak.objects.filter(aksi=Aksi.DOKUMEN_TERBIT, pengguna=akun("pimpinan")).exists()


def test_yang_terbit_tidak_ikut_berubah(terbit, pasuruan):
    dulu = isi_terbit(terbit, "html")
    koreksi_ormas(pasuruan)
    assert isi_terbit(terbit, "html") == dulu
    assert AngkaTerbit.objects.filter(dokumen=terbit, tertulis="4,28%").exists()
    assert periksa_semua() == []


def test_perbaikan_menjadi_versi_berikutnya(terbit, pasuruan):
    koreksi_ormas(pasuruan)
    baru = terbitkan(pasuruan, tanggal=date(2024, 4, 5))
    assert (baru.ke, baru.menggantikan, baru.alasan) == (2, terbit, ALASAN)
    assert [(satu.ke, satu.dokumen, satu.tanggal) for satu in laporan(pasuruan)] == [
        (1, terbit, TANGGAL), (2, baru, date(2024, 4, 5)),
    ]  # fmt: skip
    ormas = AngkaTerbit.objects.filter(tertulis__in=["4,28%", "5,28%"], kunci__endswith="/2023")
    assert [(satu.dokumen_id, satu.tertulis) for satu in ormas.order_by("pk")] == [
        (terbit.pk, "4,28%"), (baru.pk, "5,28%"),
    ]  # fmt: skip
    assert periksa_semua() == []


def test_perbaikan_tidak_mendahului_yang_digantikannya(terbit, pasuruan):
    with pytest.raises(ValidationError, match="sebelum tanggal LKjIP yang digantikannya"):
        terbitkan(pasuruan, tanggal=TANGGAL - timedelta(days=1))
    assert len(laporan(pasuruan)) == 1


def test_dua_kali_ditekan_satu_kali_terbit(terbit, pasuruan):
    lagi = keputusan(pasuruan, ke=1, sidik=terbit.konteks["dibaca"], alasan=ALASAN)
    with pytest.raises(DidahuluiOrangLain, match="baru saja diterbitkan"):
        terbitkan(pasuruan, lagi)
    assert DokumenTerbit.objects.filter(jenis="lkjip").count() == 1


def test_perbaikan_tanpa_alasan(terbit, pasuruan):
    putusan = keputusan(pasuruan)
    for alasan in ("", "   "):
        with pytest.raises(CatatanKurang, match="alasan menerbitkan perbaikan"):
            terbitkan(pasuruan, replace(putusan, alasan=alasan))
        assert len(laporan(pasuruan)) == 1
