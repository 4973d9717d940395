"""Evidence: who attaches and takes away, what is refused, and what is left of it."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from pengukuran.models import Bukti, Realisasi, RealisasiAksi
from pengukuran.queries.bukti import berkas_unit, bukti_aksi, bukti_realisasi, daftar_bukti
from pengukuran.services import langkah
from pengukuran.services.bukti import Lampiran, lampirkan, lampirkan_aksi, lepas
from perencanaan.models import RencanaAksi
from sakip.berkas.gudang import letak
from sakip.berkas.models import Berkas
from sakip.berkas.services import baca_berkas, simpan_berkas
from sakip.jejak.aksi import Aksi
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from tests.berkas import contoh
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import TAHUN, Kantor, atur_jendela, tak_berubah
from tests.perencanaan.pabrik import buat_aksi
from tests.perencanaan.pabrik_rencana import rencanakan

PENGISI = {"operator", "operator_2", "perencana", "perencana_2", "rangkap"}
TAUTAN = "https://contoh.id/notulen?hal=3"


def unggahan(nama: str = "notulen.pdf", isi: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, contoh.pdf() if isi is None else isi)


def lampiran(*berkas: SimpleUploadedFile, **lain: object) -> Lampiran:
    return Lampiran(tahun=TAHUN, bulan=3, unggahan=berkas, **lain)


def lekatkan(kantor: Kantor, isi: Lampiran, oleh: str = "operator", **sel: object):
    return lampirkan(kantor.sel("bukti", **sel), isi, oleh=kantor[oleh])


@pytest.fixture
def laporan(kantor) -> RealisasiAksi:
    """A step of the plan in force that was done in the first triwulan."""
    aksi = buat_aksi(RencanaAksi.objects.get(unit=kantor.unit), kantor.polos)
    return RealisasiAksi.objects.create(
        aksi=aksi, bulan=3, selesai=True, diisi_oleh=kantor["operator"]
    )


def test_berkas_pertama_membuat_barisnya(kantor):
    jejak = JejakBaru()
    (bukti,) = lekatkan(kantor, lampiran(unggahan(), halaman=" 3 ", keterangan="rapat 12 Februari"))
    baris = kantor.baris()
    assert (baris.status, baris.jenis, baris.nilai) == ("draf", "tanpa_angka", None)
    assert (bukti.realisasi, bukti.halaman, bukti.unit) == (baris, "3", kantor.unit)
    assert baca_berkas(bukti.berkas) == contoh.pdf()
    assert baris.pelaku.get().pengguna == kantor["operator"]
    berkas, lekat = jejak.baris()
    assert (berkas.aksi, lekat.aksi) == (Aksi.BERKAS_DIUNGGAH, Aksi.BUKTI_DILAMPIRKAN)
    assert (lekat.objek_jenis, lekat.objek_id) == ("pengukuran.realisasi", str(baris.pk))
    assert bukti.berkas.sidik in lekat.sesudah[f"bukti.{bukti.pk}"]
    assert lekat.sesudah["jenis"] == "tanpa_angka"


def test_pelampir_ikut_mengisi_dan_tidak_memeriksa(kantor):
    baris = kantor.lengkap()
    lekatkan(kantor, lampiran(tautan=TAUTAN), oleh="perencana")
    langkah.ajukan(kantor.baris(), oleh=kantor["operator"])
    with pytest.raises(HakKurang, match="ikut mengisi"):
        langkah.verifikasi(kantor.baris(), oleh=kantor["perencana"])
    langkah.verifikasi(kantor.baris(), oleh=kantor["perencana_2"])
    assert Realisasi.objects.get(pk=baris.pk).diisi_oleh == kantor["operator"]


def test_yang_diajukan_adalah_yang_dibaca(kantor):
    """Evidence that came meanwhile is not submitted unseen."""
    baris = kantor.lengkap()
    lekatkan(kantor, lampiran(tautan=TAUTAN), oleh="operator_2")
    with pytest.raises(DidahuluiOrangLain):
        langkah.ajukan(baris, oleh=kantor["operator"])


def test_banyak_berkas_dan_tautan_sekali_kirim(kantor):
    jejak = JejakBaru()
    semua = lekatkan(
        kantor,
        lampiran(unggahan("a.pdf"), unggahan("b.png", contoh.png()), tautan=f"  {TAUTAN} "),
    )
    assert [str(satu) for satu in semua] == ["a.pdf", "b.png", TAUTAN]
    assert jejak.aksi().count(Aksi.BUKTI_DILAMPIRKAN) == 3
    isi = [s.sebelum for s in jejak.baris() if s.aksi == Aksi.BUKTI_DILAMPIRKAN]
    assert isi == [{}, {f"bukti.{semua[1].pk}": ""}, {f"bukti.{semua[2].pk}": ""}]


def test_satu_berkas_untuk_banyak_angka(kantor):
    (satu,) = lekatkan(kantor, lampiran(unggahan()))
    (lain,) = lekatkan(kantor, lampiran(berkas=satu.berkas, halaman="7"), milik="rumus")
    assert lain.berkas == satu.berkas
    assert Berkas.objects.filter(unit=kantor.unit).count() == 1
    lepas(satu, oleh=kantor["operator"])
    assert baca_berkas(lain.berkas) == contoh.pdf()


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("notulen.pdf", b"MZ\x90\x00" + b"\0" * 60, "bukan PDF"),
        ("foto.png", contoh.pdf(), "sebenarnya PDF"),
        ("jahat.html", b"<script>alert(1)</script>", "“.html” tidak diterima"),
        ("makro.xlsx", contoh.tambah(contoh.xlsx(), {"xl/vbaProject.bin": b"x"}), "makro"),
        ("kosong.pdf", b"", "kosong"),
        ("terkunci.pdf", contoh.pdf("rahasia"), "kata sandi"),
    ],
)
def test_berkas_yang_bukan_seperti_namanya(nama, isi, kata, kantor, settings):
    with tak_berubah(), pytest.raises(ValidationError) as galat:
        lekatkan(kantor, lampiran(unggahan("baik.pdf"), unggahan(nama, isi)))
    (pesan,) = galat.value.message_dict["berkas_baru"]
    assert kata in pesan
    assert not Berkas.objects.filter(unit=kantor.unit).exists()


def test_berkas_terlalu_besar(kantor, settings):
    settings.UNGGAH_MAKS = 1000
    with tak_berubah(), pytest.raises(ValidationError, match=r"paling besar 1\.000 byte"):
        lekatkan(kantor, lampiran(unggahan(isi=contoh.pdf() + b"\n" * 1000 + b"%%EOF")))


def test_ruang_unit_habis_membatalkan_semuanya(kantor, settings):
    settings.KUOTA_UNIT = len(contoh.pdf()) + 10
    with tak_berubah(), pytest.raises(ValidationError, match="Ruang berkas unit ini"):
        lekatkan(kantor, lampiran(unggahan("a.pdf"), unggahan("b.pdf")))


def test_terlalu_banyak_berkas(kantor):
    banyak = [unggahan(f"{n}.pdf") for n in range(11)]
    with tak_berubah(), pytest.raises(ValidationError, match="paling banyak 10 berkas, di sini 11"):
        lekatkan(kantor, lampiran(*banyak))


def test_nama_jahat_hanya_teks(kantor, settings):
    nama = "../../etc/\u202egnp.<b>laporan</b>.pdf"
    (bukti,) = lekatkan(kantor, lampiran(unggahan(nama)))
    assert bukti.berkas.nama == "b_.pdf"
    tempat = Path(settings.FOLDER_BERKAS)
    di_cakram = [str(satu.relative_to(tempat)) for satu in tempat.rglob("*") if satu.is_file()]
    assert letak(bukti.berkas.sidik) in di_cakram
    assert not [satu for satu in di_cakram if "laporan" in satu]


@pytest.mark.parametrize(
    "tautan",
    ["javascript:alert(1)", "file:///etc/passwd", "contoh", "ftp://contoh.id/a", "https://"],
)
def test_tautan_yang_bukan_alamat_web(tautan, kantor):
    with tak_berubah(), pytest.raises(ValidationError):
        lekatkan(kantor, lampiran(tautan=tautan))


def test_tanpa_apa_pun(kantor):
    with tak_berubah(), pytest.raises(ValidationError, match="Pilih berkasnya"):
        lekatkan(kantor, lampiran(tautan="   "))


def test_bukti_yang_sama_dua_kali(kantor):
    (bukti,) = lekatkan(kantor, lampiran(unggahan(), halaman="3"))
    with tak_berubah(), pytest.raises(ValidationError, match="sudah menjadi bukti"):
        lekatkan(kantor, lampiran(unggahan(), halaman="3"))
    lekatkan(kantor, lampiran(unggahan(), halaman="4"))
    assert bukti.realisasi.bukti.count() == 2


def test_berkas_unit_lain_atau_yang_bukan_bukti(kantor):
    """A file of another unit, and one of one's own that proves nothing yet, such as an upload."""
    luar = kantor["perencana_luar"].penugasan.get().unit
    for unit in (luar, kantor.unit):
        asing = simpan_berkas(contoh.png(), nama="a.png", unit=unit, oleh=None)
        with tak_berubah(), pytest.raises(ValidationError, match="bukan bukti unit ini"):
            lekatkan(kantor, lampiran(berkas=asing))


