"""What earlier evaluations asked, beside the next one: on the worksheet, its pages and the draft."""

from datetime import date

import pytest

from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import LembarKerja, Lhe, Rekomendasi
from evaluasi.services.instrumen import berlakukan, salin_instrumen
from evaluasi.services.lembar import mulai_tahap
from evaluasi.services.lhe import terbitkan_lhe
from evaluasi.services.rekomendasi import Letak, rekomendasikan, rekomendasikan_lhp
from evaluasi.services.tindak_lanjut import minta_perpanjangan, putuskan_perpanjangan
from evaluasi.status import SumberRekomendasi
from tests.evaluasi.alat_lhe import alamat, banyak_kueri, sebagai
from tests.evaluasi.alat_tindak_lanjut import lapor, putus, rencana_baru
from tests.evaluasi.pabrik import Orang, instrumen_nasional, lembar_baru, lhe_kertas, tahap

S = StatusTindakLanjut
URAIAN = ("Menyusun SOP.", "Melatih pengelola data.", "Membangun aplikasi.")


@pytest.fixture
def lama(pasuruan, orang, rekaman) -> list[Rekomendasi]:
    return rekaman.putar(_lama, pasuruan, orang)


def _lama(unit, orang) -> list[Rekomendasi]:
    """Of 2023 on the work of 2022: on 1.a, on the whole of Pengukuran Kinerja, and nowhere."""
    instrumen = instrumen_nasional()
    satu, dua, *_ = instrumen.komponen.all()
    letak = ([Letak(satu, satu.sub.get(kode="1.a"))], [Letak(dua)], [])
    return setahun(unit, orang, 2023, dict(zip(URAIAN, letak, strict=True)))


@pytest.fixture
def lembar(pasuruan, orang, lama, rekaman) -> LembarKerja:
    return rekaman.putar(_lembar, pasuruan, orang)


def _lembar(unit, orang) -> LembarKerja:
    lembar = lembar_baru(unit, orang)
    mulai_tahap(tahap(lembar, "mandiri"), oleh=orang.unit)
    return lembar


def setahun(unit, orang: Orang, tahun: int, isi: dict, **beda) -> list[Rekomendasi]:
    """An issued LHE of a year of evaluation from paper, with recommendations and their places."""
    lhe = lhe_kertas(
        unit, orang, tahun_evaluasi=tahun, tahun_kinerja=tahun - 1, tanggal=date(tahun, 5, 2)
    )
    for uraian, letak in isi.items():
        rekomendasikan(lhe, uraian=uraian, oleh=orang.inspektorat, letak=letak, **beda)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    milik = Rekomendasi.objects.filter(lhe=lhe).select_related("unit__pemda", "lhe")
    return list(milik.order_by("urutan"))


@pytest.fixture
def draf(pasuruan, orang, lama) -> Lhe:
    return lhe_kertas(pasuruan, orang)


def tertera(jawaban) -> list[str]:
    return [
        baris.milik.rekomendasi.uraian
        for kelompok in jawaban.context["sebelumnya"]
        for baris in kelompok.baris
    ]


def sub(orang: Orang, kode: str):
    return sebagai(orang.unit).get(alamat("lembar-isi", "mandiri"), {"sub": kode})


def test_di_lembar_dengan_keadaannya(lembar, lama, orang):
    """For unit and inspektorat: what was planned, extended, said and decided."""
    rencana = [rencana_baru(satu, orang) for satu in lama]
    lapor(rencana[0], orang)
    putus(lama[0], orang, S.SESUAI)
    minta = minta_perpanjangan(
        rencana[1], menjadi=date(2025, 12, 31), alasan="Anggaran.", oleh=orang.unit
    )
    menunggu = sebagai(orang.unit).get(alamat("lembar"))
    assert "tenggat 02 Mei 2024" in menunggu.text
    assert "diperpanjang" not in menunggu.text
    putuskan_perpanjangan(minta, disetujui=True, oleh=orang.inspektorat)
    for siapa in (orang.unit, orang.inspektorat):
        halaman = sebagai(siapa).get(alamat("lembar"))
        assert tertera(halaman) == list(URAIAN)
        assert halaman.text.count("tenggat 31 Desember 2025, diperpanjang dari 02 Mei 2024") == 1
        (kelompok,) = halaman.context["sebelumnya"]
        assert (kelompok.judul, str(kelompok.persen)) == (
            "LHE 2023 atas kinerja 2022, 02 Mei 2023",
            "33,33%",
        )
        assert [satu.putusan.kata for satu in kelompok.baris] == [
            "sesuai rekomendasi", "belum ditindaklanjuti", "belum ditindaklanjuti",
        ]  # fmt: skip


