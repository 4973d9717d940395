"""The LHE, made of what was frozen when it was issued and of nothing else.

An issued LHE prints the same for ever; a draft is made of what it would freeze, and says so.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from evaluasi.dokumen.dasar import (
    AKIP,
    KOSONG,
    TITIK,
    angka_banyak,
    nip_tercetak,
    sebut_evaluasi,
)
from evaluasi.hitung.predikat import PREDIKAT
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.queries.angka_lembar import tulis_skor
from evaluasi.status import LABEL_PUTUSAN
from sakip.dokumen.angka import Angka, Asal, Isi
from sakip.dokumen.blok import (
    Bagian,
    Baris,
    Blok,
    Dokumen,
    Draf,
    Identitas,
    Judul,
    KepalaNaskah,
    Kolom,
    Paragraf,
    Penanda,
    Rata,
    Sel,
    Senarai,
    Tabel,
    TandaTangan,
    baris,
    kalimat,
)
from sakip.lib.tanggal import tulis_tanggal

Konteks = Mapping[str, Any]
DRAF = "DRAF, belum diterbitkan"
DARI_KERTAS = "Ringkasan isi menurut catatan"
BUKAN_NASKAH = (
    "LHE ini terbit di kertas dan isinya dicatat di sini. Yang berlaku adalah naskah kertasnya; yang "
    "tidak diketahui dari naskah itu ditulis “-” atau tidak dimuat."
)
SEBUTAN = {satu.kode: satu.sebutan for satu in PREDIKAT}
PENUTUP = (
    "Demikian hasil evaluasi ini kami sampaikan. Rekomendasi di atas agar ditindaklanjuti, dan "
    "tindak lanjutnya dilaporkan kepada kami."
)


def dokumen_lhe(konteks: Konteks, *, draf: Draf | None = None) -> Dokumen:
    """From the context of `evaluasi.services.konteks_lhe`, of any of its schemas."""
    return _Penyusun(konteks, draf=draf).dokumen()


class _Penyusun:
    """Puts the parts of one LHE together."""

    def __init__(self, konteks: Konteks, *, draf: Draf | None) -> None:
        self.isi = konteks
        self.draf = draf
        self.sebut = sebut_evaluasi(konteks["tahun_evaluasi"], konteks["tahun_kinerja"])
        self.lalu: Konteks = konteks.get("lalu") or {}
        self.dari_kertas = konteks["instrumen"] is None

    def dokumen(self) -> Dokumen:
        bab: tuple[tuple[str, tuple[Blok, ...]], ...] = (
            ("Pendahuluan", self._pendahuluan()),
            ("Tindak Lanjut Rekomendasi Tahun Sebelumnya", self._tindak_lanjut_lalu()),
            ("Hasil Evaluasi", self._hasil()),
            ("Catatan Hasil Evaluasi", tuple(self._catatan())),
            ("Rekomendasi", self._rekomendasi()),
            ("Penutup", () if self.dari_kertas else (Paragraf((PENUTUP,)),)),
        )
        blok: list[Blok] = [self._kepala(), self._identitas()]
        for ke, (judul, milik) in enumerate(satu for satu in bab if satu[1]):
            blok.append(Judul(2, f"{chr(ord('A') + ke)}.", judul, f"judul-{ke + 1}"))
            blok += milik
        if not self.dari_kertas or self.isi["penanda"]["nama"]:
            blok.append(self._tanda_tangan())
        blok += self._tembusan()
        return Dokumen(
            judul=f"LHE {self.isi['tahun_evaluasi']} {self.isi['unit']}",
            sampul=None,
            depan=(),
            isi=(Bagian("lhe", tuple(blok)),),
            draf=self.draf,
        )

    def _kepala(self) -> KepalaNaskah:
        return KepalaNaskah(
            (
                f"Pemerintah {self.isi['pemda']}",
                "Inspektorat",
                f"Laporan Hasil Evaluasi {AKIP}",
                self.isi["unit"],
                self.sebut,
                *((DARI_KERTAS,) if self.dari_kertas else ()),
                *((DRAF,) if self.draf else ()),
            )
        )

    def _identitas(self) -> Identitas:
        tanggal = self.isi["tanggal"]
        butir: list[tuple[str, Isi]] = [
            ("Nomor", (self.isi["nomor"] or KOSONG,)),
            ("Tanggal", (tulis_tanggal(date.fromisoformat(tanggal)) if tanggal else KOSONG,)),
            ("Hal", (f"Hasil evaluasi akuntabilitas kinerja tahun {self.isi['tahun_kinerja']}",)),
            ("Kepada Yth.", (self.isi.get("kepada") or f"Kepala {self.isi['unit']}",)),
        ]
        if self.isi.get("ke", 1) > 1:
            butir.append(("Versi", (f"{self.isi['ke']}, menggantikan: {self.isi['alasan']}",)))
        return Identitas(tuple(butir))

    def _pendahuluan(self) -> tuple[Blok, ...]:
        ringkasan = [satu for satu in self.isi["ringkasan"].splitlines() if satu.strip()]
        awal = BUKAN_NASKAH if self.dari_kertas else self._pembuka()
        return tuple(Paragraf((satu,)) for satu in (awal, *ringkasan))

    def _pembuka(self) -> str:
        """On what ground, and what was evaluated."""
        dasar = self.isi.get("dasar")
        atas = f"Berdasarkan {dasar}, kami" if dasar else "Kami"
        return (
            f"{atas} telah mengevaluasi akuntabilitas kinerja {self.isi['unit']} tahun "
            f"{self.isi['tahun_kinerja']}. Evaluasi menilai perencanaan, pengukuran, dan pelaporan "
            "kinerja serta evaluasi akuntabilitas kinerja internal, untuk memperbaiki manajemen "
            "kinerja dan meningkatkan akuntabilitasnya."
        )

    def _tindak_lanjut_lalu(self) -> tuple[Blok, ...]:
        """How the recommendations of last year stood when this LHE was written."""
        status: Mapping[str, int] = self.lalu.get("tindak_lanjut", {})
        semua = sum(status.values())
        if not semua:
            return ()
        awal = f"{self._kunci('lalu')}/tindak-lanjut"
        jumlah = angka_banyak(semua, awal, f"rekomendasi LHE {self.lalu['tahun_evaluasi']}")
        pola = f"LHE {self.lalu['tahun_evaluasi']} memuat {{jumlah}} rekomendasi:"
        butir = tuple(
            kalimat(
                f"{LABEL_PUTUSAN[satu]}: {{banyak}} rekomendasi",
                banyak=angka_banyak(status[satu], f"{awal}/{satu}", LABEL_PUTUSAN[satu]),
            )
            for satu in StatusTindakLanjut
            if status.get(satu)
        )
        return (Paragraf(kalimat(pola, jumlah=jumlah)), Senarai(butir, Senarai.Gaya.HURUF))

    def _hasil(self) -> tuple[Blok, ...]:
        nilai = self._angka(self.isi["nilai"], "nilai")
        huruf = self.isi["predikat"]
        if nilai.nilai is None:
            return (Paragraf((f"{nilai.alasan}",)), *self._tabel())
        pola = "Nilai akuntabilitas kinerja {unit} adalah {nilai}" + (
            ", predikat {huruf}." if huruf else "."
        )
        sebut = f"{huruf} ({SEBUTAN[huruf]})" if huruf in SEBUTAN else huruf
        isi = kalimat(pola, unit=self.isi["unit"], nilai=nilai, huruf=sebut)
        return (Paragraf(isi), *self._tabel())

    def _tabel(self) -> tuple[Tabel, ...]:
        """Komponen, sub-komponen and total, beside last year's where that is known."""
        bernilai = [satu for satu in self.isi["komponen"] if satu["nilai"] is not None]
        if not bernilai:
            return ()
        kolom = [
            Kolom("No", 7, Rata.TENGAH),
            Kolom("Komponen dan sub-komponen", 50),
            Kolom("Bobot", 12, Rata.KANAN),
        ]
        if self.lalu:
            kolom.append(Kolom(f"Nilai {self.lalu['tahun_evaluasi']}", 14, Rata.KANAN))
        kolom.append(Kolom(f"Nilai {self.isi['tahun_evaluasi']}", 14, Rata.KANAN))
        jumlah = baris(
            Sel(("Nilai akuntabilitas kinerja",), bentang=3),
            *self._pasangan(self.lalu.get("nilai"), self.isi["nilai"], "nilai"),
            jenis=Baris.Jenis.JUMLAH,
        )
        predikat = [self.lalu.get("predikat") or KOSONG] if self.lalu else []
        isi = [*(self._baris(satu) for satu in bernilai), jumlah]
        if self.isi["predikat"]:
            sel = [*predikat, self.isi["predikat"]]
            isi.append(baris(Sel(("Predikat",), bentang=3), *sel, jenis=Baris.Jenis.JUMLAH))
        return (
            Tabel(
                kunci="tabel-hasil",
                nomor="",
                judul=f"Hasil {self.sebut}",
                kolom=tuple(kolom),
                baris=tuple(isi),
                nomor_kolom=False,
            ),
        )

    def _baris(self, satu: Konteks) -> Baris:
        kode = satu["sub"] or satu["komponen"]
        bobot = satu.get("bobot")
        asal = Asal("bobot menurut instrumen evaluasi", nama=f"Bobot {kode}")
        return baris(
            kode,
            satu["nama"],
            _angka(bobot, self._kunci(f"bobot/{kode}"), asal, "Bobotnya tidak dibekukan."),
            *self._pasangan(self.lalu.get("bagian", {}).get(kode), satu["nilai"], kode),
            jenis=Baris.Jenis.BIASA if satu["sub"] else Baris.Jenis.KELOMPOK,
        )

    def _pasangan(self, lalu: str | None, kini: str, kunci: str) -> list[Angka]:
        """Last year's figure, where there was an LHE, and this year's."""
        semua = [self._angka(kini, kunci)]
        if self.lalu:
            asal = Asal(f"LHE {self.lalu['tahun_evaluasi']}")
            alasan = "LHE tahun sebelumnya tidak memuatnya."
            semua.insert(0, _angka(lalu, self._kunci(f"lalu/{kunci}"), asal, alasan))
        return semua

    def _angka(self, teks: str | None, kunci: str) -> Angka:
        asal = Asal(f"LHE {self.isi['tahun_evaluasi']} seperti diterbitkan")
        alasan = "LHE yang dicatat tidak memuat nilainya."
        return _angka(teks, self._kunci(kunci), asal, alasan)

    def _kunci(self, apa: str) -> str:
        return f"lhe/{self.isi['tahun_evaluasi']}/{self.isi.get('ke', 1)}/{apa}"

    def _catatan(self) -> Iterator[Blok]:
        """What is noted, under the name of each komponen."""
        kini = ""
        for satu in self.isi["komponen"]:
            if not satu["catatan"]:
                continue
            if satu["komponen"] != kini:
                kini = satu["komponen"]
                nama = self._nama_komponen(kini)
                yield Judul(3, f"{kini}.", nama, f"judul-catatan-{kini}")
            awal = f"{satu['sub']} {satu['nama']}: " if satu["sub"] else ""
            yield Paragraf((f"{awal}{satu['catatan']}",))

    def _nama_komponen(self, kode: str) -> str:
        nama = [s["nama"] for s in self.isi["komponen"] if s["komponen"] == kode and not s["sub"]]
        return self.isi.get("nama_komponen", {}).get(kode) or next(iter(nama), f"Komponen {kode}")

    def _rekomendasi(self) -> tuple[Blok, ...]:
        butir = tuple((self._satu_rekomendasi(satu),) for satu in self.isi["rekomendasi"])
        if not butir:
            return ()
        awal = "Berdasarkan hasil evaluasi itu direkomendasikan:"
        return (Paragraf((awal,)), Senarai(butir))

    @staticmethod
    def _satu_rekomendasi(satu: Konteks) -> str:
        uraian = str(satu["uraian"])
        if satu["berulang_dari_tahun"]:
            return f"{uraian.rstrip('.')} (berulang dari tahun {satu['berulang_dari_tahun']})."
        return uraian

    def _tanda_tangan(self) -> TandaTangan:
        penanda, tanggal = self.isi["penanda"], self.isi["tanggal"]
        hari = tulis_tanggal(date.fromisoformat(tanggal)) if tanggal else TITIK
        tempat = self.isi.get("tempat")
        return TandaTangan(
            f"{tempat}, {hari}" if tempat else hari,
            (
                Penanda(
                    penanda["jabatan"] or f"Inspektur {self.isi['pemda']}",
                    penanda["nama"] or TITIK,
                    nip_tercetak(penanda["nip"]),
                ),
            ),
        )

    def _tembusan(self) -> tuple[Blok, ...]:
        semua = tuple((satu,) for satu in self.isi["tembusan"] if satu.strip())
        return (Judul(3, "", "Tembusan", "judul-tembusan"), Senarai(semua)) if semua else ()


def _angka(teks: str | None, kunci: str, asal: Asal, alasan: str) -> Angka:
    if teks is None:
        return Angka(None, KOSONG, kunci, asal, alasan)
    nilai = Decimal(teks)
    return Angka(nilai, tulis_skor(nilai), kunci, asal)
