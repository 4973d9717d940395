"""The letter: plain text, what and until when, one way there, and no figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sakip.lib.tanggal import sebut_hari, tulis_tanggal
from sakip.pengingat.hitung.pengingat import Ingatan

# a letter longer than this is not read; the page shows all
BARIS_TERBANYAK = 40
KAKI = (
    "Surel ini dikirim otomatis dan berhenti sendiri begitu pekerjaannya selesai.\n"
    "Alamat surel Anda diatur di Akun saya."
)


@dataclass(frozen=True)
class Butir:
    """One thing in the letter; `ket` says more of how it stands, such as that it is locked."""

    ingatan: Ingatan
    nama: str
    tempat: str
    ket: str = ""


@dataclass(frozen=True)
class Surat:
    perihal: str
    isi: str


def tulis_surat(nama: str, butir: Sequence[Butir], hari: date, alamat: str) -> Surat:
    """`alamat` is the one link of the letter."""
    lewat = [satu for satu in butir if satu.ingatan.hal.tenggat < hari]
    sendiri = [satu for satu in butir if satu.ingatan.sendiri]
    bagian = (
        ("Lewat tenggat", [satu for satu in sendiri if satu in lewat]),
        ("Segera jatuh tempo", [satu for satu in sendiri if satu not in lewat]),
        ("Lewat tenggat, menunggu yang lain", [s for s in butir if not s.ingatan.sendiri]),
    )
    ditulis, isi = 0, [f"Yth. {nama},"]
    for judul, semua in bagian:
        muat = semua[: BARIS_TERBANYAK - ditulis]
        ditulis += len(muat)
        if muat:
            isi.append("\n".join([judul, *(_butir(satu, hari) for satu in muat)]))
    if sisa := len(butir) - ditulis:
        isi.append(f"Dan {sisa} hal lain di aplikasi.")
    return Surat(_perihal(len(butir), len(lewat)), "\n\n".join([*isi, alamat, KAKI]) + "\n")


def _perihal(semua: int, lewat: int) -> str:
    if not lewat:
        return f"SAKIP: {semua} hal segera jatuh tempo"
    if lewat == semua:
        return f"SAKIP: {lewat} hal lewat tenggat"
    return f"SAKIP: {lewat} hal lewat tenggat, {semua - lewat} segera jatuh tempo"


def _butir(satu: Butir, hari: date) -> str:
    tenggat = satu.ingatan.hal.tenggat
    keadaan = ", ".join(filter(None, (sebut_hari(tenggat, hari), satu.ket)))
    return f"- {satu.nama}\n  {satu.tempat}\n  tenggat {tulis_tanggal(tenggat)}, {keadaan}"
