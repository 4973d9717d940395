"""The kinds of jobs: a closed list, filled in `AppConfig.ready` of the apps that own them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.models import Pengguna, Unit

Argumen = Mapping[str, Any]
# What a job leaves behind, as JSON; the page links to "alamat" under the words of "sebutan".
Hasil = dict[str, Any] | None


class Kabar(Protocol):
    """Given to a running job, to say how far it is.

    Raises PekerjaanDiambil when the job is no longer this process's. As the first statement of a
    transaction it also guards what that transaction writes: nobody else takes the job before the
    commit.
    """

    def __call__(self, persen: int, langkah: str) -> None: ...


class GagalPekerjaan(RuntimeError):
    """Raised by a job that cannot succeed; the message tells its owner why and what to do."""


class PekerjaanDiambil(BaseException):
    """The job was given to another process, or ended, while this one worked on it.

    Not an Exception: a job that catches its own errors must not catch this one.
    """


Fungsi = Callable[[Argumen, Kabar], Hasil]
PemeriksaIzin = Callable[[Pengguna, Unit | None, Argumen], Izin]


def boleh_membaca_unit(pengguna: Pengguna, unit: Unit | None, _argumen: Argumen) -> Izin:
    """Whoever reads the figures of a unit may start jobs over them."""
    if unit is None or Unit.objects.untuk(pengguna).filter(pk=unit.pk).exists():
        return Boleh()
    return Tolak(f"Anda tidak bertugas membaca {unit.nama}, sehingga tidak dapat memulainya.")


@dataclass(frozen=True)
class JenisPekerjaan:
    kode: str
    sebutan: str
    fungsi: Fungsi
    batas_waktu: timedelta
    paling_banyak_percobaan: int
    aman_diulang: bool
    izin: PemeriksaIzin


_JENIS: dict[str, JenisPekerjaan] = {}


def daftar(
    jenis: str,
    sebutan: str,
    fungsi: Fungsi,
    *,
    batas_waktu: timedelta,
    paling_banyak_percobaan: int = 3,
    aman_diulang: bool,
    izin: PemeriksaIzin = boleh_membaca_unit,
) -> None:
    """Register one kind; `sebutan` may name arguments: "LKjIP {tahun}".

    A kind that is `aman_diulang` does the same once or twice, and is run again after a kill. One
    that is not then fails, and its owner decides. `batas_waktu` is for one attempt. Raises
    ValueError for a kind that is there already, or that could never run.
    """
    if jenis in _JENIS:
        raise ValueError(f"job kind {jenis} is registered twice")
    if batas_waktu < timedelta(seconds=1) or paling_banyak_percobaan < 1:
        raise ValueError(f"job kind {jenis} could never run")
    _JENIS[jenis] = JenisPekerjaan(
        jenis, sebutan, fungsi, batas_waktu, paling_banyak_percobaan, aman_diulang, izin
    )


def jenis_pekerjaan(kode: str) -> JenisPekerjaan | None:
    """None for a kind that this version does not know, as an old row may name."""
    return _JENIS.get(kode)


class _Isian(dict[str, Any]):
    def __missing__(self, _kunci: str) -> str:
        return "…"


def sebut(kode: str, argumen: Argumen) -> str:
    """The words for one job; never fails, since pages show rows of any age."""
    jenis = jenis_pekerjaan(kode)
    return jenis.sebutan.format_map(_Isian(argumen)) if jenis else kode
