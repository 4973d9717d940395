"""What an issued LHE hands on to the one that replaces it, so that its follow-up goes on.

A recommendation keeps its row, on which plans, reports and verdicts hang. The draft holds its
coming wording as a row of its own; when the draft is issued the two change places: the row with
the follow-up comes to the new LHE with the new wording, the other stays with the old LHE and says
what that one said.
"""

from django.db.models import F

from evaluasi.models import CatatanKomponen, Lhe, Rekomendasi, RekomendasiKomponen
from evaluasi.services.dasar import berikutnya, sisipkan
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import Potret, catat, potret
from sakip.organisasi.models import Pengguna

TERTULIS = ("ringkasan", "penanda_nama", "penanda_nip", "penanda_jabatan", "tembusan")
# beyond every number that people give; a row waits there while two change places
_SEMENTARA = 10000


def warisi(lhe: Lhe, lama: Lhe, *, oleh: Pengguna) -> None:
    """Give a new draft the notes and recommendations of the issued one, to be edited.

    To be called in the transaction that made the draft.
    """
    for satu in lama.catatan.select_related("komponen", "sub"):
        if lhe.lembar is None:
            nilai = satu.nilai
        elif satu.catatan and satu.komponen.instrumen_id == lhe.lembar.instrumen_id:
            nilai = None  # the worksheet gives it
        else:
            continue
        sisipkan(
            CatatanKomponen(
                lhe=lhe, komponen=satu.komponen, sub=satu.sub, nilai=nilai, catatan=satu.catatan
            )
        )
    for rekomendasi in lama.rekomendasi.filter(pokok=None).order_by("urutan"):
        salin_rekomendasi(lhe, rekomendasi, oleh=oleh)


def salin_rekomendasi(lhe: Lhe, pokok: Rekomendasi, *, oleh: Pengguna) -> Rekomendasi:
    """The coming wording of a recommendation, last in the draft. Raises ValidationError."""
    naskah = Rekomendasi(
        unit=pokok.unit,
        sumber=pokok.sumber,
        lhe=lhe,
        tahun=pokok.tahun,
        urutan=berikutnya(lhe.rekomendasi.all(), "urutan"),
        uraian=pokok.uraian,
        berulang_dari=pokok.berulang_dari,
        pokok=pokok,
    )
    sisipkan(naskah)
    for satu in pokok.komponen.order_by("pk"):
        sisipkan(
            RekomendasiKomponen(
                rekomendasi=naskah, komponen_id=satu.komponen_id, sub_id=satu.sub_id
            )
        )
    catat(
        Aksi.REKOMENDASI_DITAMBAH,
        naskah,
        oleh=oleh,
        sesudah=potret_rekomendasi(naskah),
        unit_id=naskah.unit_id,
    )
    return naskah


def alihkan_rekomendasi(lhe: Lhe, *, oleh: Pengguna) -> None:
    """Bring the recommendations with their follow-up to the LHE that is being issued.

    To be called in the transaction of the issue.
    """
    for naskah in lhe.rekomendasi.exclude(pokok=None).order_by("urutan"):
        pokok = Rekomendasi.objects.select_for_update(no_key=True).get(pk=naskah.pokok_id or 0)
        sebelum = potret_rekomendasi(pokok)
        _tukar(naskah, pokok)
        catat(
            Aksi.REKOMENDASI_DIBAWA,
            pokok,
            oleh=oleh,
            sebelum=sebelum,
            sesudah=potret_rekomendasi(pokok),
            alasan=lhe.alasan,
            unit_id=pokok.unit_id,
        )


def potret_rekomendasi(rekomendasi: Rekomendasi) -> Potret:
    """A recommendation as the trail keeps it, with where it stands."""
    letak = rekomendasi.komponen.select_related("komponen", "sub").order_by("pk")
    return {**potret(rekomendasi), "komponen": [str(satu) for satu in letak]}


def _tukar(naskah: Rekomendasi, pokok: Rekomendasi) -> None:
    """Let two rows change LHE, number, wording and komponen."""
    isi_naskah, isi_pokok = _isi(naskah), _isi(pokok)
    # a number is one of its kind in its LHE: the first to go waits beyond them all
    _tulis(naskah, {**isi_pokok, "urutan": _SEMENTARA})
    _tulis(pokok, isi_naskah)
    _tulis(naskah, isi_pokok)
    letak = [(satu.rekomendasi, satu) for milik in (naskah, pokok) for satu in _letak(milik)]
    RekomendasiKomponen.objects.filter(rekomendasi__in=(naskah, pokok)).delete()
    RekomendasiKomponen.objects.bulk_create(
        RekomendasiKomponen(
            rekomendasi=pokok if lama == naskah else naskah,
            komponen_id=satu.komponen_id,
            sub_id=satu.sub_id,
        )
        for lama, satu in letak
    )


def _isi(milik: Rekomendasi) -> dict[str, object]:
    return {
        "lhe_id": milik.lhe_id,
        "urutan": milik.urutan,
        "uraian": milik.uraian,
        "berulang_dari_id": milik.berulang_dari_id,
    }


def _letak(milik: Rekomendasi) -> list[RekomendasiKomponen]:
    return list(milik.komponen.select_related("rekomendasi").order_by("pk"))


def _tulis(milik: Rekomendasi, isi: dict[str, object]) -> None:
    """Past `versi`, which is counted on: a form that is open on the row must not undo this."""
    Rekomendasi.objects.filter(pk=milik.pk).update(**isi, versi=F("versi") + 1)
    milik.refresh_from_db()
