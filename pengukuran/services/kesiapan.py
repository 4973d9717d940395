"""Whether realisasi may be submitted, and the notes that explain what is odd about them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count

from pengukuran.hitung.capaian import Aturan, Capaian
from pengukuran.hitung.kesiapan import (
    SEBUTAN_KODE,
    AturanPeriksa,
    BarisPeriksa,
    KodeKesiapan,
    Temuan,
    Tindakan,
    penghalang,
    periksa_baris,
)
from pengukuran.hitung.periode import capaian_periode
from pengukuran.models import (
    AturanKesiapan,
    CatatanKesiapan,
    NilaiVariabel,
    Realisasi,
)
from pengukuran.permissions import boleh_mengatur_kesiapan, boleh_mengisi
from pengukuran.queries.periode import BahanSetahun
from pengukuran.queries.predikat import skor_predikat
from pengukuran.services.dasar import catat_pengisi, kunci_baris, wajib, wajib_terbuka
from pengukuran.services.isi_sel import MAKS_TEKS, rapikan
from pengukuran.status import DAPAT_DIUBAH, StatusRealisasi
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.hitung.nilai import JENIS_REALISASI, JenisNilai
from perencanaan.models import IndikatorVersi, RenstraVersi
from perencanaan.models.indikator import Arah
from perencanaan.queries.rencana_aksi import target_periode
from perencanaan.queries.saat import akhir_bulan
from perencanaan.queries.target import target_berlaku
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.jejak.simpan import simpan
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit
from sakip.web.versi import SudahBerubah, simpan_jika_versi


@dataclass(frozen=True)
class Kesiapan:
    """What was found in one realisasi, and the notes that explain it, by code."""

    temuan: tuple[Temuan, ...]
    catatan: Mapping[str, str]
    capaian: Capaian
    belum_diukur: bool
    pernah_dikembalikan: bool

    @property
    def penghalang(self) -> tuple[Temuan, ...]:
        """What must be mended or explained before it is submitted."""
        return penghalang(self.temuan, self.catatan.keys())

    @property
    def siap(self) -> bool:
        return not self.penghalang

    @property
    def berisiko_rendah(self) -> bool:
        """Nothing in it that a verifier has to look at: these may be accepted many at once.

        Belum diukur is accepted by looking at its reason, and a note is there to be read.
        """
        return not (self.temuan or self.belum_diukur or self.pernah_dikembalikan)


class BelumSiap(KeadaanSalah):
    """It cannot be submitted yet; `kesiapan` holds what is in the way, the message says it."""

    def __init__(self, kesiapan: Kesiapan) -> None:
        super().__init__(" ".join(dict.fromkeys(satu.pesan for satu in kesiapan.penghalang)))
        self.kesiapan = kesiapan


def kesiapan(realisasi: Realisasi) -> Kesiapan:
    """Of one stored row."""
    return kesiapan_baris([realisasi])[realisasi.pk]


def kesiapan_baris(semua: Iterable[Realisasi]) -> dict[int, Kesiapan]:
    """Of stored rows by their ids; the number of queries grows with units and periods only."""
    kelompok: dict[tuple[int, int, int], list[Realisasi]] = defaultdict(list)
    for satu in semua:
        kelompok[satu.unit_id, satu.tahun, satu.bulan].append(satu)
    hasil: dict[int, Kesiapan] = {}
    for milik in kelompok.values():
        pembaca = _Pembaca(milik)
        hasil |= {satu.pk: pembaca.kesiapan(satu) for satu in milik}
    return hasil


def aturan_pemda(pemda_id: int) -> dict[KodeKesiapan, AturanPeriksa]:
    """What a pemda has set; one query."""
    return {
        KodeKesiapan(satu.kode): AturanPeriksa(Tindakan(satu.tindakan), satu.batas)
        for satu in AturanKesiapan.objects.filter(pemda=pemda_id)
    }


class _Pembaca:
    """What the rows of one unit and period are held against, read once."""

    def __init__(self, semua: Sequence[Realisasi]) -> None:
        pertama = semua[0]
        self.unit, self.tahun, self.bulan = pertama.unit, pertama.tahun, pertama.bulan
        indikator = [satu.indikator_id for satu in semua]
        tanggal = None if self.bulan == BULAN_SETAHUN else akhir_bulan(self.tahun, self.bulan)
        self.setahun = self._setahun(indikator)
        self.bahan = BahanSetahun(
            target=target_berlaku(self.unit, [self.tahun], tanggal),
            rencana=target_periode(self.unit, [self.tahun], tanggal),
            realisasi=self.setahun,
        )
        self.rumusan = rumusan_setahun(self.unit, self.tahun, indikator)
        self.aturan = aturan_pemda(self.unit.pemda_id)
        self.skor = skor_predikat(self.unit)
        pk = [satu.pk for satu in semua]
        self.terisi = {
            *NilaiVariabel.objects.filter(realisasi__in=pk, nilai__isnull=False).values_list(
                "realisasi", "variabel"
            )
        }
        self.catatan: dict[int, dict[str, str]] = defaultdict(dict)
        for catatan in CatatanKesiapan.objects.filter(realisasi__in=pk):
            self.catatan[catatan.realisasi_id][catatan.kode] = catatan.teks
        milik = Realisasi.objects.filter(pk__in=pk)
        hitung = milik.annotate(
            b=Count("bukti", distinct=True), k=Count("pengembalian", distinct=True)
        )
        self.hitungan = {pk: (b, k) for pk, b, k in hitung.values_list("pk", "b", "k")}

    def _setahun(self, indikator: list[int]) -> dict[tuple[int, int], tuple[Realisasi, ...]]:
        """Every figure of these indikator up to the period, whatever its status."""
        hasil: dict[tuple[int, int], list[Realisasi]] = defaultdict(list)
        baris = Realisasi.objects.filter(
            unit=self.unit, tahun=self.tahun, indikator__in=indikator, bulan__lte=self.bulan,
            jenis__in=[satu.value for satu in JENIS_REALISASI],
        )  # fmt: skip
        for satu in baris.order_by("bulan"):
            hasil[satu.indikator_id, satu.tahun].append(satu)
        return {kunci: tuple(isi) for kunci, isi in hasil.items()}

    def kesiapan(self, realisasi: Realisasi) -> Kesiapan:
        rumusan = self.rumusan.get(realisasi.indikator_id)
        if rumusan is None:
            raise TidakAda(
                f"Indikator ini tidak ada dalam Renstra {self.unit.singkatan} tahun {self.tahun}."
            )
        capaian = self._capaian(realisasi, rumusan)
        bukti, kembali = self.hitungan[realisasi.pk]
        return Kesiapan(
            temuan=periksa_baris(self._baris(realisasi, rumusan, capaian, bukti), self.aturan),
            catatan=self.catatan[realisasi.pk],
            capaian=capaian,
            belum_diukur=realisasi.jenis == JenisNilai.BELUM_DIUKUR,
            pernah_dikembalikan=bool(kembali),
        )

    def _baris(
        self, realisasi: Realisasi, rumusan: IndikatorVersi, capaian: Capaian, bukti: int
    ) -> BarisPeriksa:
        kunci = (realisasi.indikator_id, self.tahun)
        lalu = [satu for satu in self.setahun.get(kunci, ()) if satu.bulan < self.bulan]
        return BarisPeriksa(
            nilai=realisasi.sebagai_nilai(),
            capaian=capaian,
            cara=self.bahan.cara(rumusan, kunci),
            naik=rumusan.arah == Arah.NAIK,
            sebelumnya=lalu[-1].sebagai_nilai() if lalu else None,
            alasan=realisasi.alasan,
            penghambat=realisasi.penghambat,
            upaya=realisasi.upaya,
            bukti=bukti,
            variabel_kosong=self._kosong(realisasi, rumusan),
        )

    def _kosong(self, realisasi: Realisasi, rumusan: IndikatorVersi) -> tuple[str, ...]:
        """The variables of its formula that have no figure."""
        if realisasi.tanpa_variabel or not rumusan.rumus:
            return ()
        semua = rumusan.variabel.all()
        return tuple(v.nama for v in semua if (realisasi.pk, v.pk) not in self.terisi)

    def _capaian(self, realisasi: Realisasi, rumusan: IndikatorVersi) -> Capaian:
        kunci = (realisasi.indikator_id, self.tahun)
        target = self.bahan.target.get(kunci)
        return capaian_periode(
            self.bahan.hasil(rumusan, kunci, self.bulan),
            target.nilai if target else None,
            Aturan(rumusan.aturan),
            None,
            self.skor.get(realisasi.indikator_id),
        ).sampai


def rumusan_setahun(unit: Unit, tahun: int, indikator: Iterable[int]) -> dict[int, IndikatorVersi]:
    """How some indikator are worded in a year, by their ids, with their variables."""
    versi = RenstraVersi.objects.berlaku(unit, tahun).values("pk")
    milik = IndikatorVersi.objects.filter(renstra_versi__in=versi, indikator__in=list(indikator))
    return {satu.indikator_id: satu for satu in milik.prefetch_related("variabel")}


def jelaskan(
    realisasi: Realisasi, *, kode: str, teks: str, oleh: Pengguna, semula: str = ""
) -> None:
    """Write the note that explains a finding; the verifier reads it. An empty text takes it away.

    `semula` is the note when it was opened. The same note twice is one line of the trail. Raises
    TidakAda (no such finding), HakKurang, KeadaanSalah, ValidationError (too long),
    DidahuluiOrangLain, SudahBerubah (somebody else wrote another note meanwhile).
    """
    if kode not in SEBUTAN_KODE:
        raise TidakAda(f"Temuan “{kode}” tidak dikenal. Muat ulang halamannya.")
    wajib(boleh_mengisi(oleh, realisasi))
    isi = rapikan(teks)
    if len(isi) > MAKS_TEKS:
        raise ValidationError({"teks": f"Penjelasan paling banyak {MAKS_TEKS} karakter."})
    wajib_terbuka(realisasi)
    with transaction.atomic():
        kunci_baris(realisasi)
        if realisasi.status not in DAPAT_DIUBAH:
            label = StatusRealisasi(realisasi.status).label
            raise KeadaanSalah(f"Isian ini sudah {label}, sehingga tidak dapat dijelaskan lagi.")
        _tulis_catatan(realisasi, kode, (rapikan(semula), isi), oleh)


def _tulis_catatan(realisasi: Realisasi, kode: str, teks: tuple[str, str], oleh: Pengguna) -> None:
    semula, isi = teks
    lama = CatatanKesiapan.objects.filter(realisasi=realisasi, kode=kode).first()
    kini = lama.teks if lama else ""
    if kini == isi:
        return
    if kini != semula:
        raise SudahBerubah(f"Orang lain baru saja menulis penjelasan ini: “{kini}”.")
    if lama is not None and not isi:
        lama.delete()
    elif lama is not None:
        lama.teks, lama.oleh = isi, oleh
        simpan_jika_versi(lama, lama.versi)
    else:
        CatatanKesiapan.objects.create(realisasi=realisasi, kode=kode, teks=isi, oleh=oleh)
    catat_pengisi(realisasi, oleh)
    catat(
        Aksi.REALISASI_DIJELASKAN,
        realisasi,
        oleh=oleh,
        sebelum={f"catatan.{kode}": kini},
        sesudah={f"catatan.{kode}": isi},
        unit_id=realisasi.unit_id,
    )


def atur_kesiapan(aturan: AturanKesiapan, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Set what a pemda wants done about a finding.

    Raises HakKurang, ValidationError (a bound that is none, a rule that always blocks),
    SudahBerubah.
    """
    wajib(boleh_mengatur_kesiapan(oleh, aturan.pemda_id))
    aturan.full_clean()
    simpan(aturan, oleh=oleh, aksi=Aksi.KESIAPAN_DIATUR, versi=versi)
