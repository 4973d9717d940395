"""A figure on a page: as people read it, and the way to where it comes from."""

from urllib.parse import quote

from django import template

from sakip.dokumen.angka import Angka

register = template.Library()


@register.inclusion_tag("komponen/angka.html", takes_context=True)
def angka(context: template.RequestContext, satu: Angka) -> dict[str, object]:
    """The figure, or its state with the reason; a link to where it comes from."""
    return {"satu": satu, "tujuan": _awalan(context) + quote(satu.kunci, safe="/")}


def _awalan(context: template.RequestContext) -> str:
    """What stands before the kunci in every such address of the page; made once."""
    simpanan = context.render_context
    if "awalan_angka" not in simpanan:
        isian = context["request"].GET.copy()
        isian.pop("angka", None)
        sisa = isian.urlencode()
        simpanan["awalan_angka"] = f"?{sisa}&angka=" if sisa else "?angka="
    hasil: str = simpanan["awalan_angka"]
    return hasil
