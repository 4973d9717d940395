"""Rules of the wording of indikator: units, formulas, who answers."""

from collections.abc import Iterator

from perencanaan.hitung.rumus import RumusSalah, periksa_rumus, variabel
from perencanaan.models.renstra import JENIS_STRATEGIS
from sakip.beranda.periksa.bahan import BahanPeriksa
from sakip.beranda.periksa.temuan import Temuan, Tingkat


def rumus_terbaca(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """A formula names its own variables and can be computed."""
    for satu in bahan.indikator:
        dikenal = [v.nama for v in bahan.variabel.get(satu.pk, ())]
        if not satu.rumus:
            continue
        try:
            periksa_rumus(satu.rumus, dikenal)
        except RumusSalah as salah:
            yield Temuan(
                "RUMUS-SALAH",
                Tingkat.GALAT,
                satu.nama,
                f"Rumusnya tidak dapat dihitung. {salah}",
                "Perbaiki rumus atau daftar variabelnya.",
            )


def variabel_terpakai(bahan: BahanPeriksa) -> Iterator[Temuan]:
    for satu in bahan.indikator:
        try:
            dipakai = set(variabel(satu.rumus)) if satu.rumus else set()
        except RumusSalah:
            continue  # told by its own rule
        for milik in bahan.variabel.get(satu.pk, ()):
            if milik.nama not in dipakai:
                yield Temuan(
                    "VARIABEL-TAK-TERPAKAI",
                    Tingkat.PERINGATAN,
                    f"{satu.nama}: {milik.nama}",
                    "Variabel ini tidak ada dalam rumusnya.",
                    "Hapus variabelnya, atau lengkapi rumusnya.",
                )


def satuan_sama(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """The Perjanjian Kinerja prints the unit of the indikator."""
    satuan = {satu.indikator_id: satu.satuan for satu in bahan.indikator}
    for baris in bahan.baris_pk:
        milik = satuan.get(baris.indikator_id)
        if milik is not None and milik.casefold() != baris.satuan.casefold():
            yield Temuan(
                "SATUAN-BEDA",
                Tingkat.GALAT,
                f"{bahan.perjanjian}: {baris.nama}",
                f"Satuannya {baris.satuan}, dalam Renstra {milik}.",
                "Samakan satuannya; angka dengan satuan lain tidak dapat dibandingkan.",
            )


def ada_pengisi(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Somebody is named who enters the figure."""
    for satu in bahan.indikator:
        if satu.simpul.jenis in JENIS_STRATEGIS and satu.pk not in bahan.pengisi:
            yield Temuan(
                "PENGISI-KOSONG",
                Tingkat.PERINGATAN,
                satu.nama,
                "Belum ada bidang yang mengisi realisasinya.",
                "Tetapkan penanggung jawab yang mengisi.",
            )


def realisasi_di_tempatnya(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """A figure belongs to the unit of its indikator and to one of its periods."""
    indikator = {satu.indikator_id: satu for satu in bahan.indikator}
    for baris in bahan.realisasi:
        milik = indikator.get(baris.indikator_id)
        if milik is None:
            continue
        if baris.unit_id != bahan.unit.pk:
            pesan = f"Realisasi bulan {baris.bulan} tercatat pada {baris.unit}."
        elif baris.frekuensi != milik.frekuensi:
            pesan = (
                f"Realisasi bulan {baris.bulan} {baris.get_frekuensi_display()}, padahal "
                f"indikatornya {milik.get_frekuensi_display()}; angka ini tidak dihitung."
            )
        else:
            continue
        yield Temuan(
            "REALISASI-TEMPAT",
            Tingkat.GALAT,
            milik.nama,
            pesan,
            "Isi ulang pada unit dan periode indikatornya.",
        )


ATURAN = (rumus_terbaca, variabel_terpakai, satuan_sama, ada_pengisi, realisasi_di_tempatnya)
