"""Every block read back from a PDF: pages, labels, heads of tables, signatures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sakip.dokumen.blok import (
    Bagian,
    Dokumen,
    Draf,
    Gambar,
    Judul,
    KepalaNaskah,
    Kolom,
    Paragraf,
    Sampul,
    Sel,
    Senarai,
    Tabel,
    baris,
)
from sakip.dokumen.html import html_cetak
from sakip.dokumen.naskah import sidik_naskah
from sakip.dokumen.pdf import cetak_pdf
from tests.dokumen.bacaan import Bacaan, bertindih, rapatkan
from tests.dokumen.contoh import dokumen_kecil, tabel
from tests.dokumen.contoh_lengkap import (
    KALIMAT,
    dokumen_lengkap,
    identitas,
    penanda_dua,
    tabel_bulanan,
    tabel_capaian,
)

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def cetak(cetak_html) -> Callable[..., Bacaan]:
    def bacaan(*isi: Bagian, **lain) -> Bacaan:
        dokumen = Dokumen(judul="Uji", **({"sampul": None, "depan": (), "isi": isi} | lain))
        return Bacaan(cetak_html(html_cetak(dokumen)))

    return bacaan


@pytest.fixture(scope="module")
def lengkap() -> Bacaan:
    return Bacaan(cetak_pdf(html_cetak(dokumen_lengkap())))


def test_draf_bertanda_pada_setiap_halaman(lengkap, cetak_html):
    """Cover, front and pages on their side too; nothing else moves, and its contents stay the same."""
    saat = datetime(2024, 7, 10, 16, 59, tzinfo=UTC)
    draf = replace(dokumen_lengkap(), draf=Draf("Asia/Jakarta"))
    bertanda = Bacaan(cetak_html(html_cetak(draf, saat)))
    tanda = "DRAF, dicetak 10 Juli 2024 pukul 23.59 WIB"
    assert [h.teks.count(tanda) for h in bertanda.halaman] == [1] * len(lengkap.halaman)
    assert not any("DRAF" in h.teks for h in lengkap.halaman)
    tanpa = [rapatkan(h.teks.replace(tanda, "")) for h in bertanda.halaman]
    assert tanpa == [h.rapat for h in lengkap.halaman]
    assert bertanda.label == lengkap.label
    assert sidik_naskah(draf) == sidik_naskah(dokumen_lengkap())
    for halaman in bertanda.halaman:
        (draf,) = [kata for kata in halaman.kata if kata.teks == "DRAF,"]
        lain = [kata for kata in halaman.kata if kata.teks not in tanda.split()]
        assert max(kata.atas for kata in lain) < draf.bawah


def test_label_dan_nomor_tercetak_bersambung(lengkap):
    depan, isi = 4, len(lengkap.halaman) - 5
    assert lengkap.label == ["Sampul", "i", "ii", "iii", "iv", *map(str, range(1, isi + 1))]
    assert [h.nomor for h in lengkap.halaman[1:]] == lengkap.label[1:]
    assert len(lengkap.label) == 1 + depan + isi


def test_hanya_tabel_lebar_yang_rebah(lengkap):
    rebah = [letak for letak, h in enumerate(lengkap.halaman) if h.rebah]
    bulanan = lengkap.letak("% capaian kinerja tiap bulan")[-1]
    matriks = lengkap.letak("MATRIKS RENSTRA")[-1]
    assert rebah == [*range(rebah[0], bulanan + 1), matriks]
    assert len(lengkap.halaman) == matriks + 1


def test_tidak_ada_halaman_kosong(lengkap):
    assert [n for n, h in enumerate(lengkap.halaman) if len(h.kata) < 8] == []


def test_tidak_ada_teks_di_luar_tepi_dan_tidak_bertindih(lengkap):
    for letak, halaman in enumerate(lengkap.halaman):
        luar = [
            k
            for k in halaman.kata
            if k.kiri < 40
            or k.kanan > halaman.lebar - 40
            or k.bawah < 20
            or k.atas > halaman.tinggi - 50
        ]
        assert (letak, luar, bertindih(halaman.kata)) == (letak, [], [])


def test_setiap_sel_setiap_tabel_tercetak_utuh(lengkap):
    semua = "".join(h.rapat for h in lengkap.halaman)
    for satu in dokumen_lengkap().blok():
        if isinstance(satu, Tabel):
            for baris in satu.baris:
                isi = [rapatkan("".join(map(str, sel.isi))) for sel in baris.sel]
                assert [teks for teks in isi if teks not in semua] == []


def test_bilangan_tidak_pernah_terputus(lengkap):
    """As words: a figure torn over two lines of its cell would be two words."""
    bulanan = tabel_bulanan()
    tercetak = [k.teks for h in lengkap.halaman if h.rebah for k in h.kata]
    bilangan = [str(sel.isi[0]) for baris in bulanan.baris for sel in baris.sel[-27:]]
    assert len(bilangan) > 400
    assert [b for b in set(bilangan) if tercetak.count(b) < bilangan.count(b)] == []


def test_kepala_tabel_berulang_di_setiap_halaman(lengkap):
    awal = lengkap.letak("Target dan Realisasi Bulanan")[-1]
    akhir = lengkap.letak("% capaian kinerja tiap bulan")[-1]
    assert akhir > awal
    for halaman in lengkap.halaman[awal : akhir + 1]:
        for teks in ("Sasaran Strategis", "Indikator Kinerja", "Realisasi", "JML", "(31)"):
            assert teks in halaman
    anggaran = lengkap.letak("Sub kegiatan 1: penyusunan")
    assert len(anggaran) > 1
    for letak in anggaran:
        assert "Program/Kegiatan/Sub Kegiatan" in lengkap.halaman[letak]


def test_judul_dan_tanda_tangan_ikut_tabel_rebah(lengkap):
    (awal,) = lengkap.letak("PERJANJIAN KINERJA ESELON II")
    assert lengkap.halaman[awal].rebah
    for teks in ("Pangkat/Golongan", "Target dan Realisasi Bulanan", "(31)"):
        assert teks in lengkap.halaman[awal]
    akhir = lengkap.letak("% capaian kinerja tiap bulan")[-1]
    for teks in ("Pihak Kedua,", "SAIFULLAH YUSUF", "Pihak Pertama,", "NIP 196409171990031013"):
        assert teks in lengkap.halaman[akhir]


def test_nama_penanda_tangan_sejajar_dan_ada_ruang(lengkap):
    (letak, *_) = lengkap.letak("Pihak Kedua,")
    kata = {k.teks: k for k in lengkap.halaman[letak].kata}
    assert abs(kata["SAIFULLAH"].bawah - kata["HARDI"].bawah) < 1
    ruang = kata["Kedua,"].bawah - kata["SAIFULLAH"].atas
    assert ruang > 55
    assert kata["HARDI"].kiri > kata["YUSUF"].kanan


@pytest.mark.parametrize("daftar", ["DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR"])
def test_angka_daftar_rata_kanan_dan_titiknya_rata(lengkap, daftar):
    halaman = next(h for h in lengkap.halaman[2:5] if h.teks.startswith(daftar))
    titik = [k for k in halaman.kata if k.teks.endswith("....")]
    assert len(titik) >= 2
    assert max(k.kanan for k in titik) - min(k.kanan for k in titik) < 6
    bernomor = [
        max((b for b in halaman.kata if abs(b.bawah - t.bawah) < 4), key=lambda b: b.kanan)
        for t in titik
    ]
    assert {k.teks.strip("ivx").strip("0123456789") for k in bernomor} == {""}
    assert max(k.kanan for k in bernomor) - min(k.kanan for k in bernomor) < 2


def test_setiap_butir_daftar_menunjuk_halamannya(lengkap):
    dokumen = dokumen_lengkap()
    tujuan = [*dokumen.tabel(), *dokumen.gambar(), *dokumen.judul_isi()]
    daftar = "\n".join(h.teks for h in lengkap.halaman[2:5])
    baris = {
        rapatkan(b.partition("...")[0]).lower(): b.split()[-1]
        for b in daftar.splitlines()
        if "..." in b
    }
    for satu in tujuan:
        teks = satu.teks if isinstance(satu, Judul) else satu.judul
        nomor = f"Tabel {satu.nomor}" if isinstance(satu, Tabel) else satu.nomor
        tercatat = [n for b, n in baris.items() if rapatkan(nomor + teks).lower().endswith(b)]
        nyata = [
            lengkap.label[n]
            for n, h in enumerate(lengkap.halaman[5:], start=5)
            if rapatkan(nomor + teks).lower() in h.rapat.lower()
        ]
        assert tercatat, teks
        assert set(tercatat) <= set(nyata), teks


ISI = Bagian("isi", (Judul(1, "", "Isi", "judul-isi"), Paragraf((KALIMAT,))))
LEBAR = Bagian("lebar", (Judul(1, "", "Lebar", "judul-lebar"), tabel_capaian(mendatar=True)))
SAMPUL = Sampul(("Uji",), ("Unit",), "2023", "Kota")
KATA = Bagian("kata", (Judul(1, "", "Kata", "judul-kata"), Paragraf((KALIMAT,))))


@pytest.mark.parametrize(
    ("lain", "label"),
    [
        ({"isi": (ISI, LEBAR, ISI)}, ["1", "2", "3"]),
        ({"isi": (LEBAR, ISI, LEBAR)}, ["1", "2", "3"]),
        ({"isi": (LEBAR, ISI), "sampul": SAMPUL}, ["Sampul", "1", "2"]),
        ({"isi": (ISI,), "depan": (KATA,)}, ["i", "1"]),
        ({"isi": (LEBAR, ISI), "depan": (LEBAR, KATA), "sampul": SAMPUL}, ["Sampul", "i", "ii", "1", "2"]),
        ({"depan": (KATA,), "sampul": SAMPUL, "isi": ()}, ["Sampul", "i"]),
        ({"isi": (Bagian("rebah", ISI.blok, mendatar=True),)}, ["1"]),
    ],
)  # fmt: skip
def test_label_dokumen_pendek(lain, label, cetak):
    hasil = cetak(**lain)
    assert hasil.label == label
    assert hasil.awal_label == sorted({0, *hasil.awal_label})
    bernomor = hasil.halaman[1:] if label[0] == "Sampul" else hasil.halaman
    assert [h.nomor for h in bernomor] == [satu for satu in label if satu != "Sampul"]


@pytest.mark.parametrize(("banyak", "arah"), [(1, [True, True]), (16, [True, False, True])])
def test_teks_panjang_di_antara_tabel_lebar_kembali_tegak(banyak, arah, cetak):
    """A few words there would leave a page of their own nearly empty."""
    campur = (
        *ISI.blok,
        tabel_capaian(mendatar=True),
        *[Paragraf(("Sesudahnya." * 10,))] * banyak,
        tabel_capaian("dua", mendatar=True),
    )
    hasil = cetak(Bagian("campur", campur))
    assert [h.rebah for h in hasil.halaman] == arah
    assert hasil.label == [str(n) for n in range(1, len(arah) + 1)]


BARIS_SEHALAMAN = range(19, 31)


@pytest.fixture(scope="module")
def ujung_halaman(cetak) -> Bacaan:
    """Headings, tables, lists and signatures at every height near the foot of a page."""

    def bagian(banyak: int) -> Bagian:
        baris = [Paragraf((f"Baris {n}.",)) for n in range(banyak)]
        return Bagian(
            f"bagian-{banyak}",
            (
                *baris,
                Judul(2, "1.1", f"Judul {banyak} sebelum tabel", f"judul-{banyak}"),
                Paragraf((f"Pengantar {banyak}.",)),
                tabel(kunci=f"tabel-{banyak}", judul=f"Keterangan {banyak}", baris=tabel().baris * 4, sumber=(f"sumber {banyak}",)),
                *baris[: 26 - banyak % 8],
                Judul(2, "1.2", f"Judul {banyak} sebelum senarai", f"judul-s-{banyak}"),
                Judul(3, "1.2.1", f"Anak judul {banyak}", f"judul-a-{banyak}"),
                Senarai(((f"Butir pertama {banyak}.",), ("Butir kedua.",), ("Butir ketiga.",))),
                Paragraf((f"Penutup {banyak}.",)),
                penanda_dua(),
            ),
        )  # fmt: skip

    return cetak(*map(bagian, BARIS_SEHALAMAN))


@pytest.mark.parametrize("banyak", BARIS_SEHALAMAN)
def test_tidak_ada_judul_sendirian_di_kaki_halaman(ujung_halaman, banyak):
    (judul,) = ujung_halaman.letak(f"Judul {banyak} sebelum tabel")
    halaman = ujung_halaman.halaman[judul]
    assert f"Pengantar {banyak}." in halaman
    assert f"Keterangan {banyak}" in halaman
    assert halaman.rapat.partition(f"Keterangan{banyak}")[2].count("satu97,20") >= 2
    (sumber,) = ujung_halaman.letak(f"Sumber: sumber {banyak}")
    akhir = ujung_halaman.halaman[sumber].rapat.partition(f"Sumber:sumber{banyak}")[0]
    assert akhir.count("satu97,20") >= 2
    (anak,) = ujung_halaman.letak(f"Anak judul {banyak}")
    assert f"Judul {banyak} sebelum senarai" in ujung_halaman.halaman[anak]
    assert f"Butir pertama {banyak}" in ujung_halaman.halaman[anak]


@pytest.mark.parametrize("banyak", BARIS_SEHALAMAN)
def test_tanda_tangan_tidak_terpisah(ujung_halaman, banyak):
    (penutup,) = ujung_halaman.letak(f"Penutup {banyak}.")
    for teks in ("Pihak Kedua,", "Pihak Pertama,", "SAIFULLAH YUSUF", "NIP 196409171990031013"):
        assert teks in ujung_halaman.halaman[penutup]


def test_paragraf_tidak_menyisakan_satu_baris(cetak):
    """Three lines each, over some pages: a page never begins or ends with one of them alone."""
    panjang = Paragraf((KALIMAT,))
    geser = [Paragraf(("Geser.",)) for _ in range(2)]
    hasil = cetak(Bagian("satu", (panjang,) * 40), Bagian("dua", (*geser, *(panjang,) * 25)))
    awal = rapatkan("Laporan kinerja ini menyajikan")
    for halaman in hasil.halaman[1:]:
        isi = halaman.rapat
        if not isi.startswith((awal, "Geser")):
            baris = halaman.teks.splitlines()
            assert rapatkan(baris[2]).startswith(awal) or rapatkan(baris[1]).endswith(
                "sumbernya."
            ), baris[:3]
            assert not rapatkan(baris[1]).startswith(awal)


def test_gambar_kosong_dan_rusak_bertanda(cetak):
    hasil = cetak(
        Bagian("g", (
            Gambar("a", "Gambar 1", "Peta"),
            Gambar("b", "Gambar 2", "Foto", "data:image/png;base64,iVBORw0KGgo="),
            KepalaNaskah(("Naskah",), "data:image/png;base64,@@@"),
            identitas(),
        )),
    )  # fmt: skip
    teks = hasil.halaman[0]
    for dicari in ("Gambar belum ada Peta", "Gambar tidak dapat ditampilkan Foto", "NASKAH"):
        assert dicari in teks


def test_dokumen_kecil_tetap_tiga_halaman(cetak_html):
    assert Bacaan(cetak_html(html_cetak(dokumen_kecil()))).label == ["Sampul", "i", "1"]


def test_pecahan_bersusun_di_kertas(cetak):
    """The part above its line, the part below it, what multiplies beside; still read as a line."""
    rumus = "(Σ atas satu − Σ atas dua) / Σ bawah tiga × 100"
    kolom = (Kolom("Nama", 40), Kolom("Rumus", 60))
    hasil = cetak(
        Bagian("r", (tabel(kolom=kolom, baris=(baris("a", Sel((rumus,), rumus=True)),)),))
    )
    kata = {rapatkan(k.teks.strip("()")): k for k in hasil.halaman[0].kata}
    atas, kali, bawah = kata["satu"], kata["×"], kata["tiga"]
    assert atas.bawah > kali.bawah > bawah.bawah
    assert kali.kiri > max(kata["dua"].kanan, bawah.kanan)
    assert rapatkan(rumus) in hasil.halaman[0].rapat


def test_tabel_utuh_pindah_seluruhnya(cetak):
    geser = [Paragraf((f"Baris {n}.",)) for n in range(24)]
    for utuh in (True, False):
        milik = tabel(baris=tabel().baris * 8, utuh=utuh)
        hasil = cetak(Bagian("u", (*geser, milik)))
        banyak = [h.rapat.count("satu97,20") for h in hasil.halaman]
        assert banyak[0] == 0 if utuh else 0 < banyak[0] < 8
        assert sum(banyak) == 8


def test_naskah_sesudah_tanda_tangan_di_halaman_baru(cetak):
    isi = (Paragraf(("Satu.",)), penanda_dua(), KepalaNaskah(("Lampiran",)), Paragraf(("Dua.",)))
    assert cetak(Bagian("n", isi)).letak("LAMPIRAN") == [1]
