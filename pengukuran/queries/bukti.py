"""Evidence as pages list it: what it is, where it leads, who attached it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from pengukuran.models import Bukti, Realisasi, RealisasiAksi
from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.pratinjau.lukis import dapat_tampil
from sakip.berkas.ukuran import tulis_ukuran
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib.tanggal import NAMA_BULAN
from sakip.organisasi.models import Unit

AWALAN_JEJAK = "bukti."
TAUTAN = "tautan, belum diperiksa"


def kunci_jejak(pk: int) -> str:
    """How the trail of a realisasi or step names one of its pieces of evidence."""
    return f"{AWALAN_JEJAK}{pk}"


@dataclass(frozen=True)
class BarisBukti:
    """One piece of evidence.

    `alamat` opens it: a download here, or the place that a link (`tautan`) names. `oleh` and
    `pada` are who attached it and when; blank where the trail does not know. `lepas` is the
    address that takes it away, blank for one who only reads. `gambar` is where pages of its
    `berkas` come from as pictures.
    """

    pk: int
    nama: str
    jenis: str
    ukuran: str
    alamat: str
    tautan: bool
    periode: str
    halaman: str
    keterangan: str
    oleh: str
    pada: datetime | None
    lepas: str = ""
    berkas: Berkas | None = None
    gambar: str = ""

    @property
    def dapat_tampil(self) -> bool:
        """Whether a page of it can be shown beside what it proves."""
        return bool(self.gambar) and self.berkas is not None and dapat_tampil(self.berkas)

    @property
    def boleh_hapus(self) -> bool:
        return bool(self.lepas)


def daftar_bukti(realisasi: Realisasi, *, boleh_hapus: bool = False) -> tuple[BarisBukti, ...]:
    """The evidence of a stored realisasi, oldest first, in two queries."""
    return bukti_realisasi([realisasi], boleh_hapus=boleh_hapus)[realisasi.pk]


def bukti_realisasi(
    semua: Sequence[Realisasi], *, boleh_hapus: bool = False
) -> dict[int, tuple[BarisBukti, ...]]:
    """The same of many, by their id; the number of queries does not grow with them."""
    hasil: dict[int, list[BarisBukti]] = {satu.pk: [] for satu in semua}
    milik = {satu.pk: satu for satu in semua}
    bukti = _urut(Bukti.objects.filter(realisasi__in=milik))
    orang = _pelampir(Realisasi, milik)
    for satu in bukti:
        pemilik = milik[satu.realisasi_id or 0]
        tempat = [
            satu.unit.kode, pemilik.tahun, pemilik.indikator_id, pemilik.bulan, satu.pk,
        ]  # fmt: skip
        alamat = ("pengukuran:bukti-unduh", "pengukuran:bukti-hapus")
        baris = _baris(satu, alamat, tempat, orang, boleh_hapus=boleh_hapus)
        gambar = reverse("pengukuran:bukti-halaman", args=tempat) if satu.berkas else ""
        hasil[pemilik.pk].append(replace(baris, gambar=gambar))
    return {pk: tuple(baris) for pk, baris in hasil.items()}


def bukti_aksi(
    semua: Sequence[RealisasiAksi], *, boleh_hapus: Iterable[int] = ()
) -> dict[int, tuple[BarisBukti, ...]]:
    """The evidence of steps, by the id of their report; `boleh_hapus` those it may go from."""
    hasil: dict[int, list[BarisBukti]] = {satu.pk: [] for satu in semua}
    milik = {satu.pk: satu for satu in semua}
    boleh = frozenset(boleh_hapus)
    orang = _pelampir(RealisasiAksi, milik)
    for satu in _urut(Bukti.objects.filter(realisasi_aksi__in=milik)):
        pemilik = milik[satu.realisasi_aksi_id or 0]
        tahun = pemilik.aksi.rencana_aksi.tahun
        tempat = [satu.unit.kode, tahun, pemilik.aksi_id, pemilik.bulan, satu.pk]
        alamat = ("pengukuran:aksi-bukti-unduh", "pengukuran:aksi-bukti-hapus")
        hasil[pemilik.pk].append(
            _baris(satu, alamat, tempat, orang, boleh_hapus=pemilik.pk in boleh)
        )
    return {pk: tuple(baris) for pk, baris in hasil.items()}


def berkas_unit(unit: Unit, tahun: int) -> QuerySet[Berkas]:
    """The files that prove something of this unit in a year, for use once more; newest first."""
    dipakai = Bukti.objects.filter(unit=unit, berkas__isnull=False)
    milik = dipakai.filter(realisasi__tahun=tahun) | dipakai.filter(
        realisasi_aksi__aksi__rencana_aksi__tahun=tahun
    )
    return Berkas.objects.filter(pk__in=milik.values("berkas")).order_by("-pk")


def _urut(milik: QuerySet[Bukti]) -> QuerySet[Bukti]:
    return milik.select_related("berkas__diunggah_oleh", "unit").order_by("pk")


def _pelampir(
    kelas: type[Realisasi] | type[RealisasiAksi], milik: Iterable[int]
) -> dict[str, tuple[str, datetime]]:
    """Who attached each piece and when, by the name the trail gives it; in one query."""
    baris = CatatanJejak.objects.filter(
        objek_jenis=kelas._meta.label_lower,
        objek_id__in=[str(pk) for pk in milik],
        aksi=Aksi.BUKTI_DILAMPIRKAN,
    )
    return {
        kunci: (satu.pelaku, satu.waktu)
        for satu in baris.order_by("pk")
        for kunci in satu.sesudah
        if kunci.startswith(AWALAN_JEJAK)
    }


def _baris(
    satu: Bukti,
    nama_alamat: tuple[str, str],
    tempat: list[object],
    orang: dict[str, tuple[str, datetime]],
    *,
    boleh_hapus: bool,
) -> BarisBukti:
    unduh, hapus = nama_alamat
    oleh, pada = orang.get(kunci_jejak(satu.pk), ("", None))
    berkas = satu.berkas
    if berkas is not None and pada is None:
        oleh, pada = str(berkas.diunggah_oleh or ""), berkas.waktu
    return BarisBukti(
        pk=satu.pk,
        nama=berkas.nama if berkas else satu.tautan,
        jenis=str(Jenis(berkas.jenis).label) if berkas else TAUTAN,
        ukuran=tulis_ukuran(berkas.ukuran) if berkas else "",
        alamat=reverse(unduh, args=tempat) if berkas else satu.tautan,
        tautan=berkas is None,
        periode=f"s.d. {NAMA_BULAN[satu.bulan - 1]} {satu.tahun}",
        halaman=satu.halaman,
        keterangan=satu.keterangan,
        oleh=oleh,
        pada=pada,
        lepas=reverse(hapus, args=tempat) if boleh_hapus else "",
        berkas=berkas,
    )
