"""Whether the steps of the plan were done: reported for a triwulan while its window is open."""

from decimal import Decimal

from django.core.exceptions import ValidationError

from pengukuran.models import RealisasiAksi
from pengukuran.permissions import boleh_mengisi_aksi
from pengukuran.queries.jendela_isian import jendela_isian
from pengukuran.services.dasar import wajib
from pengukuran.services.isi_sel import MAKS_TEKS, rapikan
from perencanaan.queries.rencana_aksi import rencana_setiap_tahun
from perencanaan.queries.saat import akhir_bulan
from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.lib.angka import tulis_angka
from sakip.lib.izin import Tolak
from sakip.lib.tanggal import tulis_triwulan
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna


def simpan_aksi(milik: RealisasiAksi, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Write that a step was done in a triwulan, or why not.

    Raises HakKurang, KeadaanSalah (closed window, or the step is not of the plan in force then),
    ValidationError (not done and no reason, over-long), SudahBerubah; then nothing was written.
    """
    wajib(boleh_mengisi_aksi(oleh, milik.aksi))
    wajib_terbuka_aksi(milik)
    _periksa_berlaku(milik)
    milik.catatan = rapikan(milik.catatan)
    _periksa_catatan(milik)
    milik.diisi_oleh = oleh
    simpan(
        milik,
        oleh=oleh,
        aksi=Aksi.AKSI_DILAPORKAN,
        versi=versi,
        unit_id=milik.aksi.rencana_aksi.unit_id,
    )


def wajib_terbuka_aksi(milik: RealisasiAksi) -> None:
    """The window of the triwulan lets it be reported now. Raises KeadaanSalah."""
    rencana = milik.aksi.rencana_aksi
    izin = jendela_isian(rencana.unit, rencana.tahun, milik.bulan).izin
    if isinstance(izin, Tolak):
        raise KeadaanSalah(izin.alasan)


def _periksa_berlaku(milik: RealisasiAksi) -> None:
    """A step of an older version is no promise any more; one of a draft is none yet."""
    rencana = milik.aksi.rencana_aksi
    saat = akhir_bulan(rencana.tahun, milik.bulan)
    berlaku = rencana_setiap_tahun(rencana.unit, [rencana.tahun], saat).get(rencana.tahun)
    if berlaku is None or berlaku.pk != rencana.pk:
        masa = f"{tulis_triwulan(milik.bulan)} {rencana.tahun}"
        ada = f"Yang berlaku {berlaku}." if berlaku else "Belum ada yang berlaku."
        raise KeadaanSalah(
            f"{rencana} tidak berlaku pada akhir {masa}. {ada} Laporkan aksi dari versi itu."
        )


def _periksa_catatan(milik: RealisasiAksi) -> None:
    if not milik.selesai and not milik.catatan:
        raise ValidationError(
            {"catatan": "Tulis mengapa aksi ini belum dilaksanakan, dan kapan akan dilaksanakan."}
        )
    if len(milik.catatan) > MAKS_TEKS:
        batas, panjang = (tulis_angka(Decimal(n), 0) for n in (MAKS_TEKS, len(milik.catatan)))
        raise ValidationError(
            {
                "catatan": f"Catatan paling banyak {batas} karakter, di sini {panjang}. Ringkaskan, "
                "atau pindahkan ke bukti."
            }
        )
