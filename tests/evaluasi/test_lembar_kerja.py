"""The workbook of a stage: what is open, what is locked, and that every text comes back."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluasi.lembar_kerja.baca import baca_buku
from evaluasi.lembar_kerja.bentuk import (
    BENTUK,
    PILIHAN,
    BarisBuku,
    Buku,
    JenisBaris,
    Kolom,
    Skala,
)
from evaluasi.lembar_kerja.tulis import tulis_buku
from evaluasi.models import Jawaban, Kriteria
from evaluasi.services.instrumen import berlakukan, salin_instrumen, simpan_bagian
from evaluasi.services.lembar import buka_lembar, mulai_tahap, tambah_bukti
from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.jenis import Jenis
from sakip.berkas.pemeriksa.ooxml import periksa_ooxml
from sakip.dokumen.buku import baca
from sakip.dokumen.buku.baca import BERGANDA, BukuSalah
from sakip.dokumen.buku.bentuk import DATA, PETUNJUK, SelBuku
from sakip.dokumen.buku.sel import BERUMUS
from sakip.dokumen.sel_xlsx import layak
from tests.berkas import contoh
from tests.evaluasi.alat_buku import (
    CATATAN,
    alamat,
    baris,
    buka,
    isi_buku,
    jawab,
    simpan,
    unduh,
)
from tests.evaluasi.pabrik import (
    instrumen_nasional,
    kriteria_dari,
    lembar_baru,
    pilihan,
    selesai_mandiri,
    sub_dari,
    tahap,
)
from tests.lib.sifat import sifat


def satu_baris(kode: str = "", catatan: str = "", skala: tuple[str, ...] = ("Ya", "Tidak")) -> Buku:
    return beberapa_baris([(kode, catatan)], skala)


def beberapa_baris(
    isi: Sequence[tuple[str, str]], skala: tuple[str, ...] = ("Ya", "Tidak")
) -> Buku:
    """A line for each pair of answer and note; the first is the criterion 7."""
    baris_buku = (
        BarisBuku(
            JenisBaris.KRITERIA, f"1.a.{ke}", "Terdapat pedoman.", sub=3, kriteria=6 + ke,
            skala="ya",
            sel=(SelBuku(Kolom.PILIHAN, layak(kode)), SelBuku(Kolom.CATATAN, layak(catatan))),
        )
        for ke, (kode, catatan) in enumerate(isi, start=1)
    )  # fmt: skip
    return Buku(
        kode="dinas-uji", unit="Dinas Uji", tahun_kinerja=2023, tahun_evaluasi=2024,
        tahap="mandiri", nama_tahap="Penilaian mandiri", instrumen=5, nama_instrumen="AKIP 2022",
        samping=(), skala={"ya": Skala("Ya/Tidak", tuple((satu, "") for satu in skala))},
        baris=tuple(baris_buku),
    )  # fmt: skip


def pulang(isi: Sequence[tuple[str, str]]) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """What answer and note of each line hold, and held, once written, opened, saved and read."""
    hasil = baca_buku(simpan(buka(tulis_buku(beberapa_baris(isi)))))
    assert {satu.tolak for satu in hasil.sel} == {""}
    sel = {(satu.tanda, satu.kolom): (satu.teks, satu.semula) for satu in hasil.sel}
    baris_sel = [(3, 7 + ke) for ke in range(len(isi))]
    assert len(sel) == len(hasil.sel) == 2 * len(isi)
    return [(sel[satu, "pilihan"], sel[satu, "catatan"]) for satu in baris_sel]


TEKS = (
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60)
    | st.tuples(st.sampled_from("=+-@'"), st.text("ab1(\"' !", max_size=8)).map("".join)
    | st.sampled_from(["-", "0", "", "00", "N/A", "#REF!", "TRUE", "=1+1", "_x0041_", "3/4"])
)


@settings(sifat, max_examples=10)
@given(st.lists(TEKS, min_size=6, max_size=6))
def test_teks_pulang_apa_adanya(semua):
    sama = [(layak(teks), layak(teks)) for teks in semua]
    assert pulang([(teks, teks) for teks in semua]) == [(satu, satu) for satu in sama]


def test_kosong_strip_dan_nol_tetap_berbeda():
    semua = ["", "-", "N/A", "0"]
    assert [catatan for _, (catatan, _) in pulang([("", teks) for teks in semua])] == semua


def test_milik_siapa_terbaca_kembali():
    hasil = baca_buku(tulis_buku(satu_baris()))
    assert (hasil.kode, hasil.tahun_kinerja, hasil.tahun_evaluasi) == ("dinas-uji", 2023, 2024)
    assert (hasil.tahap, hasil.instrumen, hasil.nyasar) == ("mandiri", 5, ())


def test_setiap_kriteria_menurut_urutan_instrumen(mandiri, asli):
    lembar = buka(asli)[BENTUK.lembar]
    nomor = [baris(lembar, satu) for satu in kriteria_dari(mandiri.lembar)]
    assert nomor == sorted(nomor)
    sub = sub_dari(mandiri.lembar)
    assert [lembar[f"B{baris(lembar, satu)}"].value for satu in sub] == [satu.kode for satu in sub]
    assert [lembar[f"B{n}"].value for n in nomor[:2]] == ["1.a.1", "1.a.2"]
    assert lembar[f"C{nomor[0]}"].value == "Terdapat pedoman teknis perencanaan kinerja."
    # komponen, sub-komponen and criteria, nothing else
    assert lembar.max_row == BENTUK.baris_kepala + 4 + len(sub) + len(nomor)


def test_hanya_jawaban_nilai_dan_catatan_yang_terbuka(mandiri, asli):
    buku = buka(asli)
    lembar = buku[BENTUK.lembar]
    assert buku.sheetnames == [BENTUK.lembar, PETUNJUK, DATA, PILIHAN]
    assert [buku[nama].sheet_state for nama in (DATA, PILIHAN)] == ["hidden", "hidden"]
    assert all(buku[nama].protection.sheet for nama in buku.sheetnames)
    assert lembar.column_dimensions["A"].hidden
    milik = [*kriteria_dari(mandiri.lembar), *sub_dari(mandiri.lembar)]
    terbuka = {
        satu.coordinate for kolom in lembar.columns for satu in kolom if not satu.protection.locked
    }
    assert terbuka == {f"{huruf}{baris(lembar, satu)}" for satu in milik for huruf in "EF"}
    assert "Berkas bukti tidak ada di dalam lembar kerja ini" in "".join(
        str(satu.value) for satu in buku[PETUNJUK]["A"]
    )


def test_daftar_pilihan_menurut_skalanya(mandiri, asli):
    buku = buka(asli)
    daftar = {}
    for satu in buku[BENTUK.lembar].data_validations.dataValidation:
        lembar, _, tempat = satu.formula1.partition("!")
        kode = tuple(sel.value for (sel,) in buku[lembar.strip("'")][tempat.replace("$", "")])
        daftar |= {sel: kode for jajaran in satu.sqref.ranges for sel in jajaran.cells}
    lembar = buku[BENTUK.lembar]
    for satu in kriteria_dari(mandiri.lembar):
        assert daftar.pop((baris(lembar, satu), 5)) == ("Ya", "Tidak")
    for satu in sub_dari(mandiri.lembar):
        assert daftar.pop((baris(lembar, satu), 5)) == ("AA", "A", "BB", "B", "CC", "C", "D", "E")
    assert daftar == {}


def test_kode_berkoma_tetap_satu_pilihan():
    buku = buka(tulis_buku(satu_baris(skala=("Ya, penuh", '"Tidak"'))))
    assert [satu.value for satu in buku[PILIHAN]["A"]] == ["Ya/Tidak", "Ya, penuh", '"Tidak"']


def test_isian_tersimpan_sebagai_teks(mandiri, orang):
    satu, *_ = kriteria_dari(mandiri.lembar)
    jawab(mandiri, satu, "Ya", orang.unit, catatan='=HYPERLINK("http://jahat")')
    mentah = unduh(mandiri, orang.unit)
    lembar = buka(mentah)[BENTUK.lembar]
    catatan = lembar[alamat(mentah, satu, CATATAN)]
    assert (catatan.value, catatan.data_type) == ('=HYPERLINK("http://jahat")', "s")
    assert catatan.quotePrefix
    with ZipFile(BytesIO(mentah)) as arsip:
        assert b"<f>" not in arsip.read("xl/worksheets/sheet1.xml")
    assert lembar[f"C{baris(lembar, sub_dari(mandiri.lembar)[0])}"].value.endswith(
        "Saran sementara D: 1 dari 6 kriteria terpenuhi, 5 belum dijawab. (saat diunduh)"
    )


def test_tahap_sebelumnya_dan_buktinya_terbaca_dan_terkunci(pasuruan, orang):
    lembar = lembar_baru(pasuruan, orang)
    selesai_mandiri(lembar, orang)
    mandiri, bagian = tahap(lembar, "mandiri"), tahap(lembar, "evaluator")
    satu, *_ = kriteria_dari(lembar)
    # evidence is attached while the stage runs; what is tried here is how it reads afterwards
    mandiri.status = "berjalan"
    mandiri.save(update_fields=["status"])
    jawaban = jawab(mandiri, satu, "Ya", orang.unit, catatan="Ada sejak 2020.")
    tambah_bukti(jawaban, oleh=orang.unit, tahun=2023, tautan="https://contoh.id/sk", halaman="3")
    mandiri.status = "selesai"
    mandiri.save(update_fields=["status"])
    mulai_tahap(bagian, oleh=orang.inspektorat)
    lembar_buku = buka(unduh(bagian, orang.inspektorat))[BENTUK.lembar]
    kepala = [satu_sel.value for satu_sel in lembar_buku[BENTUK.baris_kepala]]
    assert kepala[6:] == [
        "Penilaian mandiri", "Kinerja 2022", "Bukti terlampir", "Bukti yang diminta",
    ]  # fmt: skip
    nomor = baris(lembar_buku, satu)
    assert [lembar_buku[f"{huruf}{nomor}"].value for huruf in "EFGI"] == [
        None, None, "Ya\nAda sejak 2020.", "https://contoh.id/sk, hlm. 3",
    ]  # fmt: skip
    assert lembar_buku[f"G{nomor}"].protection.locked
    # the later stage says nothing in the workbook of the earlier one, not even to who fills it in
    jawaban = jawab(bagian, satu, "Tidak", orang.inspektorat, catatan="SK sudah dicabut.")
    tambah_bukti(jawaban, oleh=orang.inspektorat, tahun=2023, tautan="https://contoh.id/pencabutan")
    mandiri_buku = buka(unduh(mandiri, orang.inspektorat))[BENTUK.lembar]
    semua = "\n".join(str(isi) for baris_sel in mandiri_buku.values for isi in baris_sel)
    assert "https://contoh.id/sk" in semua
    for kata in ("Evaluasi inspektorat", "SK sudah dicabut.", "pencabutan"):
        assert kata not in semua, kata


def test_tahun_lalu_menyebut_kriteria_yang_berubah_dan_yang_baru(pasuruan, orang):
    """An answer to other words stands below those words; a new criterion is called new."""
    lalu = buka_lembar(
        unit=pasuruan, instrumen=instrumen_nasional(), tahun_evaluasi=2023, tahun_kinerja=2022,
        oleh=orang.inspektorat,
    )  # fmt: skip
    lama = kriteria_dari(lalu)[:2]
    # the stage of the year before was never run; what is tried is how it reads this year
    for satu, catatan in zip(lama, ("Ada SK.", "Belum disusun."), strict=True):
        Jawaban.objects.create(
            tahap=tahap(lalu, "mandiri"), kriteria=satu, pilihan=pilihan(satu, "Ya"),
            catatan=catatan, dijawab_oleh=orang.unit,
        )  # fmt: skip
    draf = salin_instrumen(
        instrumen_nasional(), pemda=pasuruan.pemda, tahun=2024, oleh=orang.inspektorat
    )
    sama, berubah, *_, akhir = Kriteria.objects.filter(
        sub__komponen__instrumen=draf, sub__kode="1.a"
    )
    berubah.uraian = "Rencana aksi telah dipublikasikan."
    simpan_bagian(berubah, oleh=orang.inspektorat, versi=berubah.versi)
    baru = Kriteria(
        sub=akhir.sub, urutan=akhir.urutan + 1, uraian="Ada daftar risiko.", skala=akhir.skala
    )
    simpan_bagian(baru, oleh=orang.inspektorat)
    berlakukan(draf, oleh=orang.inspektorat)
    bagian = tahap(lembar_baru(pasuruan, orang, draf), "mandiri")
    lembar = buka(unduh(bagian, orang.unit))[BENTUK.lembar]
    assert lembar[f"G{BENTUK.baris_kepala}"].value == "Kinerja 2022"
    assert [lembar[f"G{baris(lembar, satu)}"].value for satu in (sama, berubah, baru)] == [
        "Penilaian mandiri: Ya\nAda SK.",
        f"berubah; pada 2022: {lama[1].uraian}\nPenilaian mandiri: Ya\nBelum disusun.",
        "baru",
    ]


def test_yang_tidak_boleh_diisi_terkunci_dengan_sebabnya(mandiri, orang, pemeran):
    for siapa in (orang.inspektorat, pemeran["pimpinan"]):
        buku = buka(unduh(mandiri, siapa))
        lembar = buku[BENTUK.lembar]
        assert all(satu.protection.locked for kolom in lembar.columns for satu in kolom)
        assert lembar["B4"].value.startswith("Hanya untuk dibaca. Hanya Sekretariat")
        assert PILIHAN not in buku.sheetnames


def test_buku_kami_lolos_pemeriksa_unggahan(mandiri, asli):
    periksa_ooxml(asli, Jenis.XLSX, baca.BATAS)


@pytest.mark.parametrize(
    ("isi", "teks", "tolak"),
    [("=RUMUS(A1)", "=RUMUS(A1)", BERUMUS), (2024, "2024", ""), (0, "0", ""), (1.5, "1,5", "")],
)
def test_isi_sel_terbaca_seperti_terlihat(isi, teks, tolak):
    buku = buka(tulis_buku(satu_baris()))
    buku[BENTUK.lembar]["F7"] = isi
    terbaca = {satu.alamat: satu for satu in baca_buku(simpan(buku)).sel}["F7"]
    assert (terbaca.teks, terbaca.tolak) == (teks, tolak)


def test_baris_salinan_dan_baris_asing():
    buku = buka(tulis_buku(satu_baris()))
    lembar = buku[BENTUK.lembar]
    lembar["A8"], lembar["E8"], lembar["F9"] = "3.7", "Ya", "catatan"
    assert [(satu.alamat, satu.tolak.split(".")[0]) for satu in baca_buku(simpan(buku)).nyasar] == [
        ("E8", "Baris ini salinan baris lain"),
        ("F9", "Baris ini tidak ada pada lembar yang diunduh"),
    ]


@pytest.mark.parametrize(
    ("sel", "isi", "kata"),
    [
        ("B1", "99", "tidak dipakai lagi"),
        ("B3", "dua ribu", "bukan LKE dalam Excel"),
        ("B6", "x", "bukan LKE dalam Excel"),
        ("A1", "lain", "bukan LKE dalam Excel"),
        ("B9", "x", "bukan LKE dalam Excel"),
        ("D9", "nilai", "bukan LKE dalam Excel"),
    ],
)
def test_lembar_tersembunyi_yang_diubah(sel, isi, kata):
    buku = buka(tulis_buku(satu_baris()))
    buku[DATA][sel] = isi
    with pytest.raises(BukuSalah, match=kata):
        baca_buku(simpan(buku))


@pytest.mark.parametrize(
    ("nomor", "data"),
    [
        (10, ("3.7", "3", "7", "pilihan", "")),
        (11, ("9.9", "3", "7", "catatan", "")),
        (11, ("3.7", "3", "8", "catatan", "")),
    ],
)
def test_kotak_yang_disebut_dua_kali(nomor, data):
    """The same line twice, one box in two lines, two boxes in one cell."""
    buku = buka(tulis_buku(satu_baris()))
    for huruf, isi in zip("ABCDE", data, strict=True):
        buku[DATA][f"{huruf}{nomor}"] = isi
    with pytest.raises(BukuSalah) as salah:
        baca_buku(simpan(buku))
    assert salah.value.pesan == BERGANDA


def test_berkas_asing_dan_berbahaya():
    asli = tulis_buku(satu_baris())
    with pytest.raises(BukuSalah, match="bukan LKE dalam Excel"):
        baca_buku(contoh.xlsx())
    for isi in (b"PK\x03\x04", contoh.docx(), contoh.tambah(asli, {"xl/vbaProject.bin": b"x"})):
        with pytest.raises(BerkasDitolak):
            baca_buku(isi)


def test_kepala_tetap_terlihat_dan_tercetak_di_setiap_halaman():
    lembar = buka(tulis_buku(satu_baris()))[BENTUK.lembar]
    assert (lembar.freeze_panes, lembar.print_title_rows) == ("D7", "$6:$6")
    assert lembar.page_setup.orientation == "landscape"


def test_isian_buku_terbaca_pada_kotaknya(mandiri, asli):
    satu, dua, *_ = kriteria_dari(mandiri.lembar)
    sub = sub_dari(mandiri.lembar)[0]
    mentah = isi_buku(
        asli,
        {(satu, "pilihan"): "Ya", (dua, CATATAN): "-", (sub, "pilihan"): "BB"},
    )
    berisi = {(*sel.tanda, sel.kolom): sel.teks for sel in baca_buku(mentah).sel if sel.teks}
    assert berisi == {
        (sub.pk, satu.pk, "pilihan"): "Ya", (sub.pk, dua.pk, "catatan"): "-",
        (sub.pk, 0, "pilihan"): "BB",
    }  # fmt: skip
