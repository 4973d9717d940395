"""What an admin and the bagian organisasi do, by hand, from the first unit to the first session."""

import pytest

from tests.peramban.alat import PEMDA, judul, masuk, organisasi

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

SANDI_BARU = "kuda-laut-biru-empat"


def isi(halaman, **kotak: str) -> None:
    """Fill boxes by their labels; an underscore stands for a blank."""
    for label, nilai in kotak.items():
        halaman.get_by_label(label.replace("_", " "), exact=True).first.fill(nilai)


def kirim(halaman, tombol: str) -> str:
    """Press a button, and read what the next page says of it."""
    halaman.get_by_role("button", name=tombol).click()
    return halaman.get_by_role("status").inner_text()


def label(halaman, teks: str):
    """A box by the beginning of its label: others say that they may stay empty."""
    return halaman.get_by_label(teks).first


def test_dari_unit_sampai_sesi_orang_yang_perannya_berubah(perambah):
    admin = perambah.buka("admin")
    admin.goto("/")
    buat_unit(admin)
    buat_pejabat(admin)
    tautan = buat_akun_berperan(admin)
    orang = atur_sandi_dan_masuk(perambah, tautan)
    ubah_peran(admin)
    orang.get_by_role("link", name="Ganti kata sandi").click()
    orang.get_by_role("button", name="Masuk").wait_for()
    assert "/masuk/?next=" in orang.url
    tautan_terpakai(perambah, tautan)


def buat_unit(admin) -> None:
    admin.get_by_role("link", name="Unit", exact=True).first.click()
    admin.get_by_role("link", name="Buat unit").click()
    isi(admin, Nama_unit="Dinas Perikanan", Singkatan="Diskan", Kode_alamat="pasuruan-perikanan")
    label(admin, "Berlaku dari").fill("1 Januari 2024")
    label(admin, "Fungsi").fill("satu\ndua")
    assert kirim(admin, "Buat unit") == "Unit dibuat."
    baris = admin.get_by_role("row", name="Dinas Perikanan")
    assert "sejak 01 Januari 2024" in baris.inner_text()


def buat_pejabat(admin) -> None:
    """An official whose NIP is typed as documents print it, with a post."""
    admin.get_by_role("link", name="Pejabat", exact=True).click()
    admin.get_by_role("link", name="Buat pejabat").click()
    isi(admin, Nama_lengkap="Dr. Siti Aminah, M.Si.")
    label(admin, "NIP").fill("19680101 199003 2 001")
    assert kirim(admin, "Buat pejabat").startswith("Pejabat dibuat.")
    admin.get_by_role("link", name="Dr. Siti Aminah, M.Si.").click()
    admin.get_by_role("link", name="Tambah jabatan").click()
    label(admin, "Unit (boleh kosong)").select_option("Dinas Perikanan")
    isi(admin, Jabatan="Kepala Dinas Perikanan", Sejak_tanggal="2/1/2024")
    label(admin, "Memimpin unit ini").check()
    label(admin, "Kelas jabatan").fill("14")
    assert kirim(admin, "Tempatkan pejabat") == "Penempatan dibuat."
    assert admin.get_by_role("listitem").filter(has_text="Dinas Perikanan").first.inner_text() == (
        "Kepala Dinas Perikanan\nDinas Perikanan · 02 Januari 2024 sampai sekarang · memimpin"
    )


def buat_akun_berperan(admin) -> str:
    """An account with a role; gives the link for its password."""
    admin.get_by_role("link", name="Akun dan peran").click()
    admin.get_by_role("link", name="Buat akun").click()
    isi(admin, Nama="Budi Utomo", Nama_pengguna="budi-utomo")
    assert kirim(admin, "Buat akun").startswith("Akun dibuat.")
    baris = admin.get_by_role("row", name="Budi Utomo")
    assert "tanpa peran" in baris.inner_text()
    assert "belum mengatur sandi" in baris.inner_text()
    admin.get_by_role("link", name="Budi Utomo").click()
    admin.get_by_role("link", name="Beri peran").click()
    label(admin, "Peran").select_option("Operator bidang")
    label(admin, "Unit (boleh kosong)").select_option("Dinas Perikanan")
    isi(admin, Sejak_tanggal="1/1/2024")
    assert kirim(admin, "Beri peran") == "Peran Budi Utomo tersimpan."
    admin.get_by_role("button", name="Buat tautan sandi").click()
    return label(admin, "Kirimkan tautan ini").input_value()


