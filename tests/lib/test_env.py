from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from sakip import env

NAMA = "SAKIP_UJI"


@pytest.fixture
def isi(monkeypatch):
    """Sets the setting of these tests, or another one."""

    def isi(nilai: object, nama: str = NAMA) -> None:
        monkeypatch.setenv(nama, str(nilai))

    monkeypatch.delenv(NAMA, raising=False)
    return isi


def keluhan(baca) -> str:
    with pytest.raises(ImproperlyConfigured) as salah:
        baca()
    return str(salah.value)


def test_teks_dipangkas(isi):
    isi("  Pasuruan ")
    assert env.teks(NAMA, "bawaan") == "Pasuruan"


def test_teks_bawaan_hanya_bila_tidak_ada(isi):
    assert env.teks(NAMA, "bawaan") == "bawaan"
    isi("")
    assert env.teks(NAMA, "bawaan") == ""


def test_rahasia_dari_lingkungan(isi):
    isi("rahasia")
    assert env.rahasia(NAMA) == "rahasia"


def test_rahasia_dari_berkas_didahulukan(isi, tmp_path):
    berkas = tmp_path / "kunci"
    berkas.write_text("dari berkas\n", encoding="utf-8")
    isi("dari lingkungan")
    isi(berkas, f"{NAMA}_FILE")
    assert env.rahasia(NAMA) == "dari berkas"


def test_berkas_rahasia_tidak_ada(isi, tmp_path):
    berkas = tmp_path / "tidak-ada"
    isi(berkas, f"{NAMA}_FILE")
    assert keluhan(lambda: env.rahasia(NAMA)) == (
        f"{NAMA}_FILE menunjuk {berkas} yang tidak dapat dibaca (No such file or directory)."
    )


def test_berkas_rahasia_bukan_teks(isi, tmp_path):
    berkas = tmp_path / "kunci"
    berkas.write_bytes(b"\xff\xfe\x00")
    isi(berkas, f"{NAMA}_FILE")
    assert keluhan(lambda: env.rahasia(NAMA)).startswith(f"{NAMA}_FILE menunjuk {berkas}")


@pytest.mark.parametrize(
    ("tertulis", "nilai"),
    [
        *[(teks, True) for teks in ("1", "ya", "true", "on", "YA", " True ")],
        *[(teks, False) for teks in ("0", "tidak", "false", "off", "", "Tidak", " ")],
    ],
)
@pytest.mark.parametrize("bawaan", [True, False])
def test_bool(isi, tertulis, nilai, bawaan):
    isi(tertulis)
    assert env.bool_(NAMA, bawaan=bawaan) is nilai


@pytest.mark.parametrize("bawaan", [True, False])
def test_bool_bawaan(isi, bawaan):
    assert env.bool_(NAMA, bawaan=bawaan) is bawaan


@pytest.mark.parametrize("tertulis", ["mungkin", "yes", "2", "benar"])
def test_bool_salah_ditolak(isi, tertulis):
    isi(tertulis)
    assert keluhan(lambda: env.bool_(NAMA, bawaan=True)) == (
        f"{NAMA} berisi “{tertulis}”; isi dengan ya atau tidak."
    )


@pytest.mark.parametrize(
    ("tertulis", "butir"),
    [
        ("a.go.id", ["a.go.id"]),
        (" a.go.id , b.go.id,", ["a.go.id", "b.go.id"]),
        ("", []),
        (" , ", []),
    ],
)
def test_daftar(isi, tertulis, butir):
    isi(tertulis)
    assert env.daftar(NAMA, "bawaan") == butir


def test_daftar_bawaan(isi):
    assert env.daftar(NAMA, "a,b") == ["a", "b"]


@pytest.mark.parametrize(("tertulis", "nilai"), [("1", 1), (" 25 ", 25), ("007", 7), ("500", 500)])
def test_bilangan(isi, tertulis, nilai):
    isi(tertulis)
    assert env.bilangan(NAMA, bawaan=10, paling_kecil=1, paling_besar=500) == nilai


def test_bilangan_bawaan(isi):
    assert env.bilangan(NAMA, bawaan=10, paling_kecil=1, paling_besar=500) == 10


@pytest.mark.parametrize("tertulis", ["", "0", "501", "-1", "1,5", "1.5", "10 MB", "²", "٣", "1e2"])
def test_bilangan_salah_ditolak(isi, tertulis):
    isi(tertulis)
    assert keluhan(lambda: env.bilangan(NAMA, bawaan=10, paling_kecil=1, paling_besar=500)) == (
        f"{NAMA} berisi “{tertulis}”; isi dengan bilangan bulat 1 sampai 500."
    )


def test_zona(isi):
    assert env.zona(NAMA, "Asia/Jakarta") == "Asia/Jakarta"
    isi("Asia/Jayapura")
    assert env.zona(NAMA, "Asia/Jakarta") == "Asia/Jayapura"


@pytest.mark.parametrize("tertulis", ["WIB", "Asia/Pasuruan", "", "../zona", "/etc/passwd", "Asia"])
def test_zona_salah_ditolak(isi, tertulis):
    isi(tertulis)
    assert keluhan(lambda: env.zona(NAMA, "Asia/Jakarta")) == (
        f"{NAMA} berisi “{tertulis}” yang bukan zona waktu; contoh: Asia/Jakarta."
    )


