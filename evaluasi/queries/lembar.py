"""The worksheet of a unit and year: its stages, who may take which step, how far each is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count

from evaluasi.alur import ALUR_TAHAP
from evaluasi.models import Jawaban, Kriteria, LembarKerja, NilaiSub, PelakuLembar, TahapLembar
from evaluasi.permissions import boleh_mengerjakan
from evaluasi.queries.hasil import keluhan_tahap
from evaluasi.status import LABEL_TAHAP, StatusTahap
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib import waktu
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.models import Jendela, Pengguna, Unit
from sakip.organisasi.queries import boleh_menulis

SISI_LAIN = "Anda ikut menilai lembar kerja ini dari sisi yang lain."
# the steps of a stage by the state it is in
LANGKAH = {
    StatusTahap.BELUM: StatusTahap.BERJALAN,
    StatusTahap.BERJALAN: StatusTahap.SELESAI,
    StatusTahap.SELESAI: StatusTahap.BERJALAN,
}


@dataclass(frozen=True)
class Kemajuan:
    """What is answered and graded in a stage, of all."""

    dijawab: int
    kriteria: int
    dinilai: int
    sub: int


@dataclass(frozen=True)
class KeadaanTahap:
    """A stage as a person finds it: what may be done, why not, and what is missing.

    `baris` is None for a stage that the inspektorat has not finished, to all but itself. `langkah`
    is the one step that leads on; `kembali` the last act that opened it again.
    """

    nama: str
    kode: str
    pelaku: str
    baris: TahapLembar | None
    kemajuan: Kemajuan | None = None
    langkah: Izin = field(default_factory=Boleh)
    kurang: tuple[str, ...] = ()
    kembali: CatatanJejak | None = None

    @property
    def status(self) -> str:
        return self.baris.status if self.baris else ""


def lembar_tahun(pengguna: Pengguna, unit: Unit, tahun: int) -> LembarKerja | None:
    """The worksheet of the work of a year; of two the one that was evaluated last."""
    milik = LembarKerja.objects.untuk(pengguna).filter(unit=unit, tahun_kinerja=tahun)
    return milik.select_related("unit__pemda", "instrumen").order_by("-tahun_evaluasi").first()


def tahap_terlihat(pengguna: Pengguna, lembar: LembarKerja) -> list[TahapLembar]:
    """The stages whose contents this person may read, in order."""
    milik = TahapLembar.objects.untuk(pengguna).filter(lembar=lembar).select_related("tahap")
    hasil = list(milik)
    for satu in hasil:
        satu.lembar = lembar
    return hasil


def keadaan_tahap(pengguna: Pengguna, lembar: LembarKerja) -> tuple[KeadaanTahap, ...]:
    """Every stage of the worksheet in its order, also those whose contents are not shown yet."""
    terlihat = {satu.tahap_id: satu for satu in tahap_terlihat(pengguna, lembar)}
    kemajuan = kemajuan_tahap(lembar, terlihat.values())
    kembali = pembukaan_kembali(terlihat.values())
    hasil = []
    for tahap in lembar.instrumen.tahap.all():
        baris = terlihat.get(tahap.pk)
        dasar = (tahap.nama, tahap.kode, tahap.get_pelaku_display())
        if baris is None:
            hasil.append(KeadaanTahap(*dasar, None))
            continue
        izin = izin_langkah(pengguna, baris)
        selesaikan = baris.status == StatusTahap.BERJALAN and isinstance(izin, Boleh)
        hasil.append(
            KeadaanTahap(
                *dasar,
                baris=baris,
                kemajuan=kemajuan[baris.pk],
                langkah=izin,
                kurang=tuple(keluhan_tahap(baris)) if selesaikan else (),
                kembali=kembali.get(baris.pk),
            )
        )
    return tuple(hasil)


def kemajuan_tahap(lembar: LembarKerja, tahap: Iterable[TahapLembar]) -> dict[int, Kemajuan]:
    """By the id of the stage, in four queries."""
    semua = list(tahap)
    jawaban = Jawaban.objects.filter(tahap__in=semua, pilihan__isnull=False)
    nilai = NilaiSub.objects.filter(tahap__in=semua)
    dijawab = dict(jawaban.values_list("tahap").annotate(Count("pk")))
    dinilai = dict(nilai.values_list("tahap").annotate(Count("pk")))
    milik = Kriteria.objects.filter(sub__komponen__instrumen=lembar.instrumen_id)
    kriteria, sub = milik.aggregate(a=Count("pk"), b=Count("sub", distinct=True)).values()
    return {
        satu.pk: Kemajuan(dijawab.get(satu.pk, 0), kriteria, dinilai.get(satu.pk, 0), sub)
        for satu in semua
    }


def izin_langkah(pengguna: Pengguna, tahap: TahapLembar) -> Izin:
    """Whether this person may take the step that leads out of the stage's state now."""
    ke = LANGKAH[StatusTahap(tahap.status)]
    transisi = ALUR_TAHAP.tabel[tahap.status, ke]
    periksa = [lambda: transisi.izin(pengguna, tahap)]
    if tahap.status == StatusTahap.SELESAI:
        periksa += [lambda: transisi.syarat(tahap)]
    else:
        periksa += [
            lambda: _satu_sisi(pengguna, tahap),
            lambda: izin_jendela(tahap),
            lambda: transisi.syarat(tahap),
        ]
    return _semua(periksa)


