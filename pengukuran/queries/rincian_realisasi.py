"""What stands behind a realisasi: who did what and when, its formula, its evidence."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from pengukuran.models import NilaiVariabel, Realisasi
from pengukuran.queries.bukti import BarisBukti, bukti_realisasi
from perencanaan.models import IndikatorVersi
from perencanaan.models.dasar import DESIMAL_NILAI
from sakip.dokumen.rincian import Butir, Rincian
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib.angka import tulis_dengan_satuan
from sakip.lib.tanggal import tulis_saat
from sakip.organisasi.models import Pengguna, Penugasan
from sakip.organisasi.peran import Peran

# the acts that made a figure what it is, with how each is told and in which roles it is done
PERBUATAN: dict[str, tuple[str, tuple[Peran, ...]]] = {
    Aksi.REALISASI_DIISI: ("Diisi", (Peran.OPERATOR, Peran.PERENCANA)),
    Aksi.REALISASI_DIAJUKAN: ("Diajukan", (Peran.OPERATOR, Peran.PERENCANA)),
    Aksi.REALISASI_DIVERIFIKASI: ("Diverifikasi", (Peran.PERENCANA,)),
    Aksi.REALISASI_DISETUJUI: ("Disetujui", (Peran.PIMPINAN,)),
    Aksi.REALISASI_DIKOREKSI: ("Koreksi disetujui", (Peran.PIMPINAN,)),
}
TANPA_NILAI = "(tidak ada angkanya)"


def rincian_realisasi(pengguna: Pengguna, semua: Collection[int]) -> dict[int, tuple[Rincian, ...]]:
    """Of the rows that this person may read, by id; in a constant number of queries."""
    baris = list(
        Realisasi.objects.untuk(pengguna)
        .filter(pk__in=semua)
        .select_related(
            "unit__pemda", "indikator", "diisi_oleh", "diverifikasi_oleh", "disetujui_oleh"
        )
    )
    orang, rumus = _Perbuatan(baris), _rumus(baris)
    bukti = bukti_realisasi(baris)
    return {
        satu.pk: tuple(
            Rincian(judul, butir)
            for judul, butir in (
                ("Siapa dan kapan", orang.butir(satu)),
                ("Rumus dan variabel", rumus.get(satu.pk, ())),
                ("Bukti", tuple(map(_bukti, bukti[satu.pk]))),
            )
            if butir
        )
        for satu in baris
    }


class _Perbuatan:
    """The last of each act on some rows, with the post from which it was done; two queries."""

    def __init__(self, baris: Iterable[Realisasi]) -> None:
        self.catatan: dict[tuple[str, str], CatatanJejak] = {}
        milik = CatatanJejak.objects.filter(
            objek_jenis=Realisasi._meta.label_lower,
            objek_id__in=[str(satu.pk) for satu in baris],
            aksi__in=[*PERBUATAN],
        )
        for satu in milik.order_by("pk"):
            self.catatan[satu.objek_id, satu.aksi] = satu
        orang = {satu.pengguna_id for satu in self.catatan.values() if satu.pengguna_id}
        orang |= {satu.diisi_oleh_id for satu in baris}
        orang |= {pk for s in baris for pk in (s.diverifikasi_oleh_id, s.disetujui_oleh_id) if pk}
        tugas = Penugasan.objects.filter(pengguna__in=orang).select_related("unit", "pemda")
        self.tugas = list(tugas.order_by("pk"))

    def butir(self, milik: Realisasi) -> tuple[Butir, ...]:
        return tuple(Butir(teks) for teks in self._kalimat(milik))

    def _kalimat(self, milik: Realisasi) -> Iterator[str]:
        tanpa_jejak = {
            Aksi.REALISASI_DIISI: milik.diisi_oleh,
            Aksi.REALISASI_DIVERIFIKASI: milik.diverifikasi_oleh,
            Aksi.REALISASI_DISETUJUI: milik.disetujui_oleh,
        }
        zona = milik.unit.pemda.zona
        for aksi, (kata, peran) in PERBUATAN.items():
            catatan, orang = self.catatan.get((str(milik.pk), aksi)), tanpa_jejak.get(Aksi(aksi))
            if orang is None and aksi in tanpa_jejak:
                continue  # taken back since: what was judged stands no more
            if catatan is not None:
                hari = catatan.waktu.astimezone(ZoneInfo(zona)).date()
                pelaku = (catatan.pelaku, catatan.pengguna_id)
                yield f"{kata} {self._sebut(milik, pelaku, peran, hari)}, " + tulis_saat(
                    catatan.waktu, zona
                )
            elif orang is not None:
                siapa = self._sebut(milik, (str(orang), orang.pk), peran, None)
                yield f"{kata} {siapa}; waktunya tidak tercatat"

    def _sebut(
        self,
        milik: Realisasi,
        pelaku: tuple[str, int | None],
        peran: tuple[Peran, ...],
        hari: date | None,
    ) -> str:
        """A name with the role it acted in; of a person nothing else is told."""
        nama, pk = pelaku
        for satu in self.tugas:
            berlaku = hari is None or (
                satu.dari <= hari and (satu.sampai is None or hari <= satu.sampai)
            )
            di_sini = satu.unit is not None and milik.unit_id in {
                satu.unit.pk, satu.unit.perangkat_daerah_id,
            }  # fmt: skip
            if satu.pengguna_id == pk and satu.peran in peran and berlaku and di_sini:
                return f"{nama} ({satu.get_peran_display()}, {satu.unit})"
        return nama


def _rumus(baris: Iterable[Realisasi]) -> dict[int, tuple[Butir, ...]]:
    """The formula and what was entered for its variables; nothing of a figure entered directly."""
    hasil: dict[int, tuple[Butir, ...]] = {}
    milik = NilaiVariabel.objects.filter(
        realisasi__in=[satu.pk for satu in baris if not satu.tanpa_variabel]
    ).select_related("variabel__indikator_versi")
    rumusan: dict[int, IndikatorVersi] = {}
    for satu in milik.order_by("variabel__urutan", "pk"):
        pk, variabel = satu.realisasi_id, satu.variabel
        rumusan[pk] = variabel.indikator_versi
        nilai = TANPA_NILAI
        if satu.nilai is not None:
            nilai = f"{tulis_dengan_satuan(satu.nilai, DESIMAL_NILAI, '')} {variabel.satuan}"
        teks = f"{variabel.label} ({variabel.nama}): {nilai.strip()}"
        hasil[pk] = (*hasil.get(pk, ()), Butir(teks))
    return {pk: (Butir(f"Rumus: {rumusan[pk].rumus}"), *butir) for pk, butir in hasil.items()}


def _bukti(satu: BarisBukti) -> Butir:
    """A file leads to its private download, which asks for the right once more."""
    bagian = [
        satu.keterangan or satu.nama,
        satu.periode,
        f"halaman {satu.halaman}" if satu.halaman else "",
        satu.jenis,
    ]
    return Butir(", ".join(filter(None, bagian)), satu.alamat, luar=satu.tautan)
