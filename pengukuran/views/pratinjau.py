"""A page of evidence beside what it proves: the panel that a page of the application opens."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pengukuran.queries.bukti import BarisBukti
from sakip.berkas.galat import BerkasBerubah, BerkasHilang
from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.pratinjau.galat import TakTampil
from sakip.berkas.pratinjau.lukis import Halaman, halaman_berkas
from sakip.berkas.unduhan import jawab_halaman
from sakip.dokumen.asal import KEPALA
from sakip.lib.galat import TidakAda

# a script that opens the panel without leaving the page asks for nothing else
PANEL = "pratinjau"
BUKTI, HALAMAN, BESAR = "bukti", "halaman", "besar"
TIADA = "Bukti ini tidak ada, atau sudah dilepas. Muat ulang halamannya."
TAUTAN = "Tautan ke tempat lain tidak ditampilkan di sini, dan isinya belum diperiksa."
BUKAN_FILE = (
    "Bukti ini berupa tautan ke tempat lain, sehingga halamannya tidak ditampilkan di sini."
)
_BILANGAN = r"([0-9]{1,5})(?![0-9])"
# “hal. 14”, “halaman ke-14”, “hlm 14”, “p. 14”
_DISEBUT = re.compile(
    rf"(?<![a-z])(?:halaman|hal|hlm|pp?)[\s.:]*(?:ke-?\s*)?{_BILANGAN}", re.IGNORECASE
)
_LEPAS = re.compile(rf"(?<![0-9]){_BILANGAN}")
_DIKETIK = re.compile(r"\s*([0-9]{1,9})\s*")
TAHUN_MUNGKIN = range(1900, 2101)


@dataclass(frozen=True)
class Panel:
    """Evidence that is open: the page of it, or why there is none to show.

    `banyak` is how many pages there are, 0 where nobody knows; `besar`: larger than the panel;
    `ulang`: what is not shown now may be shown when it is asked for again.
    """

    bukti: BarisBukti
    nomor: int
    banyak: int
    besar: bool
    halaman: Halaman | None = None
    pesan: str = ""
    ulang: bool = False

    @property
    def berpindah(self) -> bool:
        """Whether it has other pages, or may have: also where this one is not shown."""
        berkas = self.bukti.berkas
        return berkas is not None and berkas.jenis == Jenis.PDF and self.banyak != 1

    @property
    def sebelumnya(self) -> int | None:
        sebelum = min(self.nomor - 1, self.banyak or self.nomor)
        return sebelum if sebelum > 0 else None

    @property
    def berikutnya(self) -> int | None:
        return self.nomor + 1 if self.nomor < self.banyak else None


def nomor_disebut(teks: str) -> int:
    """The page that somebody named freely, else 1.

    The number after “hal.” or its like, else the first one that is no year.
    """
    disebut = _DISEBUT.search(teks)
    if disebut:
        return max(int(disebut[1]), 1)
    lepas = (int(satu) for satu in _LEPAS.findall(teks))
    return max(next((satu for satu in lepas if satu not in TAHUN_MUNGKIN), 1), 1)


def nomor_diminta(teks: str) -> int:
    """The page that the panel asks for: a number typed alone is no year."""
    diketik = _DIKETIK.fullmatch(teks)
    return max(int(diketik[1]), 1) if diketik else nomor_disebut(teks)


def panel_bukti(permintaan: HttpRequest, bukti: Iterable[BarisBukti]) -> Panel | None:
    """What `?bukti=` opens of the evidence on a page; None where nothing is asked for.

    Draws the page, so no transaction may be open. Raises TidakAda for evidence that is not there;
    a form that was sent is answered all the same, without it, and waits for no drawing.
    """
    diminta = permintaan.GET.get(BUKTI, "")
    if not diminta:
        return None
    milik = next((satu for satu in bukti if str(satu.pk) == diminta), None)
    if milik is None:
        if permintaan.method == "POST":
            return None
        raise TidakAda(TIADA)
    return _panel(permintaan, milik)


def _panel(permintaan: HttpRequest, milik: BarisBukti) -> Panel:
    diminta = permintaan.GET.get(HALAMAN, "")
    nomor = nomor_diminta(diminta) if diminta else nomor_disebut(_halaman_awal(milik))
    besar = permintaan.GET.get(BESAR) == "ya"
    if milik.berkas is None:
        return Panel(milik, nomor, 0, besar=besar, pesan=TAUTAN)
    try:
        halaman = halaman_berkas(milik.berkas, nomor, lukis=permintaan.method != "POST")
    except TakTampil as salah:
        pesan, ulang = str(salah), salah.ulang
        return Panel(milik, nomor, salah.banyak, besar=besar, pesan=pesan, ulang=ulang)
    except (BerkasHilang, BerkasBerubah) as salah:
        return Panel(milik, nomor, 0, besar=besar, pesan=str(salah), ulang=True)
    return Panel(milik, nomor, halaman.banyak, besar=besar, halaman=halaman)


def _halaman_awal(bukti: BarisBukti) -> str:
    """The page that its evidence names; a picture is one page, whatever is said of it."""
    return bukti.halaman if bukti.berkas and bukti.berkas.jenis == Jenis.PDF else ""


def panel_terbuka(permintaan: HttpRequest, bukti: Iterable[BarisBukti]) -> dict[str, str]:
    """What an address says of the panel, for the page that follows; nothing where none is open."""
    if permintaan.GET.get(BUKTI) not in {str(satu.pk) for satu in bukti}:
        return {}
    return {
        nama: permintaan.GET[nama] for nama in (BUKTI, HALAMAN, BESAR) if nama in permintaan.GET
    }


def panel_saja(permintaan: HttpRequest) -> bool:
    return permintaan.headers.get(KEPALA) == PANEL


def sajikan_panel(permintaan: HttpRequest, panel: Panel) -> HttpResponse:
    """The panel without its page, for the script."""
    return render(permintaan, "komponen/pratinjau.html", {"pratinjau": panel})


def berikan_halaman(permintaan: HttpRequest, berkas: Berkas | None) -> HttpResponse:
    """The page `?halaman=` as a picture. Raises TidakAda: a link, or a page that is not shown."""
    if berkas is None:
        raise TidakAda(BUKAN_FILE)
    return jawab_halaman(berkas, nomor_diminta(permintaan.GET.get(HALAMAN, "")))
