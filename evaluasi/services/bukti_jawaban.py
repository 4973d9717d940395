"""Evidence attached to an answer: files that came now, one that is there already, or a link.

The bytes of files are stored before the transaction; rows and trail are one act.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from evaluasi.models import BuktiJawaban, Jawaban
from evaluasi.permissions import boleh_mengerjakan
from evaluasi.queries.bukti_jawaban import berkas_untuk_jawaban
from evaluasi.services.dasar import minta
from evaluasi.services.lembar import tambah_bukti
from pengukuran.services.bukti import BERKAS_TERBANYAK
from sakip.berkas.galat import sebagai_galat_isian
from sakip.berkas.models import Berkas
from sakip.berkas.services import Titipan, catat_titipan, titipkan
from sakip.organisasi.models import Pengguna

PILIH = "Pilih berkasnya, pakai berkas yang sudah ada, atau tulis tautannya."


@dataclass(frozen=True)
class Lampiran:
    """What is to be attached; all of it speaks of the same year and page."""

    tahun: int
    halaman: str = ""
    keterangan: str = ""
    unggahan: Sequence[UploadedFile] = ()
    berkas: Berkas | None = None
    tautan: str = ""


def lampirkan(jawaban: Jawaban, lampiran: Lampiran, *, oleh: Pengguna) -> tuple[BuktiJawaban, ...]:
    """Attach all of it or nothing.

    Raises HakKurang, KeadaanSalah, ValidationError by field (a refused file or link, one that is
    not of the unit, the same one again).
    """
    minta(boleh_mengerjakan(oleh, jawaban.tahap))
    titipan = _titipkan(jawaban, lampiran)
    with transaction.atomic(), sebagai_galat_isian("berkas_baru"):
        berkas = [catat_titipan(satu, oleh=oleh) for satu in titipan]
        if lampiran.berkas is not None:
            berkas.append(_milik_unit(jawaban, lampiran.berkas))
        sumber: list[dict[str, object]] = [{"berkas": satu} for satu in berkas]
        if tautan := lampiran.tautan.strip():
            sumber.append({"tautan": tautan})
        if not sumber:
            raise ValidationError({"berkas_baru": PILIH})
        return tuple(_satu(jawaban, lampiran, satu, oleh) for satu in sumber)


def _satu(
    jawaban: Jawaban, lampiran: Lampiran, sumber: dict[str, object], oleh: Pengguna
) -> BuktiJawaban:
    halaman = lampiran.halaman.strip()
    kembar = {"berkas": None, "tautan": "", **sumber}
    if jawaban.bukti.filter(**kembar, tahun=lampiran.tahun, halaman=halaman).exists():
        raise ValidationError(
            "Berkas atau tautan ini sudah menjadi bukti di sini untuk tahun dan halaman yang sama. "
            "Tulis halaman yang lain, atau lepas dahulu bukti yang lama."
        )
    return tambah_bukti(
        jawaban,
        oleh=oleh,
        tahun=lampiran.tahun,
        halaman=halaman,
        keterangan=lampiran.keterangan.strip(),
        **sumber,  # type: ignore[arg-type]
    )


def _titipkan(jawaban: Jawaban, lampiran: Lampiran) -> list[Titipan]:
    if len(lampiran.unggahan) > BERKAS_TERBANYAK:
        raise ValidationError(
            {
                "berkas_baru": f"Sekali kirim paling banyak {BERKAS_TERBANYAK} berkas, di sini "
                f"{len(lampiran.unggahan)}. Kirim sebagian dahulu, lalu sisanya."
            }
        )
    unit = jawaban.tahap.lembar.unit
    with sebagai_galat_isian("berkas_baru"):
        return [titipkan(satu, nama=satu.name or "", unit=unit) for satu in lampiran.unggahan]


def _milik_unit(jawaban: Jawaban, berkas: Berkas) -> Berkas:
    if not berkas_untuk_jawaban(jawaban.tahap.lembar).filter(pk=berkas.pk).exists():
        raise ValidationError(
            {"berkas_lama": "Berkas itu bukan bukti unit ini pada tahun ini. Pilih dari daftarnya."}
        )
    return berkas
