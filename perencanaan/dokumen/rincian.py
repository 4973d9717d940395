"""Program, kegiatan and sub kegiatan with their indikator, as a DPA or DPPA sets them."""

from collections.abc import Iterator

from perencanaan.dokumen.tabel import Label, Letak, catatan_tanpa_angka
from perencanaan.models import IndikatorVersi, Simpul
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.renstra import JenisSimpul
from perencanaan.queries.angka import angka_target_dokumen
from perencanaan.queries.isi_perjanjian import IsiRincian
from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import Baris, Kolom, Rata, Tabel, baris

JENIS_BARIS = {
    JenisSimpul.PROGRAM: Baris.Jenis.KELOMPOK,
    JenisSimpul.KEGIATAN: Baris.Jenis.SUBKELOMPOK,
    JenisSimpul.SUB_KEGIATAN: Baris.Jenis.BIASA,
}
NAMA_DOKUMEN = {
    SumberTarget.DPA: "Dokumen Pelaksanaan Anggaran",
    SumberTarget.DPPA: "Dokumen Pelaksanaan Perubahan Anggaran",
}


def tabel_rincian(isi: IsiRincian, letak: Letak | None = None) -> Tabel:
    """Every node that has money or a target in this version, by its code; only programs are numbered."""
    anggaran = isi.anggaran
    letak = letak or Letak(f"tabel-rincian-{anggaran.tahun}-{anggaran.ke}")
    hasil: list[Baris] = []
    target: list[tuple[str, Angka]] = []
    nomor = 0
    for simpul in _berurutan(isi):
        program = simpul.jenis == JenisSimpul.PROGRAM
        nomor += program
        label = Label()
        for ke, indikator in enumerate(isi.indikator.get(simpul.pk) or (None,)):
            nama, angka = "", None
            if indikator is not None:
                nama, angka = indikator.nama, _target(isi, indikator)
                target.append((nama, angka))
            hasil.append(
                baris(
                    str(nomor) if program and not ke else "",
                    label.sel(simpul.nama),
                    nama,
                    angka or "",
                    jenis=JENIS_BARIS[JenisSimpul(simpul.jenis)],
                )
            )
    dokumen = NAMA_DOKUMEN[isi.dokumen]
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul
        or f"Program, Kegiatan, dan Sub Kegiatan menurut {dokumen} Tahun {anggaran.tahun}",
        kolom=(
            Kolom("No", 5, Rata.TENGAH),
            Kolom("Program/Kegiatan/Sub Kegiatan", 44),
            Kolom("Indikator Kinerja", 41),
            Kolom("Target", 10, Rata.KANAN),
        ),
        baris=tuple(hasil),
        sumber=(f"{dokumen} Tahun {anggaran.tahun}",),
        catatan=catatan_tanpa_angka(target),
    )


def _target(isi: IsiRincian, indikator: IndikatorVersi) -> Angka:
    nilai = isi.target.get(indikator.indikator_id)
    return angka_target_dokumen(indikator, isi.anggaran.tahun, nilai, isi.dokumen)


def _berurutan(isi: IsiRincian) -> Iterator[Simpul]:
    """Each program followed by what is below it, by their codes."""
    dimuat = _dimuat(isi)
    anak: dict[int | None, list[Simpul]] = {}
    for simpul in isi.pohon.simpul:
        if simpul.pk in dimuat:
            anak.setdefault(isi.pohon.induk[simpul.pk], []).append(simpul)

    def telusuri(induk: int | None) -> Iterator[Simpul]:
        for simpul in sorted(anak.get(induk, []), key=lambda satu: (satu.kode, satu.urutan)):
            yield simpul
            yield from telusuri(simpul.pk)

    yield from (satu for satu in telusuri(None) if satu.jenis in JENIS_BARIS)


def _dimuat(isi: IsiRincian) -> set[int]:
    """Nodes with pagu in this version or a target in its document, and all above them."""
    hasil: set[int] = set()
    bertarget = {
        simpul
        for simpul, milik in isi.indikator.items()
        if any(satu.indikator_id in isi.target for satu in milik)
    }
    for simpul in bertarget | isi.pohon.pagu[isi.anggaran.ke].keys():
        atas: int | None = simpul
        while atas is not None and atas not in hasil:
            hasil.add(atas)
            atas = isi.pohon.induk[atas]
    return hasil
