"""Which table CSS to use: `python -m tests.bench.tabel` prints time and memory of each choice.

One long table, at about 15 and 60 pages, so that what grows with the square is seen. The figures
stand in docs/keputusan.
"""

import os
import sys
import tempfile
from pathlib import Path

import django

from tests.bench.ukur import ukur_weasyprint

PILIHAN = {
    "seperti sekarang": "",
    "table-layout: auto": ".dok-tabel { table-layout: auto; }",
    "garis terpisah, rangkap": ".dok-tabel { border-collapse: separate; border-spacing: 0; }",
    "garis terpisah, tunggal": (
        ".dok-tabel { border-collapse: separate; border-spacing: 0; border-left: .4pt solid; }"
        " .dok-tabel th, .dok-tabel td { border-width: 0 .4pt .4pt 0; }"
    ),
    "baris boleh terpotong": ".dok-tabel tr { break-inside: auto; }",
    "tanpa aturan baris pertama dan terakhir": (
        ".dok-tabel tbody tr:first-child { break-after: auto; }"
        " .dok-tabel tbody tr:last-child { break-before: auto; }"
    ),
    "tanpa tanda hubung": ".dok-tabel th { hyphens: manual; }",
}
KALI = (24, 96)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.settings")
    django.setup()
    from sakip.dokumen.blok import Bagian, Dokumen  # noqa: PLC0415 -- after django.setup()
    from sakip.dokumen.html import html_cetak  # noqa: PLC0415
    from tests.dokumen.contoh_lengkap import tabel_anggaran  # noqa: PLC0415

    dipilih = sys.argv[1:] or list(PILIHAN)
    with tempfile.TemporaryDirectory() as tempat:
        for kali in KALI:
            tabel = tabel_anggaran(kali)
            dokumen = Dokumen("Tabel panjang", None, (), (Bagian("isi", (tabel,)),))
            html = html_cetak(dokumen)
            print(f"{len(tabel.baris)} baris")
            for nama in dipilih:
                masukan, keluaran = Path(tempat, "a.html"), Path(tempat, "a.pdf")
                gaya = f"{PILIHAN[nama]}</style>"
                masukan.write_text(html.replace("</style>", gaya), encoding="utf-8")
                print(f"  {nama:<42}{ukur_weasyprint(masukan, keluaran, 1)}", flush=True)


if __name__ == "__main__":
    main()
