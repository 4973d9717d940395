"""Who gets what answer at which address: the one table of rights; see `baris`."""

from tests.izin.baris import (
    AKSI,
    AKUN,
    BUKAN_PENGISI,
    DESEMBER,
    KOMPONEN,
    KRITERIA,
    LANGKAH,
    LHE,
    MANDIRI,
    ORANG_LUAR,
    PEJABAT,
    SEKRETARIAT,
    SIAPA_PUN,
    STABILITAS,
    TERLAPOR,
    TL,
    TW1,
    UNIT,
    Baris,
    _belanja,
    _evaluator,
    _instrumen,
    _isian,
    _kesiapan,
    _meja_kini,
    _milik_pemda,
    _milik_unit,
    _pada_meja,
    _pelapor,
    _pengatur_lkjip,
    _pengisi,
    _penindak,
    _peninjau,
    _sekretariat,
    _semua,
    _setelan,
    _sumber,
)
from tests.izin.panggung import Id

INSTRUMEN = ("pk", Id("instrumen"))
BAGIAN = (("jenis", "komponen"), ("bagian", Id("bagian")))

__all__ = ["MATRIKS", "ORANG_LUAR", "SIAPA_PUN", "Baris"]

MATRIKS = (
    Baris(
        "organisasi:masuk", _semua("alih", tamu="ok"), _semua("alih", tamu="tulis"), kirim="masuk"
    ),
    Baris("organisasi:keluar", _semua(405), _semua("tulis")),
    # the link is held by whoever it was given to, signed in or not
    Baris(
        "organisasi:sandi-tautan",
        _semua("ok", tamu="ok"),
        _semua("ok", tamu="ok"),
        (("uidb64", "MQ"), ("token", "sudah-mati")),
        "sandi",
    ),
    # one's own account
    Baris("organisasi:akun-saya", _semua("ok"), _semua(405)),
    Baris(
        "organisasi:sandi-ganti",
        _semua("ok"),
        # only one of them has the password that is typed here
        _semua("ok") | {"operator": "tulis"},
        kirim="ganti sandi",
    ),
    Baris("organisasi:surel-saya", _semua("ok"), _semua("tulis"), kirim="surel"),
    Baris("organisasi:sesi-akhiri", _semua(405), _semua("tulis")),
    # a pemda, by its admin
    _milik_pemda("organisasi:pemda", kirim="pemda"),
    # for all who have a role in the pemda, but there is none yet
    Baris("organisasi:lambang", _semua(404), _semua(405), (("pemda", "kota-pasuruan"),)),
    _milik_pemda("organisasi:unit"),
    _milik_pemda("organisasi:unit-baru", kirim="unit baru"),
    _milik_pemda("organisasi:unit-ubah", UNIT, kirim="unit"),
    _milik_pemda("organisasi:unit-perubahan", UNIT, kirim="perubahan"),
    _milik_pemda("organisasi:pejabat"),
    _milik_pemda("organisasi:pejabat-baru", kirim="pejabat baru"),
    _milik_pemda("organisasi:pejabat-ubah", PEJABAT, kirim="pejabat"),
    _milik_pemda("organisasi:penempatan-baru", PEJABAT, kirim="jabatan baru"),
    _milik_pemda("organisasi:penempatan-ubah", ("pk", Id("jabatan")), kirim="jabatan"),
    _milik_pemda("organisasi:akun"),
    _milik_pemda("organisasi:akun-baru", kirim="akun baru"),
    _milik_pemda("organisasi:akun-ubah", AKUN, kirim="akun"),
    _milik_pemda("organisasi:peran-baru", AKUN, kirim="peran baru"),
    _milik_pemda("organisasi:peran-ubah", ("pk", Id("tugas")), kirim="peran"),
    _milik_pemda("organisasi:akun-tautan", AKUN, get=405, kirim="kosong"),
    _milik_pemda("organisasi:akun-sesi", AKUN, get=405, kirim="kosong"),
    _milik_pemda("organisasi:akun-kunci", AKUN, get=405, kirim="kosong"),
    # its windows, by the bagian organisasi
    _milik_pemda("organisasi:jendela-kini", oleh="bagian_organisasi", get="alih"),
    _milik_pemda("organisasi:jendela", ("tahun", 2024), oleh="bagian_organisasi"),
    _milik_pemda("organisasi:jendela-atur", *TW1, oleh="bagian_organisasi", kirim="jendela"),
    _milik_pemda(
        "organisasi:pengecualian-baru",
        ("pk", Id("jendela")),
        oleh="bagian_organisasi",
        kirim="pengecualian baru",
    ),
    _milik_pemda(
        "organisasi:pengecualian-ubah",
        ("pk", Id("pengecualian")),
        oleh="bagian_organisasi",
        kirim="pengecualian",
    ),
    # figures and documents
    Baris(
        "beranda:beranda",
        _semua("alih")
        | dict.fromkeys(("admin", "tanpa_tugas", "admin_luar", "perencana_lain"), "ok"),
        _semua(405),
    ),
    # the design language: not without SAKIP_DEBUG
    Baris("beranda:kit", _semua(404), _semua(405)),
    # the units that each reads; who reads none is told that there is none
    Baris(
        "beranda:semua",
        _semua("ok") | dict.fromkeys(("admin", "tanpa_tugas", "admin_luar", "perencana_lain"), 404),
        _semua(405),
        (("tahun", 2023),),
    ),
    _milik_unit("beranda:tahun"),
    _milik_unit("beranda:periksa"),
    _milik_unit(
        "beranda:riwayat", ("jenis", "perencanaan.renstraversi"), ("pk", Id("renstra"))
    ),
    _milik_unit("perencanaan:renstra"),
    _milik_unit("perencanaan:perjanjian"),
    # the example's agreements are issued as data alone; that files go out is tried in tests/perencanaan
    _milik_unit("perencanaan:perjanjian-unduh", ("ke", 1), get=404),
    _milik_unit("perencanaan:rencana-aksi"),
    _milik_unit("pengukuran:anggaran"),
    _milik_unit("pengukuran:capaian"),
    _milik_unit("pengukuran:pemantauan"),
    _isian("pengukuran:isi"),
    _isian("pengukuran:isi-sel", get=405),
    _belanja("pengukuran:isi-belanja"),
    _belanja("pengukuran:isi-belanja-sel", get=405),
    _isian("pengukuran:isi-baris", ("indikator", Id("indikator")), ("bulan", 12)),
    _milik_unit("beranda:tugas"),
    # nothing of it waits in this year: who may send gets an answer, all others the reason
    _pada_meja(
        "pengukuran:ajukan", boleh=("perencana", "alih"), kirim="kosong",
        alasan="Tidak ada realisasi yang Anda isi di Bakesbangpol Kota Pasuruan. Yang mengajukan "
        "adalah bidang pengisinya, atau sekretariat.",
    ),
    _pada_meja(
        "pengukuran:verifikasi", boleh=("perencana", "alih"), kirim="verifikasi",
        alasan="Hanya sekretariat Bakesbangpol Kota Pasuruan yang dapat melakukannya di halaman "
        "ini.",
    ),
    _pada_meja(
        "pengukuran:periksa-baris", *STABILITAS, boleh=("pimpinan", "ok"), kirim="buka kembali",
        alasan="Hanya pimpinan Bakesbangpol Kota Pasuruan yang menyetujui realisasi.",
    ),
    _milik_unit("pengukuran:koreksi"),
    _pada_meja(
        "pengukuran:koreksi-usul", *STABILITAS, boleh=("perencana", "tulis"),
        kirim="usulan koreksi", alasan=BUKAN_PENGISI,
    ),
    _sumber("pengukuran:usulan-sumber"),
    _sumber("pengukuran:usulan-atur", ("indikator", Id("indikator")), kirim="sumber usulan"),
    _pengisi("pengukuran:usulan-ambil", *DESEMBER, apa="indikator", get=405, post="alih"),
    _kesiapan("pengukuran:kesiapan"),
    _kesiapan("pengukuran:kesiapan-atur", ("aturan", "lonjakan"), kirim="kesiapan"),
    _pengisi("pengukuran:bukti-tambah", *DESEMBER, apa="indikator", kirim="bukti"),
    # no evidence on the stage; that it goes out and away is tried in tests/pengukuran
    _milik_unit("pengukuran:bukti-unduh", *DESEMBER, ("pk", 1), tahun=2024, get=404),
    _milik_unit("pengukuran:bukti-halaman", *DESEMBER, ("pk", 1), tahun=2024, get=404),
    _milik_unit("pengukuran:bukti-hapus", *DESEMBER, ("pk", 1), tahun=2024, get=405, post=404),
    _milik_unit("pengukuran:aksi"),
    _pengisi("pengukuran:aksi-isi", AKSI, ("bulan", 12), apa="aksi", kirim="aksi"),
    _pengisi("pengukuran:aksi-bukti-tambah", TERLAPOR, ("bulan", 12), apa="aksi", kirim="bukti"),
    _milik_unit(
        "pengukuran:aksi-bukti-unduh", TERLAPOR, ("bulan", 12), ("pk", 1), tahun=2024, get=404
    ),
    _milik_unit(
        "pengukuran:aksi-bukti-hapus",
        TERLAPOR,
        ("bulan", 12),
        ("pk", 1),
        tahun=2024,
        get=405,
        post=404,
    ),
    _milik_unit("pengukuran:isi-excel", tahun=2024),
    _pengisi("pengukuran:isi-impor", apa="impor", kirim="buku"),
    # a workbook is looked at by nobody but who sent it
    _pengisi("pengukuran:isi-tinjau", ("berkas", 1), apa="impor", get=404, post=404),
    # nothing is issued here; what each reader gets is tried in tests/evaluasi
    _milik_unit("evaluasi:cetak", ("jenis", "tindak-lanjut"), ("bentuk", "xlsx"), get=404),
    # there is none of this year yet: the inspektorat opens one
    _pada_meja(
        "evaluasi:lembar", boleh=("inspektorat", "tulis"), kirim="lembar baru",
        alasan="Hanya inspektorat Kota Pasuruan yang mengevaluasi dan memutuskan.",
    ),
    _sekretariat("evaluasi:lembar-isi", kirim="jawaban", get=_milik_unit("").get),
    _sekretariat("evaluasi:lembar-sel", kirim="jawaban", get=_semua(405)),
    _milik_unit("evaluasi:lembar-excel", MANDIRI, tahun=2024),
    _sekretariat("evaluasi:lembar-impor", kirim="buku lke", get=SEKRETARIAT),
    # a workbook is looked at by nobody but who sent it
    _sekretariat(
        "evaluasi:lembar-tinjau", ("berkas", 1), kirim="kosong", post=404,
        get=SEKRETARIAT | {"perencana": 404},
    ),
    _sekretariat("evaluasi:bukti-tambah", KRITERIA, kirim="bukti", get=SEKRETARIAT),
    # no evidence on the stage; that it goes out and away is tried in tests/evaluasi
    _milik_unit("evaluasi:bukti-unduh", MANDIRI, KRITERIA, ("pk", 1), tahun=2024, get=404),
    _milik_unit("evaluasi:bukti-halaman", MANDIRI, KRITERIA, ("pk", 1), tahun=2024, get=404),
    _milik_unit(
        "evaluasi:bukti-hapus", MANDIRI, KRITERIA, ("pk", 1), tahun=2024, get=405, post=404
    ),
    _milik_unit("evaluasi:lhe"),
    # nothing is issued here
    _milik_unit("evaluasi:lhe-unduh", LHE, get=404),
    # the worksheet it is made from is not there; that it is made is tried in tests/evaluasi
    _evaluator("evaluasi:lhe-susun", get="alih", post="alih", kirim="kosong"),
    _evaluator("evaluasi:lhe-catat", kirim="lhe dari kertas"),
    _evaluator("evaluasi:lhe-draf", LHE, kirim="lhe draf"),
    _evaluator("evaluasi:lhe-ubah", LHE, kirim="lhe"),
    _evaluator("evaluasi:lhe-catatan", LHE, KOMPONEN, kirim="lhe catatan"),
    _evaluator(
        "evaluasi:lhe-catatan-sub", LHE, KOMPONEN, ("sub", Id("subkomponen")), kirim="lhe catatan"
    ),
    _evaluator("evaluasi:lhe-rekomendasi-baru", LHE, kirim="lhe rekomendasi baru"),
    _evaluator(
        "evaluasi:lhe-rekomendasi-ubah",
        LHE,
        ("rekomendasi", Id("lhe_rekomendasi")),
        kirim="lhe rekomendasi",
    ),
    _evaluator("evaluasi:lhe-terbit", LHE, kirim="lhe terbit"),
    # recommendations and what is done about them
    _milik_unit("evaluasi:rekomendasi"),
    _milik_unit("evaluasi:rekomendasi-satu", TL),
    # no evidence on the stage; that it goes out is tried in tests/evaluasi
    _milik_unit("evaluasi:rekomendasi-bukti-unduh", TL, ("bukti", 1), get=404),
    _penindak("evaluasi:rencana-baru", TL, kirim="langkah baru"),
    _penindak("evaluasi:rencana-ubah", TL, LANGKAH, kirim="langkah"),
    _pelapor("evaluasi:rencana-lapor", TL, LANGKAH, kirim="laporan"),
    _pelapor("evaluasi:rencana-perpanjang", TL, LANGKAH, kirim="perpanjangan"),
    _evaluator("evaluasi:rekomendasi-putus", TL, kirim="putusan"),
    _evaluator("evaluasi:rekomendasi-kaitkan", TL, kirim="kaitan"),
    _evaluator(
        "evaluasi:perpanjangan-putus", TL, ("perpanjangan", Id("perpanjangan")), kirim="keputusan"
    ),
    _evaluator("evaluasi:lhp-catat", kirim="lhp"),
    _penindak("evaluasi:penanggung-jawab", kirim="penanggung jawab"),
    _setelan("evaluasi:setelan"),
    _meja_kini("evaluasi:meja-kini"),
    _peninjau("evaluasi:meja"),
    _peninjau("evaluasi:peringkat"),
    _peninjau("evaluasi:kriteria"),
    _milik_unit("evaluasi:simulasi"),
    # instruments; the draft of the stage is not complete, so that it is not put in force
    _instrumen("", kirim="kosong"),
    _instrumen("-satu", INSTRUMEN, kirim="kosong", post=409),
    _instrumen("-salin", INSTRUMEN, kirim="salinan instrumen"),
    _instrumen("-ubah", INSTRUMEN, kirim="nama instrumen"),
    _instrumen("-bagian-baru", INSTRUMEN, ("jenis", "komponen"), kirim="bagian baru"),
    _instrumen(
        "-bagian-bawahan", INSTRUMEN, ("jenis", "sub"), ("induk", Id("bagian")), kirim="kosong",
        post="ok",
    ),
    _instrumen("-bagian", INSTRUMEN, *BAGIAN, kirim="bagian"),
    _instrumen("-bagian-hapus", INSTRUMEN, *BAGIAN, kirim="bagian hapus"),
    _milik_unit("beranda:cari"),
    _milik_unit("pelaporan:lkjip-baca"),
    # the PDF is made ready by a job first
    _milik_unit("pelaporan:lkjip-cetak", get=405, post="tulis"),
    _milik_unit("pelaporan:lkjip-unduh", get="alih"),
    # nothing is issued here; that it goes out is tried in tests/pelaporan
    _milik_unit("pelaporan:lkjip-unduh-terbit", ("ke", 1), get=404),
    _pengatur_lkjip("pelaporan:lkjip-atur", kirim="lkjip"),
    # there is no draft of a correction here; that it goes is tried in tests/pelaporan
    _pengatur_lkjip("pelaporan:lkjip-draf-buang", get=405, post="alih"),
    _pada_meja(
        "pelaporan:lkjip-terbit", boleh=("pimpinan", "tulis"), kirim="lkjip terbit",
        alasan="LKjIP Bakesbangpol Kota Pasuruan diterbitkan oleh pimpinannya.",
    ),
    # one's own jobs; there is none here, those of others are tried in tests/pekerjaan
    Baris("pekerjaan:daftar", _semua("ok"), _semua(405)),
    Baris("pekerjaan:rincian", _semua(404), _semua(405), (("nomor", 1),)),
    Baris("pekerjaan:mulai-lagi", _semua(405), _semua(404), (("nomor", 1),)),
)  # fmt: skip