def test_folder_dibuat(isi, tmp_path):
    isi(tmp_path / "a" / "b")
    assert env.folder(NAMA, Path("bawaan")) == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()


def test_folder_bawaan(isi, tmp_path):
    assert env.folder(NAMA, tmp_path) == tmp_path


@pytest.mark.parametrize(
    ("jalur", "sebab"), [("berkas", "File exists"), ("berkas/bawah", "Not a directory")]
)
def test_folder_di_tempat_berkas_ditolak(isi, tmp_path, jalur, sebab):
    (tmp_path / "berkas").touch()
    isi(tmp_path / jalur)
    assert keluhan(lambda: env.folder(NAMA, tmp_path)) == (
        f"{NAMA}: folder {tmp_path / jalur} tidak dapat dibuat ({sebab})."
    )


def test_basis_data_sqlite(isi):
    isi("sqlite:////srv/sakip.sqlite3")
    hasil = env.basis_data(NAMA, "")
    pilihan = hasil["OPTIONS"]
    assert (hasil["ENGINE"], hasil["NAME"]) == ("django.db.backends.sqlite3", "/srv/sakip.sqlite3")
    assert (pilihan["transaction_mode"], pilihan["timeout"]) == ("IMMEDIATE", 20)


@pytest.mark.parametrize("alamat", ["sqlite:////srv/sakip.sqlite3", "postgresql://db.go.id/sakip"])
def test_sambungan_dipakai_lagi_dan_diperiksa_dahulu(isi, alamat):
    isi(alamat)
    hasil = env.basis_data(NAMA, "")
    assert (hasil["CONN_MAX_AGE"], hasil["CONN_HEALTH_CHECKS"]) == (60, True)


@pytest.mark.parametrize("skema", ["postgresql", "postgres"])
def test_basis_data_postgresql(isi, skema):
    isi(f"{skema}://budi:k%40ta@db.go.id:5433/sakip")
    hasil = env.basis_data(NAMA, "")
    kunci = ("ENGINE", "USER", "PASSWORD", "HOST", "PORT", "NAME", "CONN_MAX_AGE")
    assert [hasil[k] for k in kunci] == [
        "django.db.backends.postgresql", "budi", "k@ta", "db.go.id", 5433, "sakip", 60,
    ]  # fmt: skip


@pytest.mark.parametrize("ada", [False, True])
def test_basis_data_kosong_memakai_bawaan(isi, ada):
    if ada:
        isi("")
    assert env.basis_data(NAMA, "sqlite:////bawaan.db")["NAME"] == "/bawaan.db"


def test_basis_data_dari_berkas(isi, tmp_path):
    berkas = tmp_path / "alamat"
    berkas.write_text("postgresql://budi@db.go.id/sakip\n", encoding="utf-8")
    isi(berkas, f"{NAMA}_FILE")
    assert env.basis_data(NAMA, "sqlite:///x")["NAME"] == "sakip"


@pytest.mark.parametrize("alamat", ["mysql://budi@db/sakip", "sakip.db", "://", "pgsql://db/sakip"])
def test_basis_data_skema_asing_ditolak(isi, alamat):
    isi(alamat)
    skema = alamat.split(":", maxsplit=1)[0]
    assert keluhan(lambda: env.basis_data(NAMA, "sqlite:///x")) == (
        f"{NAMA} harus berawalan sqlite:/// atau postgresql://, bukan “{skema}”."
    )


@pytest.mark.parametrize(
    "alamat",
    [
        "postgresql://db:bukan-angka/sakip",
        "postgresql://[db/sakip",
        "sqlite",
        "postgresql",
        "postgresql://budi@db.go.id",
        "sqlite://",
        "sqlite:///",
        "sqlite://:memory:",
        "sqlite:///:memory:",
    ],
)
def test_basis_data_tidak_sah_ditolak(isi, alamat):
    isi(alamat)
    teks = keluhan(lambda: env.basis_data(NAMA, "sqlite:///x"))
    assert teks.startswith(f"{NAMA} bukan alamat basis data yang sah: ")


def test_keluhan_basis_data_tidak_membocorkan_sandi(isi):
    isi("postgresql://budi:sandi-rahasia@db:bukan-angka/sakip")
    assert "sandi-rahasia" not in keluhan(lambda: env.basis_data(NAMA, "sqlite:///x"))


def test_berkas_env_kalah_dari_lingkungan(isi, monkeypatch, tmp_path):
    # set first, so that monkeypatch clears it again after the file did
    monkeypatch.setenv("SAKIP_UJI_LAIN", "")
    monkeypatch.delenv("SAKIP_UJI_LAIN")
    isi("")
    berkas = tmp_path / ".env"
    berkas.write_text(f"{NAMA}=dari-berkas\nSAKIP_UJI_LAIN=dari-berkas\n", encoding="utf-8")
    env.muat_berkas_env(berkas)
    assert (env.teks(NAMA, "bawaan"), env.teks("SAKIP_UJI_LAIN")) == ("", "dari-berkas")
