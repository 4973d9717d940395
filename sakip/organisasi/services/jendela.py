"""Windows for entry and evaluation, and the exceptions from them."""

from django.core.exceptions import ValidationError

from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.lib import waktu
from sakip.lib.tanggal import tulis_saat
from sakip.organisasi.models import Jendela, Pengecualian, Pengguna
from sakip.organisasi.permissions import boleh_mengatur_jendela
from sakip.organisasi.services.dasar import wajib
from sakip.web.versi import SudahBerubah


def simpan_jendela(jendela: Jendela, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Raises HakKurang, SudahBerubah (of two who set the same new window, to the second)."""
    wajib(boleh_mengatur_jendela(oleh, jendela.pemda))
    if jendela._state.adding and _sudah_diatur(jendela):
        raise SudahBerubah(f"{jendela} sudah diatur orang lain.")
    simpan(jendela, oleh=oleh, aksi=Aksi.JENDELA_DIATUR, versi=versi)


def _sudah_diatur(jendela: Jendela) -> bool:
    return Jendela.objects.filter(
        pemda=jendela.pemda, jenis=jendela.jenis, tahun=jendela.tahun, bulan=jendela.bulan
    ).exists()


def simpan_pengecualian(
    pengecualian: Pengecualian, *, oleh: Pengguna, versi: int | None = None
) -> None:
    """Hold a window open for one unit; with the name of who opened it last.

    Raises HakKurang, ValidationError (a unit of another pemda, an end that opens nothing),
    SudahBerubah.
    """
    jendela = pengecualian.jendela
    wajib(boleh_mengatur_jendela(oleh, jendela.pemda))
    _periksa(pengecualian)
    pengecualian.dibuka_oleh = oleh
    baru = pengecualian._state.adding
    aksi = Aksi.PENGECUALIAN_DIBERIKAN if baru else Aksi.PENGECUALIAN_DIUBAH
    simpan(
        pengecualian,
        oleh=oleh,
        aksi=aksi,
        versi=versi,
        alasan=pengecualian.alasan,
        unit_id=pengecualian.unit_id,
    )


def _periksa(pengecualian: Pengecualian) -> None:
    jendela, unit = pengecualian.jendela, pengecualian.unit
    if unit.pemda_id != jendela.pemda_id:
        raise ValidationError({"unit": "Unit ini milik pemerintah daerah lain."})
    if pengecualian.sampai <= jendela.kunci:
        kunci = tulis_saat(jendela.kunci, jendela.pemda.zona)
        raise ValidationError({"sampai": f"Jendela baru dikunci {kunci}; isi waktu setelahnya."})
    if not pengecualian._state.adding:
        return
    if Pengecualian.objects.filter(jendela=jendela, unit=unit).exists():
        raise ValidationError({"unit": "Unit ini sudah dikecualikan; ubah pengecualiannya."})
    if pengecualian.sampai <= waktu.sekarang():
        raise ValidationError({"sampai": "Waktu ini sudah lewat, sehingga tidak membuka apa pun."})
