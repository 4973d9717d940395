"""Reading the trail."""

from django.db.models import Model, QuerySet

from sakip.jejak.models import CatatanJejak


def riwayat(objek: Model) -> QuerySet[CatatanJejak]:
    """Everything that happened to one object, newest first.

    The page that shows it has already checked that the reader may see the object.
    """
    return CatatanJejak.objects.filter(
        objek_jenis=objek._meta.label_lower,
        objek_id=str(objek.pk),
    ).order_by("-pk")
