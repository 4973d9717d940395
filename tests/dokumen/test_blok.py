import re
from dataclasses import replace
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from sakip.dokumen.blok import (
    Kolom,
    Rata,
    Sel,
    baris,
    kalimat,
    kecil_awal,
    menurut_sebab,
    sebab,
)
from sakip.dokumen.blok.grafik import (
    LEBAR,
    LEBAR_LABEL,
    TINGGI_BATANG,
    BatangGrafik,
    GrafikBatang,
)
from tests.dokumen.contoh import angka, dokumen_kecil, tabel


def test_kalimat_menyimpan_angka_di_tempatnya():
    satu = angka()
    assert kalimat("Capaian {nilai} pada {tahun}.", nilai=satu, tahun="2023") == (
        "Capaian ", satu, " pada ", "2023", ".",
    )  # fmt: skip


def test_kalimat_menolak_isian_yang_kurang():
    with pytest.raises(KeyError, match="nilai"):
        kalimat("Capaian {nilai}")


def test_kalimat_menyisipkan_isi_majemuk():
    assert kalimat("a {b} c", b=("x", "y")) == ("a ", "x", "y", " c")


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Tidak ada pemilu.", "tidak ada pemilu"),
        ("SKPD belum melapor.", "SKPD belum melapor"),
        ("TW II belum diisi.", "TW II belum diisi"),
        ("B3 belum diukur", "B3 belum diukur"),
        ("", ""),
    ],
)
def test_kecil_awal_tanpa_merusak_singkatan(teks, hasil):
    assert kecil_awal(teks) == hasil


@pytest.mark.parametrize(
    ("alasan", "hasil"),
    [
        (("Belum diisi.",), " karena belum diisi"),
        (("Belum diisi.", "Belum diisi."), " karena belum diisi"),
        (("Tidak ada target.", "", "KPU belum melapor."), " karena tidak ada target dan KPU belum melapor"),
        (("",), ""),
        ((), ""),
    ],
)  # fmt: skip
def test_sebab_menyambung_kalimat(alasan, hasil):
    assert sebab(*alasan) == hasil


def test_yang_sama_dikatakan_sekali_untuk_semua_namanya():
    isi = (
        ("Satu", "belum diisi"),
        ("Dua", "tidak ada"),
        ("Tiga", "belum diisi"),
        ("Satu", "belum diisi"),
    )
    assert menurut_sebab(isi) == [("Satu; Tiga", "belum diisi"), ("Dua", "tidak ada")]


def test_tabel_menolak_baris_yang_tidak_selebar_kolom():
    with pytest.raises(ValueError, match="row 1 spans 1 of 2 columns"):
        tabel(baris=(baris("satu"),))


def test_tabel_menghitung_bentang():
    bentang = tabel(baris=(baris(Sel(("Jumlah",), bentang=2)),))
    assert len(bentang.baris[0].sel) == 1


def test_kepala_grup_menyatukan_tetangga():
    kolom = (
        Kolom("No", 10),
        Kolom("a", 30, grup="2022"),
        Kolom("b", 30, grup="2022"),
        Kolom("c", 30, grup="2023"),
    )
    dua = tabel(kolom=kolom, baris=())
    assert dua.kepala_grup() == [("No", 0), ("2022", 2), ("2023", 1)]
    assert tabel().kepala_grup() == []


def test_sel_mengikuti_rata_kolom_setelah_bentang():
    kolom = (Kolom("a", 30), Kolom("b", 30), Kolom("c", 40, Rata.KANAN))
    milik = tabel(kolom=kolom, baris=(baris(Sel(("x",), bentang=2), "y"),))
    ((_, pasangan),) = milik.baris_bersel()
    assert [rata for _, rata in pasangan] == [Rata.KIRI, Rata.KANAN]


def test_dokumen_mendaftar_angka_tabel_dan_judul():
    dokumen = dokumen_kecil()
    assert [a.tampil for a in dokumen.angka()] == ["97,20"]
    assert [t.nomor for t in dokumen.tabel()] == ["1.1"]
    assert [j.teks for j in (*dokumen.judul_depan(), *dokumen.judul_isi())] == ["Kata", "Awal"]


