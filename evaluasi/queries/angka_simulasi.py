"""The figures of a simulation: marked as such, and stored nowhere."""

from decimal import Decimal

from evaluasi.queries.angka_lembar import KOSONG, tulis_skor
from sakip.dokumen.angka import Angka, Asal

TIDAK_DISIMPAN = "Simulasi: dihitung saat halaman dibuka dan tidak disimpan."


BELUM_DIPILIH = "Nilainya belum ada. Pilih nilai sub-komponennya."
BELUM_DINILAI = "Belum semua sub-komponen dinilai."


def angka_simulasi(
    kunci: str,
    nama: str,
    nilai: Decimal | None,
    aturan: str,
    dari: tuple[Angka, ...] = (),
    alasan: str = BELUM_DIPILIH,
) -> Angka:
    """A simulated figure; without one, why it has none."""
    if nilai is None:
        return Angka(None, KOSONG, kunci, Asal(alasan, nama=nama), alasan)
    return Angka(
        nilai, tulis_skor(nilai), kunci, Asal(f"{aturan}. {TIDAK_DISIMPAN}", dari, nama=nama)
    )


def angka_tambah(kunci: str, nama: str, nilai: Decimal | None, aturan: str) -> Angka:
    """A difference, with its sign."""
    satu = angka_simulasi(kunci, nama, nilai, aturan)
    if nilai is None or nilai <= 0:
        return satu
    return Angka(satu.nilai, f"+{satu.tampil}", satu.kunci, satu.asal)
