"""Tables and the chart of what was reached: this year, before, and on the way to the end."""

from collections.abc import Callable, Iterable

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.tabel.judul import judul_gambar, judul_tabel, rujuk
from pelaporan.queries import BarisIndikator, DataLkjip
from pengukuran.hitung.kategori import AturanCelah, sebut_jenjang
from pengukuran.queries.angka import angka_capaian, angka_realisasi, angka_target
from sakip.dokumen.angka import Angka, Isi, Potongan
from sakip.dokumen.blok import (
    Baris,
    BatangGrafik,
    GrafikBatang,
    Kolom,
    Rata,
    Tabel,
    baris,
    kalimat,
    menurut_sebab,
    sebab,
)

KETERANGAN_CELAH = {
    AturanCelah.BERLANJUT: (
        "Kategori ditentukan dari capaian yang belum dibulatkan; "
        "capaian di atas 100% masuk kategori tertinggi."
    ),
    AturanCelah.BULATKAN: (
        "Kategori ditentukan dari capaian yang dibulatkan ke bilangan bulat; "
        "capaian di atas 100% masuk kategori tertinggi."
    ),
}


def per_indikator(
    data: DataLkjip, sel: Callable[[BarisIndikator], tuple[Potongan, ...]]
) -> tuple[Baris, ...]:
    """A numbered row for each indikator: its sasaran, its name, and what `sel` gives."""
    return tuple(
        baris(str(urutan), milik.ini.simpul.nama, milik.ini.indikator.nama, *sel(milik))
        for urutan, milik in enumerate(data.indikator, start=1)
    )


def tabel_skala(data: DataLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "skala")
    jenjang = data.skala.jenjang
    return Tabel(
        kunci="tabel-skala",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 10, Rata.TENGAH),
            Kolom("Kategori", 40),
            Kolom("Capaian (%)", 40),
        ),
        baris=tuple(
            baris(str(urutan), milik.nama, rentang)
            for urutan, (milik, rentang) in enumerate(
                zip(jenjang, sebut_jenjang(jenjang), strict=True), start=1
            )
        ),
        sumber=(data.skala.sumber,),
        catatan=((KETERANGAN_CELAH[data.skala.celah],),),
    )


def catatan_rumus(data: DataLkjip, angka: AngkaLkjip) -> Isi:
    """Which rule of capaian was used for how many indikator."""
    rumus = [angka.rumus(milik) for milik in data.indikator]
    bagian = [f"{satu} ({rumus.count(satu)} indikator)" for satu in dict.fromkeys(rumus)]
    return (f"Aturan capaian: {'; '.join(bagian)}. Dibulatkan sekali, pada saat ditampilkan.",)


def tabel_capaian(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "capaian")
    return Tabel(
        kunci="tabel-capaian",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 5, Rata.TENGAH),
            Kolom("Tujuan/Sasaran", 20),
            Kolom("Indikator Kinerja", 19),
            Kolom("Target", 8, Rata.KANAN),
            Kolom("Realisasi", 9, Rata.KANAN),
            Kolom("Capaian (%)", 9, Rata.KANAN),
            Kolom("Kategori", 11, Rata.TENGAH),
            Kolom("Sumber Data", 19),
        ),
        baris=per_indikator(
            data,
            lambda milik: (
                angka.target(milik),
                angka.realisasi(milik),
                angka.capaian(milik),
                milik.ini.kategori.nama if milik.ini.kategori else "-",
                milik.ini.indikator.sumber_data,
            ),
        ),
        sumber=(f"Target dan realisasi tahun {data.tahun} yang telah disetujui",),
        catatan=(
            catatan_rumus(data, angka),
            *_catatan_batas(data),
            *catatan_tanpa_capaian(data),
        ),
    )


def catatan_pembulatan(nama: str, tercetak: Angka, hasil: Angka) -> Isi:
    """Why a printed difference is not the difference of what is printed."""
    return kalimat(
        "{nama}: dua kolom yang tercetak berselisih {tercetak}; "
        "dari angka yang belum dibulatkan {hasil}.",
        nama=nama,
        tercetak=tercetak,
        hasil=hasil,
    )


def _catatan_batas(data: DataLkjip) -> tuple[Isi, ...]:
    """The cap of the pemda, and which indikator it or the floor of 0 changed."""
    batas = data.unit.pemda.batas_capaian
    catatan: list[Isi] = []
    if batas is not None:
        catatan.append((f"Aturan pemerintah daerah membatasi capaian sampai {batas}%.",))
    catatan.extend(
        (f"{milik.ini.indikator.nama}: {' '.join(milik.ini.hasil.peringatan)}",)
        for milik in data.indikator
        if milik.ini.hasil.peringatan
    )
    return tuple(catatan)


