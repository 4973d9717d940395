"""A report of a unit and year, and what people wrote into it; its figures are never stored."""

from typing import Self

from django.db import models
from django.db.models import Q

from pelaporan.hitung.efisiensi import AturanEfisiensi
from perencanaan.models.dasar import QuerySetUnit
from sakip.berkas.models import Berkas
from sakip.dokumen.models import DokumenTerbit
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi


class LaporanQuerySet(QuerySetUnit):
    def terakhir(self, unit: Unit, tahun: int, jenis: str) -> Self:
        """The newest version of a kind of report; none or one row."""
        return self.filter(unit=unit, tahun=tahun, jenis=jenis).order_by("-ke")[:1]

    def terbit(self) -> Self:
        return self.filter(dokumen__isnull=False)

    def berlaku(self, unit: Unit, tahun: int, jenis: str) -> Self:
        """The newest issued version, else the draft; none or one row.

        A draft that is to replace an issued report counts for nothing before it is issued too.
        """
        milik = self.filter(unit=unit, tahun=tahun, jenis=jenis)
        draf = models.ExpressionWrapper(Q(dokumen__isnull=True), output_field=models.BooleanField())
        return milik.order_by(draf.asc(), "-ke")[:1]


class Laporan(Berversi):
    """One version of a report. It is issued once it has a `dokumen`, which then never changes.

    `kerangka` names the outline; `aturan_efisiensi` is the one rule the whole report uses.
    """

    class Jenis(models.TextChoices):
        LKJIP = "lkjip", "LKjIP"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=20, choices=Jenis, default=Jenis.LKJIP)
    ke = models.PositiveSmallIntegerField(default=1)
    kerangka = models.SlugField(max_length=40, default="lkjip")
    tempat = models.CharField(max_length=60, blank=True, help_text="tempat penandatanganan")
    tanggal = models.DateField(null=True, blank=True, help_text="kosong: belum ditandatangani")
    aturan_efisiensi = models.CharField(
        max_length=20,
        choices=[
            (AturanEfisiensi.SELISIH.value, "selisih"),
            (AturanEfisiensi.RELATIF.value, "relatif"),
            (AturanEfisiensi.RASIO.value, "rasio"),
            (AturanEfisiensi.INDEKS.value, "indeks"),
            (AturanEfisiensi.PMK.value, "PMK 22/2021"),
        ],
        default=AturanEfisiensi.SELISIH.value,
    )
    dokumen = models.ForeignKey(
        DokumenTerbit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = LaporanQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan"
        ordering = ["tahun", "ke"]
        constraints = [
            tahun_wajar("laporan"),
            models.UniqueConstraint(
                fields=["unit", "tahun", "jenis", "ke"], name="laporan_ke_tunggal"
            ),
            models.UniqueConstraint(
                fields=["dokumen"],
                condition=Q(dokumen__isnull=False),
                name="laporan_satu_dokumen",
            ),
            models.CheckConstraint(condition=Q(jenis__in=("lkjip",)), name="laporan_jenis_dikenal"),
            models.CheckConstraint(condition=Q(ke__gte=1), name="laporan_ke_sejak_satu"),
            models.CheckConstraint(
                condition=Q(aturan_efisiensi__in=[satu.value for satu in AturanEfisiensi]),
                name="laporan_aturan_efisiensi_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(dokumen__isnull=True) | Q(tanggal__isnull=False),
                name="laporan_terbit_bertanggal",
                violation_error_message="Laporan yang terbit bertanggal.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.tahun}"


class BagianQuerySet(QuerySetUnit):
    jalur_unit = "laporan__unit"


class Bagian(Berversi):
    """A section of the outline in one report: left out, or with words of its own.

    Sections without a row are printed as the outline has them.
    """

    laporan = models.ForeignKey(Laporan, on_delete=models.PROTECT, related_name="bagian")
    kunci = models.SlugField(max_length=40, help_text="bagian dari kerangka laporan")
    tampil = models.BooleanField(default=True)

    objects = BagianQuerySet.as_manager()

    class Meta:
        verbose_name = "bagian laporan"
        constraints = [
            models.UniqueConstraint(fields=["laporan", "kunci"], name="bagian_satu_per_kunci"),
        ]

    def __str__(self) -> str:
        return self.kunci


class ParagrafQuerySet(QuerySetUnit):
    jalur_unit = "bagian__laporan__unit"


class Paragraf(Berversi):
    """What people wrote under a section, after what the figures say by themselves."""

    bagian = models.ForeignKey(Bagian, on_delete=models.PROTECT, related_name="paragraf")
    urutan = models.PositiveSmallIntegerField()
    teks = models.TextField()

    objects = ParagrafQuerySet.as_manager()

    class Meta:
        verbose_name = "paragraf"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(fields=["bagian", "urutan"], name="paragraf_satu_per_urutan"),
            models.CheckConstraint(condition=~Q(teks=""), name="paragraf_berisi"),
        ]

    def __str__(self) -> str:
        return self.teks[:60]


class GambarBagianQuerySet(QuerySetUnit):
    jalur_unit = "bagian__laporan__unit"


class GambarBagian(Berversi):
    """A picture under a section; without its file the draft shows a marked empty place."""

    bagian = models.ForeignKey(Bagian, on_delete=models.PROTECT, related_name="gambar")
    urutan = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=250)
    sumber = models.CharField(max_length=250, blank=True)
    berkas = models.ForeignKey(
        Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = GambarBagianQuerySet.as_manager()

    class Meta:
        verbose_name = "gambar"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["bagian", "urutan"], name="gambarbagian_satu_per_urutan"
            ),
            models.CheckConstraint(condition=~Q(judul=""), name="gambarbagian_berjudul"),
        ]

    def __str__(self) -> str:
        return self.judul
