"""The example as one text, for tests that change a word of it."""

from pathlib import Path

from sakip.beranda.muat.muat import berkas_contoh


def teks_contoh() -> str:
    """All files of the folder one after another, which is again a whole example."""
    semua = sorted(berkas_contoh("pasuruan-2023").glob("*.toml"))
    return "\n".join(berkas.read_text() for berkas in semua)


def ganti(*pasangan: tuple[str, str]) -> str:
    """The example with the first occurrence of each text replaced."""
    teks = teks_contoh()
    for lama, baru in pasangan:
        assert lama in teks
        teks = teks.replace(lama, baru, 1)
    return teks


def tulis(berkas: Path, *pasangan: tuple[str, str]) -> Path:
    berkas.write_text(ganti(*pasangan))
    return berkas


def unit_lain() -> str:
    """The same example for another unit of the pemda, with people of its own."""
    return (
        teks_contoh()
        .replace("pasuruan-bakesbangpol", "lain-bakesbangpol")
        .replace('nama_pengguna = "', 'nama_pengguna = "lain-')
        .replace("000000000000000001", "000000000000000002")
    )
