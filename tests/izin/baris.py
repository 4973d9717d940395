"""How a row of the table of rights in `matriks` is written.

Each row: the name of the URL, the objects it is asked for, and the answer per person to opening it
and to sending its form, the same body for all; `masuk` is the redirect to the sign-in page, `tulis`
any answer after something was written. A URL that is not here fails `test_lengkap`.
"""

from dataclasses import dataclass, replace
from typing import Literal

from tests.izin.panggung import Id

Jawaban = Literal["tulis", "ok", "alih", "masuk", 403, 404, 405]
Jawab = dict[str, Jawaban]

PEMBACA_UNIT = (
    "operator", "perencana", "pimpinan", "bagian_organisasi", "inspektorat", "pembaca",
)  # fmt: skip
# in the pemda, but not in the unit
SEPEMDA = ("admin", "perencana_lain")
# for them the pemda does not exist
ORANG_LUAR = ("inspektorat_luar", "tanpa_tugas", "admin_luar", "bagian_luar")
BUKAN_PEMBACA = (*SEPEMDA, *ORANG_LUAR)
SEMUA = (*PEMBACA_UNIT, *BUKAN_PEMBACA)
SIAPA_PUN = (*SEMUA, "tamu")


@dataclass(frozen=True)
class Baris:
    """`kirim` names the body of the form; `alasan` is a part of what a 403 says."""

    url: str
    get: Jawab
    post: Jawab
    isian: tuple[tuple[str, object], ...] = ()
    kirim: str = "kosong"
    alasan: str = ""


def _semua(jawaban: Jawaban, *, tamu: Jawaban = "masuk") -> Jawab:
    return {**dict.fromkeys(SEMUA, jawaban), "tamu": tamu}


def _milik_unit(
    url: str,
    *isian: tuple[str, object],
    tahun: int = 2023,
    get: Jawaban = "ok",
    post: Jawaban = 405,
) -> Baris:
    """Readers of the unit get these answers; for all others it does not exist."""

    def jawab(jawaban: Jawaban) -> Jawab:
        tolak = {} if jawaban == 405 else dict.fromkeys(BUKAN_PEMBACA, 404)
        return _semua(jawaban) | tolak

    return Baris(
        url,
        jawab(get),
        jawab(post),
        (("kode", "pasuruan-bakesbangpol"), ("tahun", tahun), *isian),
    )


ALASAN = {
    "admin": "Hanya admin Kota Pasuruan yang mengelola unit, pejabat, dan akun.",
    "bagian_organisasi": "Jendela diatur oleh bagian organisasi Kota Pasuruan.",
}


def _milik_pemda(
    url: str,
    *isian: tuple[str, object],
    oleh: str = "admin",
    get: Jawaban = "ok",
    kirim: str = "",
) -> Baris:
    """For one role of the pemda; colleagues are told why not, to others it does not exist."""
    tolak = _semua(403) | dict.fromkeys(ORANG_LUAR, 404)
    return Baris(
        url,
        tolak | {oleh: get} if get != 405 else _semua(405),
        tolak | {oleh: "tulis"} if kirim else _semua(405),
        (("pemda", "kota-pasuruan"), *isian),
        kirim or "kosong",
        ALASAN[oleh],
    )


def _isian(url: str, *isian: tuple[str, object], get: Jawaban = "ok") -> Baris:
    """Read by all of the unit; of these people the sekretariat alone enters this indikator."""
    baca = _milik_unit(url, *isian, tahun=2024, get=get)
    tulis = _semua(403) | dict.fromkeys(BUKAN_PEMBACA, 404) | {"perencana": "tulis"}
    alasan = (
        "Indikator ini diisi oleh Sekretariat. Bila Anda perlu mengisinya, minta sekretariat "
        "Bakesbangpol Kota Pasuruan."
    )
    return Baris(url, baca.get, tulis, baca.isian, "sel isian", alasan)


def _belanja(url: str, get: Jawaban = "ok") -> Baris:
    """The same of what was spent on a program that no bidang carries."""
    alasan = "Realisasi anggaran ini diisi oleh sekretariat Bakesbangpol Kota Pasuruan."
    return replace(_isian(url, get=get), kirim="sel belanja", alasan=alasan)


