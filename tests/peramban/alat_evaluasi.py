"""Evaluation under the hands of people: what its walks in a real browser share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from tests.berkas import contoh
from tests.peramban.alat import UNIT


def alamat(nama: str, *sisa: object, tahun: int = 2023) -> str:
    return reverse(f"evaluasi:{nama}", args=[UNIT, tahun, *sisa])


def tersimpan(halaman: Any, banyaknya: int) -> None:
    """Wait until this many cells say that they are stored."""
    halaman.wait_for_function(
        "(n) => [...document.querySelectorAll('[data-keadaan]')]"
        ".filter((s) => s.textContent.startsWith('tersimpan')).length >= n",
        arg=banyaknya,
        polling=50,  # not with every frame, each of which would have to be drawn for it
    )


def tekan(halaman: Any, kata: str, pesan: str) -> None:
    """Press, and be told that it is done."""
    halaman.get_by_role("button", name=kata, exact=True).click()
    halaman.get_by_role("status").filter(has_text=pesan).wait_for()


def tekan_gagal(halaman: Any, kata: str, pesan: str) -> None:
    """Press, and be told why not."""
    halaman.get_by_role("button", name=kata, exact=True).click()
    halaman.get_by_role("alert").filter(has_text=pesan).wait_for()


def pilih_berkas(halaman: Any, nama: str) -> None:
    """Into the one box for files of a form."""
    berkas = {"name": nama, "mimeType": "application/pdf", "buffer": contoh.pdf()}
    halaman.locator("input[type=file]").set_input_files(berkas)


Titik = Sequence[tuple[str, Callable[[Any], None]]]


@dataclass(frozen=True)
class Nilai:
    """What a stage says of a sub-komponen: its answers in order with their notes, its grade."""

    jawaban: tuple[tuple[str, str], ...]
    huruf: str = ""
    catatan: str = ""


def baris(halaman: Any, tabel: str, nama: str) -> list[str]:
    """The cells of a row of a table, without the explanations in them."""
    satu = halaman.get_by_role("table", name=tabel).get_by_role("row", name=nama).first
    return [sel.inner_text().strip() for sel in satu.get_by_role("cell").all()]


def kerjakan(
    halaman: Any,
    tahun: int,
    tahap: str,
    isi: dict[str, Nilai],
    *,
    awal: Titik = (),
    akhir: Titik = (),
) -> None:
    """Begin the stage, fill in each sub-komponen page by page, end it.

    `awal` is done at a page before anything is typed, `akhir` once its answers are stored.
    """
    halaman.goto(alamat("lembar", tahun=tahun))
    tekan(halaman, f"Mulai {tahap}", f"Tahap “{tahap}” dimulai.")
    halaman.get_by_role("link", name=f"Isi {tahap}").click()
    for kode, satu in isi.items():
        halaman.get_by_role("heading", level=1, name=kode).wait_for()
        dict(awal).get(kode, lambda _: None)(halaman)
        isi_sub(halaman, satu)
        dict(akhir).get(kode, lambda _: None)(halaman)
        halaman.locator(".halaman-pindah a").last.click()
    halaman.get_by_role("heading", level=1, name="Lembar kerja evaluasi").wait_for()
    tekan(halaman, f"Selesaikan {tahap}", f"Tahap “{tahap}” selesai.")


def isi_sub(halaman: Any, nilai: Nilai) -> None:
    kriteria = halaman.get_by_role("article").all()
    for satu, (jawaban, catatan) in zip(kriteria, nilai.jawaban, strict=True):
        isi_sel(satu, jawaban, catatan)
    tersimpan(halaman, len(kriteria))
    if nilai.huruf:
        isi_sel(halaman.locator("#nilai"), nilai.huruf, nilai.catatan)
        tersimpan(halaman, len(kriteria) + 1)


def isi_sel(sel: Any, pilihan: str, catatan: str) -> None:
    sel.locator(f"input[type=radio][value={pilihan}]").check()
    if catatan:
        sel.get_by_role("textbox").fill(catatan)
        sel.get_by_role("textbox").press("Tab")


def susun(halaman: Any, tahun: int) -> str:
    """The draft from the scores; gives its address."""
    halaman.goto(alamat("lhe", tahun=tahun))
    halaman.get_by_role("link", name="Susun dari LKE").click()
    tekan(halaman, "Susun draf", "Draf LHE disusun.")
    return halaman.url


def tulis_kepala(halaman: Any, nomor: str, tanggal: str) -> None:
    halaman.get_by_role("link", name="Ubah nomor, tanggal").click()
    halaman.get_by_label("Nomor LHE").fill(nomor)
    halaman.get_by_label("Tanggal LHE").fill(tanggal)
    halaman.get_by_label("Ringkasan hasil evaluasi").fill("Dinilai menurut LKE.")
    tekan(halaman, "Simpan", "Draf LHE tersimpan.")


def rekomendasikan(halaman: Any, uraian: str, komponen: str, letak: str) -> None:
    halaman.get_by_role("link", name="Tambah rekomendasi").click()
    halaman.get_by_label("Rekomendasi", exact=True).fill(uraian)
    halaman.get_by_label(f"Di bawah {komponen}").select_option(label=letak)
    tekan(halaman, "Tambah rekomendasi", "Rekomendasi ditambahkan.")


def terbitkan(halaman: Any, draf: str, lhe: str) -> None:
    halaman.goto(draf)
    halaman.get_by_role("link", name="Periksa lalu terbitkan").click()
    halaman.get_by_label("Saya sudah memeriksa isinya").check()
    tekan(halaman, f"Terbitkan {lhe}", f"{lhe} terbit.")


@dataclass(frozen=True)
class TindakLanjut:
    """One person at the recommendations of a year; `letak` are the pages that were found already."""

    halaman: Any
    letak: dict[str, str] = field(default_factory=dict)
    tahun: int = 2023

    def buka(self, uraian: str) -> None:
        """From the list, or by the address that somebody else was led to."""
        if uraian in self.letak:
            self.halaman.goto(self.letak[uraian])
        else:
            self.halaman.goto(alamat("rekomendasi", tahun=self.tahun))
            self.halaman.get_by_role("link", name=uraian).click()
        self.halaman.get_by_role("heading", level=1, name=uraian).wait_for()
        self.letak[uraian] = self.halaman.url

    def rencanakan(self, uraian: str, siapa: str, bulan: str) -> None:
        """From the page of the recommendation: one step, due so many months after the LHE."""
        self.halaman.get_by_role("link", name="Tulis rencana").click()
        self.halaman.get_by_label("Rencana aksi").fill(uraian)
        self.halaman.get_by_label("Penanggung jawab").select_option(label=siapa)
        self.halaman.get_by_label("Target penyelesaian").select_option("bulan")
        self.halaman.get_by_label("Jumlah bulan").fill(bulan)
        tekan(self.halaman, "Simpan langkah", "Langkah rencana tersimpan.")

    def laporkan(self, isi: str, bukti: str) -> None:
        self.halaman.get_by_role("link", name="Laporkan langkah 1").click()
        self.halaman.get_by_label("Keadaan menurut unit").select_option("selesai")
        self.halaman.get_by_label("Yang sudah dilakukan").fill(isi)
        pilih_berkas(self.halaman, bukti)
        tekan(self.halaman, "Kirim laporan", "Laporan tindak lanjut terkirim")
        self.halaman.get_by_role("link", name=bukti).first.wait_for()

    def minta_mundur(self, sampai: str, alasan: str) -> None:
        self.halaman.get_by_role("link", name="Minta perpanjangan langkah 1").click()
        self.halaman.get_by_label("Diperpanjang sampai").fill(sampai)
        self.halaman.get_by_label("Alasan").fill(alasan)
        tekan(self.halaman, "Kirim permintaan", "Permintaan perpanjangan terkirim")

    def putuskan(self, status: str, *catatan: str) -> None:
        """A verdict; a note that is blank is refused, the next one is written then."""
        self.halaman.get_by_role("link", name="Beri putusan").click()
        self.halaman.get_by_label("Putusan", exact=True).select_option(status)
        for satu in catatan:
            self.halaman.get_by_label("Catatan").fill(satu)
            if not satu:
                tekan_gagal(self.halaman, "Simpan putusan", "Tulis catatan putusannya.")
        tekan(self.halaman, "Simpan putusan", "Putusan tersimpan.")

    def setujui_mundur(self) -> None:
        """On the page of the request."""
        self.halaman.get_by_label("Keputusan").select_option("disetujui")
        tekan(self.halaman, "Simpan keputusan", "Keputusan atas perpanjangan tersimpan.")
