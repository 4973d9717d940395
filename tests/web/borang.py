"""The form of a page as a browser reads it and sends it back, from the HTML alone."""

from html.parser import HTMLParser
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.test import Client

Isi = dict[str, str]


class _Pembaca(HTMLParser):
    """What a browser would send of each `form.formulir`, or of a form without any tag around it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.isi: Isi = {}
        self._di_formulir = "<form" not in html
        self._pilihan, self._area = "", ""
        self.feed(html.replace("\r\n", "\n"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        atribut = dict(attrs)
        if tag == "form":
            self._di_formulir = "formulir" in (atribut.get("class") or "")
        if not self._di_formulir:
            return
        nama, nilai = atribut.get("name") or "", atribut.get("value") or ""
        mati = not nama or "disabled" in atribut
        if tag == "input" and not mati:
            if atribut.get("type") != "checkbox":
                self.isi[nama] = nilai
            elif "checked" in atribut:
                self.isi[nama] = nilai or "on"
        elif tag == "select":
            self._pilihan = "" if mati else nama
        elif tag == "option" and self._pilihan:
            if "selected" in atribut or self._pilihan not in self.isi:
                self.isi[self._pilihan] = nilai
        elif tag == "textarea" and not mati:
            self._area = nama
            self.isi[nama] = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.isi[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            # the first line break belongs to the markup; the others are sent as two characters
            tanpa_awal = self.isi[self._area].removeprefix("\n")
            self.isi[self._area] = tanpa_awal.replace("\n", "\r\n")
            self._area = ""
        elif tag == "form":
            self._di_formulir = False


def isi_halaman(jawaban: HttpResponse) -> Isi:
    """What the form of a page sends when nobody touches it."""
    return _Pembaca(jawaban.content.decode()).isi


def isi_form(form: BaseForm | str) -> Isi:
    return _Pembaca(str(form)).isi


def tambah(isi: Isi, ubah: dict[str, Any]) -> Isi:
    """What is sent after somebody typed; None takes a tick away."""
    hasil = isi | {nama: str(nilai) for nama, nilai in ubah.items()}
    return {nama: nilai for nama, nilai in hasil.items() if ubah.get(nama, "") is not None}


def kirim(client: Client, alamat: str, **ubah: Any) -> HttpResponse:
    """Open a page, type, and send its form."""
    return client.post(alamat, tambah(isi_halaman(client.get(alamat)), ubah))