def test_berkas_tahun_lain_tidak_ditawarkan(kantor):
    (bukti,) = lekatkan(kantor, lampiran(unggahan()))
    assert list(berkas_unit(kantor.unit, TAHUN)) == [bukti.berkas]
    assert not berkas_unit(kantor.unit, TAHUN + 1)


def test_hanya_pengisi_yang_melampirkan_dan_melepas(kantor):
    (bukti,) = lekatkan(kantor, lampiran(tautan=TAUTAN))
    for siapa in kantor.orang.keys() - PENGISI:
        with tak_berubah(), pytest.raises(HakKurang):
            lekatkan(kantor, lampiran(unggahan()), oleh=siapa)
        with tak_berubah(), pytest.raises(HakKurang):
            lepas(bukti, oleh=kantor[siapa])
    for siapa in sorted(PENGISI):
        (satu,) = lekatkan(kantor, lampiran(tautan=TAUTAN, halaman=siapa), oleh=siapa)
        lepas(satu, oleh=kantor[siapa])


@pytest.mark.parametrize("keadaan", ["diajukan", "diverifikasi", "disetujui"])
def test_yang_sudah_diajukan_tetap(keadaan, kantor):
    baris = kantor.jadikan(keadaan)
    with tak_berubah(), pytest.raises(KeadaanSalah, match=f"sudah {keadaan}"):
        lekatkan(kantor, lampiran(tautan=TAUTAN, halaman="9"))
    with tak_berubah(), pytest.raises(KeadaanSalah, match=f"sudah {keadaan}"):
        lepas(baris.bukti.get(), oleh=kantor["operator"])


