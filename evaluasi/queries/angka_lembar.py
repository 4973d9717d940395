"""The figures of a worksheet, each with its rule, its stage and who stands for it."""

from decimal import Decimal

from evaluasi.hitung.nilai import HasilEvaluasi, HasilKomponen, HasilSub
from evaluasi.models import Instrumen, Komponen, Lhe, NilaiSub, SubKomponen, TahapLembar
from evaluasi.status import CaraNilai
from sakip.dokumen.angka import Angka, Asal, Rujukan
from sakip.lib.angka import tulis_angka
from sakip.lib.tanggal import tulis_tanggal

KOSONG = "-"
SERATUS = Decimal(100)


def tulis_skor(nilai: Decimal) -> str:
    """A score as worksheets print it, with two decimals."""
    return tulis_angka(nilai, 2, buang_nol=False)


def angka_bobot(sub: SubKomponen, instrumen: Instrumen) -> Angka:
    return Angka(
        sub.bobot,
        tulis_skor(sub.bobot),
        f"lke-bobot/{sub.pk}",
        Asal(
            f"bobot menurut {instrumen.dasar or instrumen}",
            nama=f"Bobot {sub.kode}",
            rujukan=(Rujukan("evaluasi.subkomponen", sub.pk, f"{sub.kode} {sub.nama}"),),
        ),
    )


def angka_bobot_komponen(komponen: Komponen, bobot: tuple[Angka, ...]) -> Angka:
    jumlah = sum((satu.nilai or Decimal(0) for satu in bobot), Decimal(0))
    asal = Asal("jumlah bobot sub-komponennya", bobot, nama=f"Bobot {komponen.nama}")
    return Angka(jumlah, tulis_skor(jumlah), f"lke-bobot-komponen/{komponen.pk}", asal)


def angka_bobot_semua(instrumen: Instrumen, bobot: tuple[Angka, ...]) -> Angka:
    jumlah = sum((satu.nilai or Decimal(0) for satu in bobot), Decimal(0))
    asal = Asal("jumlah bobot komponennya", bobot, nama="Bobot seluruhnya")
    return Angka(jumlah, tulis_skor(jumlah), f"lke-bobot-semua/{instrumen.pk}", asal)


def angka_sub(
    tahap: TahapLembar, sub: SubKomponen, hasil: HasilSub[str], nilai: NilaiSub | None, bobot: Angka
) -> Angka:
    """The score of a sub-komponen in a stage; none with its reason where nobody graded it."""
    kunci, nama = f"lke/{tahap.pk}/{sub.pk}", f"Nilai {sub.kode}, {tahap.tahap.nama}"
    instrumen = tahap.lembar.instrumen
    if hasil.nilai is None:
        apa = "belum dinilai" if instrumen.cara == CaraNilai.SUB else "belum dijawab satu pun"
        return _belum(kunci, nama, f"Sub-komponen {sub.kode} {apa} pada tahap ini.")
    if instrumen.cara == CaraNilai.SUB:
        aturan, rujukan = "bobot × bagian menurut nilainya", _rujukan_nilai(nilai)
    else:
        aturan = "bobot × rata-rata bagian kriterianya, yang belum dijawab sebagai 0"
        rujukan = _rujukan_tahap(tahap)
    bagian = (_bagian(nilai),) if nilai is not None else ()
    asal = Asal(_aturan(aturan, instrumen), (bobot, *bagian), nama=nama, rujukan=rujukan)
    return Angka(hasil.nilai, tulis_skor(hasil.nilai), kunci, asal)


def angka_komponen(
    tahap: TahapLembar, komponen: Komponen, hasil: HasilKomponen[str], sub: tuple[Angka, ...]
) -> Angka:
    """The score of a komponen, once all of its sub-komponen have theirs."""
    kunci = f"lke/{tahap.pk}/komponen/{komponen.pk}"
    nama = f"Nilai {komponen.nama}, {tahap.tahap.nama}"
    kurang = sum(satu.nilai is None for satu in sub)
    if kurang or hasil.nilai is None:
        return _belum(kunci, nama, f"{kurang} dari {len(sub)} sub-komponennya belum dinilai.")
    aturan = _aturan("jumlah nilai sub-komponennya", tahap.lembar.instrumen)
    return Angka(hasil.nilai, tulis_skor(hasil.nilai), kunci, Asal(aturan, sub, nama=nama))


def angka_total(
    tahap: TahapLembar, hasil: HasilEvaluasi[str], komponen: tuple[Angka, ...]
) -> Angka:
    """The total of a stage; none, with what is missing, until all is graded."""
    kunci, nama = f"lke/{tahap.pk}/total", f"Nilai akhir, {tahap.tahap.nama}"
    if hasil.total is None:
        return _belum(kunci, nama, f"Belum dinilai: {', '.join(hasil.belum)}.")
    aturan = _aturan("jumlah nilai komponennya, dinilai sebelum dibulatkan", tahap.lembar.instrumen)
    asal = Asal(aturan, komponen, nama=nama, rujukan=_rujukan_tahap(tahap))
    return Angka(hasil.total, tulis_skor(hasil.total), kunci, asal)


def angka_lhe(lhe: Lhe) -> Angka:
    """The score that an issued LHE states; paper may be without one."""
    kunci, nama = f"lhe/{lhe.pk}/nilai", f"Nilai {lhe}"
    tanggal = tulis_tanggal(lhe.tanggal) if lhe.tanggal else "tanggal tidak diketahui"
    rujukan = (Rujukan("evaluasi.lhe", lhe.pk, f"{lhe} {lhe.nomor}".strip(), tanggal),)
    if lhe.nilai is None:
        return _belum(kunci, nama, "LHE yang dicatat tidak memuat nilainya.", rujukan)
    asal = Asal("nilai yang tertulis dalam LHE", nama=nama, rujukan=rujukan)
    return Angka(lhe.nilai, tulis_skor(lhe.nilai), kunci, asal)


def _bagian(nilai: NilaiSub) -> Angka:
    persen = nilai.pilihan.bagian * SERATUS
    return Angka(
        persen,
        f"{tulis_angka(persen)}%",
        f"lke-bagian/{nilai.pilihan_id}",
        Asal(
            "bagian dari bobot menurut skala nilai instrumennya",
            nama=f"Bagian untuk nilai {nilai.pilihan.kode}",
        ),
    )


def _rujukan_nilai(nilai: NilaiSub | None) -> tuple[Rujukan, ...]:
    if nilai is None:
        return ()
    saran = f"saran menurut kriterianya {nilai.saran.kode}" if nilai.saran else "tanpa saran"
    ket = f"dinilai {nilai.dinilai_oleh}; {saran}"
    if nilai.catatan:
        ket += f"; catatan: {nilai.catatan}"
    return (Rujukan("evaluasi.nilaisub", nilai.pk, f"Nilai {nilai.pilihan.kode}", ket),)


def _rujukan_tahap(tahap: TahapLembar) -> tuple[Rujukan, ...]:
    sebutan = f"{tahap.tahap.nama}, {tahap.lembar}"
    return (Rujukan("evaluasi.tahaplembar", tahap.pk, sebutan, tahap.get_status_display()),)


def _aturan(aturan: str, instrumen: Instrumen) -> str:
    return f"{aturan} ({instrumen.dasar or instrumen})"


def _belum(kunci: str, nama: str, alasan: str, rujukan: tuple[Rujukan, ...] = ()) -> Angka:
    return Angka(None, KOSONG, kunci, Asal(alasan, nama=nama, rujukan=rujukan), alasan)