def test_yang_lebih_lama_hanya_selagi_terbuka(pasuruan, lembar, lama, orang):
    tua, usai = setahun(pasuruan, orang, 2022, {"Menata arsip.": [], "Menata aset.": []})
    putus(usai, orang, S.SESUAI)
    halaman = sebagai(orang.unit).get(alamat("lembar"))
    assert tertera(halaman) == [*URAIAN, tua.uraian]
    assert halaman.context["sebelumnya"][1].judul == "Tahun-tahun sebelumnya yang masih terbuka"


def test_tahun_pertama_tanpa_bagiannya(pasuruan, orang):
    lembar_baru(pasuruan, orang)
    halaman = sebagai(orang.unit).get(alamat("lembar"))
    assert tertera(halaman) == []
    assert "Tindak lanjut rekomendasi sebelumnya" not in halaman.text


@pytest.mark.parametrize(
    ("kode", "ada"), [("1.a", [URAIAN[0]]), ("1.b", []), ("2.a", [URAIAN[1]]), ("2.c", [URAIAN[1]])]
)
def test_di_sub_yang_diminta_saja(lembar, orang, kode, ada):
    halaman = sub(orang, kode)
    assert [satu.milik.rekomendasi.uraian for satu in halaman.context["sebelumnya"]] == ada
    assert (f"Rekomendasi sebelumnya atas {kode} (1)" in halaman.text) is bool(ada)


def test_sub_dari_instrumen_lain_menurut_kodenya(pasuruan, pemeran, orang, lama):
    oleh = pemeran["bagian_organisasi"]
    milik = salin_instrumen(instrumen_nasional(), pemda=pasuruan.pemda, tahun=2024, oleh=oleh)
    berlakukan(milik, oleh=oleh)
    mulai_tahap(tahap(lembar_baru(pasuruan, orang, milik), "mandiri"), oleh=orang.unit)
    (satu,) = sub(orang, "1.a").context["sebelumnya"]
    assert satu.milik.rekomendasi == lama[0]


def test_putusan_dan_rencana_di_sub(lembar, lama, orang):
    lapor(rencana_baru(lama[0], orang), orang)
    putus(lama[0], orang, S.BELUM_SESUAI, catatan="SOP belum dipakai.")
    teks = sub(orang, "1.a").text
    for kata in ("belum sesuai", "SOP belum dipakai.", "SOP disusun.", "tenggat 02 Mei 2024",
                 "menurut unit: telah dilaksanakan"):  # fmt: skip
        assert kata in teks


def test_di_draf_dan_yang_diulang(pasuruan, orang, draf, lama):
    """A chain of three years counts three; beside it what became of the last."""
    tua, *_ = setahun(pasuruan, orang, 2022, {"Menyusun SOP lama.": []})
    Rekomendasi.objects.filter(pk=lama[0].pk).update(berulang_dari=tua)
    lapor(rencana_baru(lama[0], orang), orang, uraian="SOP dirancang.")
    putus(lama[0], orang, S.BELUM_SESUAI, catatan="Belum ditetapkan.")
    baru = rekomendasikan(
        draf, uraian="Menetapkan SOP.", oleh=orang.inspektorat, berulang_dari=lama[0]
    )
    halaman = sebagai(orang.inspektorat).get(alamat("lhe-draf", draf.pk))
    assert tertera(halaman) == [*URAIAN, tua.uraian]
    ((butir, usulan, diulang),) = halaman.context["butir"]
    assert (butir.baris, usulan) == (baru, ())
    assert (diulang.rekomendasi, diulang.tahun_ke) == (lama[0], 3)
    for kata in ("berulang, tahun ke-3", "Mengulang rekomendasi 2023:", "“SOP dirancang.”",
                 "belum sesuai, “Belum ditetapkan.”"):  # fmt: skip
        assert kata in halaman.text


def lhp(unit, orang: Orang, tahun: int, uraian: str) -> Rekomendasi:
    return rekomendasikan_lhp(
        unit=unit, sumber=SumberRekomendasi.LHP_BPK, tahun=tahun, nomor="9/LHP", uraian=uraian,
        oleh=orang.inspektorat,
    )  # fmt: skip


