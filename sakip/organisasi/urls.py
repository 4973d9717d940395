from django.contrib.auth.decorators import login_not_required
from django.urls import path

from sakip.organisasi.views import akun, akun_saya, jendela, masuk, pejabat, pemda, unit

app_name = "organisasi"

urlpatterns = [
    # masuk dan akun sendiri
    path("masuk/", masuk.Masuk.as_view(), name="masuk"),
    path("keluar/", masuk.Keluar.as_view(), name="keluar"),
    path(
        "sandi/<str:uidb64>/<str:token>/",
        login_not_required(akun_saya.SandiLewatTautan.as_view()),
        name="sandi-tautan",
    ),
    path("akun/", akun_saya.akun_saya, name="akun-saya"),
    path("akun/surel/", akun_saya.ubah_surel, name="surel-saya"),
    path("akun/sandi/", akun_saya.GantiSandi.as_view(), name="sandi-ganti"),
    path("akun/sesi/akhiri/", akun_saya.akhiri_sesi_lain, name="sesi-akhiri"),
    # /pemda/<kode>: identitas
    path("pemda/<slug:pemda>/", pemda.ubah_pemda, name="pemda"),
    path("pemda/<slug:pemda>/lambang/", pemda.lambang_pemda, name="lambang"),
    # unit
    path("pemda/<slug:pemda>/unit/", unit.daftar_unit, name="unit"),
    path("pemda/<slug:pemda>/unit/baru/", unit.unit_baru, name="unit-baru"),
    path("pemda/<slug:pemda>/unit/<slug:kode>/ubah/", unit.ubah_unit, name="unit-ubah"),
    path(
        "pemda/<slug:pemda>/unit/<slug:kode>/perubahan/", unit.perubahan_unit, name="unit-perubahan"
    ),
    # pejabat dan jabatannya
    path("pemda/<slug:pemda>/pejabat/", pejabat.daftar_pejabat, name="pejabat"),
    path("pemda/<slug:pemda>/pejabat/baru/", pejabat.pejabat_baru, name="pejabat-baru"),
    path("pemda/<slug:pemda>/pejabat/<int:pk>/", pejabat.ubah_pejabat, name="pejabat-ubah"),
    path(
        "pemda/<slug:pemda>/pejabat/<int:pk>/jabatan/baru/",
        pejabat.penempatan_baru,
        name="penempatan-baru",
    ),
    path("pemda/<slug:pemda>/jabatan/<int:pk>/", pejabat.ubah_penempatan, name="penempatan-ubah"),
    # akun dan peran
    path("pemda/<slug:pemda>/akun/", akun.daftar_akun, name="akun"),
    path("pemda/<slug:pemda>/akun/baru/", akun.akun_baru, name="akun-baru"),
    path("pemda/<slug:pemda>/akun/<int:pk>/", akun.ubah_akun, name="akun-ubah"),
    path("pemda/<slug:pemda>/akun/<int:pk>/peran/baru/", akun.tugas_baru, name="peran-baru"),
    path("pemda/<slug:pemda>/peran/<int:pk>/", akun.ubah_tugas, name="peran-ubah"),
    path("pemda/<slug:pemda>/akun/<int:pk>/tautan/", akun.tautan_akun, name="akun-tautan"),
    path("pemda/<slug:pemda>/akun/<int:pk>/sesi/", akun.akhiri_sesi_akun, name="akun-sesi"),
    path("pemda/<slug:pemda>/akun/<int:pk>/kunci/", akun.buka_kunci_akun, name="akun-kunci"),
    # jendela
    path("pemda/<slug:pemda>/jendela/", jendela.jendela_tahun_ini, name="jendela-kini"),
    path("pemda/<slug:pemda>/jendela/<int:tahun>/", jendela.daftar_jendela, name="jendela"),
    path(
        "pemda/<slug:pemda>/jendela/<int:tahun>/<slug:jenis>/<int:bulan>/",
        jendela.atur_jendela,
        name="jendela-atur",
    ),
    path(
        "pemda/<slug:pemda>/jendela/<int:pk>/pengecualian/baru/",
        jendela.pengecualian_baru,
        name="pengecualian-baru",
    ),
    path(
        "pemda/<slug:pemda>/pengecualian/<int:pk>/",
        jendela.ubah_pengecualian,
        name="pengecualian-ubah",
    ),
]
