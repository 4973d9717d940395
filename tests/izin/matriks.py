"""Who gets what answer at which address: the one table of rights.

Each row: the name of the URL, the objects it is asked for, and the answer per person to opening it
and to sending its form, the same body for all; `masuk` is the redirect to the sign-in page, `tulis`
any answer after something was written. A URL that is not here fails `test_lengkap`.
"""

from dataclasses import dataclass
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


AKUN, PEJABAT = ("pk", Id("akun")), ("pk", Id("pejabat"))
UNIT = ("kode", "dinas-sini")
TW1 = (("tahun", 2024), ("jenis", "pengisian"), ("bulan", 3))

MATRIKS = (
    Baris(
        "organisasi:masuk", _semua("alih", tamu="ok"), _semua("alih", tamu="tulis"), kirim="masuk"
    ),
    Baris("organisasi:keluar", _semua(405), _semua("tulis")),
    # the link is held by whoever it was given to, signed in or not
    Baris(
        "organisasi:sandi-tautan",
        _semua("ok", tamu="ok"),
        _semua("ok", tamu="ok"),
        (("uidb64", "MQ"), ("token", "sudah-mati")),
        "sandi",
    ),
    # one's own account
    Baris("organisasi:akun-saya", _semua("ok"), _semua(405)),
    Baris(
        "organisasi:sandi-ganti",
        _semua("ok"),
        # only one of them has the password that is typed here
        _semua("ok") | {"operator": "tulis"},
        kirim="ganti sandi",
    ),
    Baris("organisasi:sesi-akhiri", _semua(405), _semua("tulis")),
    # a pemda, by its admin
    _milik_pemda("organisasi:pemda", kirim="pemda"),
    # for all who have a role in the pemda, but there is none yet
    Baris("organisasi:lambang", _semua(404), _semua(405), (("pemda", "kota-pasuruan"),)),
    _milik_pemda("organisasi:unit"),
    _milik_pemda("organisasi:unit-baru", kirim="unit baru"),
    _milik_pemda("organisasi:unit-ubah", UNIT, kirim="unit"),
    _milik_pemda("organisasi:unit-perubahan", UNIT, kirim="perubahan"),
    _milik_pemda("organisasi:pejabat"),
    _milik_pemda("organisasi:pejabat-baru", kirim="pejabat baru"),
    _milik_pemda("organisasi:pejabat-ubah", PEJABAT, kirim="pejabat"),
    _milik_pemda("organisasi:penempatan-baru", PEJABAT, kirim="jabatan baru"),
    _milik_pemda("organisasi:penempatan-ubah", ("pk", Id("jabatan")), kirim="jabatan"),
    _milik_pemda("organisasi:akun"),
    _milik_pemda("organisasi:akun-baru", kirim="akun baru"),
    _milik_pemda("organisasi:akun-ubah", AKUN, kirim="akun"),
    _milik_pemda("organisasi:peran-baru", AKUN, kirim="peran baru"),
    _milik_pemda("organisasi:peran-ubah", ("pk", Id("tugas")), kirim="peran"),
    _milik_pemda("organisasi:akun-tautan", AKUN, get=405, kirim="kosong"),
    _milik_pemda("organisasi:akun-sesi", AKUN, get=405, kirim="kosong"),
    _milik_pemda("organisasi:akun-kunci", AKUN, get=405, kirim="kosong"),
    # its windows, by the bagian organisasi
    _milik_pemda("organisasi:jendela-kini", oleh="bagian_organisasi", get="alih"),
    _milik_pemda("organisasi:jendela", ("tahun", 2024), oleh="bagian_organisasi"),
    _milik_pemda("organisasi:jendela-atur", *TW1, oleh="bagian_organisasi", kirim="jendela"),
    _milik_pemda(
        "organisasi:pengecualian-baru",
        ("pk", Id("jendela")),
        oleh="bagian_organisasi",
        kirim="pengecualian baru",
    ),
    _milik_pemda(
        "organisasi:pengecualian-ubah",
        ("pk", Id("pengecualian")),
        oleh="bagian_organisasi",
        kirim="pengecualian",
    ),
    # figures and documents
    Baris(
        "beranda:beranda",
        _semua("alih")
        | dict.fromkeys(("admin", "tanpa_tugas", "admin_luar", "perencana_lain"), "ok"),
        _semua(405),
    ),
    # the design language: not without SAKIP_DEBUG
    Baris("beranda:kit", _semua(404), _semua(405)),
    # the units that each reads; who reads none is told that there is none
    Baris(
        "beranda:semua",
        _semua("ok") | dict.fromkeys(("admin", "tanpa_tugas", "admin_luar", "perencana_lain"), 404),
        _semua(405),
        (("tahun", 2023),),
    ),
    _milik_unit("beranda:tahun"),
    _milik_unit("beranda:periksa"),
    _milik_unit(
        "beranda:riwayat", ("jenis", "perencanaan.renstraversi"), ("pk", Id("renstra"))
    ),
    _milik_unit("perencanaan:renstra"),
    _milik_unit("perencanaan:perjanjian"),
    # the example's agreements are issued as data alone; that files go out is tried in tests/perencanaan
    _milik_unit("perencanaan:perjanjian-unduh", ("ke", 1), get=404),
    _milik_unit("perencanaan:rencana-aksi"),
    _milik_unit("pengukuran:anggaran"),
    _milik_unit("pengukuran:capaian"),
    _milik_unit("beranda:cari"),
    _milik_unit("pelaporan:lkjip-baca"),
    # the PDF is made ready by a job first
    _milik_unit("pelaporan:lkjip-cetak", get=405, post="tulis"),
    _milik_unit("pelaporan:lkjip-unduh", get="alih"),
    # one's own jobs; there is none here, those of others are tried in tests/pekerjaan
    Baris("pekerjaan:daftar", _semua("ok"), _semua(405)),
    Baris("pekerjaan:rincian", _semua(404), _semua(405), (("nomor", 1),)),
    Baris("pekerjaan:mulai-lagi", _semua(405), _semua(404), (("nomor", 1),)),
)  # fmt: skip