def test_lhp_tahun_kinerjanya_ikut(pasuruan, lembar, draf, orang):
    """An LHP of 2023 is there before the LHE of 2024 on the work of 2023; that of 2024 is not."""
    usai = lhp(pasuruan, orang, 2023, "Menagih denda.")
    lhp(pasuruan, orang, 2023, "Menata aset.")
    lhp(pasuruan, orang, 2024, "Menata arsip.")
    putus(usai, orang, S.SESUAI)
    tujuan = {"unit": alamat("lembar"), "inspektorat": alamat("lhe-draf", draf.pk)}
    for siapa, ke in tujuan.items():
        halaman = sebagai(getattr(orang, siapa)).get(ke)
        assert tertera(halaman) == [*URAIAN, "Menagih denda.", "Menata aset."]
        kelompok = halaman.context["sebelumnya"][1]
        assert (kelompok.judul, str(kelompok.persen)) == ("LHP BPK 2023", "50%")
    assert "Menagih denda." in sebagai(orang.inspektorat).get(
        alamat("lhe-rekomendasi-baru", draf.pk)
    ).text  # fmt: skip


def test_lhp_antara_tahun_kinerja_dan_tahun_evaluasi(pasuruan, orang, lama):
    """The work of 2023, evaluated in 2025: an LHP of 2024 is listed and may be repeated, in both."""
    usai = lhp(pasuruan, orang, 2024, "Menata aset.")
    putus(usai, orang, S.SESUAI)
    lhp(pasuruan, orang, 2025, "Menata arsip.")
    draf = lhe_kertas(pasuruan, orang, tahun_evaluasi=2025, tanggal=date(2025, 5, 2))
    client = sebagai(orang.inspektorat)
    halaman = client.get(alamat("lhe-draf", draf.pk))
    assert tertera(halaman) == [*URAIAN, "Menata aset."]
    assert [satu.judul for satu in halaman.context["sebelumnya"]][1:] == ["LHP BPK 2024"]
    form = client.get(alamat("lhe-rekomendasi-baru", draf.pk)).context["form"]
    pilihan = [satu.uraian for satu in form.fields["berulang_dari"].queryset]
    assert sorted(pilihan) == sorted(tertera(halaman))


def test_laporan_dan_putusan_dengan_kata_katanya(lembar, lama, orang):
    lapor(rencana_baru(lama[0], orang), orang, uraian="SOP dirancang.")
    putus(lama[0], orang, S.BELUM_SESUAI, catatan="Belum ditetapkan.")
    for siapa in (orang.unit, orang.inspektorat):
        halaman = sebagai(siapa).get(alamat("lembar"))
        for kata in ("SOP dirancang.", "Belum ditetapkan."):
            assert halaman.text.count(kata) == 1


def test_yang_diulang_dari_tahun_yang_lebih_kemudian(pasuruan, orang):
    """The work of 2023, evaluated in 2025, repeats an LHP of 2024: read at 2024."""
    lama = lhp(pasuruan, orang, 2024, "Menata aset.")
    draf = lhe_kertas(pasuruan, orang, tahun_evaluasi=2025, tanggal=date(2025, 5, 2))
    ulang = rekomendasikan(
        draf, uraian="Menata aset lagi.", oleh=orang.inspektorat, berulang_dari=lama
    )
    client = sebagai(orang.inspektorat)
    tujuan = alamat("rekomendasi-satu", lama.pk, tahun=2024)
    assert f'href="{tujuan}"' in client.get(alamat("lhe-draf", draf.pk)).text
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    for halaman in (alamat("rekomendasi"), alamat("rekomendasi-satu", ulang.pk)):
        assert f'href="{tujuan}"' in client.get(halaman).text
    assert client.get(tujuan).status_code == 200


def test_yang_diulang_dari_tahun_sebelumnya_dibaca_pada_tahun_halamannya(draf, lama, orang):
    rekomendasikan(draf, uraian="Lagi.", oleh=orang.inspektorat, berulang_dari=lama[0])
    halaman = sebagai(orang.inspektorat).get(alamat("lhe-draf", draf.pk))
    assert f'href="{alamat("rekomendasi-satu", lama[0].pk)}">{lama[0].uraian}' in halaman.text


def test_kueri_tetap(pasuruan, orang, draf, lama, lembar):
    """One earlier recommendation more with all its story, and one more of the draft tied to it."""
    tujuan = {
        "lembar": (orang.unit, alamat("lembar")),
        "sub": (orang.unit, alamat("lembar-isi", "mandiri") + "?sub=1.a"),
        "draf": (orang.inspektorat, alamat("lhe-draf", draf.pk)),
    }
    hasil = []
    for satu in lama[:2]:
        lapor(rencana_baru(satu, orang), orang)
        putus(satu, orang, S.BELUM_SESUAI)
        rekomendasikan(draf, uraian=f"Lagi {satu.pk}.", oleh=orang.inspektorat, berulang_dari=satu)
        lhp(pasuruan, orang, 2023, f"Menata aset {satu.pk}.")
        hasil.append({n: banyak_kueri(sebagai(siapa), ke) for n, (siapa, ke) in tujuan.items()})
    assert hasil[0] == hasil[1]
