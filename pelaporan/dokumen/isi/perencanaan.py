"""BAB II: what was planned and promised."""

from dataclasses import replace

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.isi.dasar import paragraf
from pelaporan.dokumen.tabel.judul import judul_tabel, rujuk
from pelaporan.queries import DataLkjip
from perencanaan.dokumen.iku import tabel_iku
from perencanaan.dokumen.perjanjian import tabel_program, tabel_sasaran
from perencanaan.dokumen.renstra import tabel_rencana_kinerja, tabel_renstra, visi_misi
from perencanaan.dokumen.rincian import tabel_rincian
from perencanaan.dokumen.tabel import Letak
from perencanaan.queries.isi_perjanjian import IsiPerjanjian
from sakip.dokumen.blok import Blok, kecil_awal
from sakip.lib.tanggal import tulis_tanggal


def _letak(data: DataLkjip, kunci: str) -> Letak:
    return Letak(f"tabel-{kunci}", *judul_tabel(data, kunci))


def tujuan_sasaran(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    isi = data.rencana.renstra
    return (
        *visi_misi(isi),
        *paragraf(
            f"Tujuan, sasaran, dan target setiap tahun menurut {data.versi.renstra.nama} "
            f"disajikan dalam {rujuk('renstra')}, dan indikator kinerja utamanya dalam "
            f"{rujuk('iku')}."
        ),
        tabel_renstra(isi, replace(_letak(data, "renstra"), mendatar=True)),
        tabel_iku(isi, data.tahun, _letak(data, "iku")),
    )


def rencana_kinerja(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            f"Rencana kinerja tahun {data.tahun} menurut Rencana Kerja disajikan dalam "
            f"{rujuk('renja')}."
        ),
        tabel_rencana_kinerja(data.rencana.renstra, data.tahun, _letak(data, "renja")),
    )


def perjanjian_kinerja(data: DataLkjip, _angka: AngkaLkjip) -> tuple[Blok, ...]:
    murni = data.rencana.murni
    if murni is None:
        return paragraf(f"Perjanjian Kinerja tahun {data.tahun} belum ditetapkan.")
    blok: list[Blok] = [
        *paragraf(
            f"Kinerja yang diperjanjikan untuk tahun {data.tahun} disajikan dalam "
            f"{rujuk('perjanjian')}, dengan anggaran program yang mendukungnya. Program, "
            f"kegiatan, dan sub kegiatannya disajikan dalam {rujuk('program-kegiatan')}."
        ),
        tabel_sasaran(murni, _letak(data, "perjanjian")),
        tabel_program(murni, Letak("tabel-program")),
        tabel_rincian(data.rencana.rincian[murni.perjanjian.ke], _letak(data, "program-kegiatan")),
    ]
    for letak, ubah in enumerate(data.rencana.perubahan):
        blok += _perubahan(ubah, data, terakhir=letak == len(data.rencana.perubahan) - 1)
    return tuple(blok)


def _anggaran_sebelum(isi: IsiPerjanjian) -> str:
    """Why the amounts before need not be those of the agreement before."""
    sebelum = isi.perjanjian.anggaran_sebelum
    if sebelum is None:
        return ""
    return f" Anggaran sebelumnya menurut {sebelum}, yang berlaku tepat sebelum perubahan."


def _perubahan(isi: IsiPerjanjian, data: DataLkjip, *, terakhir: bool) -> tuple[Blok, ...]:
    """A change and why; of several, the last one has the table of the outline."""
    perjanjian = isi.perjanjian
    nomor = f"-{perjanjian.ke}"
    tanggal = perjanjian.tanggal_perubahan or perjanjian.tanggal_tanda_tangan
    pada = f"Pada {tulis_tanggal(tanggal)} " if tanggal else ""
    return (
        *paragraf(
            f"{pada}Perjanjian Kinerja diubah karena "
            f"{kecil_awal(perjanjian.dasar_perubahan)}. "
            "Target dan anggaran sebelum dan sesudahnya adalah sebagai berikut."
            f"{_anggaran_sebelum(isi)}"
        ),
        tabel_sasaran(isi, _letak(data, "perubahan") if terakhir else None),
        tabel_program(isi, Letak(f"tabel-program{nomor}")),
        tabel_rincian(data.rencana.rincian[perjanjian.ke], Letak(f"tabel-rincian{nomor}")),
    )
