"""Rules of the two trees."""

from collections.abc import Iterator

from perencanaan.models import Simpul
from perencanaan.models.renstra import JenisSimpul
from sakip.beranda.periksa.bahan import BahanPeriksa
from sakip.beranda.periksa.temuan import Temuan, Tingkat

J = JenisSimpul
# what may stand above each kind
INDUK_SAH: dict[str, frozenset[str | None]] = {
    J.SASARAN: frozenset({J.TUJUAN, J.SASARAN}),
    J.PROGRAM: frozenset({None, J.PERANGKAT_DAERAH, J.SASARAN}),
    J.KEGIATAN: frozenset({J.PROGRAM}),
    J.SUB_KEGIATAN: frozenset({J.KEGIATAN}),
}


def induk_sah(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Every node stands below one of the right kind, in the same version of the Renstra."""
    for simpul in bahan.simpul:
        sah = INDUK_SAH.get(simpul.jenis)
        induk = simpul.induk.jenis if simpul.induk else None
        salah_versi = simpul.induk and simpul.induk.renstra_versi_id != simpul.renstra_versi_id
        if sah is not None and (induk not in sah or salah_versi):
            yield Temuan(
                "POHON-INDUK",
                Tingkat.GALAT,
                _sebut(simpul),
                f"{simpul.get_jenis_display()} ini berada di bawah simpul yang bukan induknya.",
                "Pindahkan ke bawah simpul yang sesuai dalam versi Renstra yang sama.",
            )


def indikator_seversi(bahan: BahanPeriksa) -> Iterator[Temuan]:
    for satu in bahan.indikator:
        if satu.simpul.renstra_versi_id != satu.renstra_versi_id:
            yield Temuan(
                "POHON-VERSI",
                Tingkat.GALAT,
                satu.nama,
                "Indikator ini menempel pada simpul dari versi Renstra yang lain.",
                f"Tempelkan pada simpul dalam {bahan.versi}.",
            )


def berindikator(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """A tujuan, sasaran or program without an indikator cannot be measured."""
    ada = {satu.simpul_id for satu in bahan.indikator}
    for simpul in bahan.simpul:
        if simpul.jenis in {J.TUJUAN, J.SASARAN, J.PROGRAM} and simpul.pk not in ada:
            yield Temuan(
                "POHON-TANPA-INDIKATOR",
                Tingkat.PERINGATAN,
                _sebut(simpul),
                f"{simpul.get_jenis_display()} ini tidak mempunyai indikator.",
                "Tambahkan indikator, atau hapus simpulnya bila tidak dipakai.",
            )


def program_menunjang(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Money that supports no indikator of the year."""
    for simpul in bahan.simpul:
        if simpul.jenis == J.PROGRAM and not _di_bawah(bahan, simpul) & bahan.didukung:
            yield Temuan(
                "POHON-TANPA-DUKUNGAN",
                Tingkat.PERINGATAN,
                _sebut(simpul),
                f"Program ini tidak menunjang indikator mana pun pada tahun {bahan.tahun}.",
                "Hubungkan program atau kegiatannya dengan indikator yang ditunjangnya.",
            )


ATURAN = (induk_sah, indikator_seversi, berindikator, program_menunjang)


def _di_bawah(bahan: BahanPeriksa, simpul: Simpul) -> set[int]:
    """A node and all below it."""
    hasil = {simpul.pk}
    while baru := {s.pk for s in bahan.simpul if s.induk_id in hasil} - hasil:
        hasil |= baru
    return hasil


def _sebut(simpul: Simpul) -> str:
    return f"{simpul.kode} {simpul.nama}".strip()
