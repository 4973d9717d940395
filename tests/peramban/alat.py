"""What the walks in a real browser share: addresses, signing in, and how a page is judged."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from django.urls import reverse

from sakip.organisasi.models import Pengguna

SANDI = "contoh-sakip-2023"
LEBAR = {"meja": (1366, 768), "ponsel": (320, 640)}
PEMDA = "kota-pasuruan"
UNIT = "pasuruan-bakesbangpol"

PERIKSA = Path(__file__).with_name("periksa.js").read_text(encoding="utf-8")

# what the browser itself says of a page that answers with one of these, and nothing else
_JAWABAN_GAGAL = re.compile(r"Failed to load resource: the server responded with a status of (\d+)")


@dataclass
class Peramban:
    """A browser and a live server, with all that its pages complained of or asked of others."""

    chromium: Any
    server: str
    keluhan: list[str] = field(default_factory=list)
    diminta: list[str] = field(default_factory=list)
    konteks: list[Any] = field(default_factory=list)

    def buka(self, siapa: str = "", ukuran: str = "meja", wajar: tuple[int, ...] = ()) -> Any:
        """A page in a browser of its own, signed in as somebody or not.

        `wajar` are the answers other than success that its pages are meant to get.
        """
        lebar, tinggi = LEBAR[ukuran]
        milik = self.chromium.new_context(
            viewport={"width": lebar, "height": tinggi}, locale="id", base_url=self.server
        )
        self.konteks.append(milik)
        if siapa:
            milik.add_cookies([{**_sesi(siapa), "url": self.server}])
        halaman = milik.new_page()
        halaman.set_default_timeout(45_000)
        halaman.on("console", lambda pesan: self._keluhkan(pesan.text, wajar))
        halaman.on("pageerror", lambda galat: self.keluhan.append(str(galat)))
        halaman.on("request", lambda minta: self.diminta.append(minta.url))
        return halaman

    def _keluhkan(self, pesan: str, wajar: tuple[int, ...]) -> None:
        gagal = _JAWABAN_GAGAL.match(pesan)
        if gagal is None or int(gagal[1]) not in wajar:
            self.keluhan.append(pesan)

    def tutup(self) -> None:
        """At the end nothing was complained of, and nothing asked of another machine."""
        for milik in self.konteks:
            milik.close()
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
    if not halaman.evaluate("'axe' in window"):
        halaman.evaluate(AXE_SCRIPT)
    hasil = halaman.evaluate(PERIKSA)
    isi, layar = halaman.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return hasil if isi <= layar else [*hasil, f"{isi} piksel pada layar {layar}"]


def periksa_kedua_lebar(halaman: Any) -> list[str]:
    """The page at hand on a desk and on a phone."""
    hasil = []
    for ukuran, (lebar, tinggi) in LEBAR.items():
        halaman.set_viewport_size({"width": lebar, "height": tinggi})
        hasil += [f"{ukuran}: {satu}" for satu in keluhan_tampilan(halaman)]
    return hasil


def periksa(halaman: Any, alamat: dict[str, str]) -> dict[str, list[str]]:
    """What is wrong with each of these pages."""
    temuan = {}
    for nama, satu in alamat.items():
        halaman.goto(satu)
        if keluhan := periksa_kedua_lebar(halaman):
            temuan[nama] = keluhan
    return temuan
