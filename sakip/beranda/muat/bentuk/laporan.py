"""What people wrote for a report of an example."""

from sakip.beranda.muat.bentuk.dasar import Bentuk


class BentukAnalisis(Bentuk, frozen=True):
    indikator: str
    penyebab: str = ""
    solusi: str = ""
    pengumpulan_data: str = ""
    standar_alasan: str = ""


class BentukBagian(Bentuk, frozen=True):
    """`kunci` names a section of the outline."""

    kunci: str
    paragraf: list[str]


class BentukLaporan(Bentuk, frozen=True):
    tahun: int
    tempat: str
    aturan_efisiensi: str
    analisis: list[BentukAnalisis] = []
    bagian: list[BentukBagian] = []
