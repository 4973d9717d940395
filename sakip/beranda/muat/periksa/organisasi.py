"""Checks of the pemda's scale and of the people."""

from collections.abc import Iterator

from sakip.beranda.muat.bentuk import BentukOrang, BentukSkala, Contoh
from sakip.beranda.muat.periksa.dasar import ganda, kode_unit
from sakip.organisasi.peran import PERAN_PEMDA, Peran

PERAN_WAJIB = {
    Peran.OPERATOR: "yang mencatat angka contoh",
    Peran.PERENCANA: "yang memeriksa angka contoh",
    Peran.PIMPINAN: "yang menetapkan perjanjian contoh",
}


def keluhan_organisasi(contoh: Contoh) -> Iterator[str]:
    yield from _skala(contoh.pemda.skala)
    yield from ganda("unit", [contoh.unit.kode, *(b.kode for b in contoh.unit.bawahan)])
    yield from _orang(contoh)
    yield from ganda("jendela", (f"{j.jenis} {j.bulan}/{j.tahun}" for j in contoh.jendela))


def _skala(skala: BentukSkala) -> Iterator[str]:
    batas = [b.di_atas for b in skala.batas]
    if not batas or batas[-1] is not None or None in batas[:-1]:
        yield "skala harus berakhir dengan satu kategori tanpa di_atas"
        return
    angka = [b for b in batas if b is not None]
    if angka != sorted(set(angka), reverse=True):
        yield "batas skala harus menurun dari kategori tertinggi"


def _orang(contoh: Contoh) -> Iterator[str]:
    orang = contoh.akun.orang
    yield from ganda("nama pengguna", (o.nama_pengguna for o in orang))
    unit = kode_unit(contoh)
    for satu in orang:
        if satu.peran not in Peran.values:
            yield f"akun {satu.nama_pengguna} berperan “{satu.peran}” yang tidak dikenal"
        elif satu.peran not in PERAN_PEMDA and satu.unit not in unit:
            yield f"akun {satu.nama_pengguna} bertugas di unit “{satu.unit}” yang tidak ada"
    ada = {o.peran for o in orang}
    for peran, guna in PERAN_WAJIB.items():
        if peran not in ada:
            yield f"tidak ada akun berperan {peran.value}, {guna}"
    yield from _pengisi(orang, unit)


def _pengisi(orang: list[BentukOrang], unit: set[str]) -> Iterator[str]:
    """Who enters is not who verifies, so a sekretariat that enters needs another one."""
    for satu in orang:
        for kode in satu.mengisi:
            if kode not in unit:
                yield f"akun {satu.nama_pengguna} mengisi unit “{kode}” yang tidak ada"
    sekretariat = [satu for satu in orang if satu.peran == Peran.PERENCANA]
    if len(sekretariat) == 1 and sekretariat[0].mengisi:
        yield f"akun {sekretariat[0].nama_pengguna} mengisi, padahal tidak ada perencana lain"
