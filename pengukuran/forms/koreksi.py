"""Asking for a correction of one approved figure: its cells as they are, to be typed over."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.http import QueryDict

from pengukuran.hitung.kolom import Kolom, kolom_variabel, sebut_kolom
from pengukuran.services.isi_sel import YA, BahanSel, IsiBaris, bakukan, isi_sel, rapikan
from perencanaan.hitung.nilai import JenisNilai
from sakip.web.formulir import AreaTeks

AWALAN, SEMULA = "sel-", "semula-"
BERBARIS = (Kolom.ALASAN, Kolom.BELUM_DIUKUR, Kolom.PENDUKUNG, Kolom.PENGHAMBAT, Kolom.UPAYA)


class FormKoreksi(forms.Form):
    """One box for each cell, holding what is stored; what is not touched is not asked for."""

    alasan_koreksi = forms.CharField(
        label="Alasan koreksi",
        widget=AreaTeks(),
        help_text="Mengapa angka yang sudah disetujui harus berubah. Tercatat dalam buku koreksi.",
        error_messages={"required": "Tulis alasan koreksinya."},
    )

    def __init__(self, bahan: BahanSel, baris: IsiBaris, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bahan, self.baris = bahan, baris
        self.fields = {satu: self._kotak(satu) for satu in self._kolom()} | self.fields
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def _kolom(self) -> Iterable[str]:
        if self.bahan.berumus:
            yield from (AWALAN + kolom_variabel(nama) for nama in self.bahan.variabel)
            yield AWALAN + Kolom.TANPA_VARIABEL
        yield AWALAN + Kolom.NILAI
        diukur = self.baris.realisasi.jenis != JenisNilai.BELUM_DIUKUR
        yield from (
            AWALAN + satu
            for satu in (
                Kolom.BELUM_DIUKUR, *((Kolom.ALASAN,) if diukur else ()), Kolom.KETERANGAN,
                Kolom.PENDUKUNG, Kolom.PENGHAMBAT, Kolom.UPAYA,
            )
        )  # fmt: skip

    def _kotak(self, nama: str) -> forms.Field:
        kolom = nama.removeprefix(AWALAN)
        isi = isi_sel(self.baris, kolom)
        variabel = {kolom_variabel(satu.nama): satu for satu in self.bahan.variabel.values()}
        label = variabel[kolom].label if kolom in variabel else sebut_kolom(kolom).capitalize()
        if kolom == Kolom.TANPA_VARIABEL:
            return forms.BooleanField(label=label, required=False, initial=isi == YA)
        kotak = forms.CharField(label=label, required=False, strip=False, initial=isi)
        if kolom in BERBARIS:
            kotak.widget = AreaTeks()
        if kolom == Kolom.BELUM_DIUKUR:
            kotak.help_text = "Alasannya, bila ternyata belum diukur; kosongkan bila ada angkanya."
        satuan = variabel[kolom].satuan if kolom in variabel else ""
        # the unit stands beside the box
        kotak.satuan = self.bahan.rumusan.satuan if kolom == Kolom.NILAI else satuan  # type: ignore[attr-defined]
        return kotak

    def semula(self) -> dict[str, str]:
        """What each box holds when it is opened, to be sent along with what is typed."""
        milik = (nama.removeprefix(AWALAN) for nama in self.fields if nama.startswith(AWALAN))
        return {SEMULA + kolom: isi_sel(self.baris, kolom) for kolom in milik}

    def segarkan(self, isi: QueryDict) -> QueryDict:
        """What was sent, but the cells nobody typed over as they are now; the typing stays."""
        baru = isi.copy()
        for nama, kotak in self.fields.items():
            semula = isi.get(SEMULA + nama.removeprefix(AWALAN))
            centang = isinstance(kotak, forms.BooleanField)
            teks = YA if centang and nama in isi else isi.get(nama, "")
            if semula is None or rapikan(teks) != rapikan(semula):
                continue
            baru.pop(nama, None)
            if kotak.initial:
                baru[nama] = YA if centang else kotak.initial
        return baru

    def perubahan(self) -> dict[str, str]:
        """The cells that were typed over, as typed."""
        hasil = {}
        for nama in self.fields:
            if not nama.startswith(AWALAN):
                continue
            kolom, isi = nama.removeprefix(AWALAN), self.cleaned_data[nama]
            teks = (YA if isi else "") if isinstance(isi, bool) else isi
            if bakukan(teks, kolom, self.bahan) != isi_sel(self.baris, kolom):
                hasil[kolom] = teks
        return hasil

    def keluhkan(self, kolom: str, pesan: str) -> None:
        """What a service says of a cell, or of the whole."""
        nama = AWALAN + kolom
        self.add_error(nama if nama in self.fields else None, pesan)