def _pada_meja(
    url: str,
    *isian: tuple[str, object],
    boleh: tuple[str, Jawaban],
    kirim: str,
    alasan: str,
) -> Baris:
    """Read by all of the unit; of these people one may send it, and gets this answer."""
    baca = _milik_unit(url, *isian)
    kirimkan = _semua(403) | dict.fromkeys(BUKAN_PEMBACA, 404) | dict([boleh])
    return Baris(url, baca.get, kirimkan, baca.isian, kirim, alasan)


def _kesiapan(url: str, *isian: tuple[str, object], kirim: str = "") -> Baris:
    dasar = _milik_pemda(url, *isian, oleh="bagian_organisasi", kirim=kirim)
    return replace(dasar, alasan="Aturan kesiapan diatur oleh bagian organisasi.")


def _sumber(url: str, *isian: tuple[str, object], kirim: str = "") -> Baris:
    """For the sekretariat of the unit; its other readers are told so."""
    tolak = _semua(403) | dict.fromkeys(BUKAN_PEMBACA, 404)
    return Baris(
        url,
        tolak | {"perencana": "ok"},
        tolak | {"perencana": "tulis"} if kirim else _semua(405),
        (("kode", "pasuruan-bakesbangpol"), ("tahun", 2023), *isian),
        kirim or "kosong",
        "Sumber usulan realisasi diatur oleh sekretariat Bakesbangpol Kota Pasuruan.",
    )


def _pengatur_lkjip(
    url: str, *, get: Jawaban = "ok", post: Jawaban = "tulis", kirim: str = "kosong"
) -> Baris:
    """For the sekretariat of the unit; its other readers are told so."""
    dasar = _sumber(url, kirim=kirim)
    return replace(
        dasar,
        get=dasar.get if get == "ok" else _semua(get),
        post=dasar.post | {"perencana": post},
        alasan="LKjIP Bakesbangpol Kota Pasuruan diatur oleh sekretariatnya.",
    )


STABILITAS = (("indikator", Id("indikator")), ("bulan", 12))
BUKAN_PENGISI = (
    "Indikator ini diisi oleh Sekretariat. Bila Anda perlu mengisinya, minta sekretariat "
    "Bakesbangpol Kota Pasuruan."
)


def _pengisi(
    url: str,
    *isian: tuple[str, object],
    apa: str,
    get: Jawaban = "ok",
    post: Jawaban = "tulis",
    kirim: str = "kosong",
) -> Baris:
    """For who enters it, of these people the sekretariat; other readers are told why not."""
    lain = _semua(403) | dict.fromkeys(BUKAN_PEMBACA, 404)
    return Baris(
        url,
        _semua(405) if get == 405 else lain | {"perencana": get},
        lain | {"perencana": post},
        (("kode", "pasuruan-bakesbangpol"), ("tahun", 2024), *isian),
        kirim,
        ALASAN_PENGISI[apa],
    )


def _evaluator(
    url: str, *isian: tuple[str, object], get: Jawaban = "ok", post: Jawaban = "tulis", kirim: str
) -> Baris:
    """For the inspektorat; readers of the unit are told why not, to others it does not exist."""
    lain = _semua(403) | dict.fromkeys(BUKAN_PEMBACA, 404)
    return Baris(
        url,
        lain | {"inspektorat": get},
        lain | {"inspektorat": post},
        (("kode", "pasuruan-bakesbangpol"), ("tahun", 2023), *isian),
        kirim,
        "Hanya inspektorat Kota Pasuruan yang mengevaluasi dan memutuskan.",
    )


def _penindak(
    url: str,
    *isian: tuple[str, object],
    kirim: str,
    oleh: tuple[str, ...] = ("perencana",),
    sebutan: str = "Sekretariat / perencana",
) -> Baris:
    """For those of the unit who follow a recommendation up; its other readers are told so."""
    lain = _semua(403) | dict.fromkeys(BUKAN_PEMBACA, 404)
    return Baris(
        url,
        lain | dict.fromkeys(oleh, "ok"),
        lain | dict.fromkeys(oleh, "tulis"),
        (("kode", "pasuruan-bakesbangpol"), ("tahun", 2023), *isian),
        kirim,
        f"Hanya {sebutan} Bakesbangpol Kota Pasuruan yang dapat mengubahnya.",
    )


def _pelapor(url: str, *isian: tuple[str, object], kirim: str) -> Baris:
    """Of these people also the operator."""
    sebutan = "Operator bidang atau Sekretariat / perencana"
    return _penindak(url, *isian, kirim=kirim, oleh=("perencana", "operator"), sebutan=sebutan)


