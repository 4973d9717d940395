"""A figure on a page: as people read it, and the way to where it comes from."""

from urllib.parse import quote

from django import template
from django.http import QueryDict

from sakip.dokumen.angka import Angka, Isi, dinyatakan_kembali
from sakip.dokumen.telusur import telusuri

register = template.Library()


@register.inclusion_tag("komponen/angka.html", takes_context=True)
def angka(context: template.Context, satu: Angka) -> dict[str, object]:
    """The figure, or its state with the reason; a link to where it comes from."""
    return {"satu": satu, "tujuan": _tujuan(_awalan(context), satu)}


@register.inclusion_tag("dokumen/_isi.html", takes_context=True)
def isi(context: template.Context, potongan: Isi) -> dict[str, object]:
    """The pieces of a sentence or cell on a page: its figures lead to where they come from."""
    awalan = _awalan(context)
    return {
        "potongan": [
            (satu, _tujuan(awalan, satu) if isinstance(satu, Angka) else "") for satu in potongan
        ]
    }


@register.inclusion_tag("komponen/kembali.html", takes_context=True)
def catatan_kembali(context: template.Context, isi: object) -> dict[str, object]:
    """Below a table: what was restated of the figures in `isi`; nothing where nothing was."""
    return {"daftar": dinyatakan_kembali(telusuri(isi)), "kerja": context.get("kerja")}


def _tujuan(awalan: str, satu: Angka) -> str:
    return awalan + quote(satu.kunci, safe="/")


def _awalan(context: template.Context) -> str:
    """What stands before the kunci in every such address of the page; made once."""
    simpanan = context.render_context
    if "awalan_angka" not in simpanan:
        permintaan = context.get("request")
        isian = QueryDict(mutable=True) if permintaan is None else permintaan.GET.copy()
        isian.pop("angka", None)
        sisa = isian.urlencode()
        simpanan["awalan_angka"] = f"?{sisa}&angka=" if sisa else "?angka="
    hasil: str = simpanan["awalan_angka"]
    return hasil