def test_angka_diapit_tetap_angka_yang_sama():
    persen = angka().diapit(akhir="%")
    assert (str(persen), persen.kunci, persen.nilai) == ("97,20%", angka().kunci, angka().nilai)


def test_batang_sebanding_dengan_nilai():
    batang = tuple(BatangGrafik(n, angka(n), "netral") for n in ("50,00", "100,00", "200,00"))
    lukisan = GrafikBatang("g", "", "Uji", batang).lukisan()
    kecil, sedang, besar = (b.lebar for b in lukisan.batang)
    assert (sedang, besar) == (2 * kecil, 4 * kecil)
    assert lukisan.x_batang + besar <= LEBAR
    assert lukisan.x_seratus == lukisan.x_batang + sedang


def grafik_bertanda() -> GrafikBatang:
    batang = (
        BatangGrafik("Satu", angka("117,92", "a"), "netral"),
        BatangGrafik("Dua", angka("97,20", "b"), "kurang", "belum mencapai target"),
        BatangGrafik("Tiga", replace(angka("0,00", "c"), nilai=None, tampil="-"), "netral"),
    )
    return GrafikBatang("g", "", "Uji", batang, polos="mencapai target")


def test_batang_bertanda_dikenali_tanpa_warna():
    """By its hatching, by the word in its label, and by the legend."""
    lukisan = grafik_bertanda().lukisan()
    biasa, bertanda, kosong = lukisan.batang
    assert (biasa.arsir, kosong.arsir) == ("", "")
    assert " ".join(teks for _, teks in bertanda.baris_label) == "Dua (belum mencapai target)"
    assert [(c.teks, bool(c.arsir)) for c in lukisan.legenda] == [
        ("mencapai target", False), ("belum mencapai target", True),
    ]  # fmt: skip
    assert [c.y for c in lukisan.legenda] == sorted(c.y for c in lukisan.legenda)
    assert lukisan.legenda[0].y > lukisan.y_sumbu
    assert max(c.y_teks for c in lukisan.legenda) < lukisan.tinggi
    svg = render_to_string("dokumen/gambar.html", {"blok": grafik_bertanda(), "cetak": True})
    assert len(re.findall(r'<path d="M\d', svg)) == 2
    assert svg.count("Dua (belum mencapai target) 97,20") == 2  # aria-label and title


def test_arsir_tidak_keluar_dari_batangnya():
    bertanda = grafik_bertanda().lukisan().batang[1]
    titik = re.findall(r"[ML]([\d.]+) ([\d.]+)", bertanda.arsir)
    assert len(titik) > 40
    for x, y in titik:
        assert LEBAR_LABEL <= Decimal(x) <= LEBAR_LABEL + bertanda.lebar + Decimal("0.01")
        assert bertanda.y <= Decimal(y) <= bertanda.y + TINGGI_BATANG


def test_grafik_tanpa_tanda_tanpa_legenda():
    batang = (BatangGrafik("Satu", angka(), "netral"),)
    assert GrafikBatang("g", "", "Uji", batang).lukisan().legenda == ()


def test_grafik_panjang_ditulis_tanpa_pemisah_ribuan():
    """A coordinate of 1.243 would be one and a quarter."""
    batang = tuple(BatangGrafik(f"indikator {n}", angka("50,00"), "netral") for n in range(60))
    svg = render_to_string("dokumen/gambar.html", {"blok": GrafikBatang("g", "", "Uji", batang)})
    tinggi = GrafikBatang("g", "", "Uji", batang).lukisan().tinggi
    assert tinggi > 1000
    assert f'viewBox="0 0 640 {tinggi}"' in svg
    letak = [int(y) for y in re.findall(r'<rect x="264" y="(\d+)"', svg)]
    assert letak == sorted(letak)
    assert len(letak) == 60


def test_label_panjang_dipotong_per_baris_tanpa_hilang():
    nama = "Program Peningkatan Peran Partai Politik dan Lembaga Pendidikan " * 3
    lukisan = GrafikBatang("g", "", "Uji", (BatangGrafik(nama, angka(), "netral"),)).lukisan()
    assert " ".join(teks for _, teks in lukisan.batang[0].baris_label) == nama.strip()
