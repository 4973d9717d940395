"""Recommendations of an LHE or LHP, and what the inspektorat decided on them."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models.dasar import (
    QuerySetLewat,
    QuerySetTambahLewat,
    berisi,
    dikenal,
    pemda_inspektorat,
    pilihan,
)
from evaluasi.models.instrumen import Komponen, SubKomponen
from evaluasi.models.lhe import Lhe
from evaluasi.status import (
    LABEL_PELAKU,
    LABEL_PUTUSAN,
    LABEL_SUMBER,
    Pelaku,
    StatusLhe,
    SumberRekomendasi,
)
from perencanaan.models.dasar import QuerySetUnit
from sakip.jejak.models import BarisTambah
from sakip.organisasi.models import Unit
from sakip.web.tahun import tahun_wajar
from sakip.web.versi import Berversi

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


class RekomendasiQuerySet(QuerySetUnit):
    def untuk(self, pengguna: "Pengguna") -> Self:
        """Those of a draft LHE are the inspektorat's own."""
        return (
            super()
            .untuk(pengguna)
            .filter(
                Q(lhe=None)
                | Q(lhe__status=StatusLhe.TERBIT.value)
                | Q(unit__pemda__in=pemda_inspektorat(pengguna))
            )
        )

    def berlaku(self) -> Self:
        """Those that stand: of an LHP, or of the newest issued version of an LHE; each once."""
        pengganti = Lhe.objects.terbit().filter(
            unit=OuterRef("lhe__unit"),
            tahun_evaluasi=OuterRef("lhe__tahun_evaluasi"),
            ke__gt=OuterRef("lhe__ke"),
        )
        return self.filter(
            Q(lhe=None) | Q(lhe__status=StatusLhe.TERBIT.value), ~Exists(pengganti), pokok=None
        )

    def berstatus(self) -> Self:
        """With `status`: what the last verdict says. There is no other place that tells."""
        terakhir = Putusan.objects.filter(rekomendasi=OuterRef("pk")).order_by("-ke")
        return self.annotate(
            status=Coalesce(
                Subquery(terakhir.values("status")[:1]),
                Value(StatusTindakLanjut.BELUM_DITINDAKLANJUTI.value),
                output_field=models.CharField(),
            )
        )


