"""What holds for any rows of any indikator."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from perencanaan.hitung.masa import PANJANG
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import Cara, Frekuensi, HasilPeriode, Periode, gabungkan_periode
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

bilangan = sembarang("0", "1E6").map(Nilai.dari_angka)
tidak_dijadwalkan = st.just(Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan="Tidak jatuh tempo."))
belum_diukur = st.just(Nilai(JenisNilai.BELUM_DIUKUR, alasan="Belum terbit."))
tanpa_angka = st.just(Nilai(JenisNilai.TANPA_ANGKA, keterangan="N/K"))
rentang = st.just(Nilai(JenisNilai.RENTANG, bawah=Decimal(1), atas=Decimal(2)))

isi_target = st.none() | bilangan | bilangan | tidak_dijadwalkan | tanpa_angka | rentang
isi_realisasi = st.none() | bilangan | bilangan | belum_diukur | rentang
keadaan_target = st.none() | tidak_dijadwalkan | tanpa_angka
keadaan_realisasi = st.none() | belum_diukur


@st.composite
def bahan(gambar, target=isi_target, realisasi=isi_realisasi):
    """Rows of both sides, each with a frekuensi of its own, up to some month."""
    frekuensi = gambar(st.sampled_from(Frekuensi))
    frekuensi_target = gambar(st.sampled_from(Frekuensi))

    def baris(satu: Frekuensi, isi) -> list[Periode]:
        bulan = range(PANJANG[satu], 13, PANJANG[satu])
        return [Periode(b, gambar(isi)) for b in bulan if gambar(st.booleans())]

    return {
        "target": baris(frekuensi_target, target),
        "realisasi": baris(frekuensi, realisasi),
        "frekuensi": frekuensi,
        "frekuensi_target": frekuensi_target,
        "sampai": gambar(st.integers(1, 12)),
    }


cara = st.sampled_from(Cara)


def gabungkan(satu: Cara, isi: dict) -> HasilPeriode:
    return gabungkan_periode(satu, **isi)


@sifat
@given(satu=cara, isi=bahan(), gambar=st.data())
def test_urutan_baris_tidak_berarti(satu, isi, gambar):
    acak = {sisi: gambar.draw(st.permutations(isi[sisi])) for sisi in ("target", "realisasi")}
    assert gabungkan(satu, isi | acak) == gabungkan(satu, isi)


@sifat
@given(satu=cara, isi=bahan(target=keadaan_target, realisasi=isi_realisasi))
def test_keadaan_target_tidak_menjadi_angka(satu, isi):
    hasil = gabungkan(satu, isi)
    assert hasil.target is None or hasil.target.angka is None
    assert hasil.alasan


@sifat
@given(satu=cara, isi=bahan(realisasi=keadaan_realisasi))
def test_keadaan_realisasi_tidak_menjadi_angka(satu, isi):
    hasil = gabungkan(satu, isi)
    assert hasil.realisasi is None or hasil.realisasi.jenis is JenisNilai.BELUM_DIUKUR
    assert hasil.alasan


@sifat
@given(satu=cara, isi=bahan())
def test_tanpa_kedua_angka_selalu_beralasan(satu, isi):
    hasil = gabungkan(satu, isi)
    ada = [n is not None and n.jenis in BERUKURAN for n in (hasil.target, hasil.realisasi)]
    assert all(ada) or hasil.alasan
    assert bool(hasil.keterangan) == (not hasil.alasan)


BERUKURAN = {JenisNilai.ANGKA, JenisNilai.RENTANG, JenisNilai.PREDIKAT}


@sifat
@given(satu=cara, isi=bahan())
def test_baris_sesudahnya_tidak_berarti(satu, isi):
    """Only whether a first target is still to come may show; no later figure does."""
    sampai = isi["sampai"]
    dipotong = {
        **isi,
        "target": [b for b in isi["target"] if b.bulan <= sampai],
        "realisasi": [b for b in isi["realisasi"] if b.bulan <= sampai],
    }
    penuh, potong = gabungkan(satu, isi), gabungkan(satu, dipotong)
    assert penuh.sisi_realisasi == potong.sisi_realisasi
    assert penuh.sisi_target == potong.sisi_target or not potong.sisi_target.nilai
    assert all(bulan <= sampai for bulan in penuh.asal)


@sifat
@given(satu=st.sampled_from([Cara.KUMULATIF, Cara.TERAKHIR]), isi=bahan())
def test_kumulatif_dan_terakhir_memakai_angka_apa_adanya(satu, isi):
    hasil = gabungkan(satu, isi)
    for sisi, nilai in (("target", hasil.target), ("realisasi", hasil.realisasi)):
        if nilai is not None and nilai.jenis in BERUKURAN:
            assert nilai in [b.nilai for b in isi[sisi]]


def dipakai(isi: dict, sisi: str, asal: tuple[int, ...]) -> list[Decimal]:
    return [b.nilai.angka for b in isi[sisi] if b.bulan in asal]


@sifat
@given(isi=bahan())
def test_jumlah_adalah_jumlah_periode_yang_disebut(isi):
    hasil = gabungkan(Cara.JUMLAH, isi)
    for sisi, hasil_sisi in (("target", hasil.sisi_target), ("realisasi", hasil.sisi_realisasi)):
        if hasil_sisi.nilai is not None and hasil_sisi.nilai.angka is not None:
            assert hasil_sisi.nilai.angka == sum(dipakai(isi, sisi, hasil_sisi.asal))


@sifat
@given(isi=bahan())
def test_rata_rata_di_antara_periode_yang_disebut(isi):
    hasil = gabungkan(Cara.RATA_RATA, isi)
    for sisi, hasil_sisi in (("target", hasil.sisi_target), ("realisasi", hasil.sisi_realisasi)):
        if hasil_sisi.nilai is not None and hasil_sisi.nilai.angka is not None:
            nilai = dipakai(isi, sisi, hasil_sisi.asal)
            assert min(nilai) <= hasil_sisi.nilai.angka <= max(nilai)


@sifat
@given(satu=cara, isi=bahan())
def test_periode_belum_diisi_sama_dengan_tanpa_baris(satu, isi):
    tanpa = {
        **isi,
        "target": [b for b in isi["target"] if b.nilai is not None],
        "realisasi": [b for b in isi["realisasi"] if b.nilai is not None],
    }
    assert gabungkan(satu, tanpa) == gabungkan(satu, isi)
