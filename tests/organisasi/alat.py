"""What the tests of the organisation share: snapshots of the database, and forms as browsers send them."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any, Self

from django.apps import apps
from django.db import connection
from django.test import Client

from sakip.jejak.models import CatatanJejak, Kiriman
from sakip.organisasi.models import Pengguna
from tests.salinan import baris

SANDI = "contoh-sakip-2023"
SANDI_BARU = "empat-kuda-biru-laut"
# what `buat_admin` is told of a person, and of one with a pemda that there is not yet
BUDI = ("budi-utomo", "--nama", "Budi Utomo")
BARU = (
    *BUDI, "--pemda", "kab-baru", "--buat-pemda", "Kabupaten Baru", "--jenis", "kabupaten",
    "--sebutan-kepala", "Bupati", "--kedudukan", "Kota Baru",
)  # fmt: skip


def isi_tabel() -> dict[str, Any]:
    """Every row of the organisation, and how long the trail and the list of sent forms are."""
    semua = apps.get_app_config("organisasi").get_models()
    return {
        **{model.__name__: baris(model) for model in semua},
        "jejak": CatatanJejak.objects.count(),
        "kiriman": Kiriman.objects.count(),
    }


@contextmanager
def tak_berubah() -> Iterator[None]:
    """What is done here must write nothing."""
    sebelum = isi_tabel()
    yield
    assert isi_tabel() == sebelum


class Tulisan:
    """What is written while this is open; sessions come and go with every visit.

    Django's own recorder puts the values into the text of each query, by another query.
    """

    def __init__(self) -> None:
        self._semua: list[str] = []

    def __enter__(self) -> Self:
        self._dengar = connection.execute_wrapper(self._catat)
        self._dengar.__enter__()
        return self

    def __exit__(self, *galat: object) -> None:
        self._dengar.__exit__(*galat)

    def _catat(self, jalankan: Callable, sql: str, *sisa: Any) -> Any:
        if re.match(r"INSERT|UPDATE|DELETE", sql) and "django_session" not in sql:
            self._semua.append(sql)
        return jalankan(sql, *sisa)

    def perintah(self) -> list[str]:
        return self._semua


class JejakBaru:
    """The lines of the trail since this was made, oldest first."""

    def __init__(self) -> None:
        self.awal = CatatanJejak.objects.order_by("-pk").values_list("pk", flat=True).first() or 0

    def baris(self) -> list[CatatanJejak]:
        return list(CatatanJejak.objects.filter(pk__gt=self.awal).order_by("pk"))

    def aksi(self) -> list[str]:
        return [satu.aksi for satu in self.baris()]

    def satu(self) -> CatatanJejak:
        (baris,) = self.baris()
        return baris


class PembacaFormulir(HTMLParser):
    """The boxes of the page's form by name, each with what a browser would send for it."""

    def __init__(self) -> None:
        super().__init__()
        self.isi: dict[str, str] = {}
        self.dalam = False
        self.nama = ""  # of the select or textarea that is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        atribut = dict(attrs)
        if tag == "form":
            self.dalam = "formulir" in (atribut.get("class") or "").split()
        if not self.dalam or "disabled" in atribut:
            return
        nama, nilai = atribut.get("name") or "", atribut.get("value") or ""
        if tag == "input" and atribut.get("type") != "checkbox":
            self.isi[nama] = nilai
        elif tag == "input" and "checked" in atribut:
            self.isi[nama] = nilai or "on"
        elif tag in {"select", "textarea"}:
            self.nama, self.isi[nama] = nama, ""
        elif tag == "option" and "selected" in atribut:
            self.isi[self.nama] = nilai

    def handle_endtag(self, tag: str) -> None:
        if tag in {"select", "textarea"}:
            self.nama = ""

    def handle_data(self, data: str) -> None:
        if self.nama and self.lasttag == "textarea":
            self.isi[self.nama] += data.removeprefix("\n")


def isian(jawaban: Any) -> dict[str, str]:
    """What a browser sends back of a page's form that nobody changed."""
    pembaca = PembacaFormulir()
    pembaca.feed(jawaban.text)
    return pembaca.isi


def kirim(client: Client, alamat: str, *, kosong: tuple[str, ...] = (), **ubah: Any) -> Any:
    """Open a page with a form, fill some of it in, leave some boxes out, and send it."""
    data = {**isian(client.get(alamat)), **ubah}
    for nama in kosong:
        data.pop(nama, None)
    return client.post(alamat, data)


def masuk(orang: Pengguna, sandi: str = SANDI) -> Client:
    """A browser in which this person has signed in by the form."""
    client = Client()
    client.post("/masuk/", {"username": orang.nama_pengguna, "password": sandi})
    assert "_auth_user_id" in client.session
    return client


def beri_sandi(orang: Pengguna, sandi: str = SANDI) -> Pengguna:
    orang.set_password(sandi)
    orang.save(update_fields=["password"])
    return orang


def masih_masuk(client: Client) -> bool:
    """Whether the next request is still answered to this person, and not sent to sign in."""
    jawaban = client.get("/akun/")
    if jawaban.status_code == 302:
        assert jawaban["Location"].startswith("/masuk/")
    return jawaban.status_code == 200
