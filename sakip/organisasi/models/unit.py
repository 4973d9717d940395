"""Perangkat daerah and what is below it."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from sakip.lib.galat import TidakAda
from sakip.organisasi.models.pemda import Pemda
from sakip.organisasi.models.wilayah import Wilayah
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models.pengguna import Pengguna


class UnitQuerySet(models.QuerySet["Unit"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        """The units whose figures this person may read; see `Wilayah`."""
        return self.filter(Wilayah.milik(pengguna).syarat())

    def berkode(self, kode: str) -> "Unit":
        """The unit of a code with its pemda, whoever asks: for commands. Raises TidakAda."""
        unit = self.select_related("pemda").filter(kode=kode).first()
        if unit is None:
            raise TidakAda(f"Unit “{kode}” tidak ada.")
        return unit

    def perangkat_daerah(self) -> Self:
        return self.filter(induk__isnull=True)

    def pada(self, tanggal: date) -> Self:
        """Those that exist on a day."""
        return self.filter(
            Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal),
            berlaku_dari__lte=tanggal,
        )


class Unit(Berversi):
    """A perangkat daerah (no induk) or one of its bidang, sub bidang, UPT.

    `kode` is our own, unique in the installation and part of every address; the government's
    code is `kode_pemerintah`.
    """

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="unit")
    kode = models.SlugField(max_length=60, unique=True)
    kode_pemerintah = models.CharField(max_length=40, blank=True)
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=80)
    induk = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="bawahan"
    )
    # the root above, kept on the row so that one query answers "the whole perangkat daerah"
    perangkat_daerah = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tugas = models.TextField(blank=True)
    fungsi = models.TextField(blank=True, help_text="satu fungsi sebaris")
    dasar_hukum = models.TextField(blank=True, help_text="satu peraturan sebaris")
    urutan = models.PositiveSmallIntegerField(default=0)
    berlaku_dari = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["urutan", "nama"]
        constraints = [
            models.CheckConstraint(
                condition=Q(induk__isnull=True, perangkat_daerah__isnull=True)
                | Q(induk__isnull=False, perangkat_daerah__isnull=False),
                name="unit_bawahan_punya_perangkat_daerah",
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")),
                name="unit_bukan_induk_sendiri",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
                name="unit_masa_berlaku_urut",
                violation_error_message="Unit berakhir sebelum mulai berlaku.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def nama_berbaris(self) -> tuple[str, ...]:
        """The name for a cover, that of its pemda in a line of its own."""
        sendiri = self.nama.removesuffix(self.pemda.nama).strip()
        return (sendiri, self.pemda.nama) if sendiri != self.nama else (self.nama,)

    def daftar_fungsi(self) -> list[str]:
        return self.fungsi.splitlines()

    def daftar_dasar_hukum(self) -> list[str]:
        return self.dasar_hukum.splitlines()
