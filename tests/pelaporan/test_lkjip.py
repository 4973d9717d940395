"""The LKjIP as blocks, before any rendering."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.models import Analisis
from pengukuran.models import Realisasi
from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import Dokumen, Senarai, Tabel
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pemda, Pengguna, Unit
from tests.perencanaan.pabrik_rencana import sisakan_indikator


@pytest.fixture
def dokumen(pasuruan) -> Dokumen:
    return susun_lkjip(pasuruan, 2023)


def kolom(dokumen: Dokumen, kunci: str, letak: int) -> list[str]:
    tabel = next(b for b in dokumen.blok() if isinstance(b, Tabel) and b.kunci == kunci)
    return ["".join(map(str, baris.sel[letak].isi)) for baris in tabel.baris]


def test_satu_angka_satu_nilai_di_mana_pun(dokumen):
    tampil = defaultdict(set)
    for angka in dokumen.angka():
        tampil[angka.kunci].add(angka.tampil.removesuffix("%").removeprefix("Rp\N{NO-BREAK SPACE}"))
    assert len(tampil) > 100
    assert {kunci: isi for kunci, isi in tampil.items() if len(isi) > 1} == {}


def test_setiap_angka_punya_asal(dokumen):
    assert [angka.kunci for angka in dokumen.angka() if not angka.asal.uraian] == []


def test_capaian_berasal_dari_target_dan_realisasi(dokumen):
    capaian = next(a for a in dokumen.angka() if a.tampil == "117,92")
    assert [a.tampil for a in capaian.asal.dari] == ["76,05", "89,68"]
    assert capaian.asal.uraian == "realisasi / target × 100"


@pytest.mark.parametrize(
    ("tabel", "letak", "isi"),
    [
        ("tabel-capaian", 5, ["117,92", "103,24", "100,00", "107,09", "142,67", "97,20", "-"]),
        ("tabel-capaian", 6, ["Sangat Tinggi"] * 6 + ["-"]),
        ("tabel-perbandingan", 5, ["115,65", "89,57", "100,00", "105,44", "291,67", "363,60", "-"]),
        ("tabel-perbandingan", 9, ["+2,27", "+13,67", "0,00", "+1,64", "-149,00", "-266,40", "-"]),
        ("tabel-kemajuan", 5, ["111,75", "103,24", "100,00", "107,09", "142,67", "97,20", "-"]),
        ("tabel-efisiensi", 9, ["44,91", "9,44", "16,53", "50,59", "13,52", "-"]),
        ("tabel-renstra", 0, ["1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]),
        ("tabel-renstra", 6, ["77,75", "73,14", "100%", "90%", "3%", "20%", "85%"]),
    ],
)
def test_kolom_tabel(dokumen, tabel, letak, isi):
    assert kolom(dokumen, tabel, letak) == isi


def test_anggaran_program_murni_lalu_sebelum_dan_sesudah_perubahan(dokumen):
    jumlah = [kolom(dokumen, "tabel-program", 1)[-1]]
    jumlah += [kolom(dokumen, "tabel-program-2", letak)[-1] for letak in (1, 2)]
    assert jumlah == ["10.467.423.824", "10.467.423.824", "11.443.226.942"]
    assert kolom(dokumen, "tabel-program", 2)[0] == "537.138.900"
    assert kolom(dokumen, "tabel-program-2", 2)[0] == "508.791.760"


def test_tabel_anggaran_berjumlah(dokumen):
    assert len(kolom(dokumen, "tabel-anggaran", 0)) == 6 + 13 + 1
    tabel = next(b for b in dokumen.blok() if isinstance(b, Tabel) and b.kunci == "tabel-anggaran")
    assert [str(sel.isi[0]) for sel in tabel.baris[-1].sel] == [
        "Jumlah", "11.443.226.942", "10.228.732.983", "89,39",
    ]  # fmt: skip


def semua_kalimat(dokumen: Dokumen) -> list[str]:
    isi = []
    for blok in dokumen.blok():
        isi += [blok.isi] if hasattr(blok, "isi") else list(getattr(blok, "butir", ()))
        isi += list(getattr(blok, "catatan", ()))
    return ["".join(map(str, satu)) for satu in isi]


BELUM = "; target itu belum tercapai, dan penyebabnya "


def kalimat_kemajuan(unit: Unit, nama: str) -> str:
    kalimat = semua_kalimat(susun_lkjip(unit, 2023))
    return next(k for k in kalimat if k.startswith(f"{nama} menunjukkan tingkat kemajuan"))


def test_sebab_tujuan_yang_belum_tercapai_seperti_sasaran(pasuruan):
    """Indeks Stabilitas is the measure of a tujuan, konflik that of a sasaran."""
    tujuan, sasaran = "Indeks Stabilitas", "Persentase penurunan konflik di Kota Pasuruan"
    assert BELUM not in kalimat_kemajuan(pasuruan, tujuan)
    Realisasi.objects.filter(
        indikator__rumusan__nama=tujuan, indikator__rumusan__renstra_versi__ke=2, tahun=2023
    ).update(nilai=70)
    for nama in (tujuan, sasaran):
        assert kalimat_kemajuan(pasuruan, nama).endswith(f"{BELUM}diuraikan dalam Tabel 3.6.")
    Analisis.objects.update(penyebab="")
    assert kalimat_kemajuan(pasuruan, tujuan).endswith(f"{BELUM}belum ditulis.")


def test_kalimat_mengatakan_yang_dihitung(dokumen):
    kalimat = semua_kalimat(dokumen)
    ringkasan = next(k for k in kalimat if k.startswith("Dari 7 indikator"))
    assert ringkasan == (
        "Dari 7 indikator, 5 mencapai target, yaitu capaiannya sekurang-kurangnya 100% sebelum "
        "dibulatkan; 1 belum mencapai target: Persentase penurunan konflik di Kota Pasuruan "
        "(97,20%). Persentase partisipasi pemilih dalam pemilu tidak dihitung karena tidak ada "
        "pemilu pada tahun 2023."
    )
    assert any("dua kolom yang tercetak berselisih 50,60" in k for k in kalimat)
    assert any("selisih itu tidak dapat disebut efisiensi" in k for k in kalimat)


# a reason that begins a sentence of its own where it should end the one before it
ALASAN_LEPAS = re.compile(
    r"(?:tidak (?:dapat )?(?:dihitung|dibandingkan|dimuat)|tanpa (?:angka|target)[^.;]*)[:.] ?[A-Z]"
    r"|: (?:Tidak|Belum|Target|Realisasi|Standar|Laporan)\b"
)


def test_alasan_menyambung_kalimatnya(dokumen):
    kalimat = semua_kalimat(dokumen)
    assert [satu for satu in kalimat if ALASAN_LEPAS.search(satu)] == []
    assert [satu for satu in kalimat if "karena Tidak" in satu or ".." in satu] == []
    assert sum(" karena tidak ada pemilu pada tahun 2023." in satu for satu in kalimat) >= 10


def catatan_tabel(dokumen: Dokumen, kunci: str) -> list[str]:
    tabel = next(b for b in dokumen.blok() if isinstance(b, Tabel) and b.kunci == kunci)
    return ["".join(map(str, satu)) for satu in tabel.catatan]


def test_satu_alasan_untuk_banyak_baris_dikatakan_sekali(dokumen):
    assert catatan_tabel(dokumen, "tabel-standar") == [
        "Aturan: realisasi / standar × 100.",
        "Indeks Stabilitas; Nilai Sakip SKPD; Persentase temuan yang ditindaklanjuti; Persentase "
        "rata-rata ketercapaian pelaksanaan program dukungan sasaran SKPD tidak dibandingkan "
        "karena standar pembandingnya tidak diketahui.",
        "Persentase peningkatan jumlah ormas yang aktif; Persentase penurunan konflik di Kota "
        "Pasuruan; Persentase partisipasi pemilih dalam pemilu tidak dibandingkan karena laporan "
        "kinerja daerah lain untuk tahun yang sama tidak tersedia.",
    ]
    assert catatan_tabel(dokumen, "tabel-perbandingan")[-1] == (
        "Persentase partisipasi pemilih dalam pemilu tidak dibandingkan karena tidak ada pemilu "
        "pada tahun 2022 dan tidak ada pemilu pada tahun 2023."
    )


BUKAN_ANGKA = re.compile(
    r"\b\d\d? (?:Januari|September|Oktober) \d{4}\b"  # a date
    r"|Nomor \d+(?: Tahun \d{4})?|Tabel \d\.\d|Lampiran \d|[Mm]isi ke-\d"
    r"|\b(?:19|20)\d\d\b"  # a year; which ones has a test of its own
    r"|\b100%?|[/×−] 100|\(\d+ indikator\)|versi \d"
    r"|(?:NIP |)0{8} 0{6} 0 0{2}\d"
)


def semua_kata(dokumen: Dokumen) -> Iterator[tuple[str, str]]:
    """Every text that is not an Angka, with where it stands; the first column only counts rows."""
    for blok in dokumen.blok():
        isi = [getattr(blok, "isi", ()), *getattr(blok, "catatan", ()), getattr(blok, "sumber", ())]
        if isinstance(blok, Senarai):
            isi += blok.butir
        if isinstance(blok, Tabel):
            isi += [sel.isi for baris in blok.baris for sel in baris.sel[1:]]
        for satu in isi:
            kata = "".join(butir for butir in satu if not isinstance(butir, Angka))
            yield getattr(blok, "kunci", ""), kata


def test_setiap_angka_yang_tercetak_adalah_angka(dokumen):
    """Take the Angka, dates, laws and references away, and no figure is left."""
    sisa = [
        (letak, angka)
        for letak, kata in semua_kata(dokumen)
        for angka in re.findall(r"\d[\d.,]*", BUKAN_ANGKA.sub("", kata))
    ]
    # the printed formulas of IKU, and the bounds of the scale: rules in words, not figures
    assert {letak for letak, _ in sisa} == {"tabel-iku", "tabel-skala"}


@pytest.mark.parametrize(("tahun", "pesan"), [(2020, "2020"), (2024, "anggaran"), (2031, "2031")])
def test_tahun_tanpa_data_ditolak(pasuruan, tahun, pesan):
    with pytest.raises(TidakAda, match=pesan):
        susun_lkjip(pasuruan, tahun)


@pytest.mark.parametrize("banyaknya", [1, 3, 7])
def test_banyaknya_kueri_tetap(banyaknya, pasuruan, django_assert_num_queries):
    sisakan_indikator(pasuruan, 2023, banyaknya)
    with django_assert_num_queries(71):
        dokumen = susun_lkjip(pasuruan, 2023)
    assert len(kolom(dokumen, "tabel-capaian", 0)) == banyaknya


def test_dokumen_dan_perintah_mengatakan_angka_yang_sama(dokumen):
    keluaran = StringIO()
    call_command(
        "capaian", "--unit", "pasuruan-bakesbangpol", "--tahun", "2023", "--format", "json",
        stdout=keluaran,
    )  # fmt: skip
    perintah = [b["capaian"] for b in json.loads(keluaran.getvalue())]
    tabel = [isi.replace(",", ".") for isi in kolom(dokumen, "tabel-capaian", 5)]
    assert tabel == [isi or "-" for isi in perintah]


def test_halaman_dan_dokumen_mengatakan_angka_yang_sama(dokumen, pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="bidang"))
    isian = {"kode": pasuruan.kode, "tahun": 2023}
    konteks = client.get(reverse("beranda:tahun", kwargs=isian)).context
    halaman = [baris.capaian for baris in konteks["capaian"]]
    halaman += [baris.serapan for baris in konteks["anggaran"]]
    di_dokumen = {angka.kunci: angka for angka in dokumen.angka()}
    assert len(halaman) == 7 + 6
    assert {a.kunci: (a.nilai, a.asal) for a in halaman} == {
        a.kunci: (di_dokumen[a.kunci].nilai, di_dokumen[a.kunci].asal) for a in halaman
    }


def test_batas_capaian_disebut(pasuruan):
    Pemda.objects.update(batas_capaian=100)
    catatan = semua_kalimat(
        susun_lkjip(Unit.objects.select_related("pemda").get(pk=pasuruan.pk), 2023)
    )
    assert "Aturan pemerintah daerah membatasi capaian sampai 100%." in catatan
    assert "Indeks Stabilitas: Capaian dibatasi sesuai aturan pemerintah daerah." in catatan
