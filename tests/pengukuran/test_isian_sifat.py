"""Any order of acts by anybody leaves legal states only, and one line of the trail for each change."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from pengukuran.alur import ALUR_REALISASI
from pengukuran.models import (
    CatatanKesiapan,
    Koreksi,
    NilaiVariabel,
    PelakuRealisasi,
    Pengembalian,
    Realisasi,
    UsulanKoreksi,
)
from pengukuran.services import langkah
from pengukuran.services.isi_sel import TulisanSalah
from pengukuran.services.kesiapan import jelaskan
from pengukuran.services.koreksi import setujui_koreksi, tolak_koreksi, usulkan_koreksi
from pengukuran.services.sel import Hasil
from pengukuran.status import StatusRealisasi
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.web.versi import SudahBerubah
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import Kantor, atur_jendela, buat_tautan

PENOLAKAN = (
    HakKurang, KeadaanSalah, CatatanKurang, DidahuluiOrangLain, SudahBerubah, TulisanSalah,
)  # fmt: skip
ORANG = st.sampled_from(
    ["operator", "perencana", "perencana_2", "pimpinan", "rangkap", "operator_lain", "pembaca"]
)
PERBAIKI = {"nilai": "satuannya"}
# what the state allows, by somebody who may, in an open window: chance alone seldom finds it
MAJU: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "draf": [("melengkapi_lalu_mengajukan", {"oleh": "operator"})],
    "dikembalikan": [("melengkapi_lalu_mengajukan", {"oleh": "operator"})],
    "diajukan": [
        ("memverifikasi_banyak", {"oleh": "perencana_2"}),
        ("memverifikasi", {"oleh": "perencana_2"}),
        ("menarik", {"oleh": "operator"}),
        ("mengembalikan", {"oleh": "perencana_2", "alasan": PERBAIKI}),
    ],
    "diverifikasi": [
        ("menyetujui", {"oleh": "pimpinan"}),
        ("menyetujui", {"oleh": "rangkap"}),
        ("mengembalikan", {"oleh": "pimpinan", "alasan": PERBAIKI}),
    ],
    "disetujui": [
        ("koreksi_yang_ditolak", {"oleh": "operator"}),
        ("membuka_kembali", {"oleh": "pimpinan"}),
    ],
}
ISI = ("melengkapi_lalu_mengajukan", {"oleh": "operator"})
VERIFIKASI = ("memverifikasi", {"oleh": "perencana_2"})
SETUJU = ("menyetujui", {"oleh": "pimpinan"})
PERJALANAN: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "dikoreksi": [
        ("mengisi", {"oleh": "perencana", "isi": ("upaya", "menyurati"), "basi": False}),
        ("mengisi", {"oleh": "rangkap", "isi": ("penghambat", "hujan"), "basi": False}),
        ISI, ("memverifikasi", {"oleh": "perencana"}), VERIFIKASI,
        ("menyetujui", {"oleh": "rangkap"}), SETUJU, ("jendela", {"keadaan": "terkunci"}),
        ("mengusulkan_koreksi", {"oleh": "operator", "teks": "7,5"}),
        ("memutuskan_koreksi", {"oleh": "pimpinan", "setuju": True}),
    ],
    "dikembalikan": [
        ("mengisi", {"oleh": "operator", "isi": ("nilai", "12.5"), "basi": False}),
        ISI, ("mengembalikan", {"oleh": "perencana_2", "alasan": PERBAIKI}), ISI, VERIFIKASI,
        ("mengembalikan", {"oleh": "pimpinan", "alasan": PERBAIKI}),
    ],
    "koreksi ditolak": [
        ISI, ("memverifikasi_banyak", {"oleh": "perencana_2"}), SETUJU,
        ("koreksi_yang_ditolak", {"oleh": "operator"}),
    ],
    "dibuka": [
        ISI, ("menarik", {"oleh": "operator"}),
        ("menjelaskan", {"oleh": "operator", "kode": "lonjakan"}),
        ("mengisi", {"oleh": "operator", "isi": ("nilai", "9"), "basi": True}),
        ISI, VERIFIKASI, SETUJU, ("membuka_kembali", {"oleh": "pimpinan"}),
    ],
}  # fmt: skip
ISI_ANGKA = ("jenis", "nilai", "alasan", "keterangan", "pendukung", "penghambat", "upaya")
NYATA = {"angka", "rentang", "predikat", "belum_diukur"}


class Kantoran(RuleBasedStateMachine):
    """One realisasi of one office; `tanda` counts over all runs what they came through."""

    kantor: Kantor
    tanda: Counter[str]

    def __init__(self) -> None:
        super().__init__()
        self.simpanan = transaction.atomic()
        self.simpanan.__enter__()
        self.pengisi: set[int] = set()
        self.terkunci = False
        self.kantor.isi("keterangan", "awal")
        self.pengisi.add(self.kantor["operator"].pk)
        buat_tautan(self.baris)
        self.potret_kini, self.kini = self.potret(), self.baris

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.simpanan.__exit__(None, None, None)

    @property
    def baris(self) -> Any:
        return self.kantor.baris()

    def potret(self) -> tuple[Any, ...]:
        """Everything of the one row but what is only typed."""
        milik = (NilaiVariabel, PelakuRealisasi, Pengembalian, CatatanKesiapan, UsulanKoreksi)
        baris = self.baris
        semua = [
            list(model.objects.filter(realisasi=baris).order_by("pk").values_list())
            for model in (*milik, Koreksi)
        ]
        return (Realisasi.objects.filter(pk=baris.pk).values().get(), *semua)

    def coba(self, nama: str, oleh: str, kerja: Callable[[], object]) -> None:
        """Do something or be refused; either way what is true of every step must hold of it."""
        sebelum, dulu = self.potret_kini, self.kini
        jejak = JejakBaru()
        try:
            hasil = kerja()
        except PENOLAKAN:
            hasil, ditolak = None, True
        else:
            ditolak = False
        self.potret_kini, self.kini = self.potret(), self.baris
        berubah, kini = self.potret_kini != sebelum, self.kini
        baru = jejak.baris()
        assert len(baru) == berubah
        assert not (ditolak and berubah)
        if berubah:
            self.tanda[nama] += 1
            (akhir,) = baru
            assert akhir.pengguna == self.kantor[oleh]
            if nama in {"isi", "jelaskan", "ajukan"}:
                self.pengisi.add(self.kantor[oleh].pk)
        if dulu.status != kini.status:
            langkah_ini = ALUR_REALISASI.tabel[dulu.status, kini.status]
            assert akhir.aksi == langkah_ini.aksi
            self.tanda[kini.status] += 1
        dikoreksi = len(self.potret_kini[-1]) - len(sebelum[-1])
        beda = [n for n in ISI_ANGKA if getattr(dulu, n) != getattr(kini, n)]
        if beda:
            if self.terkunci:
                assert dikoreksi == 1
            else:
                assert dulu.status in {"draf", "dikembalikan"}
        self.yang_sah_ada_pengisi_dan_pemeriksa_lain()
        if isinstance(hasil, Koreksi):
            assert hasil.diajukan_oleh != hasil.disetujui_oleh

    @rule(
        oleh=ORANG,
        isi=st.sampled_from(
            [("nilai", "8"), ("nilai", "9"), ("nilai", "12.5"), ("nilai", ""), ("nilai", "0"),
             ("alasan", "libur"), ("upaya", "menyurati"), ("penghambat", "hujan"),
             ("belum_diukur", "survei"), ("nilai", "40")]
        ),
        basi=st.booleans(),
    )  # fmt: skip
    def mengisi(self, oleh, isi, basi) -> None:
        kolom, teks = isi
        semula = "7" if basi else self.isi_sekarang(kolom)
        self.coba("isi", oleh, lambda: self.simpan(kolom, teks, semula, oleh))

    def simpan(self, kolom: str, teks: str, semula: str, oleh: str) -> None:
        jawaban = self.kantor.isi(kolom, teks, semula=semula, oleh=oleh)
        self.tanda[jawaban.hasil] += 1
        if jawaban.hasil is Hasil.TERSIMPAN:
            assert jawaban.oleh == str(self.kantor[oleh])

    def isi_sekarang(self, kolom: str) -> str:
        baris = self.kini
        if kolom == "nilai":
            return "" if baris.nilai is None else f"{baris.nilai:f}".replace(".", ",")
        if kolom == "belum_diukur":
            return baris.alasan if baris.jenis == "belum_diukur" else ""
        return getattr(baris, kolom)

    @rule(oleh=ORANG)
    def mengajukan(self, oleh) -> None:
        self.coba("ajukan", oleh, lambda: langkah.ajukan(self.baris, oleh=self.kantor[oleh]))

    @rule(oleh=st.sampled_from(["operator", "perencana"]))
    def melengkapi_lalu_mengajukan(self, oleh) -> None:
        """So that many runs come past the draft."""
        if self.kini.status in {"draf", "dikembalikan"}:
            semula = self.isi_sekarang("nilai")
            self.coba("isi", oleh, lambda: self.simpan("nilai", "8", semula, oleh))
            self.mengajukan(oleh=oleh)

    @rule(oleh=ORANG)
    def menarik(self, oleh) -> None:
        self.coba("tarik", oleh, lambda: langkah.tarik(self.baris, oleh=self.kantor[oleh]))

    @rule(oleh=ORANG, alasan=st.sampled_from([{"nilai": "satuannya"}, {"upaya": " "}, {}]))
    def mengembalikan(self, oleh, alasan) -> None:
        self.coba(
            "kembalikan",
            oleh,
            lambda: langkah.kembalikan(self.baris, oleh=self.kantor[oleh], alasan=alasan),
        )

    @rule(oleh=ORANG)
    def memverifikasi(self, oleh) -> None:
        self.coba(
            "verifikasi", oleh, lambda: langkah.verifikasi(self.baris, oleh=self.kantor[oleh])
        )

    @rule(oleh=st.sampled_from(["perencana_2", "rangkap"]))
    def memverifikasi_banyak(self, oleh) -> None:
        self.coba(
            "verifikasi banyak",
            oleh,
            lambda: langkah.verifikasi_banyak([self.baris], oleh=self.kantor[oleh]),
        )

    @rule(oleh=ORANG)
    def menyetujui(self, oleh) -> None:
        self.coba("setujui", oleh, lambda: langkah.setujui(self.baris, oleh=self.kantor[oleh]))

    @rule(oleh=ORANG)
    def membuka_kembali(self, oleh) -> None:
        self.coba(
            "buka",
            oleh,
            lambda: langkah.buka_kembali(self.baris, oleh=self.kantor[oleh], alasan="salah baca"),
        )

    @rule(oleh=ORANG, kode=st.sampled_from(["melebihi_target", "lonjakan"]))
    def menjelaskan(self, oleh, kode) -> None:
        self.coba(
            "jelaskan",
            oleh,
            lambda: jelaskan(self.baris, kode=kode, teks="ada hibah", oleh=self.kantor[oleh]),
        )

    @rule(keadaan=st.sampled_from(["terbuka", "terlambat", "terkunci"]))
    def jendela(self, keadaan) -> None:
        atur_jendela(self.kantor.unit, 3, keadaan)
        self.terkunci = keadaan == "terkunci"

    @rule(oleh=ORANG, teks=st.sampled_from(["6", "7,5", ""]))
    def mengusulkan_koreksi(self, oleh, teks) -> None:
        self.coba(
            "usul",
            oleh,
            lambda: usulkan_koreksi(
                self.baris, isi={"nilai": teks}, alasan="salah ketik", oleh=self.kantor[oleh]
            ),
        )

    @rule(oleh=ORANG, setuju=st.booleans())
    def memutuskan_koreksi(self, oleh, setuju) -> None:
        usulan = UsulanKoreksi.objects.order_by("-pk").first()
        if usulan is None:
            return
        orang = self.kantor[oleh]
        if setuju:
            self.coba("koreksi", oleh, lambda: setujui_koreksi(usulan, oleh=orang))
        else:
            self.coba("tolak", oleh, lambda: tolak_koreksi(usulan, oleh=orang, alasan="benar"))

    @rule(ke=st.integers(0, 11))
    def melangkah_wajar(self, ke) -> None:
        pilihan = MAJU[self.kini.status]
        nama, isi = pilihan[ke % len(pilihan)]
        self.jendela(keadaan="terlambat")
        getattr(self, nama)(**isi)

    def koreksi_yang_ditolak(self, oleh) -> None:
        self.jendela(keadaan="terkunci")
        self.mengusulkan_koreksi(oleh=oleh, teks="6")
        self.memutuskan_koreksi(oleh="pimpinan", setuju=False)

    @rule(teks=st.sampled_from(["12.5", "-", "8", "9"]))
    def mengetik_dalam_draf(self, teks) -> None:
        if self.kini.status in {"draf", "dikembalikan"}:
            self.mengisi(oleh="operator", isi=("nilai", teks), basi=False)

    @initialize(urutan=st.permutations(sorted(PERJALANAN)))
    def berjalan_jauh(self, urutan) -> None:
        """Where a run begins: after every long way, many at once first as it wants a new row."""
        for nama in sorted(urutan, key=lambda satu: satu != "koreksi ditolak"):
            self.jendela(keadaan="terbuka")
            if self.kini.status == "disetujui":
                self.membuka_kembali(oleh="pimpinan")
            for langkah_ini, isi in PERJALANAN[nama]:
                getattr(self, langkah_ini)(**isi)

    @invariant()
    def yang_sah_ada_pengisi_dan_pemeriksa_lain(self) -> None:
        baris = self.kini
        pelaku = {satu.pengguna_id for satu in baris.pelaku.filter(sebagai="pengisi")}
        assert self.pengisi == pelaku
        if baris.status not in {"draf", "dikembalikan"}:
            assert baris.jenis in NYATA
            assert baris.diajukan_oleh_id in self.pengisi
        if baris.status in {"diverifikasi", "disetujui"}:
            assert baris.diisi_oleh_id in self.pengisi
            assert baris.diverifikasi_oleh_id not in {None, *self.pengisi}
        if baris.status == "disetujui":
            assert baris.disetujui_oleh_id not in {None, *self.pengisi}
        if baris.pengembalian.terbuka().exists():
            assert baris.status == "dikembalikan"


@pytest.mark.django_db
def test_urutan_apa_pun_oleh_siapa_pun(kantor):
    tanda: Counter[str] = Counter()
    mesin = type("Mesin", (Kantoran,), {"kantor": kantor, "tanda": tanda})
    run_state_machine_as_test(
        mesin,
        settings=settings(
            derandomize=True, deadline=None, max_examples=5, stateful_step_count=14, database=None
        ),
    )
    jarang = {
        "isi", "ajukan", "tarik", "kembalikan", "verifikasi", "verifikasi banyak", "setujui",
        "buka", "jelaskan", "usul", "koreksi", "tolak", *Hasil, *StatusRealisasi,
    } - {nama for nama, kali in tanda.items() if kali}  # fmt: skip
    assert jarang == set(), tanda
