"""Which state follows which: a stage of the worksheet, an LHE, a recommendation, a request."""

from itertools import chain
from typing import Any

from evaluasi.hitung.tindak_lanjut import TERTUTUP, StatusTindakLanjut
from evaluasi.permissions import (
    boleh_memberlakukan,
    boleh_membuka_tahap,
    boleh_memutuskan,
    boleh_memutuskan_perpanjangan,
    boleh_mengerjakan,
    boleh_menyusun_lhe,
)
from evaluasi.status import (
    LABEL_INSTRUMEN,
    LABEL_KEPUTUSAN,
    LABEL_LHE,
    LABEL_PUTUSAN,
    LABEL_TAHAP,
    Keputusan,
    StatusInstrumen,
    StatusLhe,
    StatusTahap,
)
from sakip.jejak.aksi import Aksi
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.lib.transisi import Alur, AturanCatatan, Transisi

W = AturanCatatan.WAJIB


def _tahap_sebelumnya_selesai(tahap: Any) -> Izin:
    """The evaluator begins where the unit has ended."""
    sebelumnya = tahap.lembar.tahap.filter(tahap__urutan__lt=tahap.tahap.urutan)
    if belum := sebelumnya.exclude(status=StatusTahap.SELESAI).first():
        return Tolak(f"Tahap “{belum.tahap}” belum selesai. Tunggu sampai selesai.")
    return Boleh()


def _belum_dipakai(tahap: Any) -> Izin:
    """What a later stage or an issued LHE stands on is not opened under it."""
    lembar = tahap.lembar
    sesudahnya = lembar.tahap.filter(tahap__urutan__gt=tahap.tahap.urutan)
    if lanjut := sesudahnya.filter(status=StatusTahap.SELESAI).first():
        return Tolak(f"Tahap “{lanjut.tahap}” sudah selesai. Buka kembali tahap itu dahulu.")
    status = set(lembar.lhe.values_list("status", flat=True))
    if StatusLhe.TERBIT in status and StatusLhe.DRAF not in status:
        return Tolak(
            "LHE-nya sudah terbit. Bila nilainya harus berubah, susun draf LHE pengganti dahulu."
        )
    return Boleh()


ALUR_INSTRUMEN = Alur(
    LABEL_INSTRUMEN,
    [
        Transisi(
            StatusInstrumen.DRAF,
            StatusInstrumen.BERLAKU,
            Aksi.INSTRUMEN_DIBERLAKUKAN,
            "memberlakukan",
            boleh_memberlakukan,
        ),
    ],
)

ALUR_TAHAP = Alur(
    LABEL_TAHAP,
    [
        Transisi(
            StatusTahap.BELUM,
            StatusTahap.BERJALAN,
            Aksi.LEMBAR_DIMULAI,
            "memulai",
            boleh_mengerjakan,
            syarat=_tahap_sebelumnya_selesai,
        ),
        Transisi(
            StatusTahap.BERJALAN,
            StatusTahap.SELESAI,
            Aksi.LEMBAR_DISELESAIKAN,
            "menyelesaikan",
            boleh_mengerjakan,
            syarat=_tahap_sebelumnya_selesai,
        ),
        Transisi(
            StatusTahap.SELESAI,
            StatusTahap.BERJALAN,
            Aksi.LEMBAR_DIKEMBALIKAN,
            "membuka kembali",
            boleh_membuka_tahap,
            catatan=W,
            syarat=_belum_dipakai,
        ),
    ],
)

ALUR_LHE = Alur(
    LABEL_LHE,
    [
        Transisi(
            StatusLhe.DRAF,
            StatusLhe.TERBIT,
            Aksi.LHE_DITERBITKAN,
            "menerbitkan",
            boleh_menyusun_lhe,
        ),
    ],
)

ALUR_PERPANJANGAN = Alur(
    LABEL_KEPUTUSAN,
    [
        Transisi(
            Keputusan.MENUNGGU,
            Keputusan.DISETUJUI,
            Aksi.PERPANJANGAN_DIPUTUSKAN,
            "menyetujui",
            boleh_memutuskan_perpanjangan,
        ),
        Transisi(
            Keputusan.MENUNGGU,
            Keputusan.DITOLAK,
            Aksi.PERPANJANGAN_DIPUTUSKAN,
            "menolak",
            boleh_memutuskan_perpanjangan,
            catatan=W,
        ),
    ],
)


def _putusan(dari: StatusTindakLanjut, ke: StatusTindakLanjut) -> Transisi:
    """Every verdict needs its note; one on a closed recommendation opens it again."""
    dibuka = dari in TERTUTUP and ke not in TERTUTUP
    aksi = Aksi.PUTUSAN_DIBUKA_LAGI if dibuka else Aksi.PUTUSAN_DIBERIKAN
    return Transisi(dari, ke, aksi, "putusan ini", boleh_memutuskan, catatan=W)


_S = StatusTindakLanjut
# an open recommendation may get any verdict, the same again too; a closed one is opened first,
# except that what was thought impossible may turn out to have been done
ALUR_TINDAK_LANJUT = Alur(
    LABEL_PUTUSAN,
    chain(
        (_putusan(dari, ke) for dari in _S if dari not in TERTUTUP for ke in _S),
        (_putusan(dari, ke) for dari in _S if dari in TERTUTUP for ke in _S if ke not in TERTUTUP),
        (_putusan(_S.TIDAK_DAPAT, _S.SESUAI),),
    ),
)
