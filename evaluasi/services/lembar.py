"""LKE: opened for a unit and year, answered stage by stage, each stage by its own side."""

from django.core.exceptions import ValidationError
from django.db import transaction

from evaluasi.alur import ALUR_TAHAP
from evaluasi.models import (
    BuktiJawaban,
    Instrumen,
    Jawaban,
    Kriteria,
    LembarKerja,
    NilaiSub,
    PilihanJawaban,
    SubKomponen,
    TahapLembar,
)
from evaluasi.permissions import boleh_mengerjakan, boleh_mengevaluasi
from evaluasi.queries.hasil import keluhan_tahap, saran_sub
from evaluasi.queries.lembar import izin_jendela, izin_keadaan
from evaluasi.services.dasar import (
    DIDAHULUI,
    ikut_mengerjakan,
    minta,
    pastikan_berkas_unit,
    sisipkan,
)
from evaluasi.status import CaraNilai, Pelaku, StatusInstrumen, StatusTahap
from sakip.berkas.models import Berkas
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.jejak.simpan import simpan
from sakip.jejak.transisi import jalankan
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Izin, Tolak
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit

DIKETAHUI = ("tahap", "kriteria", "sub", "jawaban", "dijawab_oleh", "dinilai_oleh")


def buka_lembar(
    *, unit: Unit, instrumen: Instrumen, tahun_evaluasi: int, tahun_kinerja: int, oleh: Pengguna
) -> LembarKerja:
    """Open the worksheet of a perangkat daerah, with every stage of the instrument.

    Raises HakKurang, KeadaanSalah (an instrument still a draft), ValidationError.
    """
    minta(boleh_mengevaluasi(oleh, unit, tahun_kinerja))
    if instrumen.status != StatusInstrumen.BERLAKU:
        raise KeadaanSalah("Instrumen ini masih draf. Berlakukan lebih dahulu.")
    if unit.induk_id is not None:
        raise ValidationError({"unit": "Yang dievaluasi perangkat daerah, bukan bagiannya."})
    if instrumen.pemda_id not in {None, unit.pemda_id} or instrumen.tahun > tahun_evaluasi:
        raise ValidationError(
            {"instrumen": "Instrumen ini tidak berlaku untuk unit atau tahun itu."}
        )
    lembar = LembarKerja(
        unit=unit,
        instrumen=instrumen,
        tahun_evaluasi=tahun_evaluasi,
        tahun_kinerja=tahun_kinerja,
    )
    with transaction.atomic():
        sisipkan(lembar)
        TahapLembar.objects.bulk_create(
            TahapLembar(lembar=lembar, tahap=tahap) for tahap in instrumen.tahap.all()
        )
        catat(Aksi.LEMBAR_DIBUAT, lembar, oleh=oleh, sesudah=potret(lembar), unit_id=lembar.unit_id)
    return lembar


def mulai_tahap(tahap: TahapLembar, *, oleh: Pengguna) -> None:
    """Raises HakKurang, KeadaanSalah (the stage before it, the window), DidahuluiOrangLain."""
    _periksa_jendela(tahap)
    with transaction.atomic():
        _kunci_lembar(tahap)
        jalankan(ALUR_TAHAP, tahap, StatusTahap.BERJALAN, oleh=oleh)
        ikut_mengerjakan(tahap.lembar, oleh, _sisi(tahap))


def selesaikan_tahap(tahap: TahapLembar, *, oleh: Pengguna) -> None:
    """Raises HakKurang, KeadaanSalah, ValidationError (what is missing), DidahuluiOrangLain."""
    _periksa_jendela(tahap)
    with transaction.atomic():
        _kunci_lembar(tahap)
        _kunci(tahap)
        ALUR_TAHAP.periksa(tahap, tahap.status, StatusTahap.SELESAI, oleh, "")
        if keluhan := keluhan_tahap(tahap):
            raise ValidationError(keluhan)
        jalankan(ALUR_TAHAP, tahap, StatusTahap.SELESAI, oleh=oleh)
        ikut_mengerjakan(tahap.lembar, oleh, _sisi(tahap))


