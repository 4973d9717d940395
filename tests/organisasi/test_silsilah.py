"""What became of a unit: its successor reads what it left, nobody writes there, others do not see it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from sakip.jejak.aksi import Aksi
from sakip.lib.izin import Boleh, Tolak
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna, PerubahanUnit, Silsilah, Unit
from sakip.organisasi.peran import Peran
from sakip.organisasi.permissions import boleh_menulis_di
from sakip.organisasi.queries import unit_terdahulu
from sakip.organisasi.services.unit import catat_perubahan, susun_silsilah
from tests.organisasi.alat import JejakBaru, tak_berubah
from tests.organisasi.bacaan import terbaca
from tests.pemeran import AWAL, Pemeran, buat_orang, buat_unit

TANGGAL = date(2024, 7, 1)
PENULIS = frozenset({Peran.OPERATOR, Peran.PERENCANA})


@pytest.fixture
def unit(pemeran):
    """Perangkat daerah by a letter, made when first asked for."""
    ada: dict[str, Unit] = {}

    def cari(nama: str) -> Unit:
        if nama not in ada:
            ada[nama] = buat_unit(pemeran.unit.pemda, f"dinas-{nama}", f"Dinas {nama}")
        return Unit.objects.get(pk=ada[nama].pk)

    return cari


@pytest.fixture
def berganti(pemeran, unit):
    """Record that one unit became another."""

    def catat(lama: str, baru: str, tanggal: date = TANGGAL, jenis: str = "ganti_nama") -> None:
        perubahan = PerubahanUnit(lama=unit(lama), baru=unit(baru), tanggal=tanggal, jenis=jenis)
        catat_perubahan(perubahan, oleh=pemeran["admin"])

    return catat


def bidang(induk: Unit, nama: str) -> Unit:
    return Unit.objects.create(
        pemda=induk.pemda, kode=f"{induk.kode}-{nama}", nama=nama, singkatan=nama,
        induk=induk, perangkat_daerah=induk, berlaku_dari=AWAL,
    )  # fmt: skip


def asal(unit: Unit) -> set[str]:
    return {Unit.objects.get(pk=pk).kode.removeprefix("dinas-") for pk in unit_terdahulu(unit)}


def terlihat(orang: Pengguna) -> set[str]:
    return set(terbaca(orang))


def test_unit_lama_berakhir_sehari_sebelumnya(pemeran, unit, berganti):
    jejak, lama = JejakBaru(), unit("a")
    berganti("a", "b", jenis="pecah")
    assert unit("a").berlaku_sampai == TANGGAL - timedelta(days=1)
    berganti_, diakhiri = jejak.baris()
    assert (berganti_.aksi, berganti_.unit, berganti_.pengguna) == (
        Aksi.UNIT_BERGANTI, lama, pemeran["admin"],
    )  # fmt: skip
    assert (berganti_.sesudah["jenis"], berganti_.sesudah["tanggal"]) == ("pecah", "2024-07-01")
    assert (diakhiri.aksi, diakhiri.objek_id) == (Aksi.UNIT_DIUBAH, str(lama.pk))
    assert (diakhiri.sebelum, diakhiri.sesudah) == (
        {"berlaku_sampai": None}, {"berlaku_sampai": "2024-06-30"},
    )  # fmt: skip


def test_akhir_yang_sudah_tercatat_tidak_diubah(unit, berganti):
    Unit.objects.filter(pk=unit("a").pk).update(berlaku_sampai=date(2024, 3, 31))
    jejak = JejakBaru()
    berganti("a", "b")
    assert unit("a").berlaku_sampai == date(2024, 3, 31)
    assert jejak.aksi() == [Aksi.UNIT_BERGANTI]


@pytest.mark.parametrize(
    ("tanggal", "diterima"),
    [(AWAL - timedelta(days=1), False), (AWAL, False), (AWAL + timedelta(days=1), True)],
)
def test_tidak_sebelum_unit_lama_pernah_berlaku(tanggal, diterima, unit, berganti):
    unit("a"), unit("b")
    if diterima:
        berganti("a", "b", tanggal)
        assert unit("a").berlaku_sampai == unit("a").berlaku_dari
        return
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        berganti("a", "b", tanggal)
    assert salah.value.message_dict == {
        "tanggal": ["Perubahan harus setelah Dinas a mulai berlaku, 01 Januari 2020."]
    }


@pytest.mark.parametrize(("mulai", "diterima"), [(0, True), (1, False)])
def test_tidak_sebelum_unit_baru_berlaku(mulai, diterima, unit, berganti):
    dari = TANGGAL + timedelta(days=mulai)
    Unit.objects.filter(pk=unit("b").pk).update(berlaku_dari=dari)
    unit("a")
    if diterima:
        berganti("a", "b")
        assert asal(unit("b")) == {"a"}
        return
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        berganti("a", "b")
    assert list(salah.value.message_dict) == ["tanggal"]


def test_unit_pemda_lain_ditolak(pemeran, unit):
    perubahan = PerubahanUnit(
        lama=unit("a"), baru=pemeran.unit_luar, tanggal=TANGGAL, jenis="gabung"
    )
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        catat_perubahan(perubahan, oleh=pemeran["admin"])
    assert list(salah.value.message_dict) == ["baru"]


def test_unit_pemda_lain_tidak_diambil(pemeran, unit):
    perubahan = PerubahanUnit(
        lama=pemeran.unit_luar, baru=unit("a"), tanggal=TANGGAL, jenis="gabung"
    )
    with tak_berubah(), pytest.raises(HakKurang):
        catat_perubahan(perubahan, oleh=pemeran["admin"])


@pytest.mark.parametrize("siapa", ["operator", "bagian_organisasi", "inspektorat_luar"])
def test_hanya_admin(siapa, pemeran, unit):
    perubahan = PerubahanUnit(lama=unit("a"), baru=unit("b"), tanggal=TANGGAL, jenis="gabung")
    with tak_berubah(), pytest.raises(HakKurang):
        catat_perubahan(perubahan, oleh=pemeran[siapa])


def test_silsilah_beberapa_tingkat(unit, berganti):
    berganti("a", "b")
    berganti("b", "c", TANGGAL + timedelta(days=30))
    berganti("c", "d", TANGGAL + timedelta(days=60))
    assert {nama: asal(unit(nama)) for nama in "abcd"} == {
        "a": set(), "b": {"a"}, "c": {"a", "b"}, "d": {"a", "b", "c"},
    }  # fmt: skip


def test_silsilah_yang_disisipkan_di_depan(unit, berganti):
    """The later change is recorded first; the earlier one still reaches through it."""
    berganti("b", "c", TANGGAL + timedelta(days=30))
    berganti("a", "b")
    assert asal(unit("c")) == {"a", "b"}


def test_penggabungan_dan_pemecahan(unit, berganti):
    berganti("a", "ab", jenis="gabung")
    berganti("b", "ab", jenis="gabung")
    berganti("ab", "x", TANGGAL + timedelta(days=30), "pecah")
    berganti("ab", "y", TANGGAL + timedelta(days=30), "pecah")
    assert {nama: asal(unit(nama)) for nama in ("ab", "x", "y", "a")} == {
        "ab": {"a", "b"}, "x": {"a", "b", "ab"}, "y": {"a", "b", "ab"}, "a": set(),
    }  # fmt: skip


@pytest.mark.parametrize(("dari", "ke"), [("b", "a"), ("c", "a"), ("c", "b")])
def test_lingkaran_ditolak(dari, ke, unit, berganti):
    berganti("a", "b")
    berganti("b", "c", TANGGAL + timedelta(days=30))
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        berganti(dari, ke, TANGGAL + timedelta(days=60))
    assert salah.value.message_dict == {"baru": [f"Dinas {dari} sendiri berasal dari Dinas {ke}."]}


def test_pasangan_yang_sama_tidak_dicatat_dua_kali(unit, berganti):
    berganti("a", "b")
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        berganti("a", "b", TANGGAL + timedelta(days=1))
    assert salah.value.message_dict == {"baru": ["Perubahan ini sudah tercatat."]}


def test_silsilah_dari_data_yang_melingkar_pun_berakhir(pemeran, unit):
    """A ring that came past the service: no unit is its own past, and the sum of it ends."""
    for lama, baru in (("a", "b"), ("b", "c"), ("c", "a")):
        PerubahanUnit.objects.create(
            lama=unit(lama), baru=unit(baru), tanggal=TANGGAL, jenis="gabung"
        )
    susun_silsilah(pemeran.unit.pemda)
    assert {nama: asal(unit(nama)) for nama in "abc"} == {
        "a": {"b", "c"}, "b": {"a", "c"}, "c": {"a", "b"},
    }  # fmt: skip


def test_menyusun_lagi_tidak_mengubah_dan_tidak_menyentuh_pemda_lain(pemeran, unit, berganti):
    luar = buat_unit(pemeran.unit_luar.pemda, "luar-baru", "Luar Baru")
    Silsilah.objects.create(lama=pemeran.unit_luar, baru=luar)
    berganti("a", "b")
    sebelum = set(Silsilah.objects.values_list("lama", "baru"))
    susun_silsilah(pemeran.unit.pemda)
    assert set(Silsilah.objects.values_list("lama", "baru")) == sebelum
    assert len(sebelum) == 2


@pytest.fixture
def warisan(pemeran, unit, berganti) -> Pemeran:
    """Dinas a with a bidang became Dinas b with another; a person in each, and one in Dinas c."""
    bidang(unit("a"), "umum")
    bidang(unit("b"), "teknis")
    for nama in "abc":
        pemeran.orang[f"di {nama}"] = buat_orang(f"di-{nama}", Peran.OPERATOR, unit(nama))
    berganti("a", "b")
    return pemeran


def test_orang_unit_baru_membaca_yang_lama_dan_bidangnya(warisan):
    assert terlihat(warisan["di b"]) == {"dinas-b", "dinas-b-teknis", "dinas-a", "dinas-a-umum"}


def test_orang_unit_lama_tidak_melihat_yang_baru(warisan):
    assert terlihat(warisan["di a"]) == {"dinas-a", "dinas-a-umum"}


def test_orang_lain_tetap_tidak_melihat_keduanya(warisan):
    assert terlihat(warisan["di c"]) == {"dinas-c"}
    for nama in ("operator", "perencana_lain", "inspektorat_luar", "tanpa_tugas", "admin"):
        assert not terlihat(warisan[nama]) & {"dinas-a", "dinas-b"}


def test_orang_bidang_unit_baru_juga_membaca_yang_lama(warisan):
    teknis = Unit.objects.get(kode="dinas-b-teknis")
    orang = buat_orang("di-teknis", Peran.OPERATOR, teknis)
    assert terlihat(orang) == terlihat(warisan["di b"])


def test_membaca_sampai_asal_yang_jauh(warisan, berganti):
    berganti("b", "d", TANGGAL + timedelta(days=30))
    orang = buat_orang("di-d", Peran.PEMBACA, Unit.objects.get(kode="dinas-d"))
    assert {"dinas-a", "dinas-a-umum", "dinas-b", "dinas-b-teknis"} <= terlihat(orang)


def test_unit_yang_diwarisi_tidak_berulang(warisan, berganti):
    """Two ways to the same past: one row."""
    berganti("a", "d", jenis="pecah")
    berganti("b", "d", TANGGAL + timedelta(days=30), "gabung")
    orang = buat_orang("di-d", Peran.PEMBACA, Unit.objects.get(kode="dinas-d"))
    kode = list(Unit.objects.untuk(orang).values_list("kode", flat=True))
    assert len(kode) == len(set(kode)) == 5


def test_bidang_yang_pindah_membawa_riwayatnya_saja(warisan, pemeran):
    """A bidang goes over to another perangkat daerah: its past is read there, not its old house."""
    lama = Unit.objects.get(kode="dinas-a-umum")
    baru = bidang(Unit.objects.get(kode="dinas-c"), "umum")
    perubahan = PerubahanUnit(lama=lama, baru=baru, tanggal=TANGGAL, jenis="pecah")
    catat_perubahan(perubahan, oleh=pemeran["admin"])
    assert terlihat(warisan["di c"]) == {"dinas-c", "dinas-c-umum", "dinas-a-umum"}
    assert terlihat(warisan["di a"]) == {"dinas-a", "dinas-a-umum"}


@pytest.mark.parametrize(
    ("siapa", "tempat", "boleh"),
    [
        ("di b", "dinas-b", True),
        ("di b", "dinas-b-teknis", True),
        ("di b", "dinas-a", False),
        ("di b", "dinas-a-umum", False),
        ("di a", "dinas-a", True),
        ("di c", "dinas-a", False),
        ("bagian_organisasi", "dinas-b", False),
        ("admin", "dinas-b", False),
    ],
)
def test_yang_diwarisi_hanya_dibaca(siapa, tempat, boleh, warisan):
    unit = Unit.objects.get(kode=tempat)
    alasan = f"Hanya Operator bidang atau Sekretariat / perencana {unit.singkatan} yang dapat"
    izin = boleh_menulis_di(warisan[siapa], unit, PENULIS)
    assert izin == (Boleh() if boleh else Tolak(f"{alasan} mengubahnya."))


def test_menulis_menuntut_perannya(warisan):
    unit = Unit.objects.get(kode="dinas-b")
    assert not boleh_menulis_di(warisan["di b"], unit, frozenset({Peran.PERENCANA}))


def test_peran_di_satu_bidang_tidak_menulis_di_bidang_lain(warisan):
    teknis = Unit.objects.get(kode="dinas-b-teknis")
    orang = buat_orang("di-teknis", Peran.OPERATOR, teknis)
    assert boleh_menulis_di(orang, teknis, PENULIS)
    assert not boleh_menulis_di(orang, teknis.perangkat_daerah, PENULIS)


def test_silsilah_terlihat_oleh_orang_unit_barunya(warisan):
    assert Silsilah.objects.untuk(warisan["di b"]).count() == 1
    assert PerubahanUnit.objects.untuk(warisan["di b"]).count() == 1
    assert Silsilah.objects.untuk(warisan["di a"]).count() == 0
    assert PerubahanUnit.objects.untuk(warisan["di a"]).count() == 0


@pytest.mark.parametrize("banyak", [1, 3])
def test_kueri_tetap_untuk_semua_unit(banyak, unit, berganti, django_assert_num_queries):
    for ke in range(banyak):
        berganti("abc"[ke], "x", jenis="gabung")
    orang = buat_orang("di-x", Peran.PEMBACA, unit("x"))
    with django_assert_num_queries(3):
        assert len(Unit.objects.untuk(orang)) == banyak + 1
