"""Evidence of answers as pages list it, and the files that may be used once more."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.urls import reverse

from evaluasi.models import BuktiJawaban, LembarKerja, TahapLembar
from pengukuran.queries.bukti import TAUTAN, BarisBukti, berkas_unit
from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.ukuran import tulis_ukuran
from sakip.jejak.queries import Perbuatan, perbuatan_terakhir

JENIS_JEJAK = BuktiJawaban._meta.label_lower


def bukti_kriteria(
    lembar: LembarKerja,
    tahap: Collection[TahapLembar],
    kriteria: Collection[int],
    boleh_lepas: TahapLembar | None = None,
) -> dict[tuple[int, int], tuple[BarisBukti, ...]]:
    """By stage and criterion, in two queries; from `boleh_lepas` evidence may be taken away."""
    milik = BuktiJawaban.objects.filter(
        jawaban__tahap__in=tahap, jawaban__kriteria__in=kriteria
    ).select_related("jawaban", "berkas")
    semua = list(milik.order_by("pk"))
    orang = perbuatan_terakhir({(JENIS_JEJAK, satu.pk) for satu in semua})
    kode = {satu.pk: satu.tahap.kode for satu in tahap}
    hasil: dict[tuple[int, int], tuple[BarisBukti, ...]] = {}
    for satu in semua:
        kunci = (satu.jawaban.tahap_id, satu.jawaban.kriteria_id)
        tempat = [lembar.unit.kode, lembar.tahun_kinerja, kode[kunci[0]], kunci[1], satu.pk]
        lepas = boleh_lepas is not None and kunci[0] == boleh_lepas.pk
        baris = _baris(satu, tempat, orang.get((JENIS_JEJAK, satu.pk)), lepas=lepas)
        hasil[kunci] = (*hasil.get(kunci, ()), baris)
    return hasil


def berkas_untuk_jawaban(lembar: LembarKerja) -> QuerySet[Berkas]:
    """The unit's files that prove something already: here, or of its realisasi of both years."""
    di_sini = BuktiJawaban.objects.filter(
        jawaban__tahap__lembar=lembar,
        jawaban__tahap__tahap__pelaku="unit",
        berkas__isnull=False,
    )
    tahun = lembar.tahun_kinerja
    realisasi = [berkas_unit(lembar.unit, satu).values("pk") for satu in (tahun, tahun - 1)]
    return Berkas.objects.filter(
        Q(pk__in=di_sini.values("berkas")) | Q(pk__in=realisasi[0]) | Q(pk__in=realisasi[1])
    ).order_by("-pk")


def _baris(
    satu: BuktiJawaban, tempat: list[object], perbuatan: Perbuatan | None, *, lepas: bool
) -> BarisBukti:
    berkas = satu.berkas
    return BarisBukti(
        pk=satu.pk,
        nama=berkas.nama if berkas else satu.tautan,
        jenis=str(Jenis(berkas.jenis).label) if berkas else TAUTAN,
        ukuran=tulis_ukuran(berkas.ukuran) if berkas else "",
        alamat=reverse("evaluasi:bukti-unduh", args=tempat) if berkas else satu.tautan,
        tautan=berkas is None,
        periode=f"tahun {satu.tahun}",
        halaman=satu.halaman,
        keterangan=satu.keterangan,
        oleh=perbuatan.pelaku if perbuatan else "",
        pada=perbuatan.waktu if perbuatan else None,
        lepas=reverse("evaluasi:bukti-hapus", args=tempat) if lepas else "",
        berkas=berkas,
        gambar=reverse("evaluasi:bukti-halaman", args=tempat) if berkas else "",
    )
