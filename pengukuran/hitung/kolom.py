"""The cells of one realisasi: what a person types, returns, or is asked about."""

from enum import StrEnum

AWALAN_VARIABEL = "variabel."


class Kolom(StrEnum):
    """A variable of the formula is a cell of its own, named `variabel.` and its name."""

    NILAI = "nilai"
    BELUM_DIUKUR = "belum_diukur"
    TANPA_VARIABEL = "tanpa_variabel"
    ALASAN = "alasan"
    KETERANGAN = "keterangan"
    PENDUKUNG = "pendukung"
    PENGHAMBAT = "penghambat"
    UPAYA = "upaya"
    BUKTI = "bukti"
    UMUM = "umum"


# what is typed into; evidence is attached, and a return may be about the whole
SEL = tuple(satu for satu in Kolom if satu not in {Kolom.BUKTI, Kolom.UMUM})

SEBUTAN: dict[str, str] = {
    Kolom.NILAI: "realisasi",
    Kolom.BELUM_DIUKUR: "belum diukur",
    Kolom.TANPA_VARIABEL: "variabel tidak tersedia",
    Kolom.ALASAN: "alasan",
    Kolom.KETERANGAN: "keterangan",
    Kolom.PENDUKUNG: "faktor pendukung",
    Kolom.PENGHAMBAT: "faktor penghambat",
    Kolom.UPAYA: "upaya dan rencana tindak lanjut",
    Kolom.BUKTI: "bukti",
    Kolom.UMUM: "seluruh isian",
}


def kolom_variabel(nama: str) -> str:
    """The cell of a variable."""
    return f"{AWALAN_VARIABEL}{nama}"


def nama_variabel(kolom: str) -> str | None:
    """The name of the variable that a cell is of; None for any other cell."""
    return kolom.removeprefix(AWALAN_VARIABEL) if kolom.startswith(AWALAN_VARIABEL) else None


def sebut_kolom(kolom: str) -> str:
    """A cell as sentences name it."""
    variabel = nama_variabel(kolom)
    return SEBUTAN.get(kolom, kolom) if variabel is None else f"variabel {variabel}"


def giliran(kolom: str) -> tuple[int, str]:
    """Where a cell stands when several of a row are written.

    Whether variables are used comes first, then they, then what may stand in their place.
    """
    if nama_variabel(kolom) is not None:
        return 1, kolom
    urutan: dict[str, int] = {Kolom.TANPA_VARIABEL: 0, Kolom.BELUM_DIUKUR: 2, Kolom.NILAI: 3}
    return urutan.get(kolom, 4), kolom
