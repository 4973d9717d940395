"""The pemda, its unit, and the people of the example."""

from django.contrib.auth.hashers import (
    check_password,
    is_password_usable,
    make_password,
)

from sakip.beranda.muat.bentuk import (
    BentukAkun,
    BentukJendela,
    BentukOrang,
    BentukPejabat,
    BentukPemda,
    BentukUnit,
)
from sakip.beranda.muat.galat import ContohSalah
from sakip.beranda.muat.pasang import Pemasang
from sakip.beranda.muat.tempat import Pencatat
from sakip.organisasi.models import (
    BatasKategori,
    Jendela,
    Pejabat,
    Pemda,
    Penempatan,
    Pengguna,
    Penugasan,
    Skala,
    Unit,
)
from sakip.organisasi.peran import PERAN_PEMDA, Peran


def muat_pemda(bentuk: BentukPemda, pemasang: Pemasang) -> Pemda:
    pemda = pemasang.pasang(
        Pemda,
        {"kode": bentuk.kode},
        nama=bentuk.nama,
        jenis=bentuk.jenis,
        sebutan_kepala=bentuk.sebutan_kepala,
        kedudukan=bentuk.kedudukan,
        zona=bentuk.zona,
        aturan_kategori=bentuk.aturan_kategori,
        batas_capaian=bentuk.batas_capaian,
    )
    skala = pemasang.pasang(
        Skala,
        {"pemda": pemda, "mulai_tahun": bentuk.skala.mulai_tahun},
        nama=bentuk.skala.nama,
        sumber=bentuk.skala.sumber,
    )
    for urutan, batas in enumerate(bentuk.skala.batas, start=1):
        pemasang.pasang(
            BatasKategori,
            {"skala": skala, "urutan": urutan},
            nama=batas.nama,
            di_atas=batas.di_atas,
            warna=batas.warna,
        )
    return pemda


def muat_unit(
    bentuk: BentukUnit, pemda: Pemda, pemasang: Pemasang
) -> tuple[Unit, dict[str, Unit], tuple[Penempatan, ...]]:
    """The unit, itself and its parts by their codes, and who heads it and the pemda."""
    akar = pemasang.pasang(
        Unit,
        {"kode": bentuk.kode},
        pemda=pemda,
        kode_pemerintah=bentuk.kode_pemerintah,
        nama=bentuk.nama,
        singkatan=bentuk.singkatan,
        berlaku_dari=bentuk.berlaku_dari,
        tugas=bentuk.tugas,
        fungsi="\n".join(bentuk.fungsi),
        dasar_hukum="\n".join(bentuk.dasar_hukum),
    )
    bagian = {akar.kode: akar}
    for urutan, bawahan in enumerate(bentuk.bawahan, start=1):
        bagian[bawahan.kode] = pemasang.pasang(
            Unit,
            {"kode": bawahan.kode},
            pemda=pemda,
            nama=bawahan.nama,
            singkatan=bawahan.nama,
            induk=akar,
            perangkat_daerah=akar,
            urutan=urutan,
            berlaku_dari=bentuk.berlaku_dari,
        )
    pejabat = tuple(_pejabat(satu, akar, pemasang) for satu in bentuk.pejabat)
    return akar, bagian, pejabat


def _pejabat(bentuk: BentukPejabat, unit: Unit, pemasang: Pemasang) -> Penempatan:
    """A post that is there already keeps its holder, whose name the file may have changed."""
    tempat = None if bentuk.di_pemda else unit
    lama = Penempatan.objects.filter(
        pejabat__pemda=unit.pemda, unit=tempat, dari=bentuk.dari, memimpin=True
    ).first()
    if lama is not None:
        kunci: dict[str, object] = {"pk": lama.pejabat_id}
    else:
        kunci = {"nip": bentuk.nip} if bentuk.nip else {"nip": "", "nama": bentuk.nama}
    pejabat = pemasang.pasang(
        Pejabat, {**kunci, "pemda": unit.pemda}, nama=bentuk.nama, nip=bentuk.nip
    )
    return pemasang.pasang(
        Penempatan,
        {"pejabat": pejabat, "dari": bentuk.dari},
        unit=tempat,
        jabatan=bentuk.jabatan,
        status=bentuk.status,
        golongan=bentuk.golongan,
        kelas=bentuk.kelas,
        memimpin=True,
    )


def muat_jendela(bentuk: BentukJendela, pemda: Pemda, pemasang: Pemasang) -> None:
    """One that the pemda has set already keeps its moments: these are only there to try."""
    kunci = {"pemda": pemda, "jenis": bentuk.jenis, "tahun": bentuk.tahun, "bulan": bentuk.bulan}
    if Jendela.objects.filter(**kunci).exists():
        pemasang.tetap += 1
        return
    pemasang.pasang(Jendela, kunci, buka=bentuk.buka, tenggat=bentuk.tenggat, kunci=bentuk.kunci)


def muat_akun(bentuk: BentukAkun, pemda: Pemda, pemasang: Pemasang, *, aktif: bool) -> Pencatat:
    """The people of the example, with their roles; they can sign in only when `aktif`."""
    orang: dict[str, list[Pengguna]] = {}
    bidang = {}
    for rincian in bentuk.orang:
        pengguna = _akun(rincian, bentuk.sandi, pemda, pemasang, aktif=aktif)
        di_pemda = rincian.peran in PERAN_PEMDA
        pemasang.pasang(
            Penugasan,
            {
                "pengguna": pengguna,
                "peran": rincian.peran,
                "unit": None if di_pemda else Unit.objects.get(kode=rincian.unit),
                "pemda": pemda if di_pemda else None,
            },
            dari=bentuk.mulai,
        )
        orang.setdefault(rincian.peran, []).append(pengguna)
        sendiri = [rincian.unit] if rincian.peran == Peran.OPERATOR else []
        bidang.update(dict.fromkeys([*sendiri, *rincian.mengisi], pengguna))
    return Pencatat(
        pengisi=orang[Peran.OPERATOR][0],
        bidang=bidang,
        sekretariat=tuple(orang[Peran.PERENCANA]),
        penetap=orang[Peran.PIMPINAN][0],
        inspektorat=next(iter(orang.get(Peran.INSPEKTORAT, [])), None),
    )


def _akun(
    rincian: BentukOrang, sandi: str, pemda: Pemda, pemasang: Pemasang, *, aktif: bool
) -> Pengguna:
    lama = Pengguna.objects.filter(nama_pengguna=rincian.nama_pengguna).first()
    if lama is not None and not lama.contoh:
        raise ContohSalah(
            f"Nama pengguna “{rincian.nama_pengguna}” sudah dipakai akun yang bukan akun contoh."
        )
    # The hash is kept where the password already fits: a new one would differ every time.
    if aktif:
        tetap = lama is not None and check_password(sandi, lama.password)
        kata_sandi = lama.password if lama is not None and tetap else make_password(sandi)
    else:
        mati = lama is not None and not is_password_usable(lama.password)
        kata_sandi = lama.password if lama is not None and mati else make_password(None)
    return pemasang.pasang(
        Pengguna,
        {"nama_pengguna": rincian.nama_pengguna},
        pemda=pemda,
        nama=rincian.nama,
        password=kata_sandi,
        is_active=aktif,
        contoh=True,
    )