def izin_mengisi(pengguna: Pengguna, tahap: TahapLembar) -> Izin:
    """Whether this person may write answers and grades of the stage now."""
    return _semua(
        [
            lambda: boleh_mengerjakan(pengguna, tahap),
            lambda: _satu_sisi(pengguna, tahap),
            lambda: izin_keadaan(tahap),
            lambda: izin_jendela(tahap),
        ]
    )


def izin_keadaan(tahap: TahapLembar) -> Izin:
    """That the stage runs."""
    if tahap.status == StatusTahap.BERJALAN:
        return Boleh()
    return Tolak(f"Tahap “{tahap.tahap}” {LABEL_TAHAP[tahap.status]}, sehingga tidak dapat diisi.")


def izin_jendela(tahap: TahapLembar) -> Izin:
    """Whether the window of the year's evaluation lets the unit write, for a stage bound to it."""
    if not tahap.tahap.dalam_jendela:
        return Boleh()
    lembar = tahap.lembar
    jendela = jendela_evaluasi(lembar.unit, lembar.tahun_kinerja)
    if jendela is None:
        return Tolak(
            f"Jendela evaluasi {lembar.tahun_kinerja} belum diatur. Hubungi bagian organisasi."
        )
    return boleh_menulis(jendela, lembar.unit, waktu.sekarang())


def jendela_evaluasi(unit: Unit, tahun: int) -> Jendela | None:
    """The window in which the work of a year is evaluated."""
    return Jendela.objects.filter(
        pemda=unit.pemda_id, jenis=Jendela.Jenis.EVALUASI, tahun=tahun
    ).first()


def pembukaan_kembali(tahap: Iterable[TahapLembar]) -> dict[int, CatatanJejak]:
    """Who opened a stage again last, when and why; by its id, in one query."""
    baris = CatatanJejak.objects.filter(
        objek_jenis=TahapLembar._meta.label_lower,
        objek_id__in=[str(satu.pk) for satu in tahap],
        aksi=Aksi.LEMBAR_DIKEMBALIKAN,
    )
    return {int(satu.objek_id): satu for satu in baris.order_by("pk")}


def kemajuan_sub(tahap: TahapLembar) -> Mapping[int, int]:
    """How many criteria of each sub-komponen are answered in a stage, by its id."""
    milik = Jawaban.objects.filter(tahap=tahap, pilihan__isnull=False)
    return dict(milik.values_list("kriteria__sub").annotate(Count("pk")))


def _satu_sisi(pengguna: Pengguna, tahap: TahapLembar) -> Izin:
    milik = PelakuLembar.objects.filter(lembar=tahap.lembar_id, pengguna=pengguna)
    sisi_lain = milik.exclude(sebagai=tahap.tahap.pelaku).exists()
    return Tolak(SISI_LAIN) if sisi_lain else Boleh()


def _semua(periksa: Iterable) -> Izin:
    """The first refusal, or none; what comes after a refusal is not asked."""
    for satu in periksa:
        izin: Izin = satu()
        if isinstance(izin, Tolak):
            return izin
    return Boleh()
