"""Who gets what answer at which address: the one table of rights.

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
    _milik_unit("pengukuran:pemantauan"),
    _isian("pengukuran:isi"),
    _isian("pengukuran:isi-sel", get=405),
    _isian("pengukuran:isi-baris", ("indikator", Id("indikator")), ("bulan", 12)),
    _milik_unit("beranda:tugas"),
    # nothing of it waits in this year: who may send gets an answer, all others the reason
    _pada_meja(
        "pengukuran:ajukan", boleh=("perencana", "alih"), kirim="kosong",
        alasan="Tidak ada realisasi yang Anda isi di Bakesbangpol Kota Pasuruan. Yang mengajukan "
        "adalah bidang pengisinya, atau sekretariat.",
    ),
    _pada_meja(
        "pengukuran:verifikasi", boleh=("perencana", "alih"), kirim="verifikasi",
        alasan="Hanya sekretariat Bakesbangpol Kota Pasuruan yang dapat melakukannya di halaman "
        "ini.",
    ),
    _pada_meja(
        "pengukuran:periksa-baris", *STABILITAS, boleh=("pimpinan", "ok"), kirim="buka kembali",
        alasan="Hanya pimpinan Bakesbangpol Kota Pasuruan yang menyetujui realisasi.",
    ),
    _milik_unit("pengukuran:koreksi"),
    _pada_meja(
        "pengukuran:koreksi-usul", *STABILITAS, boleh=("perencana", "tulis"),
        kirim="usulan koreksi", alasan=BUKAN_PENGISI,
    ),
    _kesiapan("pengukuran:kesiapan"),
    _kesiapan("pengukuran:kesiapan-atur", ("aturan", "lonjakan"), kirim="kesiapan"),
    _pengisi("pengukuran:bukti-tambah", *DESEMBER, apa="indikator", kirim="bukti"),
    # no evidence on the stage; that it goes out and away is tried in tests/pengukuran
    _milik_unit("pengukuran:bukti-unduh", *DESEMBER, ("pk", 1), tahun=2024, get=404),
    _milik_unit("pengukuran:bukti-hapus", *DESEMBER, ("pk", 1), tahun=2024, get=405, post=404),
    _milik_unit("pengukuran:aksi"),
    _pengisi("pengukuran:aksi-isi", AKSI, ("bulan", 12), apa="aksi", kirim="aksi"),
    _pengisi("pengukuran:aksi-bukti-tambah", TERLAPOR, ("bulan", 12), apa="aksi", kirim="bukti"),
    _milik_unit(
        "pengukuran:aksi-bukti-unduh", TERLAPOR, ("bulan", 12), ("pk", 1), tahun=2024, get=404
    ),
    _milik_unit(
        "pengukuran:aksi-bukti-hapus",
        TERLAPOR,
        ("bulan", 12),
        ("pk", 1),
        tahun=2024,
        get=405,
        post=404,
    ),
    _milik_unit("pengukuran:isi-excel", tahun=2024),
    _pengisi("pengukuran:isi-impor", apa="impor", kirim="buku"),
    # a workbook is looked at by nobody but who sent it
    _pengisi("pengukuran:isi-tinjau", ("berkas", 1), apa="impor", get=404, post=404),
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