class Rekomendasi(Berversi):
    """One recommendation, once, however many komponen it stands under.

    `tahun` is that of its source; number and date are here for an LHP alone, an LHE has its own.

    A row with a `pokok` is no recommendation of its own but a wording of that one: the coming one
    in the draft that replaces an issued LHE, or the one of a version that was replaced. Whatever
    is done about it hangs on the `pokok`, which always stands in the newest version.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    sumber = models.CharField(max_length=10, choices=pilihan(LABEL_SUMBER))
    lhe = models.ForeignKey(
        Lhe, on_delete=models.PROTECT, null=True, blank=True, related_name="rekomendasi"
    )
    tahun = models.PositiveSmallIntegerField()
    nomor_sumber = models.CharField(max_length=120, blank=True)
    tanggal_sumber = models.DateField(null=True, blank=True)
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    berulang_dari = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="berulang"
    )
    pokok = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="naskah"
    )

    objects = RekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "rekomendasi"
        ordering = ["tahun", "urutan"]
        constraints = [
            tahun_wajar("rekomendasi"),
            dikenal("sumber", SumberRekomendasi, "rekomendasi_sumber_dikenal"),
            models.CheckConstraint(
                condition=Q(
                    sumber=SumberRekomendasi.LHE.value,
                    lhe__isnull=False,
                    nomor_sumber="",
                    tanggal_sumber=None,
                )
                | (~Q(sumber=SumberRekomendasi.LHE.value) & Q(lhe__isnull=True)),
                name="rekomendasi_sesuai_sumber",
                violation_error_message="Rekomendasi LHE berasal dari sebuah LHE.",
            ),
            berisi("uraian", "rekomendasi_berisi", "Tulis rekomendasinya."),
            models.CheckConstraint(
                condition=Q(berulang_dari__isnull=True) | ~Q(berulang_dari=F("id")),
                name="rekomendasi_bukan_ulangan_sendiri",
            ),
            models.CheckConstraint(
                condition=Q(pokok__isnull=True) | (~Q(pokok=F("id")) & Q(lhe__isnull=False)),
                name="rekomendasi_naskah_dalam_lhe",
            ),
            models.UniqueConstraint(
                fields=["lhe", "pokok"],
                condition=Q(lhe__isnull=False, pokok__isnull=False),
                name="rekomendasi_satu_naskah_per_lhe",
                violation_error_message="Rekomendasi ini sudah dibawa ke LHE itu.",
            ),
            models.UniqueConstraint(
                fields=["lhe", "urutan"],
                condition=Q(lhe__isnull=False),
                name="rekomendasi_satu_per_urutan_lhe",
            ),
            models.UniqueConstraint(
                fields=["unit", "sumber", "tahun", "nomor_sumber", "urutan"],
                condition=Q(lhe__isnull=True),
                name="rekomendasi_satu_per_urutan_lhp",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian

    def tahun_asal(self) -> int:
        """The year of work it speaks of: of an LHE the tahun kinerja, of an LHP its own year."""
        return self.lhe.tahun_kinerja if self.lhe else self.tahun

    def tanggal_asal(self) -> date | None:
        """The date of the LHE or LHP, from which months are counted; None where not known."""
        return self.lhe.tanggal if self.lhe else self.tanggal_sumber


class BawahRekomendasiQuerySet(QuerySetLewat):
    induk = "rekomendasi"


class RekomendasiKomponen(Berversi):
    """A komponen, or a sub-komponen in it, under which a recommendation stands."""

    rekomendasi = models.ForeignKey(Rekomendasi, on_delete=models.PROTECT, related_name="komponen")
    komponen = models.ForeignKey(Komponen, on_delete=models.PROTECT, related_name="+")
    sub = models.ForeignKey(
        SubKomponen, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = BawahRekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "komponen rekomendasi"
        constraints = [
            models.UniqueConstraint(
                fields=["rekomendasi", "komponen"], name="rekomendasikomponen_tunggal"
            ),
        ]

    def __str__(self) -> str:
        return str(self.sub or self.komponen)


class PelakuRekomendasi(models.Model):
    """Who had a hand in a follow-up, and on which side: who reports cannot give the verdict."""

    rekomendasi = models.ForeignKey(Rekomendasi, on_delete=models.PROTECT, related_name="pelaku")
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sebagai = models.CharField(max_length=12, choices=pilihan(LABEL_PELAKU))

    objects = BawahRekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "pelaku rekomendasi"
        constraints = [
            models.UniqueConstraint(
                fields=["rekomendasi", "pengguna"],
                name="pelakurekomendasi_satu_sisi",
                violation_error_message="Yang menindaklanjuti tidak memutuskan hasilnya.",
            ),
            dikenal("sebagai", Pelaku, "pelakurekomendasi_sisi_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna} ({self.sebagai})"


class PutusanQuerySet(QuerySetTambahLewat):
    induk = "rekomendasi"


class Putusan(BarisTambah):
    """A verdict of the inspektorat; never changed, so that author and date stay.

    The last one tells where a recommendation stands. `dasar` names the signed letter without
    which nothing is declared impossible (Peraturan BPK 2/2017).
    """

    rekomendasi = models.ForeignKey(Rekomendasi, on_delete=models.PROTECT, related_name="putusan")
    ke = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=24, choices=pilihan(LABEL_PUTUSAN))
    catatan = models.TextField()
    dasar = models.CharField(max_length=200, blank=True, help_text="surat pernyataan, bernomor")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField()

    objects = PutusanQuerySet.as_manager()

    class Meta:
        verbose_name = "putusan"
        ordering = ["ke"]
        constraints = [
            models.UniqueConstraint(fields=["rekomendasi", "ke"], name="putusan_ke_tunggal"),
            models.CheckConstraint(condition=Q(ke__gte=1), name="putusan_ke_sejak_satu"),
            dikenal("status", StatusTindakLanjut, "putusan_status_dikenal"),
            berisi("catatan", "putusan_bercatatan", "Putusan memerlukan catatan."),
            models.CheckConstraint(
                condition=~Q(status=StatusTindakLanjut.TIDAK_DAPAT.value) | ~Q(dasar=""),
                name="putusan_tidak_dapat_berdasar",
                violation_error_message=(
                    "Tidak dapat ditindaklanjuti memerlukan surat pernyataan bertanda tangan. "
                    "Tulis nomor dan tanggalnya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} ({self.ke})"
