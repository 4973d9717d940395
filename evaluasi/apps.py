from django.apps import AppConfig


class EvaluasiConfig(AppConfig):
    name = "evaluasi"
    verbose_name = "Evaluasi"

    def ready(self) -> None:
        from evaluasi.dokumen.lkjip import TINDAK_LANJUT  # noqa: PLC0415
        from evaluasi.models import (  # noqa: PLC0415 -- apps must be loaded first
            BuktiTindakLanjut,
            KaitanRekomendasi,
            LaporanTindakLanjut,
            Putusan,
        )
        from evaluasi.queries import usulan_realisasi  # noqa: PLC0415
        from evaluasi.queries.angka_lhe import alamat_lhe, rincian_lhe  # noqa: PLC0415
        from evaluasi.queries.cetak import tahun_dievaluasi  # noqa: PLC0415
        from pelaporan.dokumen import tambahan  # noqa: PLC0415
        from perencanaan.queries.ruang import daftarkan_tahun  # noqa: PLC0415
        from sakip.dokumen.jenis_terbit import daftarkan_terbit  # noqa: PLC0415
        from sakip.dokumen.rincian import daftarkan_rincian  # noqa: PLC0415
        from sakip.jejak import pemicu  # noqa: PLC0415

        usulan_realisasi.daftarkan()
        daftarkan_terbit("lhe", "LHE", alamat_lhe)
        daftarkan_rincian("evaluasi.lhe", rincian_lhe)

        daftarkan_tahun(tahun_dievaluasi)
        tambahan.daftarkan(TINDAK_LANJUT)

        pemicu.daftarkan(LaporanTindakLanjut, BuktiTindakLanjut, Putusan, KaitanRekomendasi)
