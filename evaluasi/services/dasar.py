"""What the services of evaluation share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from evaluasi.models import LembarKerja, PelakuLembar, PelakuRekomendasi, Rekomendasi
from evaluasi.status import Pelaku
from sakip.berkas.models import Berkas
from sakip.lib.izin import Izin, Tolak
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna, Unit

DIDAHULUI = "Orang lain baru saja mengubahnya. Muat ulang untuk melihat keadaan terkini."


def minta(izin: Izin) -> None:
    """Raises HakKurang with the reason of a refusal."""
    if isinstance(izin, Tolak):
        raise HakKurang(izin.alasan)


def ikut_mengerjakan(lembar: LembarKerja, oleh: Pengguna, sisi: Pelaku) -> None:
    """Write a person down on one side of a worksheet. Raises HakKurang for one of the other."""
    baris, _ = PelakuLembar.objects.get_or_create(
        lembar=lembar, pengguna=oleh, defaults={"sebagai": sisi.value}
    )
    if baris.sebagai != sisi:
        raise HakKurang("Anda ikut menilai lembar kerja ini dari sisi yang lain.")


def ikut_menindaklanjuti(rekomendasi: Rekomendasi, oleh: Pengguna, sisi: Pelaku) -> None:
    """The same for a recommendation. Raises HakKurang."""
    baris, _ = PelakuRekomendasi.objects.get_or_create(
        rekomendasi=rekomendasi, pengguna=oleh, defaults={"sebagai": sisi.value}
    )
    if baris.sebagai != sisi:
        raise HakKurang("Anda ikut menindaklanjuti rekomendasi ini dari sisi yang lain.")


def pastikan_berkas_unit(berkas: Berkas | None, unit: Unit) -> None:
    """Evidence is a file of the perangkat daerah itself. Raises ValidationError."""
    if berkas is None:
        return
    akar = unit.perangkat_daerah_id or unit.pk
    milik = berkas.unit_id
    if milik is None or not (
        milik == akar or Unit.objects.filter(pk=milik, perangkat_daerah=akar).exists()
    ):
        raise ValidationError(
            {"berkas": "Berkas ini milik unit lain. Unggah buktinya dari unit yang dinilai."}
        )


def berikutnya(milik: Any, kolom: str = "ke") -> int:
    """The next number of rows in a queryset; the caller holds the row above them."""
    terakhir = milik.order_by(f"-{kolom}").values_list(kolom, flat=True).first()
    return (terakhir or 0) + 1


def sisipkan(objek: Model) -> None:
    """Validate a new row and write it. Raises ValidationError."""
    objek.full_clean()
    objek.save(force_insert=True)
