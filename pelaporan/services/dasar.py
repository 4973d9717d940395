"""What the services of a report share: its next version, and the words that go over to it."""

from django.db.models import Prefetch

from pelaporan.models import Bagian, GambarBagian, Laporan, Paragraf
from sakip.lib.izin import Izin, Tolak
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Unit

DIDAHULUI = "Orang lain baru saja mengubahnya. Muat ulang untuk melihat keadaan terkini."


def minta(izin: Izin) -> None:
    """Raises HakKurang with the reason of a refusal."""
    if isinstance(izin, Tolak):
        raise HakKurang(izin.alasan)


def kunci_unit(unit: Unit) -> None:
    """Of two who write a report of a unit at once the second waits; in a transaction."""
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)


def versi_berikut(lama: Laporan) -> Laporan:
    """A draft that is to replace an issued report, with its settings; not yet stored."""
    return Laporan(
        unit=lama.unit,
        tahun=lama.tahun,
        jenis=lama.jenis,
        ke=lama.ke + 1,
        kerangka=lama.kerangka,
        tempat=lama.tempat,
        aturan_efisiensi=lama.aturan_efisiensi,
    )


def salin_tulisan(lama: Laporan, baru: Laporan) -> None:
    """Sections with their words and pictures; the old report keeps its own."""
    gambar = Prefetch("gambar", GambarBagian.objects.select_related("berkas"))
    for bagian in lama.bagian.prefetch_related("paragraf", gambar):
        milik = Bagian.objects.create(laporan=baru, kunci=bagian.kunci, tampil=bagian.tampil)
        Paragraf.objects.bulk_create(
            Paragraf(bagian=milik, urutan=satu.urutan, teks=satu.teks)
            for satu in bagian.paragraf.all()
        )
        GambarBagian.objects.bulk_create(
            GambarBagian(
                bagian=milik,
                urutan=satu.urutan,
                judul=satu.judul,
                sumber=satu.sumber,
                berkas=satu.berkas,
            )
            for satu in bagian.gambar.all()
        )