@pytest.mark.parametrize("keadaan", ["belum buka", "terkunci"])
def test_jendela_tertutup(keadaan, kantor, laporan):
    (bukti,) = lekatkan(kantor, lampiran(tautan=TAUTAN))
    (langkah_ini,) = lampirkan_aksi(laporan, lampiran(tautan=TAUTAN), oleh=kantor["operator"])
    atur_jendela(kantor.unit, 3, keadaan)
    with tak_berubah(), pytest.raises(KeadaanSalah):
        lekatkan(kantor, lampiran(unggahan()))
    with tak_berubah(), pytest.raises(KeadaanSalah):
        lampirkan_aksi(laporan, lampiran(unggahan()), oleh=kantor["operator"])
    for satu in (bukti, langkah_ini):
        with tak_berubah(), pytest.raises(KeadaanSalah):
            lepas(satu, oleh=kantor["operator"])


def test_periode_dan_indikator_yang_dipalsukan(kantor):
    for beda in ({"bulan": 4}, {"bulan": 0}, {"bulan": 13}):
        with tak_berubah(), pytest.raises(TidakAda):
            lekatkan(kantor, lampiran(tautan=TAUTAN), **beda)


def test_melepas_meninggalkan_jejak_dan_berkasnya(kantor):
    (bukti,) = lekatkan(kantor, lampiran(unggahan(), keterangan="rapat"))
    kunci, berkas = f"bukti.{bukti.pk}", bukti.berkas
    kembaran, jejak = Bukti.objects.get(pk=bukti.pk), JejakBaru()
    lepas(bukti, oleh=kantor["operator_2"])
    assert not kantor.baris().bukti.exists()
    baris = jejak.satu()
    assert (baris.aksi, baris.sesudah) == (Aksi.BUKTI_DILEPAS, {kunci: ""})
    assert berkas.sidik in baris.sebelum[kunci]
    assert "rapat" in baris.sebelum[kunci]
    assert kantor.baris().pelaku.count() == 2
    assert baca_berkas(Berkas.objects.get(pk=berkas.pk)) == contoh.pdf()
    with tak_berubah(), pytest.raises(TidakAda, match="sudah dilepas"):
        lepas(kembaran, oleh=kantor["operator"])


