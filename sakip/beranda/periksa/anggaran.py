"""Rules of the money."""

from collections.abc import Iterator
from decimal import Decimal

from perencanaan.models.renstra import JENIS_ANGGARAN
from sakip.beranda.periksa.bahan import BahanPeriksa
from sakip.beranda.periksa.temuan import Temuan, Tingkat
from sakip.lib.angka import tulis_rupiah
from sakip.lib.tanggal import NAMA_BULAN

JUMLAHKAN = "Perbaiki salah satunya: pagu induk adalah jumlah rinciannya."
JUMLAHKAN_BELANJA = "Perbaiki salah satunya: yang dihitung adalah jumlah rinciannya."


def pagu_sama_dengan_rincian(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """A pagu that was entered beside children that sum to another amount."""
    for versi in bahan.pohon.versi:
        for satu in bahan.pohon.selisih.get(versi.ke, ()):
            yield Temuan(
                "PAGU-JUMLAH",
                Tingkat.GALAT,
                f"{versi}: {bahan.nama_simpul(satu.simpul)}",
                f"Pagu tertulis {tulis_rupiah(satu.sendiri)}, jumlah rinciannya "
                f"{tulis_rupiah(satu.jumlah_anak)}.",
                JUMLAHKAN,
            )


def pagu_sama_dengan_belanja(bahan: BahanPeriksa) -> Iterator[Temuan]:
    for versi in bahan.pohon.versi:
        for satu in bahan.pohon.selisih_belanja.get(versi.ke, ()):
            yield Temuan(
                "PAGU-BELANJA",
                Tingkat.GALAT,
                f"{versi}: {bahan.nama_simpul(satu.simpul)}, belanja {satu.belanja.simpul}",
                f"Pagu tertulis {tulis_rupiah(satu.belanja.sendiri)}, jumlah jenis belanjanya "
                f"{tulis_rupiah(satu.belanja.jumlah_anak)}.",
                JUMLAHKAN,
            )


def realisasi_sama_dengan_rincian(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """What was spent on a node, entered beside children that sum to another amount."""
    for bulan, belanja in bahan.belanja.items():
        for satu in belanja.selisih:
            yield Temuan(
                "REALISASI-JUMLAH",
                Tingkat.GALAT,
                f"{_masa(bahan, bulan)}: {bahan.nama_simpul(satu.simpul)}",
                f"Realisasi tertulis {tulis_rupiah(satu.sendiri)}, jumlah rinciannya "
                f"{tulis_rupiah(satu.jumlah_anak)}.",
                JUMLAHKAN_BELANJA,
            )


def realisasi_sama_dengan_belanja(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """What was spent on a node as a whole, entered beside jenis belanja with another sum."""
    for bulan, belanja in bahan.belanja.items():
        for satu in belanja.selisih_belanja:
            yield Temuan(
                "REALISASI-BELANJA",
                Tingkat.GALAT,
                f"{_masa(bahan, bulan)}: {bahan.nama_simpul(satu.simpul)}, "
                f"belanja {satu.belanja.simpul}",
                f"Realisasi tertulis {tulis_rupiah(satu.belanja.sendiri)}, jumlah jenis "
                f"belanjanya {tulis_rupiah(satu.belanja.jumlah_anak)}.",
                JUMLAHKAN_BELANJA,
            )


def _masa(bahan: BahanPeriksa, bulan: int) -> str:
    return f"Realisasi anggaran s.d. {NAMA_BULAN[bulan - 1]} {bahan.tahun}"


def pagu_di_pohonnya(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Money on a tujuan or sasaran, or on a node of another unit or version, is counted nowhere."""
    for satu in bahan.pagu:
        versi = satu.simpul.renstra_versi
        if satu.simpul.jenis not in JENIS_ANGGARAN:
            pesan = f"Pagu menempel pada {satu.simpul.get_jenis_display().lower()}."
        elif versi.renstra.unit_id != bahan.unit.pk:
            pesan = "Pagu menempel pada simpul unit lain."
        elif versi.pk != bahan.versi.pk:
            pesan = f"Pagu menempel pada {versi}, yang tidak berlaku pada tahun {bahan.tahun}."
        else:
            continue
        yield Temuan(
            "PAGU-TEMPAT",
            Tingkat.GALAT,
            f"{satu.versi_anggaran}: {satu.simpul}",
            pesan,
            "Pindahkan ke program, kegiatan, atau sub kegiatan Renstra yang berlaku.",
        )


def perjanjian_sama_dengan_pagu(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """The money in a Perjanjian Kinerja is that of the budgets it names."""
    pk = bahan.perjanjian
    if pk is None:
        return
    pagu = {versi.pk: bahan.pohon.pagu[versi.ke] for versi in bahan.pohon.versi}
    for satu in bahan.program_pk:
        for sebutan, anggaran, tertulis in (
            ("sebelum", pk.anggaran_sebelum_id, satu.sebelum),
            ("sesudah", pk.anggaran_sesudah_id, satu.sesudah),
        ):
            milik = pagu.get(anggaran or 0, {}).get(satu.simpul_id)
            if tertulis is not None and milik is not None and tertulis != milik:
                yield Temuan(
                    "PK-PAGU",
                    Tingkat.GALAT,
                    f"{pk}: {satu.nama}",
                    f"Anggaran {sebutan} tertulis {tulis_rupiah(Decimal(tertulis))}, padahal "
                    f"pagunya {tulis_rupiah(milik)}.",
                    "Segarkan perjanjian selama masih draf; sesudahnya buat perubahannya.",
                )


ATURAN = (
    pagu_sama_dengan_rincian,
    pagu_sama_dengan_belanja,
    realisasi_sama_dengan_rincian,
    realisasi_sama_dengan_belanja,
    pagu_di_pohonnya,
    perjanjian_sama_dengan_pagu,
)
