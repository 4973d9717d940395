"""Turns HTML from standard input into a PDF on standard output, in a process of its own.

Run by `sakip.dokumen.pdf`. A short-lived process, because WeasyPrint's memory grows when one
process renders again, and because text that would hang or swell the renderer then ends with this
process and not with the web server. Imports no Django: it must start fast.
"""

import io
import resource
import sys

import pikepdf
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher

BATAS_MEMORI = 2 * 1024**3


class TanpaAlamat(URLFetcher):
    """Fetches nothing: a document carries its styles and pictures inside."""

    def fetch(self, url: str, headers: object = None) -> object:  # noqa: ARG002 -- WeasyPrint's own signature
        raise FatalURLFetchingError(f"Dokumen tidak boleh mengambil {url[:80]}")


def cetak(html: str) -> bytes:
    """The PDF of one document, in one pass, tagged, with bookmarks and page labels."""
    dokumen = HTML(string=html, url_fetcher=TanpaAlamat()).render(pdf_tags=True)
    awal: dict[str, int] = {}
    for nomor, halaman in enumerate(dokumen.pages):
        for tanda in halaman.anchors:  # a part over several pages is anchored on each of them
            awal.setdefault(tanda, nomor)
    return beri_label(dokumen.write_pdf(pdf_tags=True), awal.get("depan"), awal.get("isi"))


def beri_label(pdf: bytes, awal_depan: int | None, awal_isi: int | None) -> bytes:
    """Page labels as printed: the cover by name, i, ii, … from `awal_depan`, 1, 2, … from `awal_isi`."""
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        nomor: list[object] = [0, pikepdf.Dictionary(P="Sampul")]
        for awal, gaya in ((awal_depan, "/r"), (awal_isi, "/D")):
            if awal is not None:
                nomor += [awal, pikepdf.Dictionary(S=pikepdf.Name(gaya))]
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