def buka_kembali_tahap(tahap: TahapLembar, *, oleh: Pengguna, alasan: str) -> None:
    """The evaluator opens a finished stage again, the unit's too, and says why.

    Raises HakKurang, KeadaanSalah, CatatanKurang, DidahuluiOrangLain.
    """
    with transaction.atomic():
        _kunci_lembar(tahap)
        jalankan(ALUR_TAHAP, tahap, StatusTahap.BERJALAN, oleh=oleh, catatan=alasan)
        ikut_mengerjakan(tahap.lembar, oleh, Pelaku.INSPEKTORAT)


def jawab(
    tahap: TahapLembar,
    kriteria: Kriteria,
    *,
    oleh: Pengguna,
    pilihan: PilihanJawaban | None,
    catatan: str = "",
    versi: int | None = None,
    alasan: str = "",
) -> Jawaban:
    """Answer a criterion; `versi` is that of the answer when it was opened, None for a first one.

    `alasan` is what the trail says of how it came about.

    Raises HakKurang, KeadaanSalah, ValidationError, SudahBerubah, and IntegrityError where
    somebody else gave the first answer meanwhile.
    """
    if kriteria.sub.komponen.instrumen_id != tahap.lembar.instrumen_id:
        raise ValidationError({"kriteria": "Kriteria ini bukan dari instrumen lembar kerja ini."})
    if pilihan is not None and pilihan.skala_id != kriteria.skala_id:
        raise ValidationError({"pilihan": f"Jawab menurut skala {kriteria.skala.nama}."})
    lama = Jawaban.objects.filter(tahap=tahap, kriteria=kriteria).first() if versi else None
    jawaban = lama or Jawaban()
    jawaban.tahap, jawaban.kriteria = tahap, kriteria  # known: not to be read again
    jawaban.pilihan, jawaban.catatan, jawaban.dijawab_oleh = pilihan, catatan.strip(), oleh
    _tulis(tahap, jawaban, Aksi.JAWABAN_DISIMPAN, oleh=oleh, versi=versi, alasan=alasan)
    return jawaban


def beri_nilai(
    tahap: TahapLembar,
    sub: SubKomponen,
    *,
    oleh: Pengguna,
    pilihan: PilihanJawaban,
    catatan: str = "",
    versi: int | None = None,
    alasan: str = "",
) -> NilaiSub:
    """Grade a sub-komponen; where it differs from what the answers suggest, with a note.

    Raises what `jawab` raises.
    """
    instrumen = tahap.lembar.instrumen
    if instrumen.cara != CaraNilai.SUB:
        raise KeadaanSalah("Menurut instrumen ini nilai dihitung dari kriterianya.")
    if sub.komponen.instrumen_id != instrumen.pk:
        raise ValidationError({"sub": "Sub-komponen ini bukan dari instrumen lembar kerja ini."})
    if pilihan.skala.instrumen_id != instrumen.pk or not pilihan.skala.untuk_sub:
        raise ValidationError({"pilihan": "Pilih nilai dari skala sub-komponen."})
    lama = NilaiSub.objects.filter(tahap=tahap, sub=sub).first() if versi else None
    nilai = lama or NilaiSub()
    nilai.tahap, nilai.sub = tahap, sub
    nilai.pilihan, nilai.catatan, nilai.dinilai_oleh = pilihan, catatan.strip(), oleh
    nilai.saran = saran_sub(tahap, sub)
    _tulis(tahap, nilai, Aksi.NILAI_DIBERIKAN, oleh=oleh, versi=versi, alasan=alasan)
    return nilai


