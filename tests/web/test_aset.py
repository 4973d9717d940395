"""Assets as they are collected: each name, also within a script, carries the hash of its contents."""

import re

from django.conf import settings
from django.core.files import File

from sakip.web.aset import GudangAset

NAMA = ("js/isian.js", "js/lembar.js", "js/simpanan.js")


def test_impor_skrip_ber_sidik(tmp_path):
    gudang = GudangAset(location=tmp_path, base_url="/static/")
    for nama in NAMA:
        with (settings.BASE_DIR / "static" / nama).open("rb") as berkas:
            gudang.save(nama, File(berkas))
    list(gudang.post_process({nama: (gudang, nama) for nama in NAMA}))
    hasil = gudang.hashed_files
    bersama = hasil["js/simpanan.js"].removeprefix("js/")
    assert re.fullmatch(r"simpanan\.[0-9a-f]{12}\.js", bersama)
    for nama in NAMA[:2]:
        isi = (tmp_path / hasil[nama]).read_text(encoding="utf-8")
        assert re.findall(r'from "\./([^"]+)"', isi) == [bersama]
