"""Turns HTML from standard input into a PDF on standard output, in a process of its own.

Run by `sakip.dokumen.pdf`. A short-lived process, because WeasyPrint's memory grows when one
process renders again, and because text that would hang or swell the renderer then ends with this
process and not with the web server. Imports no Django: it must start fast.
"""

import base64
import io
import resource
import sys
from email.message import EmailMessage
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import pikepdf
from PIL import Image, ImageFile
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

BATAS_MEMORI = 2 * 1024**3
PIKSEL_TERBANYAK = 40_000_000
RASTER = {"image/png": "PNG", "image/jpeg": "JPEG"}
SVG = "image/svg+xml"
UNSUR_SVG = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "title", "desc",
}  # fmt: skip

ImageFile.LOAD_TRUNCATED_IMAGES = False  # importing WeasyPrint says otherwise


class GambarSaja(URLFetcher):
    """Reads pictures that the document carries inside, as data: addresses, and fetches nothing.

    Any other address ends the rendering. A picture that cannot be read is left out; its text
    stands in its place.
    """

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 -- WeasyPrint's own signature
        kepala, _, badan = url.partition(",")
        mime, *sandi = kepala.removeprefix("data:").split(";")
        if not kepala.startswith("data:image/"):
            raise FatalURLFetchingError(f"Dokumen tidak boleh mengambil {url[:80]}")
        isi = unquote_to_bytes(badan)
        if "base64" in sandi:
            isi = base64.b64decode(isi, validate=True)
        if not (_svg_polos(isi) if mime == SVG else _raster_utuh(isi, mime)):
            raise ValueError(f"Bukan gambar yang dapat dicetak: {url[:40]}")
        kepala_jawaban = EmailMessage()
        kepala_jawaban["Content-Type"] = mime
        return URLFetcherResponse(url, isi, kepala_jawaban)


def _raster_utuh(isi: bytes, mime: str) -> bool:
    """Decodes all of it here, where what is broken can still be left out."""
    if mime not in RASTER:
        return False
    with Image.open(io.BytesIO(isi), formats=(RASTER[mime],)) as gambar:
        if gambar.width * gambar.height > PIKSEL_TERBANYAK:
            return False
        gambar.load()
    return True


def _svg_polos(isi: bytes) -> bool:
    """Only shapes and text: no styles, no addresses, no declarations of its own."""
    if not isi.lstrip().startswith(b"<") or b"<!" in isi:
        return False
    for unsur in ET.fromstring(isi).iter():  # noqa: S314 -- nothing is declared in it
        nama = str(unsur.tag).removeprefix("{http://www.w3.org/2000/svg}")
        atribut = unsur.attrib.items()
        if nama not in UNSUR_SVG or any("href" in n or "url(" in i for n, i in atribut):
            return False
    return True


def cetak(html: str) -> bytes:
    """The PDF of one document, in one pass, tagged, with bookmarks and page labels."""
    dokumen = HTML(string=html, url_fetcher=GambarSaja()).render(pdf_tags=True)
    awal: dict[str, int] = {}
    for nomor, halaman in enumerate(dokumen.pages):
        for tanda in halaman.anchors:  # a part over several pages is anchored on each of them
            awal.setdefault(tanda, nomor)
    return beri_label(dokumen.write_pdf(pdf_tags=True), awal.get("depan"), awal.get("isi"))


def beri_label(pdf: bytes, awal_depan: int | None, awal_isi: int | None) -> bytes:
    """Page labels as printed: the cover by name, i, ii, … from `awal_depan`, 1, 2, … from `awal_isi`."""
    awal = {
        letak: gaya for letak, gaya in ((awal_depan, "/r"), (awal_isi, "/D")) if letak is not None
    }
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        nomor: list[object] = [] if 0 in awal else [0, pikepdf.Dictionary(P="Sampul")]
        for letak, gaya in awal.items():
            nomor += [letak, pikepdf.Dictionary(S=pikepdf.Name(gaya))]
        berkas.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(nomor))
        hasil = io.BytesIO()
        berkas.save(hasil)
    return hasil.getvalue()


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
    html = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(cetak(html))


if __name__ == "__main__":
    main()
