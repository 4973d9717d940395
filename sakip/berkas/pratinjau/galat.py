"""Why a page is not shown, and what to do instead: for people."""

from sakip.lib.galat import TidakAda

_KATA = {
    "jenis": "Berkas {jenis} tidak dapat ditampilkan di sini. Buka berkasnya.",
    "lewat": "Halaman {nomor} tidak ada: berkas ini {banyak} halaman. Pilih halaman lain.",
    "terkunci": (
        "PDF ini dikunci kata sandi, sehingga tidak dapat ditampilkan di sini. Buka berkasnya "
        "dengan kata sandinya, atau minta yang tidak dikunci."
    ),
    "rusak": (
        "Berkas ini rusak atau terpotong, sehingga tidak dapat ditampilkan di sini. Buka berkasnya; "
        "bila tidak terbaca juga, minta yang utuh."
    ),
    "berat": "Halaman {nomor} terlalu berat untuk ditampilkan di sini. Buka berkasnya.",
    "lambat": "Halaman {nomor} terlalu lama disiapkan untuk ditampilkan di sini. Buka berkasnya.",
    "gagal": (
        "Halaman {nomor} tidak dapat ditampilkan di sini: isinya rusak atau terlalu berat. Buka "
        "berkasnya."
    ),
    "server": (
        "Server sedang tidak dapat menyiapkan halaman ini. Buka berkasnya; bila berulang, "
        "sampaikan kepada admin: sebabnya tercatat di log."
    ),
    "sibuk": "Server sedang menyiapkan halaman lain. Coba lagi sebentar lagi, atau buka berkasnya.",
    "belum": "Halaman {nomor} belum disiapkan. Coba lagi untuk melihatnya, atau buka berkasnya.",
}
# what says nothing of the file: the same page may be there a moment later
_SEMENTARA = frozenset({"sibuk", "server", "belum"})
# what no other try changes
_TETAP = frozenset({"jenis", "lewat"})


class TakTampil(TidakAda):
    """This page is not shown; `banyak` is how many pages there are, 0 where nobody knows.

    `sementara`: the reason is the server's, not the file's. `ulang`: asking again may help.
    """

    def __init__(self, sebab: str, nomor: int, *, banyak: int = 0, jenis: str = "") -> None:
        super().__init__(_KATA[sebab].format(nomor=nomor, banyak=banyak, jenis=jenis))
        self.banyak = banyak
        self.sementara = sebab in _SEMENTARA
        self.ulang = sebab not in _TETAP
