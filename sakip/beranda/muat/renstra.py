"""The Renstra in its versions, with indikator, targets and realisasi of tujuan and sasaran."""

from decimal import Decimal

from perencanaan.models import Renstra, RenstraVersi, Simpul
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.renstra import JenisSimpul
from sakip.beranda.muat.bentuk import (
    BentukIndikator,
    BentukRenstra,
    BentukSasaran,
    BentukTujuan,
    BentukVersi,
)
from sakip.beranda.muat.indikator import (
    pasang_penanggung_jawab,
    pasang_rumusan,
    pasang_target,
    pasang_variabel,
)
from sakip.beranda.muat.realisasi import pasang_realisasi
from sakip.beranda.muat.tempat import Tempat


def muat_renstra(bentuk: BentukRenstra, tempat: Tempat) -> list[RenstraVersi]:
    """All versions, in the order of the file."""
    renstra = tempat.pasang(
        Renstra,
        {"unit": tempat.unit, "tahun_awal": bentuk.tahun_awal},
        nama=bentuk.nama,
        tahun_akhir=bentuk.tahun_akhir,
    )
    return [_muat_versi(satu, bentuk, renstra, tempat) for satu in bentuk.versi]


def _muat_versi(
    bentuk: BentukVersi, induk: BentukRenstra, renstra: Renstra, tempat: Tempat
) -> RenstraVersi:
    versi = tempat.pasang(
        RenstraVersi,
        {"renstra": renstra, "ke": bentuk.ke},
        nama=bentuk.nama,
        jenis=bentuk.jenis,
        mulai_tahun=bentuk.mulai_tahun,
        visi=induk.visi,
        misi="\n".join(induk.misi),
        misi_didukung=induk.misi_didukung,
        isu_strategis="\n".join(induk.isu_strategis),
        catatan=bentuk.catatan,
    )
    for urutan, tujuan in enumerate(bentuk.tujuan, start=1):
        simpul = _simpul(tujuan, versi, JenisSimpul.TUJUAN, urutan, None, tempat)
        for ke, sasaran in enumerate(tujuan.sasaran, start=1):
            _simpul(sasaran, versi, JenisSimpul.SASARAN, ke, simpul, tempat)
    return versi


def _simpul(
    bentuk: BentukTujuan | BentukSasaran,
    versi: RenstraVersi,
    jenis: JenisSimpul,
    urutan: int,
    induk: Simpul | None,
    tempat: Tempat,
) -> Simpul:
    simpul = tempat.simpul(
        versi,
        jenis.value,
        bentuk.kunci,
        nama=bentuk.nama,
        induk=induk,
        urutan=urutan,
        tahun_awal=bentuk.tahun_awal,
        tahun_akhir=bentuk.tahun_akhir,
    )
    for indikator in bentuk.indikator:
        _indikator(indikator, simpul, tempat)
    return simpul


def _indikator(bentuk: BentukIndikator, simpul: Simpul, tempat: Tempat) -> None:
    rumusan = pasang_rumusan(
        tempat,
        simpul,
        bentuk.kunci,
        nama=bentuk.nama,
        satuan=bentuk.satuan,
        arah=bentuk.arah,
        aturan=bentuk.aturan,
        cara=bentuk.cara,
        frekuensi=bentuk.frekuensi,
        iku=bentuk.iku,
        definisi=bentuk.definisi,
        rumus=bentuk.rumus,
        rumus_tercetak=bentuk.rumus_tercetak,
        sumber_data=bentuk.sumber_data,
    )
    pasang_variabel(tempat, rumusan, bentuk)
    pasang_penanggung_jawab(tempat, rumusan, bentuk.pengisi, tuple(bentuk.penanggung_jawab))
    for sumber, target in (
        (SumberTarget.RENSTRA, bentuk.target),
        (SumberTarget.RENJA, bentuk.renja),
    ):
        for tahun, isian in target.items():
            alasan = bentuk.tidak_dijadwalkan.get(tahun, "")
            pasang_target(tempat, rumusan, int(tahun), sumber, isian, alasan)
    for tahun, angka in bentuk.realisasi.items():
        pasang_realisasi(tempat, rumusan, int(tahun), Decimal(angka), unit=bentuk.pengisi)
