"""What a unit does about a recommendation: plan, reports with evidence, more time."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.models.dasar import (
    BuktiDasar,
    QuerySetLewat,
    QuerySetTambahLewat,
    berisi,
    dikenal,
    pilihan,
)
from evaluasi.models.rekomendasi import BawahRekomendasiQuerySet, Rekomendasi
from evaluasi.status import (
    LABEL_KEADAAN,
    LABEL_KEPUTUSAN,
    LABEL_TARGET,
    KeadaanUnit,
    Keputusan,
)
from sakip.jejak.models import BarisTambah
from sakip.organisasi.models import Unit
from sakip.web.tahun import TAHUN_WAJAR
from sakip.web.versi import Berversi


class RencanaTindakLanjut(Berversi):
    """One step a unit plans, with who carries it and until when; see `evaluasi.hitung.tenggat`.

    `sejak` is the date of the LHE or LHP as it was issued, which months are counted from. Only a
    plan taken over from paper may be without a target.
    """

    rekomendasi = models.ForeignKey(Rekomendasi, on_delete=models.PROTECT, related_name="rencana")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", help_text="penanggung jawab"
    )
    jenis_target = models.CharField(max_length=10, choices=pilihan(LABEL_TARGET))
    sejak = models.DateField(null=True, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    bulan = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = BawahRekomendasiQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana tindak lanjut"
        ordering = ["urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["rekomendasi", "urutan"], name="rencanatindaklanjut_satu_per_urutan"
            ),
            berisi("uraian", "rencanatindaklanjut_berisi", "Tulis rencana aksinya."),
            dikenal("jenis_target", JenisTarget, "rencanatindaklanjut_target_dikenal"),
            models.CheckConstraint(
                condition=Q(
                    jenis_target=JenisTarget.TANGGAL.value, tanggal__isnull=False, bulan=None
                )
                | Q(
                    jenis_target=JenisTarget.BULAN.value,
                    tanggal=None,
                    bulan__isnull=False,
                    bulan__range=(1, 60),
                )
                | Q(
                    jenis_target__in=(JenisTarget.TRIWULAN.value, JenisTarget.TANPA.value),
                    tanggal=None,
                    bulan=None,
                ),
                name="rencanatindaklanjut_target_terisi",
                violation_error_message="Isi tanggal atau jumlah bulan (1–60) menurut targetnya.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal__isnull=True)
                | Q(sejak__isnull=True)
                | Q(tanggal__gte=F("sejak")),
                name="rencanatindaklanjut_sesudah_lhe",
                violation_error_message=(
                    "Target ini sebelum tanggal LHE. Isi tanggal yang sama atau sesudahnya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.uraian


class BawahRencanaQuerySet(QuerySetLewat):
    induk = "rencana"


class LaporanTindakLanjutQuerySet(QuerySetTambahLewat):
    induk = "rencana"


class LaporanTindakLanjut(BarisTambah):
    """What a unit says it has done; a later report adds to it, none replaces it.

    `tahun` and `bulan` name the triwulan it is due for, where one is.
    """

    rencana = models.ForeignKey(
        RencanaTindakLanjut, on_delete=models.PROTECT, related_name="laporan"
    )
    ke = models.PositiveSmallIntegerField()
    keadaan = models.CharField(max_length=10, choices=pilihan(LABEL_KEADAAN))
    uraian = models.TextField()
    tahun = models.PositiveSmallIntegerField(null=True, blank=True)
    bulan = models.PositiveSmallIntegerField(null=True, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waktu = models.DateTimeField()

    objects = LaporanTindakLanjutQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan tindak lanjut"
        ordering = ["ke"]
        constraints = [
            models.UniqueConstraint(
                fields=["rencana", "ke"], name="laporantindaklanjut_ke_tunggal"
            ),
            models.CheckConstraint(
                condition=Q(ke__gte=1), name="laporantindaklanjut_ke_sejak_satu"
            ),
            dikenal("keadaan", KeadaanUnit, "laporantindaklanjut_keadaan_dikenal"),
            berisi("uraian", "laporantindaklanjut_berisi", "Tulis apa yang sudah dilakukan."),
            models.CheckConstraint(
                condition=Q(tahun=None, bulan=None)
                | Q(
                    tahun__isnull=False,
                    tahun__range=(TAHUN_WAJAR[0], TAHUN_WAJAR[-1]),
                    bulan__isnull=False,
                    bulan__in=(3, 6, 9, 12),
                ),
                name="laporantindaklanjut_triwulan_sah",
                violation_error_message="Sebut triwulannya dengan tahun dan bulan terakhirnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Laporan ke-{self.ke}: {self.rencana}"


class BuktiTindakLanjutQuerySet(QuerySetTambahLewat):
    induk = "laporan"


class BuktiTindakLanjut(BuktiDasar, BarisTambah):
    laporan = models.ForeignKey(LaporanTindakLanjut, on_delete=models.PROTECT, related_name="bukti")

    objects = BuktiTindakLanjutQuerySet.as_manager()

    class Meta(BuktiDasar.Meta):
        abstract = False
        verbose_name = "bukti tindak lanjut"
        constraints = [*BuktiDasar.Meta.constraints]


class Perpanjangan(Berversi):
    """A request for more time, and what the inspektorat decided on it."""

    rencana = models.ForeignKey(
        RencanaTindakLanjut, on_delete=models.PROTECT, related_name="perpanjangan"
    )
    semula = models.DateField(null=True, blank=True)
    menjadi = models.DateField()
    alasan = models.TextField()
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    diminta_pada = models.DateTimeField()
    keputusan = models.CharField(
        max_length=10, choices=pilihan(LABEL_KEPUTUSAN), default=Keputusan.MENUNGGU.value
    )
    catatan = models.TextField(blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True, blank=True)

    objects = BawahRencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "perpanjangan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rencana"],
                condition=Q(keputusan=Keputusan.MENUNGGU.value),
                name="perpanjangan_satu_menunggu",
                violation_error_message="Masih ada permintaan perpanjangan yang belum diputuskan.",
            ),
            dikenal("keputusan", Keputusan, "perpanjangan_keputusan_dikenal"),
            berisi("alasan", "perpanjangan_beralasan", "Tulis alasan meminta perpanjangan."),
            models.CheckConstraint(
                condition=Q(semula__isnull=True) | Q(menjadi__gt=F("semula")),
                name="perpanjangan_lebih_lama",
                violation_error_message="Tanggal baru harus sesudah tenggat yang sekarang.",
            ),
            models.CheckConstraint(
                condition=Q(
                    keputusan=Keputusan.MENUNGGU.value, diputus_oleh=None, diputus_pada=None
                )
                | (
                    ~Q(keputusan=Keputusan.MENUNGGU.value)
                    & Q(diputus_oleh__isnull=False, diputus_pada__isnull=False)
                ),
                name="perpanjangan_diputus_orang",
            ),
            models.CheckConstraint(
                condition=~Q(keputusan=Keputusan.DITOLAK.value) | ~Q(catatan=""),
                name="perpanjangan_ditolak_bercatatan",
                violation_error_message="Tulis alasan menolak perpanjangan.",
            ),
            models.CheckConstraint(
                condition=Q(diputus_oleh__isnull=True) | ~Q(diputus_oleh=F("diminta_oleh")),
                name="perpanjangan_dua_orang",
                violation_error_message="Perpanjangan diputuskan orang lain, bukan pemintanya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Perpanjangan {self.rencana}"
