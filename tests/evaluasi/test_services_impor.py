"""Taking a workbook of the LKE in: shown first, then all or nothing, never over somebody else."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi.lembar_kerja.baca import baca_buku
from evaluasi.models import Instrumen, Jawaban, NilaiSub, PelakuLembar
from evaluasi.queries.sel_lembar import IsiSel, isi_sel
from evaluasi.services import impor
from evaluasi.services.impor import laksanakan, tinjau
from evaluasi.services.lembar import mulai_tahap, selesaikan_tahap
from evaluasi.services.sel_lembar import Hasil, simpan_jawaban, simpan_nilai
from sakip.dokumen.buku.bentuk import DATA
from sakip.dokumen.buku.tinjau import Keadaan, PratinjauBerubah, Tinjauan
from sakip.jejak.aksi import Aksi
from tests.evaluasi.alat_buku import (
    CATATAN,
    PILIHAN,
    alamat,
    buka,
    isi_buku,
    isi_tahap,
    jawab,
    jawab_dalam_buku,
    kunci,
    lihat,
    masukkan,
    simpan,
    tak_berubah,
    unduh,
)
from tests.evaluasi.pabrik import (
    beri_nilai,
    jawab_ya,
    kriteria_dari,
    nilai,
    sub_dari,
    tahap,
)
from tests.organisasi.alat import JejakBaru

KUERI = 25


def ringkas(tinjauan):
    return [(s.rincian, s.kolom, s.kini, s.menjadi, str(s.keadaan)) for s in tinjauan.sel]


def test_dilihat_dahulu_lalu_semuanya_disimpan(mandiri, orang):
    satu, dua, tiga, *_ = kriteria_dari(mandiri.lembar)
    sub, *_ = sub_dari(mandiri.lembar)
    jawab(mandiri, tiga, "Ya", orang.unit, catatan="Ada.")
    mentah = isi_buku(
        unduh(mandiri, orang.unit),
        {
            (satu, PILIHAN): "Ya", (dua, PILIHAN): "tidak ", (dua, CATATAN): "-",
            (tiga, CATATAN): None, (sub, PILIHAN): "C",
        },
    )  # fmt: skip
    with tak_berubah(mandiri):
        tinjauan = lihat(mandiri, mentah, orang.unit)
    assert ringkas(tinjauan) == [
        ("Sub-komponen 1.a", "nilai", "", "C", "berubah"),
        ("Kriteria 1.a.1", "jawaban", "", "Ya", "berubah"),
        ("Kriteria 1.a.2", "jawaban", "", "Tidak", "berubah"),
        ("Kriteria 1.a.2", "catatan", "", "-", "berubah"),
        ("Kriteria 1.a.3", "catatan", "Ada.", "", "berubah"),
    ]
    assert tinjauan.siap
    jejak = JejakBaru()
    masukkan(mandiri, mentah, orang.unit)
    # two of six are met: the grade C is what they suggest, so it needs no note
    assert isi_tahap(mandiri) == {
        kunci(satu): ("Ya", ""), kunci(dua): ("Tidak", "-"), kunci(tiga): ("Ya", ""),
        kunci(sub): ("C", ""),
    }  # fmt: skip
    assert NilaiSub.objects.get().saran.kode == "C"
    assert jejak.aksi() == [Aksi.JAWABAN_DISIMPAN] * 3 + [Aksi.NILAI_DIBERIKAN]
    assert {baris.alasan for baris in jejak.baris()} == {"Diimpor dari lembar kerja lke.xlsx"}
    assert {baris.pelaku for baris in jejak.baris()} == {str(orang.unit)}
    assert PelakuLembar.objects.get(pengguna=orang.unit).sebagai == "unit"


def test_seluruh_tahap_terisi_dari_lembar_kerja_lalu_selesai(mandiri, orang, asli):
    mentah = jawab_dalam_buku(asli, kriteria_dari(mandiri.lembar))
    assert len(lihat(mandiri, mentah, orang.unit).berubah) == 80
    masukkan(mandiri, mentah, orang.unit)
    selesaikan_tahap(tahap(mandiri.lembar, "mandiri"), oleh=orang.unit)
    assert tahap(mandiri.lembar, "mandiri").status == "selesai"


def test_evaluator_mengisi_tahapnya(evaluator, orang):
    sub = sub_dari(evaluator.lembar)
    isian = {(satu, PILIHAN): "B" for satu in sub} | {
        (satu, CATATAN): "Menurut uji." for satu in sub
    }
    mentah = isi_buku(unduh(evaluator, orang.inspektorat), isian)
    masukkan(evaluator, mentah, orang.inspektorat)
    assert set(isi_tahap(evaluator).values()) == {("B", "Menurut uji.")}
    selesaikan_tahap(tahap(evaluator.lembar, "evaluator"), oleh=orang.inspektorat)


def test_berkas_yang_sama_dua_kali_tidak_mengubah_apa_pun(mandiri, orang, asli):
    satu, *_ = kriteria_dari(mandiri.lembar)
    mentah = isi_buku(asli, {(satu, PILIHAN): "Ya", (satu, CATATAN): "  Ada.\n"})
    masukkan(mandiri, mentah, orang.unit)
    tinjauan = lihat(mandiri, mentah, orang.unit)
    assert (tinjauan.sel, tinjauan.siap) == ((), False)
    with tak_berubah(mandiri), pytest.raises(PratinjauBerubah):
        masukkan(mandiri, mentah, orang.unit)


def test_yang_tidak_diubah_tidak_menimpa(mandiri, orang):
    """What others stored since the download stays, also the other half of a changed line."""
    satu, dua, *_ = kriteria_dari(mandiri.lembar)
    for milik in (satu, dua):
        jawab(mandiri, milik, "Tidak", orang.unit, catatan="Semula.")
    mentah = isi_buku(unduh(mandiri, orang.unit), {(satu, CATATAN): "Lengkap."})
    jawab(mandiri, satu, "Ya", orang.unit, catatan="Semula.")
    jawab(mandiri, dua, "Ya", orang.unit, catatan="Diubah di halaman.")
    assert ringkas(lihat(mandiri, mentah, orang.unit)) == [
        ("Kriteria 1.a.1", "catatan", "Semula.", "Lengkap.", "berubah")
    ]
    masukkan(mandiri, mentah, orang.unit)
    assert isi_tahap(mandiri) == {
        kunci(satu): ("Ya", "Lengkap."), kunci(dua): ("Ya", "Diubah di halaman."),
    }  # fmt: skip


def test_bentrok_menunjukkan_keduanya_dan_menahan_semuanya(mandiri, orang):
    satu, dua, *_ = kriteria_dari(mandiri.lembar)
    jawab(mandiri, satu, "", orang.unit, catatan="Semula.")
    mentah = isi_buku(
        unduh(mandiri, orang.unit), {(satu, CATATAN): "Dari buku.", (dua, PILIHAN): "Ya"}
    )
    jawab(mandiri, satu, "", orang.unit, catatan="Dari halaman.")
    tinjauan = lihat(mandiri, mentah, orang.unit)
    bentrok = tinjauan.sel[0]
    assert (bentrok.keadaan, bentrok.alamat) == (Keadaan.BENTROK, alamat(mentah, satu, CATATAN))
    assert (bentrok.kini, bentrok.menjadi) == ("Dari halaman.", "Dari buku.")
    assert "Saat diunduh isinya Semula." in bentrok.pesan
    with tak_berubah(mandiri), pytest.raises(PratinjauBerubah):
        masukkan(mandiri, mentah, orang.unit)
    masukkan(mandiri, isi_buku(mentah, {(satu, CATATAN): "Dari halaman."}), orang.unit)
    assert isi_tahap(mandiri) == {kunci(satu): ("", "Dari halaman."), kunci(dua): ("Ya", "")}


KOTAK_SALAH = [
    (PILIHAN, "-", "“-” tidak ada pada skalanya. Pilih salah satu: Ya, Tidak."),
    (PILIHAN, "N/A", "tidak ada pada skalanya"),
    (PILIHAN, 0, "“0” tidak ada pada skalanya"),
    (PILIHAN, "Mungkin", "tidak ada pada skalanya"),
    (PILIHAN, "=RUMUS(A1)", "tempel sebagai nilai"),
    (PILIHAN, True, "TRUE atau FALSE"),
    (CATATAN, "=RUMUS(A1)", "tempel sebagai nilai"),
]


def test_satu_kotak_salah_menahan_semuanya(mandiri, orang, asli):
    """Each wrong box with a right one beside it, as if no other had been filled in."""
    benar, *lain = kriteria_dari(mandiri.lembar)[: len(KOTAK_SALAH) + 1]
    salah = dict(zip(lain, KOTAK_SALAH, strict=True))
    mentah = isi_buku(
        asli,
        {(benar, PILIHAN): "Ya"}
        | {(milik, kolom): isi for milik, (kolom, isi, _) in salah.items()},
    )
    semua, bagian = baca_buku(mentah), tahap(mandiri.lembar, "mandiri")
    for milik, (kolom, _, kata) in salah.items():
        berdua = {(satu.sub_id, satu.pk) for satu in (benar, milik)}
        buku = replace(semua, sel=tuple(sel for sel in semua.sel if sel.tanda in berdua))
        tinjauan = tinjau(bagian, buku, oleh=orang.unit)
        (tolak,) = tinjauan.terhalang
        assert (kata in tolak.pesan, tolak.alamat) == (True, alamat(mentah, milik, kolom))
        assert len(tinjauan.berubah) == 1
        with tak_berubah(mandiri), pytest.raises(PratinjauBerubah):
            laksanakan(bagian, buku, sidik=tinjauan.sidik, nama="lke.xlsx", oleh=orang.unit)


def kotak_baris(kasus):
    """Both boxes of each line, filled in as its case says."""
    return {
        kotak: teks
        for milik, (_, isi) in kasus.items()
        for kotak, teks in (((milik, PILIHAN), isi.pilihan), ((milik, CATATAN), isi.catatan))
    }


def tentang(tinjauan, rincian):
    """What a preview says of one line."""
    return Tinjauan(tuple(sel for sel in tinjauan.sel if sel.rincian == rincian))


SEMULA = IsiSel("Ya", "Ada.")
JAWABAN = [
    (IsiSel(), IsiSel("Ya", "")),
    (IsiSel(), IsiSel("", "N/A")),
    (IsiSel(), IsiSel("Tidak", "0")),
    (SEMULA, IsiSel("Tidak", "Ada.")),
    (SEMULA, IsiSel("", "Ada.")),
    (SEMULA, IsiSel("Ya", "")),
    (SEMULA, IsiSel("", "")),
]


def test_jawaban_diputus_seperti_di_halaman(mandiri, orang):
    """The preview says of each line what the service of the page would do with it, word by word."""
    kasus = dict(zip(kriteria_dari(mandiri.lembar)[: len(JAWABAN)], JAWABAN, strict=True))
    for satu, (semula, _) in kasus.items():
        if semula.pilihan:
            jawab(mandiri, satu, semula.pilihan, orang.unit, catatan=semula.catatan)
    mentah = isi_buku(unduh(mandiri, orang.unit), kotak_baris(kasus))
    tinjauan = lihat(mandiri, mentah, orang.unit)
    for satu, (semula, isi) in kasus.items():
        milik = tentang(tinjauan, f"Kriteria {satu.sub.kode}.{satu.urutan}")
        hasil = simpan_jawaban(mandiri, satu, isi=isi, semula=semula, oleh=orang.unit)
        assert milik.siap is (hasil.hasil is Hasil.TERSIMPAN), isi
        assert {sel.pesan for sel in milik.sel} == {hasil.pesan}, isi


NILAI = [
    (IsiSel(), IsiSel("BB", "")),
    (IsiSel(), IsiSel("C", "")),
    (IsiSel(), IsiSel("AA", "Rujukan nasional.")),
    (IsiSel(), IsiSel("", "Baik.")),
    (IsiSel("B", "Menurut uji."), IsiSel("B", "")),
    (IsiSel("B", "Menurut uji."), IsiSel("", "")),
    (IsiSel("B", "Menurut uji."), IsiSel("C", "Menurut uji.")),
]


@pytest.mark.parametrize("dijawab", [0, 2, None])
def test_nilai_diputus_seperti_di_halaman(dijawab, mandiri, orang):
    """Of some six criteria none answered, two, which suggests a C, or all of them: a BB."""
    sub = sorted(sub_dari(mandiri.lembar), key=lambda satu: abs(satu.kriteria.count() - 6))
    kasus = dict(zip(sub[: len(NILAI)], NILAI, strict=True))
    for satu, (semula, _) in kasus.items():
        jawab_ya(mandiri, list(satu.kriteria.all())[:dijawab], orang.unit)
        if semula.pilihan:
            beri_nilai(
                mandiri, satu, oleh=orang.unit, pilihan=nilai(mandiri.lembar, semula.pilihan),
                catatan=semula.catatan,
            )  # fmt: skip
    mentah = isi_buku(unduh(mandiri, orang.unit), kotak_baris(kasus))
    tinjauan = lihat(mandiri, mentah, orang.unit)
    for satu, (semula, isi) in kasus.items():
        milik = tentang(tinjauan, f"Sub-komponen {satu.kode}")
        hasil = simpan_nilai(mandiri, satu, isi=isi, semula=semula, oleh=orang.unit)
        assert milik.siap is (hasil.hasil is Hasil.TERSIMPAN), isi
        assert {sel.pesan for sel in milik.sel} == {hasil.pesan}, isi


def test_saran_menurut_jawaban_dalam_buku(mandiri, orang, asli):
    """The grade is held against the answers of the same workbook, not against those of before."""
    sub, *_ = sub_dari(mandiri.lembar)
    kriteria = list(sub.kriteria.all())
    mentah = isi_buku(jawab_dalam_buku(asli, kriteria), {(sub, PILIHAN): "BB"})
    assert lihat(mandiri, mentah, orang.unit).siap
    salah = isi_buku(mentah, {(kriteria[0], PILIHAN): "Tidak"})
    (tolak,) = lihat(mandiri, salah, orang.unit).terhalang
    assert tolak.pesan.startswith("Nilai BB berbeda dari saran B menurut kriterianya.")
    masukkan(mandiri, mentah, orang.unit)
    assert NilaiSub.objects.get().pilihan.kode == "BB"


def test_yang_disetujui_adalah_yang_dilihat(mandiri, orang, asli):
    """Somebody else wrote one of the boxes as the workbook would: the rest is shown anew."""
    satu, dua, *_ = kriteria_dari(mandiri.lembar)
    mentah = jawab_dalam_buku(asli, [satu, dua])
    sidik = lihat(mandiri, mentah, orang.unit).sidik
    jawab(mandiri, satu, "Ya", orang.unit)
    with tak_berubah(mandiri), pytest.raises(PratinjauBerubah):
        masukkan(mandiri, mentah, orang.unit, sidik=sidik)
    masukkan(mandiri, mentah, orang.unit)
    assert Jawaban.objects.filter(tahap=mandiri).count() == 2


def test_gagal_di_tengah_tidak_menyisakan_apa_pun(mandiri, orang, asli, monkeypatch):
    mentah = jawab_dalam_buku(asli, kriteria_dari(mandiri.lembar)[:3])
    asli, sudah = impor.simpan_jawaban, []

    def rubuh(*isi, **lain):
        sudah.append(asli(*isi, **lain))
        if len(sudah) == 2:
            raise RuntimeError("listrik padam")
        return sudah[-1]

    monkeypatch.setattr(impor, "simpan_jawaban", rubuh)
    with tak_berubah(mandiri), pytest.raises(RuntimeError, match="padam"):
        masukkan(mandiri, mentah, orang.unit)


def test_nomor_yang_dipalsukan(mandiri, orang, asli):
    """A hidden cell that names a criterion elsewhere, of another sub-komponen, or none at all."""
    satu, dua, *_, akhir = kriteria_dari(mandiri.lembar)
    terisi = jawab_dalam_buku(asli, [satu, dua])
    for ganti in ((satu.sub_id, 987654321), (satu.sub_id, akhir.pk), (akhir.sub_id, satu.pk)):
        buku = buka(terisi)
        for baris in buku[DATA].iter_rows(min_row=9):
            if baris[0].value == kunci(satu):
                baris[1].value, baris[2].value = (str(nomor) for nomor in ganti)
        mentah = simpan(buku)
        tinjauan = lihat(mandiri, mentah, orang.unit)
        (tolak,) = tinjauan.terhalang
        assert len(tinjauan.berubah) == 1
        assert (tolak.keadaan, tolak.nama) == (Keadaan.DITOLAK, "")
        with tak_berubah(mandiri), pytest.raises(PratinjauBerubah):
            masukkan(mandiri, mentah, orang.unit)


def test_instrumen_yang_menilai_kriterianya(lembar, orang):
    """Where the criteria make the grade, there is no box for one."""
    Instrumen.objects.filter(pk=lembar.instrumen_id).update(cara="kriteria")
    mandiri = tahap(lembar, "mandiri")
    mulai_tahap(mandiri, oleh=orang.unit)
    satu, *_ = kriteria_dari(lembar)
    asli = unduh(tahap(lembar, "mandiri"), orang.unit)
    assert {sel.tanda[1] != 0 for sel in baca_buku(asli).sel} == {True}
    masukkan(mandiri, isi_buku(asli, {(satu, PILIHAN): "Ya"}), orang.unit)
    assert isi_sel(Jawaban.objects.get()) == IsiSel("Ya", "")


def test_kueri_pratinjau_tetap(mandiri, orang, asli):
    """One changed box or sixty, in as many queries."""
    semua = kriteria_dari(mandiri.lembar)
    banyaknya = set()
    for kriteria in (semua[:1], semua[:60]):
        buku = baca_buku(jawab_dalam_buku(asli, kriteria))
        milik = tahap(mandiri.lembar, "mandiri")
        with CaptureQueriesContext(connection) as kueri:
            assert len(tinjau(milik, buku, oleh=orang.unit).berubah) == len(kriteria)
        banyaknya.add(len(kueri))
    assert len(banyaknya) == 1
    assert max(banyaknya) < KUERI
