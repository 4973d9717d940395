"""For the stage: a recommendation with two steps of its plan, one of which asks for more time."""

from datetime import date

from evaluasi.models import Perpanjangan, Rekomendasi, RencanaTindakLanjut
from perencanaan.models import Indikator, IndikatorVersi
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna


def tindak_lanjut(indikator: Indikator, oleh: Pengguna) -> dict[str, object]:
    unit = indikator.unit
    rekomendasi = Rekomendasi.objects.create(
        unit=unit, sumber="lhp_bpk", tahun=2023, urutan=1, uraian="Menertibkan aset.",
        tanggal_sumber=date(2023, 4, 1), nomor_sumber="9/LHP",
    )  # fmt: skip
    baru, berjalan = (
        RencanaTindakLanjut.objects.create(
            rekomendasi=rekomendasi, urutan=ke, uraian="Mendata aset.", unit=unit,
            jenis_target="bulan", bulan=12, sejak=rekomendasi.tanggal_sumber,
        )
        for ke in (1, 2)
    )  # fmt: skip
    perpanjangan = Perpanjangan.objects.create(
        rencana=berjalan, menjadi=date(2031, 1, 1), alasan="Menunggu.", diminta_oleh=oleh,
        diminta_pada=waktu.sekarang(),
    )  # fmt: skip
    return {"rekomendasi": rekomendasi, "langkah": baru, "perpanjangan": perpanjangan}


def rumusan_terbaru(indikator: Indikator) -> int:
    """The wording that a tie is made to."""
    milik = IndikatorVersi.objects.filter(indikator=indikator)
    return milik.order_by("-renstra_versi__mulai_tahun").values_list("pk", flat=True)[0]
