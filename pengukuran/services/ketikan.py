"""A text that could not be saved, kept for whoever typed it; by every sheet in the same way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pengukuran.models import Ketikan
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna

# beyond this a text is no typing, and is not kept between two saves
MAKS_KETIKAN = 50_000


@dataclass(frozen=True)
class Tempat:
    """The box of a text: the table of its sheet, and the columns that name it there."""

    model: type[Ketikan]
    isi: Mapping[str, Any]


def ketik(tempat: Tempat, *, teks: str, pesan: str, oleh: Pengguna) -> None:
    """Keep what could not be saved, over what the same person typed into the box before."""
    isi = teks.replace("\x00", "")[:MAKS_KETIKAN]
    tempat.model.objects.update_or_create(
        **tempat.isi,
        oleh=oleh,
        defaults={"teks": isi, "pesan": pesan, "waktu": waktu.sekarang()},
    )


def lupakan(tempat: Tempat, *, oleh: Pengguna) -> None:
    """One's own text of a box is saved by now, or thrown away on purpose."""
    tempat.model.objects.filter(**tempat.isi, oleh=oleh).delete()
