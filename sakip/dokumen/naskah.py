"""What a document says, without how it looks: so that two of them can be told apart."""

from collections.abc import Mapping

from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.kanonik import sidik_kanonik
from sakip.dokumen.queries import nilai_mesin
from sakip.dokumen.telusur import BERURUT, nama_kolom, tercetak

# an anchor is a place in the document, and may hold the id of a row; issuing takes `draf` away
BUKAN_KATA = frozenset({"kunci", "draf"})


def sidik_naskah(dokumen: Dokumen) -> str:
    """SHA-256 over every word, figure and picture, in their order."""
    kata: list[str] = []
    _kumpulkan(dokumen, kata)
    return sidik_kanonik(kata)


def angka_naskah(dokumen: Dokumen) -> dict[str, dict[str, str]]:
    """Its figures by kunci, as printed and exactly, as text."""
    return {
        satu.kunci: {"tertulis": satu.tampil, "nilai": nilai_mesin(satu)}
        for satu in tercetak(dokumen)
    }


def _kumpulkan(isi: object, kata: list[str]) -> None:
    """Its words in their order; into one list, for a report has too many parts for generators."""
    if isinstance(isi, str):
        kata.append(isi)
    elif isinstance(isi, Angka):
        kata += (str(isi), *map(str, isi.kembali))
    elif isinstance(isi, BERURUT):
        for satu in isi:
            _kumpulkan(satu, kata)
    elif kolom := nama_kolom(type(isi)):
        for nama in kolom:
            if nama not in BUKAN_KATA:
                _kumpulkan(getattr(isi, nama), kata)
    elif isinstance(isi, Mapping):
        for satu in isi.values():
            _kumpulkan(satu, kata)