def atur_sandi_dan_masuk(perambah, tautan: str):
    """The person sets a password, first one that is too short, and signs in with it."""
    orang = perambah.buka()
    orang.goto(tautan)
    assert "token" not in orang.url
    assert orang.url.endswith("/set-password/")
    assert judul(orang) == "Atur kata sandi"
    for sandi in ("pendek", SANDI_BARU):
        isi(orang, Kata_sandi_baru=sandi)
        label(orang, "Kata sandi baru, sekali lagi").fill(sandi)
        orang.get_by_role("button", name="Simpan kata sandi").click()
        if sandi == "pendek":
            assert "12 karakter" in orang.get_by_role("alert").inner_text()
    assert orang.get_by_role("status").inner_text() == "Kata sandi tersimpan. Silakan masuk."
    masuk(orang, "budi-utomo", SANDI_BARU)
    orang.goto("/akun/")
    assert judul(orang) == "Budi Utomo"
    assert "Operator bidang" in orang.get_by_role("main").inner_text()
    return orang


def ubah_peran(admin) -> None:
    admin.goto(organisasi("akun"))
    admin.get_by_role("link", name="Budi Utomo").click()
    admin.get_by_role("link", name="Operator bidang").click()
    label(admin, "Peran").select_option("Pembaca")
    assert kirim(admin, "Simpan peran") == "Peran Budi Utomo tersimpan."
    assert admin.get_by_role("link", name="Pembaca").count() == 1


def tautan_terpakai(perambah, tautan: str) -> None:
    tamu = perambah.buka()
    tamu.goto(tautan)
    assert judul(tamu) == "Tautan tidak berlaku"


def test_jendela_dan_pengecualian(perambah):
    halaman = perambah.buka("organisasi")
    halaman.goto(organisasi("jendela", 2098))
    assert halaman.get_by_text("belum diatur, sehingga tertutup").count() == 5
    halaman.get_by_role("link", name="Pengisian Triwulan II 2098").click()
    assert label(halaman, "Tenggat").input_value() == "10/07/2098 23.59"
    label(halaman, "Kunci").fill("25 Juli 2098 16:00")
    assert kirim(halaman, "Simpan jendela") == "Pengisian Triwulan II 2098 tersimpan."
    baris = halaman.get_by_role("row", name="Pengisian Triwulan II 2098")
    assert "25 Juli 2098 pukul 16.00 WIB" in baris.inner_text()
    halaman.get_by_role("link", name="Pengisian Triwulan II 2098").click()
    halaman.get_by_role("link", name="Beri pengecualian").click()
    label(halaman, "Unit").select_option("Sekretariat")
    isi(halaman, Terbuka_sampai="1/8/2098 23.59")
    assert "alasan" in gagal(halaman, "Beri pengecualian").lower()
    isi(halaman, Alasan="Gempa memutus jaringan.\nSurat camat terlampir.")
    assert kirim(halaman, "Beri pengecualian") == "Pengecualian diberikan."
    isinya = halaman.get_by_role("main").inner_text()
    assert "Sekretariat sampai 01 Agustus 2098 pukul 23.59 WIB" in isinya
    assert "Gempa memutus jaringan." in isinya
    halaman.goto(organisasi("jendela", 2098))
    assert "1 unit dikecualikan" in baris.inner_text()


def gagal(halaman, tombol: str) -> str:
    """Press a button, and read why nothing was saved."""
    halaman.get_by_role("button", name=tombol).click()
    return halaman.get_by_role("alert").inner_text()


def test_formulir_terkirim_berulang_membuat_satu(perambah):
    """What a double click, a retry after a time-out and the back button send: the same form."""
    admin = perambah.buka("admin")
    admin.goto(organisasi("akun-baru"))
    isi(admin, Nama="Budi Utomo", Nama_pengguna="budi-utomo")
    kiriman = []
    admin.on("request", lambda minta: minta.method == "POST" and kiriman.append(minta.post_data))
    assert kirim(admin, "Buat akun").startswith("Akun dibuat.")
    tujuan = [ulangi(admin, organisasi("akun-baru"), kiriman[0]) for _ in range(2)]
    assert tujuan == [organisasi("akun")] * 2
    assert admin.get_by_role("row", name="Budi Utomo").count() == 1
    admin.reload()
    assert admin.get_by_role("row", name="Budi Utomo").count() == 1
    admin.go_back()
    isi(admin, Nama="Budi Utama")
    assert "sudah" in gagal(admin, "Buat akun")
    assert label(admin, "Nama").input_value() == "Budi Utama"
    assert PEMDA in admin.url


def ulangi(halaman, alamat: str, isi_kiriman: str) -> str:
    """Send the same body again; gives the path it leads to."""
    return halaman.evaluate(
        """async ([alamat, isi]) => {
            const jawaban = await fetch(alamat, {
                method: "POST",
                body: isi,
                headers: {"Content-Type": "application/x-www-form-urlencoded"},
            });
            return new URL(jawaban.url).pathname;
        }""",
        [alamat, isi_kiriman],
    )