def tambah_bukti(
    jawaban: Jawaban,
    *,
    oleh: Pengguna,
    tahun: int,
    berkas: Berkas | None = None,
    tautan: str = "",
    halaman: str = "",
    keterangan: str = "",
) -> BuktiJawaban:
    """Evidence for an answer: a file of the same perangkat daerah, or a link.

    Raises HakKurang, KeadaanSalah, ValidationError.
    """
    tahap = jawaban.tahap
    pastikan_berkas_unit(berkas, tahap.lembar.unit)
    bukti = BuktiJawaban(
        jawaban=jawaban,
        tahun=tahun,
        berkas=berkas,
        tautan=tautan,
        halaman=halaman,
        keterangan=keterangan,
    )
    _tulis(tahap, bukti, Aksi.BUKTI_DITAMBAH, oleh=oleh, versi=None)
    return bukti


def lepas_bukti(bukti: BuktiJawaban, *, oleh: Pengguna) -> None:
    """Take evidence away from its answer; the trail keeps it, and the file stays.

    Raises HakKurang, KeadaanSalah, TidakAda (somebody else took it away already).
    """
    tahap = bukti.jawaban.tahap
    _izinkan(tahap, oleh)
    with transaction.atomic():
        _pegang(tahap, oleh)
        sebelum = potret(bukti)
        lama, _ = BuktiJawaban.objects.filter(pk=bukti.pk).delete()
        if not lama:
            raise TidakAda("Bukti ini sudah dilepas orang lain. Muat ulang halamannya.")
        catat(Aksi.BUKTI_DILEPAS, bukti, oleh=oleh, sebelum=sebelum, unit_id=tahap.lembar.unit_id)


def _tulis(
    tahap: TahapLembar,
    objek: Jawaban | NilaiSub | BuktiJawaban,
    aksi: Aksi,
    *,
    oleh: Pengguna,
    versi: int | None,
    alasan: str = "",
) -> None:
    """Write into a running stage, as its side, while nobody finishes it."""
    _izinkan(tahap, oleh)
    with transaction.atomic():
        _pegang(tahap, oleh)
        # what the caller was given exists; that it is the only one of its kind the database says
        objek.full_clean(exclude=DIKETAHUI, validate_unique=False)
        unit_id = tahap.lembar.unit_id
        simpan(objek, oleh=oleh, aksi=aksi, versi=versi, alasan=alasan, unit_id=unit_id)


def _izinkan(tahap: TahapLembar, oleh: Pengguna) -> None:
    minta(boleh_mengerjakan(oleh, tahap))
    _periksa_jendela(tahap)


def _pegang(tahap: TahapLembar, oleh: Pengguna) -> None:
    """Hold a running stage, and write the person down on its side."""
    _kunci(tahap)
    _minta_keadaan(izin_keadaan(tahap))
    ikut_mengerjakan(tahap.lembar, oleh, _sisi(tahap))


def _kunci_lembar(tahap: TahapLembar) -> None:
    """Hold the whole worksheet: a step of one stage asks how the others and its LHE stand."""
    LembarKerja.objects.select_for_update(no_key=True).get(pk=tahap.lembar_id)


def tahap_terkunci(tahap: TahapLembar) -> TahapLembar:
    """The stage as it is now, held until the transaction ends."""
    kini = TahapLembar.objects.select_for_update(no_key=True).get(pk=tahap.pk)
    kini.lembar, kini.tahap = tahap.lembar, tahap.tahap
    return kini


def _kunci(tahap: TahapLembar) -> None:
    """Hold the stage. Raises DidahuluiOrangLain when it is in another state than was read."""
    kini = tahap_terkunci(tahap)
    if kini.status != tahap.status:
        raise DidahuluiOrangLain(DIDAHULUI)


def _periksa_jendela(tahap: TahapLembar) -> None:
    """A stage that is bound to the window of the year's evaluation. Raises KeadaanSalah."""
    _minta_keadaan(izin_jendela(tahap))


def _minta_keadaan(izin: Izin) -> None:
    if isinstance(izin, Tolak):
        raise KeadaanSalah(izin.alasan)


def _sisi(tahap: TahapLembar) -> Pelaku:
    return Pelaku(tahap.tahap.pelaku)
