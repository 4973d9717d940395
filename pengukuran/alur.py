"""Which state of a realisasi follows which. The window is asked by the services that change it."""

from pengukuran.permissions import (
    boleh_memverifikasi,
    boleh_menarik,
    boleh_mengisi,
    boleh_menyetujui,
)
from pengukuran.status import StatusRealisasi
from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import Alur, AturanCatatan, Transisi

S = StatusRealisasi

ALUR_REALISASI = Alur(
    dict(StatusRealisasi.choices),
    [
        Transisi(S.DRAF, S.DIAJUKAN, Aksi.REALISASI_DIAJUKAN, "mengajukan", boleh_mengisi),
        Transisi(
            S.DIKEMBALIKAN, S.DIAJUKAN, Aksi.REALISASI_DIAJUKAN, "mengajukan lagi", boleh_mengisi
        ),
        Transisi(S.DIAJUKAN, S.DRAF, Aksi.REALISASI_DITARIK, "menarik kembali", boleh_menarik),
        Transisi(
            S.DIAJUKAN,
            S.DIKEMBALIKAN,
            Aksi.REALISASI_DIKEMBALIKAN,
            "mengembalikan",
            boleh_memverifikasi,
            catatan=AturanCatatan.WAJIB,
        ),
        Transisi(
            S.DIAJUKAN,
            S.DIVERIFIKASI,
            Aksi.REALISASI_DIVERIFIKASI,
            "memverifikasi",
            boleh_memverifikasi,
        ),
        Transisi(
            S.DIVERIFIKASI,
            S.DIKEMBALIKAN,
            Aksi.REALISASI_DIKEMBALIKAN,
            "mengembalikan",
            boleh_menyetujui,
            catatan=AturanCatatan.WAJIB,
        ),
        Transisi(
            S.DIVERIFIKASI,
            S.DISETUJUI,
            Aksi.REALISASI_DISETUJUI,
            "menyetujui",
            boleh_menyetujui,
        ),
        Transisi(
            S.DISETUJUI,
            S.DIKEMBALIKAN,
            Aksi.REALISASI_DIBUKA,
            "membuka kembali",
            boleh_menyetujui,
            catatan=AturanCatatan.WAJIB,
        ),
    ],
)
