"""Rules of the targets."""

from collections.abc import Iterator

from perencanaan.hitung.masa import BULAN_SETAHUN, Frekuensi
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import gabungkan_periode
from perencanaan.models import IndikatorVersi
from perencanaan.models.renstra import JENIS_STRATEGIS
from sakip.beranda.periksa.bahan import BahanPeriksa
from sakip.beranda.periksa.temuan import Temuan, Tingkat
from sakip.lib.angka import tulis_angka


def bertarget(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Every indikator has a target for the year, or says that none is due.

    On the budget tree those within the year will do: no document need set another.
    """
    for satu in bahan.indikator:
        kunci = (satu.indikator_id, bahan.tahun)
        rencana = None if satu.simpul.jenis in JENIS_STRATEGIS else bahan.rencana.get(kunci)
        if kunci not in bahan.target and not (rencana and rencana.target):
            yield Temuan(
                "TARGET-KOSONG",
                Tingkat.PERINGATAN,
                satu.nama,
                f"Indikator ini belum mempunyai target tahun {bahan.tahun}.",
                "Isi targetnya, atau nyatakan tidak dijadwalkan dengan alasannya.",
            )


def perjanjian_sama_dengan_renstra(bahan: BahanPeriksa) -> Iterator[Temuan]:
    for satu in bahan.baris_pk:
        renstra = bahan.target_renstra.get(satu.indikator_id)
        if renstra is None:
            continue
        lama, baru = renstra.sebagai_nilai(), satu.sebagai_nilai()
        if _beda(lama, baru):
            yield Temuan(
                "PK-TARGET",
                Tingkat.INFO,
                f"{bahan.perjanjian}: {satu.nama}",
                f"Target {_tulis(baru)} berbeda dari Renstra, {_tulis(lama)}.",
                "Pastikan perbedaannya memang disengaja dan ada dasarnya.",
            )


def indikator_dalam_perjanjian(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """The head promises every IKU of the Renstra."""
    if bahan.perjanjian is None:
        return
    ada = {satu.indikator_id for satu in bahan.baris_pk}
    for satu in bahan.indikator:
        if satu.iku and satu.simpul.jenis in JENIS_STRATEGIS and satu.indikator_id not in ada:
            yield Temuan(
                "PK-TANPA-IKU",
                Tingkat.PERINGATAN,
                f"{bahan.perjanjian}: {satu.nama}",
                "Indikator kinerja utama ini tidak ada dalam Perjanjian Kinerja.",
                "Tambahkan pada perubahan Perjanjian Kinerja berikutnya.",
            )


def periode_sampai_target_setahun(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """What the periods of the Rencana Aksi make is the target of the year."""
    for satu in bahan.indikator:
        kunci = (satu.indikator_id, bahan.tahun)
        rencana, setahun = bahan.rencana.get(kunci), bahan.target.get(kunci)
        if rencana is None or setahun is None:
            continue
        hasil = gabungkan_periode(
            rencana.cara,
            rencana.target,
            [],
            frekuensi=Frekuensi(satu.frekuensi),
            frekuensi_target=rencana.frekuensi,
            sampai=BULAN_SETAHUN,
        ).target
        if hasil is not None and _beda(setahun.nilai, hasil):
            yield Temuan(
                "RA-TARGET",
                Tingkat.GALAT,
                f"{rencana.rencana}: {satu.nama}",
                f"Target periodenya menjadi {_tulis(hasil)} setahun ({rencana.cara.value}), "
                f"padahal target {setahun.sumber} {_tulis(setahun.nilai)}.",
                "Perbaiki target periodenya, atau cara menjadikannya setahun.",
            )


def persen_wajar(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """A target of more than 100 per cent is rarely meant."""
    for satu in bahan.indikator:
        milik = bahan.target.get((satu.indikator_id, bahan.tahun))
        if milik and _persen(satu) and (milik.nilai.angka or 0) > 100:  # noqa: PLR2004
            yield Temuan(
                "TARGET-PERSEN",
                Tingkat.PERINGATAN,
                satu.nama,
                f"Target {_tulis(milik.nilai)} persen, lebih dari 100.",
                "Periksa satuan dan targetnya.",
            )


def predikat_berskala(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """A grade is compared by its score, so it stands on the scale of its indikator."""
    for satu in bahan.indikator:
        milik = bahan.target.get((satu.indikator_id, bahan.tahun))
        if milik is None or milik.nilai.jenis is not JenisNilai.PREDIKAT:
            continue
        skala = bahan.skor.get(satu.indikator_id, {})
        if milik.nilai.predikat.strip() in skala:
            continue
        yield Temuan(
            "PREDIKAT-SKALA",
            Tingkat.PERINGATAN,
            satu.nama,
            f"Target {milik.nilai.predikat} tidak ada dalam skalanya ({', '.join(skala)})."
            if skala
            else f"Target {milik.nilai.predikat} belum mempunyai skala predikat.",
            "Tetapkan skala predikat indikator ini; tanpa skor tidak ada capaian.",
        )


ATURAN = (
    bertarget,
    perjanjian_sama_dengan_renstra,
    indikator_dalam_perjanjian,
    periode_sampai_target_setahun,
    persen_wajar,
    predikat_berskala,
)


def _persen(satu: IndikatorVersi) -> bool:
    return satu.satuan.strip().casefold() in {"persen", "%"}


def _beda(satu: Nilai, lain: Nilai) -> bool:
    """Whether two targets differ as figures; their printed labels and reasons play no part."""
    return _inti(satu) != _inti(lain)


def _inti(nilai: Nilai) -> tuple[object, ...]:
    return (nilai.jenis, nilai.angka, nilai.bawah, nilai.atas, nilai.predikat)


def _tulis(nilai: Nilai) -> str:
    if nilai.angka is not None:
        return tulis_angka(nilai.angka, 6)
    if nilai.bawah is not None and nilai.atas is not None:
        return f"{tulis_angka(nilai.bawah, 6)}–{tulis_angka(nilai.atas, 6)}"
    sebutan = {JenisNilai.TIDAK_DIJADWALKAN: "tidak dijadwalkan"}
    return nilai.predikat or sebutan.get(nilai.jenis, "tanpa angka")
