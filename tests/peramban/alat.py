"""What the walks in a real browser share: addresses, signing in, and how a page is judged."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_FILE_NAME, AXE_FILE_PATH, AXE_SCRIPT
from django.conf import settings
from django.templatetags.static import static
from django.test import Client
from django.urls import reverse

from sakip.organisasi.models import Pengguna
from tests.peramban.kolam import Kolam

SANDI = "contoh-sakip-2023"
LEBAR = {"meja": (1366, 768), "ponsel": (320, 640)}
PEMDA = "kota-pasuruan"
UNIT = "pasuruan-bakesbangpol"

PERIKSA = Path(__file__).with_name("periksa.js").read_text(encoding="utf-8")
# where the live server of a test finds axe: fetched as a file, the browser reads it only once
AXE = ("axe", AXE_FILE_PATH.parent)

# what the browser itself says of a page that answers with one of these, and nothing else
_JAWABAN_GAGAL = re.compile(r"Failed to load resource: the server responded with a status of (\d+)")


@dataclass
class Peramban:
    """A browser and a live server, with all that its pages complained of or asked of others."""

    kolam: Kolam
    keluhan: list[str] = field(default_factory=list)
    diminta: list[str] = field(default_factory=list)
    dipinjam: list[tuple[Any, dict[str, Any]]] = field(default_factory=list)
    konteks: list[Any] = field(default_factory=list)

    @property
    def server(self) -> str:
        return self.kolam.server

    def buka(self, siapa: str = "", ukuran: str = "meja", wajar: tuple[int, ...] = ()) -> Any:
        """A page in a browser of its own, signed in as somebody or not.

        `wajar` are the answers other than success that its pages are meant to get.
        """
        halaman = self.kolam.pinjam(*LEBAR[ukuran])
        if siapa:
            halaman.context.add_cookies([{**_sesi(siapa), "url": self.server}])
        dengar = {
            "console": lambda pesan: self._keluhkan(pesan.text, wajar),
            "pageerror": lambda galat: self.keluhan.append(str(galat)),
            "request": lambda minta: self.diminta.append(minta.url),
        }
        for apa, catat in dengar.items():
            halaman.on(apa, catat)
        self.dipinjam.append((halaman, dengar))
        return halaman

    def _keluhkan(self, pesan: str, wajar: tuple[int, ...]) -> None:
        gagal = _JAWABAN_GAGAL.match(pesan)
        if gagal is None or int(gagal[1]) not in wajar:
            self.keluhan.append(pesan)

    def tutup(self) -> None:
        """At the end nothing was complained of, and nothing asked of another machine."""
        for milik in self.konteks:
            milik.close()
        for halaman, dengar in self.dipinjam:
            for apa, catat in dengar.items():
                halaman.remove_listener(apa, catat)
            self.kolam.terima(halaman)
        assert self.keluhan == []
        assert [url for url in self.diminta if not url.startswith(self.server)] == []


def _sesi(nama_pengguna: str) -> dict[str, str]:
    """The cookie of somebody who signed in; how that is done has tests of its own."""
    client = Client()
    client.force_login(Pengguna.objects.get(nama_pengguna=nama_pengguna))
    nama = settings.SESSION_COOKIE_NAME
    return {"name": nama, "value": client.cookies[nama].value}


def masuk(halaman: Any, nama: str, sandi: str = SANDI) -> None:
    """Sign in by the form."""
    halaman.get_by_label("Nama pengguna").fill(nama)
    halaman.get_by_label("Kata sandi").fill(sandi)
    halaman.get_by_role("button", name="Masuk").click()
    halaman.get_by_role("navigation", name="Menu utama").wait_for(state="attached")


def judul(halaman: Any) -> str:
    return halaman.get_by_role("heading", level=1).inner_text()


def setahun(nama: str) -> str:
    return reverse(nama, kwargs={"kode": UNIT, "tahun": 2023})


def organisasi(nama: str, *sisa: object) -> str:
    """A page of the example's pemda."""
    return reverse(f"organisasi:{nama}", args=[PEMDA, *sisa])


def keluhan_tampilan(halaman: Any) -> list[str]:
    """What axe finds on a page, and whether it is wider than the screen."""
    if not halaman.url.startswith("http") and not halaman.evaluate("'axe' in window"):
        halaman.evaluate(AXE_SCRIPT)  # a page without a server
    return halaman.evaluate(PERIKSA, static(f"{AXE[0]}/{AXE_FILE_NAME}"))


def periksa_kedua_lebar(halaman: Any, urut: Sequence[str] = tuple(LEBAR)) -> list[str]:
    """The page at hand on a desk and on a phone, or in the order asked for."""
    hasil = []
    for ukuran in urut:
        lebar, tinggi = LEBAR[ukuran]
        halaman.set_viewport_size({"width": lebar, "height": tinggi})
        hasil += [f"{ukuran}: {satu}" for satu in keluhan_tampilan(halaman)]
    return hasil


def periksa(halaman: Any, alamat: dict[str, str]) -> dict[str, list[str]]:
    """What is wrong with each of these pages.

    Every other one is opened on a phone: as wide as the window was left, it need not be laid out
    once more.
    """
    temuan, urut = {}, tuple(LEBAR)
    for nama, satu in alamat.items():
        halaman.goto(satu)
        if keluhan := periksa_kedua_lebar(halaman, urut):
            temuan[nama] = keluhan
        urut = urut[::-1]
    return temuan
