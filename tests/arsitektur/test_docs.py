from tests.arsitektur import aturan_docs as aturan
from tests.arsitektur.pohon import AKAR

OPERASI = AKAR / "docs" / "operasi.md"


def test_setiap_setelan_disebut():
    setelan = aturan.setelan_dibaca(AKAR / "sakip" / "settings.py")
    assert {"SAKIP_SECRET_KEY", "SAKIP_DATABASE"} <= setelan
    assert aturan.tak_disebut(setelan, OPERASI) == []


def test_setiap_perintah_disebut():
    perintah = aturan.perintah(AKAR)
    assert {"capaian", "cetak", "muat_contoh"} <= perintah
    assert aturan.tak_disebut(perintah, OPERASI) == []


def test_setiap_sasaran_make_disebut():
    sasaran = {f"make {nama}" for nama in aturan.sasaran_make(AKAR / "Makefile")}
    assert {"make run", "make test"} <= sasaran
    teks = (AKAR / "README.md").read_text(encoding="utf-8")
    assert [nama for nama in sorted(sasaran) if nama not in teks and nama != "make bantuan"] == []


def test_tautan_dokumen_sampai():
    assert aturan.tautan_putus(AKAR) == []


def test_yang_tidak_disebut_tertangkap(tmp_path):
    (tmp_path / "setelan.py").write_text('A = env.teks("SAKIP_BARU")\nB = env.daftar("SAKIP_LAMA")')
    dokumen = tmp_path / "README.md"
    dokumen.write_text("`SAKIP_LAMA` dan SAKIP_BARU tanpa tanda; [hilang](tidak/ada.md)")
    setelan = aturan.setelan_dibaca(tmp_path / "setelan.py")
    assert aturan.tak_disebut(setelan, dokumen) == ["SAKIP_BARU"]
    assert aturan.tautan_putus(tmp_path) == ["README.md: tidak/ada.md"]


def test_perintah_dan_sasaran_baru_tertangkap(tmp_path):
    folder = tmp_path / "a" / "management" / "commands"
    folder.mkdir(parents=True)
    (folder / "baru.py").write_text("")
    (tmp_path / "Makefile").write_text("jalan: siap ## sesuatu\n_dalam:\n\ttrue\n")
    assert aturan.perintah(tmp_path) == {"baru"}
    assert aturan.sasaran_make(tmp_path / "Makefile") == {"jalan"}