def _setelan(url: str) -> Baris:
    """For the inspektorat and the bagian organisasi of the pemda."""
    dasar = _milik_pemda(url, oleh="bagian_organisasi", kirim="setelan")
    return replace(
        dasar,
        get=dasar.get | {"inspektorat": "ok"},
        post=dasar.post | {"inspektorat": "tulis"},
        alasan="Setelan evaluasi diatur oleh inspektorat atau bagian organisasi Kota Pasuruan.",
    )


def _instrumen(
    nama: str,
    *isian: tuple[str, object],
    get: Jawaban = "ok",
    kirim: str = "",
    post: Jawaban = "tulis",
) -> Baris:
    """For the same two."""
    dasar = _milik_pemda(
        f"evaluasi:instrumen{nama}", *isian, oleh="bagian_organisasi", get=get, kirim=kirim
    )
    berdua = ("bagian_organisasi", "inspektorat")
    return replace(
        dasar,
        get=dasar.get | dict.fromkeys(berdua, get),
        post=dasar.post | (dict.fromkeys(berdua, post) if kirim else {}),
        alasan="Instrumen diatur oleh inspektorat atau bagian organisasi Kota Pasuruan.",
    )


ALASAN_MEJA = (
    "Evaluasi semua unit dibaca inspektorat dan bagian organisasi Kota Pasuruan. Evaluasi unit "
    "Anda ada di halaman LKE."
)


def _peninjau(url: str) -> Baris:
    """For who looks over all units of a pemda; who reads a unit is told why not."""
    baca = _semua(403) | dict.fromkeys(("admin", "tanpa_tugas", "admin_luar"), 404)
    luar = ("inspektorat_luar", "bagian_luar")
    boleh = dict.fromkeys(("inspektorat", "bagian_organisasi", *luar), "ok")
    return Baris(url, baca | boleh, _semua(405), (("tahun", 2023),), alasan=ALASAN_MEJA)


def _meja_kini(url: str) -> Baris:
    dasar = _milik_pemda(url, oleh="bagian_organisasi", get="alih")
    return replace(dasar, get=dasar.get | {"inspektorat": "alih"}, alasan=ALASAN_MEJA)


TL, LANGKAH = ("pk", Id("rekomendasi")), ("rencana", Id("langkah"))
_SINGKATAN = "Bakesbangpol Kota Pasuruan"
ALASAN_PENGISI = {
    "indikator": (
        "Indikator ini diisi oleh Sekretariat. Bila Anda perlu mengisinya, minta sekretariat "
        f"{_SINGKATAN}."
    ),
    "aksi": (
        "Aksi ini dilaporkan oleh Sekretariat. Bila Anda perlu melaporkannya, minta sekretariat "
        f"{_SINGKATAN}."
    ),
    "impor": (f"Realisasi {_SINGKATAN} diimpor oleh bidang yang mengisinya, atau sekretariatnya."),
}
DESEMBER = (("indikator", Id("indikator")), ("bulan", 12))
AKSI, TERLAPOR = ("aksi", Id("aksi")), ("aksi", Id("aksi_terlapor"))


# a page of the worksheet that the sekretariat alone writes on
SEKRETARIAT = _semua(403) | dict.fromkeys(BUKAN_PEMBACA, 404) | {"perencana": "ok"}


def _sekretariat(
    url: str, *isian: tuple[str, object], kirim: str, get: Jawab, post: Jawaban = "tulis"
) -> Baris:
    """Of the worksheet of 2024, whose self-assessment runs: the sekretariat alone writes."""
    lain = _semua(403) | dict.fromkeys(BUKAN_PEMBACA, 404)
    return Baris(
        url,
        get,
        lain | {"perencana": post},
        (
            ("kode", "pasuruan-bakesbangpol"), ("tahun", 2024), ("tahap", "mandiri"), *isian,
        ),
        kirim,
        f"Hanya Sekretariat / perencana {_SINGKATAN} yang dapat mengubahnya.",
    )  # fmt: skip


MANDIRI, KRITERIA = ("tahap", "mandiri"), ("kriteria", Id("kriteria"))
LHE, KOMPONEN = ("pk", Id("lhe")), ("komponen", Id("komponen"))
AKUN, PEJABAT = ("pk", Id("akun")), ("pk", Id("pejabat"))
UNIT = ("kode", "dinas-sini")
TW1 = (("tahun", 2024), ("jenis", "pengisian"), ("bulan", 3))
