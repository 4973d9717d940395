"""In whatever order people act, and whoever they are, what was decided stays decided.

The rules here are read from the tables, not from the code that keeps them: no unit closes its own
recommendation, nobody evaluates the unit he works in, an issued LHE stays as it was issued, and a
verdict keeps its author and its moment.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import (
    LembarKerja,
    Lhe,
    NilaiSub,
    Perpanjangan,
    Putusan,
    Rekomendasi,
    RencanaTindakLanjut,
)
from evaluasi.queries.tindak_lanjut import status_rekomendasi
from evaluasi.services.konteks_lhe import konteks_lhe
from evaluasi.services.lembar import (
    beri_nilai,
    buka_kembali_tahap,
    mulai_tahap,
    selesaikan_tahap,
)
from evaluasi.services.lhe import catat_komponen, catat_lhe, susun_lhe, terbitkan_lhe, ubah_lhe
from evaluasi.services.rekomendasi import putuskan, rekomendasikan
from evaluasi.services.tindak_lanjut import (
    Target,
    laporkan,
    minta_perpanjangan,
    putuskan_perpanjangan,
    rencanakan,
)
from evaluasi.status import KeadaanUnit
from sakip.jejak.models import CatatanJejak
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna, Penugasan, Unit
from sakip.organisasi.peran import Peran
from sakip.web.versi import SudahBerubah
from tests.evaluasi.pabrik import (
    Orang,
    jawab_semua,
    lembar_baru,
    lhe_draf,
    nilai,
    sub_dari,
    tahap,
)
from tests.pemeran import AWAL, buat_orang

# what the services refuse with; anything else is a mistake of theirs
DITOLAK = (
    HakKurang, KeadaanSalah, CatatanKurang, DidahuluiOrangLain, ValidationError, SudahBerubah,
)  # fmt: skip
PELAKU = ("perencana", "operator", "pimpinan", "auditor", "auditor_lain", "rangkap", "luar")
# those who may do something come more often, or little would ever happen
pelaku = st.sampled_from([*PELAKU, *["perencana", "auditor", "auditor_lain"] * 3])
mana = st.integers(min_value=0, max_value=5)


@dataclass(frozen=True)
class Awal:
    """One unit with an issued LHE of the year before, and its worksheet of this year."""

    unit: Unit
    orang: dict[str, Pengguna]
    lembar: LembarKerja


def siapkan(unit: Unit) -> Awal:
    orang = {
        "perencana": buat_orang("u-perencana", Peran.PERENCANA, unit),
        "operator": buat_orang("u-operator", Peran.OPERATOR, unit),
        "pimpinan": buat_orang("u-pimpinan", Peran.PIMPINAN, unit),
        "auditor": buat_orang("u-auditor", Peran.INSPEKTORAT, unit),
        "auditor_lain": buat_orang("u-auditor-lain", Peran.INSPEKTORAT, unit),
        "rangkap": buat_orang("u-rangkap", Peran.INSPEKTORAT, unit),
        "luar": buat_orang("u-luar", Peran.PERENCANA, unit),
    }
    # an auditor who works in the unit too, and a planner of another unit
    Penugasan.objects.create(pengguna=orang["rangkap"], peran=Peran.PERENCANA, unit=unit, dari=AWAL)
    lain = Unit.objects.create(
        pemda=unit.pemda, kode="u-lain", nama="Lain", singkatan="Lain", berlaku_dari=AWAL
    )
    Penugasan.objects.filter(pengguna=orang["luar"]).update(unit=lain)
    sisi = Orang(unit=orang["perencana"], inspektorat=orang["auditor"])
    lama = lhe_draf(unit, sisi)
    for uraian in ("Menyusun SOP.", "Memantau setiap triwulan."):
        rekomendasikan(lama, uraian=uraian, oleh=orang["auditor"])
    Lhe.objects.update(tahun_evaluasi=2023, tahun_kinerja=2022)
    LembarKerja.objects.update(tahun_evaluasi=2023, tahun_kinerja=2022)
    terbitkan_lhe(Lhe.objects.get(), oleh=orang["auditor"])
    lembar = lembar_baru(unit, sisi)
    bagian = tahap(lembar, "mandiri")
    mulai_tahap(bagian, oleh=orang["perencana"])
    jawab_semua(bagian, orang["perencana"])
    return Awal(unit, orang, lembar)


class Siklus(RuleBasedStateMachine):
    """One unit with everything that may happen to it in two years of evaluation."""

    awal: Awal

    def __init__(self) -> None:
        super().__init__()
        self.titik = transaction.savepoint()
        awal = deepcopy(self.awal)
        self.unit, self.orang, self.lembar = awal.unit, awal.orang, awal.lembar
        bekerja = ("perencana", "operator", "pimpinan", "rangkap")
        self.bekerja = {self.orang[nama].pk for nama in bekerja}
        self.terbit: dict[int, dict] = {}
        self.putusan: dict[int, tuple] = {}
        self.berubah = True

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.titik)

    @contextmanager
    def mencoba(self) -> Iterator[None]:
        """An act that may be refused; a refused one leaves nothing behind."""
        jejak = CatatanJejak.objects.count()
        try:
            with transaction.atomic():
                yield
            self.berubah = True
        except DITOLAK:
            assert CatatanJejak.objects.count() == jejak

    # the worksheet
    @rule(siapa=pelaku, kode=st.sampled_from(["mandiri", "evaluator"]))
    def mulai(self, siapa: str, kode: str) -> None:
        with self.mencoba():
            mulai_tahap(tahap(self.lembar, kode), oleh=self.orang[siapa])

    @rule(siapa=pelaku, kode=st.sampled_from(["mandiri", "evaluator"]))
    def selesaikan(self, siapa: str, kode: str) -> None:
        with self.mencoba():
            selesaikan_tahap(tahap(self.lembar, kode), oleh=self.orang[siapa])

    @rule(siapa=pelaku, kode=st.sampled_from(["mandiri", "evaluator"]))
    def buka_kembali(self, siapa: str, kode: str) -> None:
        with self.mencoba():
            buka_kembali_tahap(tahap(self.lembar, kode), oleh=self.orang[siapa], alasan="Diulang.")

    @rule(siapa=pelaku, huruf=st.sampled_from(["AA", "BB", "E"]), semua=st.booleans())
    def nilai_sub(self, siapa: str, huruf: str, *, semua: bool) -> None:
        bagian = tahap(self.lembar, "evaluator")
        for sub in sub_dari(self.lembar)[: 12 if semua else 1]:
            lama = NilaiSub.objects.filter(tahap=bagian, sub=sub).first()
            with self.mencoba():
                beri_nilai(
                    bagian,
                    sub,
                    oleh=self.orang[siapa],
                    pilihan=nilai(self.lembar, huruf),
                    catatan="Menurut bukti.",
                    versi=lama.versi if lama else None,
                )

    # the LHE
    @rule(siapa=pelaku, alasan=st.sampled_from(["", "Diperbaiki."]))
    def susun(self, siapa: str, alasan: str) -> None:
        with self.mencoba():
            susun_lhe(self.lembar, oleh=self.orang[siapa], alasan=alasan)

    @rule(siapa=pelaku, alasan=st.sampled_from(["", "Diperbaiki."]))
    def catat_kertas(self, siapa: str, alasan: str) -> None:
        with self.mencoba():
            catat_lhe(
                unit=self.unit,
                tahun_evaluasi=2022,
                tahun_kinerja=2021,
                oleh=self.orang[siapa],
                alasan=alasan,
            )

    @rule(siapa=pelaku, ke=mana, nomor=st.sampled_from(["", "700/9"]))
    def ubah(self, siapa: str, ke: int, nomor: str) -> None:
        if lhe := self._salah_satu(Lhe, ke):
            isi = {"nomor": nomor, "tanggal": date(2024, 5, 2), "ringkasan": f"Oleh {siapa}."}
            with self.mencoba():
                ubah_lhe(lhe, isi, oleh=self.orang[siapa], versi=lhe.versi)

    @rule(siapa=pelaku, ke=mana)
    def catatan(self, siapa: str, ke: int) -> None:
        if lhe := self._salah_satu(Lhe, ke):
            komponen = self.lembar.instrumen.komponen.first()
            ada = lhe.catatan.filter(komponen=komponen, sub=None).first()
            with self.mencoba():
                catat_komponen(
                    lhe,
                    komponen,
                    oleh=self.orang[siapa],
                    catatan=f"Oleh {siapa}.",
                    versi=ada.versi if ada else None,
                )

    @rule(siapa=pelaku, ke=mana)
    def rekomendasi(self, siapa: str, ke: int) -> None:
        if lhe := self._salah_satu(Lhe, ke):
            with self.mencoba():
                rekomendasikan(lhe, uraian="Menyusun SOP.", oleh=self.orang[siapa])

    @rule(siapa=pelaku, ke=mana)
    def terbitkan(self, siapa: str, ke: int) -> None:
        if lhe := self._salah_satu(Lhe, ke):
            with self.mencoba():
                terbitkan_lhe(lhe, oleh=self.orang[siapa])

    # the follow-up
    @rule(siapa=pelaku, ke=mana)
    def rencana(self, siapa: str, ke: int) -> None:
        if satu := self._salah_satu(Rekomendasi, ke):
            with self.mencoba():
                rencanakan(
                    satu,
                    uraian="SOP disusun.",
                    unit=self.unit,
                    target=Target(JenisTarget.BULAN, bulan=12),
                    oleh=self.orang[siapa],
                )

    @rule(siapa=pelaku, ke=mana, keadaan=st.sampled_from(KeadaanUnit))
    def laporan(self, siapa: str, ke: int, keadaan: KeadaanUnit) -> None:
        if satu := self._salah_satu(RencanaTindakLanjut, ke):
            with self.mencoba():
                laporkan(satu, keadaan=keadaan, uraian="Selesai.", oleh=self.orang[siapa])

    @rule(
        siapa=pelaku,
        ke=mana,
        status=st.sampled_from(StatusTindakLanjut),
        catatan=st.sampled_from(["", "Diperiksa."]),
    )
    def putusan_baru(self, siapa: str, ke: int, status: StatusTindakLanjut, catatan: str) -> None:
        if satu := self._salah_satu(Rekomendasi, ke):
            with self.mencoba():
                putuskan(
                    satu,
                    status,
                    catatan=catatan,
                    oleh=self.orang[siapa],
                    sesudah=satu.putusan.count(),
                    dasar="Surat 1",
                )

    @rule(siapa=pelaku, ke=mana)
    def perpanjangan(self, siapa: str, ke: int) -> None:
        if satu := self._salah_satu(RencanaTindakLanjut, ke):
            with self.mencoba():
                minta_perpanjangan(
                    satu, menjadi=date(2030, 1, 1), alasan="Menunggu.", oleh=self.orang[siapa]
                )

    @rule(siapa=pelaku, ke=mana, disetujui=st.booleans())
    def putuskan_waktu(self, siapa: str, ke: int, *, disetujui: bool) -> None:
        if satu := self._salah_satu(Perpanjangan, ke):
            with self.mencoba():
                putuskan_perpanjangan(
                    satu, disetujui=disetujui, oleh=self.orang[siapa], catatan="Cukup."
                )

    @rule(siapa=pelaku)
    def ubah_putusan_mentah(self, siapa: str) -> None:
        """Round every service, as a script with the application's account would."""
        self.berubah = True
        perintah = f"UPDATE {Putusan._meta.db_table} SET oleh_id = %s"
        with suppress(IntegrityError), transaction.atomic(), connection.cursor() as kursor:
            kursor.execute(perintah, [self.orang[siapa].pk])

    @invariant()
    def aturan_berlaku(self) -> None:
        """Asked of the tables whenever they may have changed."""
        if self.berubah:
            self.berubah = False
            self.unit_tidak_menutup_rekomendasinya()
            self.tidak_ada_yang_mengevaluasi_unitnya()
            self.lhe_terbit_tetap()
            self.putusan_tetap()

    def unit_tidak_menutup_rekomendasinya(self) -> None:
        inspektorat = self._inspektorat()
        for satu in Rekomendasi.objects.all():
            status = status_rekomendasi(satu)
            if status != StatusTindakLanjut.BELUM_DITINDAKLANJUTI:
                terakhir = satu.putusan.latest("ke")
                assert terakhir.oleh_id not in self.bekerja
                assert (terakhir.status, bool(terakhir.catatan)) == (status, True)
                assert terakhir.oleh_id in inspektorat
        for permintaan in Perpanjangan.objects.exclude(diputus_oleh=None):
            assert permintaan.diputus_oleh_id not in self.bekerja

    def tidak_ada_yang_mengevaluasi_unitnya(self) -> None:
        milik = NilaiSub.objects.filter(tahap__tahap__pelaku="inspektorat")
        penilai = set(milik.values_list("dinilai_oleh", flat=True))
        assert not penilai & self.bekerja
        assert penilai <= self._inspektorat()

    def lhe_terbit_tetap(self) -> None:
        """Its document to the letter, and its rows as the document says.

        What the rows say of the year before is left out: that LHE may be issued after this one.
        """
        for lhe in Lhe.objects.filter(status="terbit"):
            beku = lhe.dokumen.konteks
            kini = {**beku, "dokumen": lhe.dokumen_id, "ke": lhe.ke}
            assert self.terbit.setdefault(lhe.pk, kini) == kini
            assert {**konteks_lhe(lhe), "lalu": None} == {**beku, "lalu": None}
            assert lhe.dokumen.diterbitkan_oleh_id not in self.bekerja
        assert set(self.terbit) <= set(Lhe.objects.values_list("pk", flat=True))

    def putusan_tetap(self) -> None:
        kini = {
            satu.pk: (satu.oleh_id, satu.waktu, satu.status, satu.catatan)
            for satu in Putusan.objects.all()
        }
        for pk, isi in self.putusan.items():
            assert kini[pk] == isi
        self.putusan = kini

    def _salah_satu(self, model, ke: int):
        semua = list(model.objects.order_by("pk"))
        return semua[ke % len(semua)] if semua else None

    def _inspektorat(self) -> set[int]:
        milik = Penugasan.objects.filter(peran=Peran.INSPEKTORAT)
        return set(milik.values_list("pengguna", flat=True))


@pytest.fixture
def siklus(pasuruan) -> type[Siklus]:
    return type("SiklusUnit", (Siklus,), {"awal": siapkan(pasuruan)})


def test_urutan_apa_pun(siklus):
    run_state_machine_as_test(
        siklus,
        settings=settings(
            max_examples=6,
            stateful_step_count=70,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
