"""The four ways in which periods make a year."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from perencanaan.hitung.masa import BULAN_SETAHUN, Frekuensi, akhir_masa
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.pecahan import jumlahkan, rata
from perencanaan.hitung.periode.bahan import Bahan, angka, susun_bahan
from perencanaan.hitung.periode.bentuk import Cara, HasilPeriode, Periode, Sisi

TANPA_PASANGAN = "Tidak ada periode yang target dan realisasinya sama-sama berupa angka."


def gabungkan_periode(
    cara: Cara,
    target: Iterable[Periode],
    realisasi: Iterable[Periode],
    *,
    frekuensi: Frekuensi,
    frekuensi_target: Frekuensi | None = None,
    sampai: int = BULAN_SETAHUN,
) -> HasilPeriode:
    """Target and realisasi from January until the end of month `sampai`, in any order of rows.

    `frekuensi` is the indikator's, that of its realisasi; targets may be finer or coarser. A
    period ends by `sampai` or does not count: a figure of a year is never split. A target that is
    not tidak dijadwalkan is due. A realisasi counts also where nothing was due, but for
    rata-rata, which takes the same periods on both sides.

    Errors: ValueError for two rows of one month, a month that ends no period, or a state that
    the side cannot have; the database admits none of them.

    Source: PermenPANRB 53/2014 asks for measurement by period and leaves the arithmetic to each
    indikator. Kumulatif as printed in the Rencana Aksi of Kesbangpol Provinsi Lampung 2024 (20,
    29, -, -) and of Bakesbangpol Kota Pasuruan 2023 (by month); jumlah as in the Evaluasi Rencana
    Aksi of Kesbangpol Provinsi Lampung 2024; terakhir as in the laporan kinerja of Bakesbangpol
    Kota Pasuruan 2023 (Indeks Stabilitas, Nilai SAKIP).
    """
    bahan = susun_bahan(target, realisasi, frekuensi, frekuensi_target or frekuensi, sampai)
    if not bahan.tempo:
        return HasilPeriode(_target_tanpa_tempo(bahan), _realisasi_tanpa_tempo(cara, bahan))
    sisi_target, sisi_realisasi, keterangan = _CARA[cara](bahan)
    lengkap = not sisi_target.alasan and not sisi_realisasi.alasan
    return HasilPeriode(sisi_target, sisi_realisasi, keterangan if lengkap else "")


_Hasil = tuple[Sisi, Sisi, str]


def _kumulatif(bahan: Bahan) -> _Hasil:
    """The last due target; the latest figure from its period on."""
    wajib = akhir_masa(max(bahan.tempo), bahan.frekuensi)
    calon = {bulan: isi for bulan, isi in bahan.terukur.items() if bulan >= wajib}
    realisasi = _terbaru(calon) if calon else bahan.kosong([wajib])
    return _dua_terbaru(bahan, realisasi)


def _terakhir(bahan: Bahan) -> _Hasil:
    """The last due target; the latest figure of all, with a warning where a later one is due."""
    wajib = bahan.wajib()
    calon = bahan.terukur
    if not calon:
        lewat = [bulan for bulan in wajib if bulan <= bahan.sampai]
        return _dua_terbaru(bahan, bahan.kosong((lewat or wajib)[-1:]))
    akhir = max(calon)
    pesan: tuple[str, ...] = ()
    if tertinggal := [bulan for bulan in wajib if akhir < bulan <= bahan.sampai]:
        pesan = (f"{bahan.kosong(tertinggal).alasan} Dipakai angka {bahan.nama([akhir])}.",)
    return _dua_terbaru(bahan, Sisi(calon[akhir], (akhir,), peringatan=pesan))


def _jumlah(bahan: Bahan) -> _Hasil:
    """The sums; of a sum that lacks a due part nobody would see that it does, so there is none."""
    target = _total(bahan.tempo, "Target", bahan.nama_target)
    belum = [bulan for bulan in bahan.wajib() if bulan not in bahan.terukur]
    realisasi = bahan.kosong(belum) if belum else _total(bahan.terukur, "Realisasi", bahan.nama)
    keterangan = (
        f"Jumlah target {bahan.nama_target(target.asal)}; "
        f"jumlah realisasi {bahan.nama(realisasi.asal)}."
    )
    return target, realisasi, keterangan


def _rata_rata(bahan: Bahan) -> _Hasil:
    """The means over the periods that have numbers on both sides."""
    pasangan = {
        bulan: (sasaran, nilai)
        for bulan, nilai in angka(bahan.terukur).items()
        if (sasaran := bahan.target_masa(bulan))
    }
    if not pasangan:
        belum = [bulan for bulan in bahan.wajib() if bulan not in bahan.terukur]
        kosong = bahan.kosong(belum) if belum else Sisi(None, alasan=TANPA_PASANGAN)
        return _rata_sisi(angka(bahan.tempo)), kosong, ""
    per_masa = {bulan: rata(list(isi.values())) for bulan, (isi, _) in pasangan.items()}
    asal_target = sorted({satu for isi, _ in pasangan.values() for satu in isi})
    realisasi = _rata_sisi({bulan: nilai for bulan, (_, nilai) in pasangan.items()})
    return (
        Sisi(_rata_sisi(per_masa).nilai, tuple(asal_target)),
        Sisi(realisasi.nilai, realisasi.asal, peringatan=_luar_rata(bahan, realisasi.asal)),
        f"Rata-rata {bahan.nama(realisasi.asal)}.",
    )


_CARA: dict[Cara, Callable[[Bahan], _Hasil]] = {
    Cara.KUMULATIF: _kumulatif,
    Cara.JUMLAH: _jumlah,
    Cara.RATA_RATA: _rata_rata,
    Cara.TERAKHIR: _terakhir,
}


def _target_tanpa_tempo(bahan: Bahan) -> Sisi:
    if bahan.target:
        akhir = max(bahan.target)
        return Sisi(bahan.target[akhir], (akhir,), bahan.target[akhir].alasan)
    if bahan.ada_target_nanti:
        alasan = f"Belum ada target yang jatuh tempo sampai {bahan.nama_sampai}."
        return Sisi(Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan=alasan), alasan=alasan)
    return Sisi(None, alasan="Target belum ditetapkan.")


def _realisasi_tanpa_tempo(cara: Cara, bahan: Bahan) -> Sisi:
    """Nothing was due, yet work before its time or after it is work."""
    if not bahan.terukur:
        if bahan.realisasi:
            return bahan.kosong(bahan.realisasi)
        return Sisi(None, alasan=f"Belum ada realisasi sampai {bahan.nama_sampai}.")
    if cara is Cara.JUMLAH:
        return _total(bahan.terukur, "Realisasi", bahan.nama)
    if cara is Cara.RATA_RATA:
        return _rata_sisi(angka(bahan.terukur))
    return _terbaru(bahan.terukur)


def _terbaru(calon: Mapping[int, Nilai]) -> Sisi:
    akhir = max(calon)
    return Sisi(calon[akhir], (akhir,))


def _dua_terbaru(bahan: Bahan, realisasi: Sisi) -> _Hasil:
    akhir = max(bahan.tempo)
    isi = bahan.tempo[akhir]
    tanpa_angka = isi.jenis is JenisNilai.TANPA_ANGKA
    alasan = (isi.alasan or "Target tidak berupa angka.") if tanpa_angka else ""
    keterangan = f"Target {bahan.nama_target([akhir])}; realisasi {bahan.nama(realisasi.asal)}."
    return Sisi(isi, (akhir,), alasan), realisasi, keterangan


def _total(isi: Mapping[int, Nilai], sisi: str, nama: Callable[[Iterable[int]], str]) -> Sisi:
    bilangan = angka(isi)
    if bukan := [bulan for bulan in isi if bulan not in bilangan]:
        alasan = f"{sisi} {nama(bukan)} tidak berupa angka, sehingga tidak dapat dijumlahkan."
        return Sisi(None, alasan=alasan)
    return Sisi(Nilai.dari_angka(jumlahkan(bilangan.values())), tuple(bilangan))


def _rata_sisi(bilangan: Mapping[int, Decimal]) -> Sisi:
    if not bilangan:
        return Sisi(None, alasan="Tidak ada angka yang dapat dirata-rata.")
    return Sisi(Nilai.dari_angka(rata(list(bilangan.values()))), tuple(bilangan))


def _luar_rata(bahan: Bahan, dipakai: tuple[int, ...]) -> tuple[str, ...]:
    """What the mean leaves out, so that nobody takes it for the mean of all periods."""
    pesan = []
    if belum := [bulan for bulan in bahan.wajib() if bulan not in bahan.terukur]:
        pesan.append(f"{bahan.kosong(belum).alasan} Tidak ikut dirata-rata.")
    if tanpa := [bulan for bulan in bahan.terukur if bulan not in dipakai]:
        pesan.append(
            f"{bahan.nama(tanpa)} tidak ikut dirata-rata: target atau realisasinya bukan angka."
        )
    return tuple(pesan)
