"""The scores of grades, by indikator."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import F

from pengukuran.models import ButirPredikat
from sakip.organisasi.models import Unit


def skor_predikat(unit: Unit) -> dict[int, dict[str, Decimal]]:
    """The score of each grade, the best first, of every indikator of a unit that is graded.

    By the id of the indikator; one without a scale is absent. A scale of another pemda counts for
    nothing. One query.
    """
    return skor_setiap_unit([unit])


def skor_setiap_unit(unit: Iterable[Unit]) -> dict[int, dict[str, Decimal]]:
    """The same over several units, each with the scales of its own pemda; one query."""
    hasil: dict[int, dict[str, Decimal]] = {}
    butir = ButirPredikat.objects.filter(
        skala__pemda=F("skala__pemakai__indikator__unit__pemda"),
        skala__pemakai__indikator__unit__in=list(unit),
    ).order_by("-skor")
    for indikator, predikat, skor in butir.values_list(
        F("skala__pemakai__indikator"), "predikat", "skor"
    ):
        hasil.setdefault(indikator, {})[predikat] = skor
    return hasil
