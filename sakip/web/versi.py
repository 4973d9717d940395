"""No silent overwrite: a row carries a counter, and a save names the count it was opened at."""

from django.db import models


class SudahBerubah(RuntimeError):
    """Somebody else saved the row since it was opened; nothing was written."""


class Berversi(models.Model):
    """A row that people edit. `versi` counts its saves; it is no version of a document."""

    versi = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def simpan_jika_versi(objek: Berversi, versi: int) -> None:
    """Write the whole row, if it still is at the `versi` at which it was opened.

    One conditional update, so of two people who save at once exactly one succeeds, on both
    databases. Raises SudahBerubah; the caller then compares what was typed with what is stored.
    The caller has validated the row, and writes the trail in the same transaction.
    """
    kolom = {
        milik.attname: getattr(objek, milik.attname)
        for milik in objek._meta.concrete_fields
        if not milik.primary_key
    }
    kolom["versi"] = versi + 1
    tersimpan = type(objek)._default_manager.filter(pk=objek.pk, versi=versi)
    if tersimpan.update(**kolom) != 1:
        raise SudahBerubah("Orang lain menyimpan perubahan setelah Anda membuka halaman ini.")
    objek.versi = versi + 1
