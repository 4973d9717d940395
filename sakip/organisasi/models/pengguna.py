"""Accounts, and the roles their owners hold for a time."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Self, TypeVar, cast

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from sakip.lib import waktu
from sakip.organisasi.models.pemda import Pemda
from sakip.organisasi.models.unit import Unit
from sakip.organisasi.peran import PERAN_PEMDA, PERAN_UNIT, Peran
from sakip.web.versi import Berversi

T = TypeVar("T")


class Tugas(NamedTuple):
    """A role in force, and where: a pemda, or a unit (by id) with its perangkat daerah `akar`."""

    peran: Peran
    pemda: int | None
    unit: int | None
    akar: int | None

    def di(self, unit: Unit) -> bool:
        """Held in this unit or in one that belongs to it."""
        return self.unit is not None and unit.pk in {self.unit, self.akar}

    def menyangkut(self, unit: Unit) -> bool:
        """Held in this unit, in one that belongs to it, or in its whole pemda."""
        return self.di(unit) or self.pemda == unit.pemda_id


class PenggunaQuerySet(models.QuerySet["Pengguna"]):
    def untuk(self, pengguna: "Pengguna") -> Self:
        """One's own account, and to an admin all accounts of the pemda."""
        tugas = pengguna.penugasan_berlaku().filter(peran=Peran.ADMIN)
        return self.filter(Q(pk=pengguna.pk) | Q(pemda__in=tugas.values("pemda")))


class PenggunaManager(BaseUserManager.from_queryset(PenggunaQuerySet)):  # type: ignore[misc]
    """BaseUserManager gives `get_by_natural_key`, which signing in needs."""


class Pengguna(Berversi, AbstractBaseUser):
    """A person who signs in. Rights come from Penugasan alone; nobody is a superuser."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="pengguna")
    nama_pengguna = models.SlugField("nama pengguna", max_length=60, unique=True)
    nama = models.CharField(max_length=120)
    # where reminders are sent; without one they are read in the application alone
    surel = models.EmailField("surel", max_length=150, blank=True)
    is_active = models.BooleanField("aktif", default=True)
    # an account of the example data, whose password everybody knows
    contoh = models.BooleanField(default=False, editable=False)
    # part of every session and reset link of this person: counting on ends them all
    sesi_ke = models.PositiveIntegerField(default=1, editable=False)

    # what is read once while one request of this person is answered, set where its session is
    # read; None: nothing is remembered, and each question sees the database as it is
    ingatan: dict[str, object] | None = None

    USERNAME_FIELD = "nama_pengguna"
    REQUIRED_FIELDS = ["nama"]

    objects = PenggunaManager()

    class Meta:
        verbose_name = "pengguna"

    def __str__(self) -> str:
        return self.nama

    def get_session_auth_hash(self) -> str:
        """What a session must know to stay alive: the password and the count of sessions."""
        rahasia = f"{self.password}|{self.sesi_ke}"
        return salted_hmac("sakip.organisasi.sesi", rahasia, algorithm="sha256").hexdigest()

    def penugasan_berlaku(self, tanggal: date | None = None) -> "models.QuerySet[Penugasan]":
        """The roles in force on a date (today), none for an account that is switched off."""
        if not self.is_active:
            return Penugasan.objects.none()
        return Penugasan.objects.filter(pengguna=self).berlaku(tanggal)

    def tugas(self) -> tuple[Tugas, ...]:
        """The roles in force today and where they are held; of a request read once."""
        return self.sekali("tugas", self._baca_tugas)

    def sekali(self, nama: str, baca: Callable[[], T]) -> T:
        """What `baca` gives, remembered under its name while a request is answered."""
        if self.ingatan is None:
            return baca()
        if nama not in self.ingatan:
            self.ingatan[nama] = baca()
        return cast("T", self.ingatan[nama])

    def _baca_tugas(self) -> tuple[Tugas, ...]:
        kolom = ("peran", "pemda", "unit", "unit__perangkat_daerah")
        semua = self.penugasan_berlaku().values_list(*kolom)
        return tuple(Tugas(Peran(peran), *tempat) for peran, *tempat in semua)


class PenugasanQuerySet(models.QuerySet["Penugasan"]):
    def untuk(self, pengguna: Pengguna) -> Self:
        return self.filter(pengguna__in=Pengguna.objects.untuk(pengguna))

    def berlaku(self, tanggal: date | None = None) -> Self:
        # A role begins and ends with a day; the day of Jakarta serves all zones to the hour.
        hari = tanggal or waktu.hari_ini("Asia/Jakarta")
        return self.filter(Q(sampai__isnull=True) | Q(sampai__gte=hari), dari__lte=hari)


class Penugasan(Berversi):
    """A role in a unit or in a whole pemda, from a day until a day."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="penugasan")
    peran = models.CharField(max_length=20, choices=Peran)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="penugasan"
    )
    pemda = models.ForeignKey(
        Pemda, on_delete=models.PROTECT, null=True, blank=True, related_name="penugasan"
    )
    dari = models.DateField()
    sampai = models.DateField(null=True, blank=True)

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(peran__in=(*PERAN_UNIT, Peran.PEMBACA), unit__isnull=False, pemda=None)
                | Q(peran__in=(*PERAN_PEMDA, Peran.PEMBACA), unit=None, pemda__isnull=False),
                name="penugasan_peran_di_tempatnya",
                violation_error_message=(
                    "Operator, sekretariat dan pimpinan bertugas di satu unit; "
                    "bagian organisasi, inspektorat dan admin di satu pemda."
                ),
            ),
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("dari")),
                name="penugasan_masa_urut",
                violation_error_message="Penugasan berakhir sebelum mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_peran_display()} di {self.tempat}"

    @property
    def tempat(self) -> str:
        """The unit, or the pemda, in which the role is held."""
        return str(self.unit or self.pemda)

    @property
    def tempat_singkat(self) -> str:
        return self.unit.singkatan if self.unit else str(self.pemda)