def catatan_tanpa_capaian(data: DataLkjip) -> tuple[Isi, ...]:
    """The indikator that are left out of every average and count, with the reason."""
    return catatan_sebab(
        (milik.ini.indikator.nama, f"tidak dihitung{sebab(milik.ini.hasil.alasan)}")
        for milik in data.indikator
        if milik.ini.hasil.dipakai is None
    )


def catatan_sebab(isi: Iterable[tuple[str, str]]) -> tuple[Isi, ...]:
    """A note for each thing that is said of some indikator, with all their names."""
    return tuple((f"{nama} {kata}.",) for nama, kata in menurut_sebab(isi))


def tabel_perbandingan(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "perbandingan")
    return Tabel(
        kunci="tabel-perbandingan",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 5, Rata.TENGAH),
            Kolom("Tujuan/Sasaran", 24),
            Kolom("Indikator Kinerja", 24),
            *(
                Kolom(kepala, 8, Rata.KANAN, grup=f"Tahun {tahun}")
                for tahun in (data.tahun_lalu, data.tahun)
                for kepala in ("Target", "Realisasi", "Capaian (%)")
            ),
            Kolom("Selisih (poin)", 8, Rata.KANAN),
        ),
        baris=per_indikator(
            data,
            lambda milik: (
                angka_target(milik.lalu),
                angka_realisasi(milik.lalu),
                angka_capaian(milik.lalu),
                angka.target(milik),
                angka.realisasi(milik),
                angka.capaian(milik),
                angka.perubahan(milik),
            ),
        ),
        sumber=(f"Target dan realisasi tahun {data.tahun_lalu} dan {data.tahun}",),
        catatan=(
            (
                "Selisih adalah capaian tahun ini dikurangi capaian tahun lalu, dalam poin persen, "
                "dari angka yang belum dibulatkan.",
            ),
            *(
                catatan_pembulatan(milik.ini.indikator.nama, tercetak, angka.perubahan(milik))
                for milik in data.indikator
                if (tercetak := angka.perubahan_tercetak(milik))
            ),
            *catatan_sebab(
                (
                    milik.ini.indikator.nama,
                    f"tidak dibandingkan{sebab(milik.lalu.hasil.alasan, milik.ini.hasil.alasan)}",
                )
                for milik in data.indikator
                if milik.perubahan is None
            ),
        ),
        mendatar=True,
    )


def tabel_kemajuan(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "kemajuan")
    return Tabel(
        kunci="tabel-kemajuan",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 6, Rata.TENGAH),
            Kolom("Tujuan/Sasaran", 28),
            Kolom("Indikator Kinerja", 27),
            Kolom(f"Realisasi Tahun {data.tahun}", 13, Rata.KANAN),
            Kolom(f"Target Akhir Renstra ({data.tahun_akhir})", 13, Rata.KANAN),
            Kolom("Tingkat Kemajuan (%)", 13, Rata.KANAN),
        ),
        baris=per_indikator(
            data,
            lambda milik: (
                angka.realisasi(milik),
                angka.target_renstra(milik, data.tahun_akhir),
                angka.kemajuan(milik),
            ),
        ),
        sumber=(data.versi.renstra.nama,),
        catatan=(
            ("Tingkat kemajuan = realisasi tahun ini / target akhir Renstra × 100.",),
            *catatan_sebab(
                (milik.ini.indikator.nama, f"tidak dihitung{sebab(milik.kemajuan.alasan)}")
                for milik in data.indikator
                if milik.kemajuan.dipakai is None
            ),
        ),
    )


def grafik_capaian(data: DataLkjip, angka: AngkaLkjip) -> GrafikBatang:
    nomor, judul = judul_gambar(data, "capaian")
    return GrafikBatang(
        kunci="grafik-capaian",
        nomor=nomor,
        judul=judul,
        batang=tuple(
            BatangGrafik(
                label=milik.ini.indikator.nama,
                angka=angka.capaian(milik),
                warna="kurang" if milik.ini.hasil.tercapai is False else "netral",
                tanda="belum mencapai target" if milik.ini.hasil.tercapai is False else "",
            )
            for milik in data.indikator
        ),
        sumber=(rujuk("capaian"),),
        polos="mencapai target",
    )
