"""Evidence attached to a realisasi or to a step of the plan, and taken away again.

The bytes of files are stored before the transaction; rows, hand in the figure and trail are one act.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from pengukuran.models import Bukti, Realisasi, RealisasiAksi
from pengukuran.permissions import boleh_mengisi, boleh_mengisi_aksi
from pengukuran.queries.bukti import berkas_unit, kunci_jejak
from pengukuran.services.aksi import wajib_terbuka_aksi
from pengukuran.services.dasar import catat_pengisi, wajib, wajib_terbuka
from pengukuran.services.isi_sel import rapikan
from pengukuran.services.sel import (
    Sel,
    bahan_sel,
    baris_baru,
    baris_terkunci,
    buat_baris,
    periksa_dapat_diubah,
    periksa_periode,
)
from sakip.berkas.galat import sebagai_galat_isian
from sakip.berkas.models import Berkas
from sakip.berkas.services import Titipan, catat_titipan, titipkan
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import Potret, catat, potret
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit
from sakip.web.versi import simpan_jika_versi

if TYPE_CHECKING:
    from pengukuran.models.bukti import BuktiQuerySet

Milik = Realisasi | RealisasiAksi
# more at once is a folder, and nobody reads a folder as evidence
BERKAS_TERBANYAK = 10


@dataclass(frozen=True)
class Lampiran:
    """What is to be attached: files that came now, one that is there already, or a link.

    All of them speak of the period that ends with `bulan` of `tahun`, and of the same page.
    """

    tahun: int
    bulan: int
    halaman: str = ""
    keterangan: str = ""
    unggahan: Sequence[UploadedFile] = ()
    berkas: Berkas | None = None
    tautan: str = ""


def lampirkan(sel: Sel, lampiran: Lampiran, *, oleh: Pengguna) -> tuple[Bukti, ...]:
    """Attach evidence to the realisasi of a period; a row that is not there yet is made.

    Raises TidakAda (no such indikator or period), HakKurang, KeadaanSalah (submitted, or the
    window is closed), ValidationError by field (a refused file or link, the same one again); then
    nothing was attached, not even the files before the refused one.
    """
    bahan = bahan_sel(sel.unit, sel.tahun, sel.indikator_id)
    periksa_periode(sel, bahan)
    baru = baris_baru(sel, bahan, oleh)
    wajib(boleh_mengisi(oleh, baru))
    wajib_terbuka(baru)
    titipan = _titipkan(lampiran, sel.unit)
    with transaction.atomic():
        ada = baris_terkunci(sel, bahan)
        realisasi = ada or baru
        if ada is None and not buat_baris(baru):
            realisasi = baris_terkunci(sel, bahan) or baru
        periksa_dapat_diubah(realisasi)
        sebelum = {} if ada is None else potret(realisasi)
        hasil = _tulis(realisasi, lampiran, titipan, oleh=oleh, sebelum=sebelum)
        _tandai(realisasi, oleh)
    return hasil


def lampirkan_aksi(
    milik: RealisasiAksi, lampiran: Lampiran, *, oleh: Pengguna
) -> tuple[Bukti, ...]:
    """Attach evidence to a step that was reported. Raises as `lampirkan` does."""
    unit = milik.aksi.rencana_aksi.unit
    wajib(boleh_mengisi_aksi(oleh, milik.aksi))
    wajib_terbuka_aksi(milik)
    titipan = _titipkan(lampiran, unit)
    with transaction.atomic():
        kini = _kunci_aksi(milik)
        hasil = _tulis(kini, lampiran, titipan, oleh=oleh, sebelum=potret(kini))
        simpan_jika_versi(kini, kini.versi)
    return hasil


def lepas(bukti: Bukti, *, oleh: Pengguna) -> None:
    """Take a piece of evidence away from what it proved; the trail keeps it, and the file stays.

    Raises HakKurang, KeadaanSalah, TidakAda (somebody else took it away already).
    """
    if bukti.realisasi is not None:
        _lepas_dari_realisasi(bukti, bukti.realisasi, oleh)
    elif bukti.realisasi_aksi is not None:
        _lepas_dari_aksi(bukti, bukti.realisasi_aksi, oleh)


def _lepas_dari_realisasi(bukti: Bukti, realisasi: Realisasi, oleh: Pengguna) -> None:
    wajib(boleh_mengisi(oleh, realisasi))
    wajib_terbuka(realisasi)
    with transaction.atomic():
        kini = Realisasi.objects.select_for_update(no_key=True).get(pk=realisasi.pk)
        kini.unit = realisasi.unit
        periksa_dapat_diubah(kini)
        _hapus(bukti, kini, oleh)
        _tandai(kini, oleh)


def _lepas_dari_aksi(bukti: Bukti, milik: RealisasiAksi, oleh: Pengguna) -> None:
    wajib(boleh_mengisi_aksi(oleh, milik.aksi))
    wajib_terbuka_aksi(milik)
    with transaction.atomic():
        kini = _kunci_aksi(milik)
        _hapus(bukti, kini, oleh)
        simpan_jika_versi(kini, kini.versi)


def _kunci_aksi(milik: RealisasiAksi) -> RealisasiAksi:
    """The stored row, held until the transaction ends; without a join, as for a realisasi."""
    kini = RealisasiAksi.objects.select_for_update(no_key=True).filter(pk=milik.pk).first()
    if kini is None:
        raise TidakAda("Laporan aksi ini tidak ada lagi. Muat ulang halamannya.")
    kini.aksi = milik.aksi
    return kini


def _tandai(realisasi: Realisasi, oleh: Pengguna) -> None:
    """A hand in the figure; whoever submits or judges has seen this evidence."""
    catat_pengisi(realisasi, oleh)
    simpan_jika_versi(realisasi, realisasi.versi)


def _titipkan(lampiran: Lampiran, unit: Unit) -> list[Titipan]:
    if len(lampiran.unggahan) > BERKAS_TERBANYAK:
        raise ValidationError(
            {
                "berkas_baru": f"Sekali kirim paling banyak {BERKAS_TERBANYAK} berkas, di sini "
                f"{len(lampiran.unggahan)}. Kirim sebagian dahulu, lalu sisanya."
            }
        )
    with sebagai_galat_isian("berkas_baru"):
        return [titipkan(satu, nama=satu.name or "", unit=unit) for satu in lampiran.unggahan]


def _tulis(
    milik: Milik, lampiran: Lampiran, titipan: list[Titipan], *, oleh: Pengguna, sebelum: Potret
) -> tuple[Bukti, ...]:
    with sebagai_galat_isian("berkas_baru"):
        berkas = [catat_titipan(satu, oleh=oleh) for satu in titipan]
    bukti = [_bukti(milik, lampiran, berkas=satu) for satu in berkas]
    if lampiran.berkas is not None:
        bukti.append(_bukti(milik, lampiran, berkas=_milik_unit(lampiran.berkas, milik)))
    if tautan := lampiran.tautan.strip():
        bukti.append(_bukti(milik, lampiran, tautan=tautan))
    if not bukti:
        raise ValidationError(
            {"berkas_baru": "Pilih berkasnya, pakai berkas yang sudah ada, atau tulis tautannya."}
        )
    for satu in bukti:
        _periksa_kembar(satu)
        satu.full_clean()
        satu.save(force_insert=True)
        kunci = kunci_jejak(satu.pk)
        catat(
            Aksi.BUKTI_DILAMPIRKAN,
            milik,
            oleh=oleh,
            sebelum={**sebelum, kunci: ""} if sebelum else None,
            sesudah={**potret(milik), kunci: uraikan(satu)},
            unit_id=satu.unit_id,
        )
        sebelum = potret(milik)
    return tuple(bukti)


def _bukti(milik: Milik, lampiran: Lampiran, **isi: object) -> Bukti:
    if isinstance(milik, Realisasi):
        tempat = {"unit": milik.unit, "realisasi": milik}
    else:
        tempat = {"unit": milik.aksi.rencana_aksi.unit, "realisasi_aksi": milik}
    return Bukti(
        **tempat,
        **isi,
        tahun=lampiran.tahun,
        bulan=lampiran.bulan,
        halaman=rapikan(lampiran.halaman),
        keterangan=rapikan(lampiran.keterangan),
    )


def _milik_unit(berkas: Berkas, milik: Milik) -> Berkas:
    """A file that already proves something of this unit in this year. Raises ValidationError."""
    if isinstance(milik, Realisasi):
        unit, tahun = milik.unit, milik.tahun
    else:
        unit, tahun = milik.aksi.rencana_aksi.unit, milik.aksi.rencana_aksi.tahun
    if not berkas_unit(unit, tahun).filter(pk=berkas.pk).exists():
        raise ValidationError(
            {"berkas_lama": "Berkas itu bukan bukti unit ini pada tahun ini. Pilih dari daftarnya."}
        )
    return berkas


def _periksa_kembar(bukti: Bukti) -> None:
    """The same file or link for the same period and page proves nothing twice."""
    sama: BuktiQuerySet = Bukti.objects.filter(
        realisasi=bukti.realisasi,
        realisasi_aksi=bukti.realisasi_aksi,
        berkas=bukti.berkas,
        tautan=bukti.tautan,
        tahun=bukti.tahun,
        bulan=bukti.bulan,
        halaman=bukti.halaman,
    )
    if sama.exists():
        apa = f"“{bukti.berkas}”" if bukti.berkas else "Tautan ini"
        raise ValidationError(
            f"{apa} sudah menjadi bukti di sini untuk periode dan halaman yang sama. Tulis halaman "
            "yang lain, atau lepas dahulu bukti yang lama."
        )


def _hapus(bukti: Bukti, milik: Milik, oleh: Pengguna) -> None:
    kunci = kunci_jejak(bukti.pk)
    lama, _ = Bukti.objects.filter(pk=bukti.pk).delete()
    if not lama:
        raise TidakAda("Bukti ini sudah dilepas orang lain. Muat ulang halamannya.")
    catat(
        Aksi.BUKTI_DILEPAS,
        milik,
        oleh=oleh,
        sebelum={kunci: uraikan(bukti)},
        sesudah={kunci: ""},
        unit_id=bukti.unit_id,
    )


def uraikan(bukti: Bukti) -> str:
    """A piece of evidence as the trail keeps it: enough to find the file again by its hash."""
    isi = [
        f"{bukti.berkas.nama} (SHA-256 {bukti.berkas.sidik})" if bukti.berkas else bukti.tautan,
        f"periode {bukti.bulan}/{bukti.tahun}",
        f"halaman {bukti.halaman}" if bukti.halaman else "",
        bukti.keterangan,
    ]
    return "; ".join(satu for satu in isi if satu)
