"""Pictures that people put under a section: numbered after those of the outline."""

from collections import Counter

from pelaporan.dokumen.kerangka import Bab, JenisGambar, Kerangka
from pelaporan.models import GambarBagian
from sakip.dokumen.blok import Gambar
from sakip.dokumen.gambar import alamat_berkas


class PenomorGambar:
    """Counts the pictures of each chapter in the order in which it is asked for them."""

    def __init__(self, kerangka: Kerangka) -> None:
        self.kerangka = kerangka
        self.banyaknya = Counter(
            {
                bab.kunci: sum(g.jenis is JenisGambar.GAMBAR for g in bab.gambar)
                for bab in kerangka.bab
            }
        )

    def gambar(self, satu: GambarBagian, bab: Bab | None) -> Gambar:
        """The block of a picture; before the chapters pictures have no number."""
        nomor = ""
        if bab is not None:
            self.banyaknya[bab.kunci] += 1
            n = self.banyaknya[bab.kunci]
            nomor = self.kerangka.nomor_gambar(bab, JenisGambar.GAMBAR, n)
        return Gambar(
            kunci=f"gambar-{satu.pk}",
            nomor=nomor,
            judul=satu.judul,
            alamat=alamat_berkas(satu.berkas),
            sumber=(satu.sumber,) if satu.sumber else (),
        )
