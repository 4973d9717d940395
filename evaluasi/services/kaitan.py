"""Saying what of the plan a recommendation speaks of, so that its change can be shown."""

from django.db import transaction

from evaluasi.models import KaitanRekomendasi, Rekomendasi
from evaluasi.permissions import boleh_memutuskan
from evaluasi.queries.kaitan import isi_aspek
from evaluasi.services.dasar import minta, sisipkan
from evaluasi.services.rekomendasi import pastikan_terbit
from evaluasi.status import LABEL_ASPEK, AspekKaitan
from perencanaan.models import IndikatorVersi
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.lib import waktu
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna


def kaitkan(
    rekomendasi: Rekomendasi, *, rumusan: IndikatorVersi, aspek: AspekKaitan, oleh: Pengguna
) -> KaitanRekomendasi:
    """Freeze what an indikator of the unit says now. Never changed or taken back.

    Raises HakKurang, KeadaanSalah, ValidationError (the same once more).
    """
    minta(boleh_memutuskan(oleh, rekomendasi))
    if rumusan.indikator.unit_id != rekomendasi.unit_id:
        raise HakKurang("Indikator ini milik unit lain. Pilih indikator unit yang dinilai.")
    with transaction.atomic():
        kini = Rekomendasi.objects.select_for_update(no_key=True).get(pk=rekomendasi.pk)
        pastikan_terbit(kini)
        isi = isi_aspek(rumusan, aspek)
        kaitan = KaitanRekomendasi(
            rekomendasi=kini,
            indikator_id=rumusan.indikator_id,
            aspek=aspek.value,
            semula=isi.teks,
            sumber=isi.sumber,
            oleh=oleh,
            waktu=waktu.sekarang(),
        )
        sisipkan(kaitan)
        catat(
            Aksi.REKOMENDASI_DIKAITKAN,
            kini,
            oleh=oleh,
            sesudah={
                "indikator": rumusan.nama,
                "aspek": LABEL_ASPEK[aspek],
                "semula": isi.teks,
                "menurut": isi.sumber,
            },
            unit_id=kini.unit_id,
        )
    return kaitan