def test_bukti_aksi(kantor, laporan):
    jejak = JejakBaru()
    (bukti,) = lampirkan_aksi(laporan, lampiran(unggahan()), oleh=kantor["operator"])
    assert (bukti.realisasi_aksi, bukti.unit) == (laporan, kantor.unit)
    assert jejak.baris()[-1].objek_jenis == "pengukuran.realisasiaksi"
    assert RealisasiAksi.objects.get().versi == laporan.versi + 1
    for siapa in kantor.orang.keys() - PENGISI:
        with tak_berubah(), pytest.raises(HakKurang):
            lampirkan_aksi(laporan, lampiran(tautan=TAUTAN), oleh=kantor[siapa])
        with tak_berubah(), pytest.raises(HakKurang):
            lepas(bukti, oleh=kantor[siapa])
    (baris,) = bukti_aksi([laporan], boleh_hapus=[laporan.pk])[laporan.pk]
    assert (baris.oleh, baris.boleh_hapus) == (str(kantor["operator"]), True)
    assert baris.alamat == f"/unit/dinas-uji/2024/aksi/{laporan.aksi_id}/3/bukti/{bukti.pk}/"
    lepas(bukti, oleh=kantor["perencana"])
    assert not laporan.bukti.exists()


def test_daftar_menyebut_siapa_dan_kapan(kantor):
    lekatkan(kantor, lampiran(unggahan(), halaman="3"))
    lekatkan(kantor, lampiran(tautan=TAUTAN, keterangan="unggahan dinas"), oleh="perencana")
    berkas, tautan = daftar_bukti(kantor.baris(), boleh_hapus=True)
    assert (berkas.nama, berkas.jenis, berkas.halaman) == ("notulen.pdf", "PDF", "3")
    assert (berkas.tautan, berkas.oleh) == (False, str(kantor["operator"]))
    assert berkas.periode == "s.d. Maret 2024"
    assert (tautan.tautan, tautan.jenis) == (True, "tautan, belum diperiksa")
    assert (tautan.alamat, tautan.oleh) == (TAUTAN, str(kantor["perencana"]))
    assert tautan.pada is not None
    assert not any(satu.boleh_hapus for satu in daftar_bukti(kantor.baris()))


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyak_bukti_dibaca_dengan_dua_kueri(banyaknya, kantor, django_assert_num_queries):
    for ke, bulan in enumerate((3, 6, 9)[:banyaknya]):
        for nomor in range(ke + 1):
            lekatkan(kantor, lampiran(unggahan(f"{nomor}.pdf")), bulan=bulan)
    semua = list(Realisasi.objects.filter(unit=kantor.unit).order_by("bulan"))
    with django_assert_num_queries(2):
        hasil = bukti_realisasi(semua, boleh_hapus=True)
    assert [len(hasil[satu.pk]) for satu in semua] == list(range(1, banyaknya + 1))


def test_rencana_lain_tidak_ikut(kantor, laporan):
    """Evidence of a step of an older plan stays with it."""
    rencanakan(kantor.unit, laporan.aksi.rencana_aksi.berlaku_dari)
    lampirkan_aksi(laporan, lampiran(tautan=TAUTAN), oleh=kantor["operator"])
    assert laporan.bukti.count() == 1
