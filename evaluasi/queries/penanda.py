"""Who signs for the inspektorat."""

from datetime import date

from sakip.organisasi.models import Pemda, Penempatan


def penanda_inspektorat(pemda: Pemda, tanggal: date) -> Penempatan | None:
    """The inspektur of a pemda on a day, known by the name of the post; None where there is none."""
    milik = Penempatan.objects.filter(
        pejabat__pemda=pemda, memimpin=True, jabatan__istartswith="inspektur"
    )
    return milik.pada(tanggal).select_related("pejabat").order_by("-dari", "-pk").first()
