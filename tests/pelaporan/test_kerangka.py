"""Numbers follow from the place in the outline, by a style that is data."""

from dataclasses import replace

from pelaporan.dokumen.isi import ISI
from pelaporan.dokumen.kerangka import Kerangka, Penomoran, Pos
from pelaporan.dokumen.kerangka_lkjip import LKJIP


def nomor_judul(kerangka: Kerangka) -> list[str]:
    return [judul.nomor for bab in kerangka.bab for judul in kerangka.judul_bab(bab)]


def test_nomor_seperti_laporan_pasuruan():
    assert nomor_judul(LKJIP) == [
        "BAB I", "1.1", "1.2", "1.2.1", "1.2.2", "1.2.3", "1.3", "1.4",
        "BAB II", "2.1", "2.2", "2.3",
        "BAB III", "3.1", "3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.1.5", "3.1.6", "3.1.7", "3.1.8",
        "3.2",
        "BAB IV",
    ]  # fmt: skip
    assert [nomor for nomor, _ in LKJIP.tabel.values()] == [
        "1.1", *(f"2.{n}" for n in range(1, 7)), *(f"3.{n}" for n in range(1, 10)),
    ]  # fmt: skip
    assert [nomor for nomor, _ in LKJIP.gambar.values()] == [
        "Gambar 1.1", "Grafik 3.1", "Grafik 3.2",
    ]  # fmt: skip
    assert [LKJIP.judul_lampiran(pos).nomor for pos in LKJIP.lampiran] == [
        "Lampiran 1", "Lampiran 2", "Lampiran 3",
    ]  # fmt: skip


def test_cara_menomori_adalah_data():
    lain = replace(
        LKJIP,
        penomoran=Penomoran(bab="{bab}", pos="{atas}-{n}", tabel="{bab}{n}", gambar="{jenis} {n}"),
    )
    assert nomor_judul(lain)[:4] == ["1", "1-1", "1-2", "1-2-1"]
    assert lain.tabel["skala"][0] == "31"
    assert lain.gambar["serapan"][0] == "Grafik 2"


def test_kedalaman_judul():
    tingkat = {judul.kunci: judul.tingkat for bab in LKJIP.bab for judul in LKJIP.judul_bab(bab)}
    assert (tingkat["akuntabilitas"], tingkat["capaian"], tingkat["skala"]) == (1, 2, 3)


def semua_kunci(pos: tuple[Pos, ...]) -> list[str]:
    return [kunci for satu in pos for kunci in (satu.kunci, *semua_kunci(satu.anak))]


def test_kunci_tunggal_dan_setiap_isi_ada_tempatnya():
    bab = [kunci for satu in LKJIP.bab for kunci in (satu.kunci, *semua_kunci(satu.pos))]
    kunci = [*semua_kunci(LKJIP.depan), *bab, *semua_kunci(LKJIP.lampiran)]
    assert len(kunci) == len(set(kunci))
    # headings that only gather others have nothing of their own
    assert set(kunci) - set(ISI) == {
        "pendahuluan", "perencanaan-kinerja", "akuntabilitas", "organisasi", "capaian",
    }  # fmt: skip
    assert set(ISI) <= set(kunci)
