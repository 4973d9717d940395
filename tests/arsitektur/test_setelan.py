from types import SimpleNamespace

import pytest
from django.conf import settings

from tests.arsitektur import aturan_setelan as aturan
from tests.arsitektur.pohon import AKAR


def setelan(arahan=None, **lain):
    """Settings without fault, but for what a test changes."""
    baik = {
        "USE_THOUSAND_SEPARATOR": False,
        "DATABASES": {"default": {}},
        "MIDDLEWARE": ["csp.middleware.CSPMiddleware"],
        "CONTENT_SECURITY_POLICY": {
            "DIRECTIVES": {"default-src": ["'self'"], "img-src": ["data:"], **(arahan or {})}
        },
    }
    return SimpleNamespace(**{**baik, **lain})


def test_setelan_ketat():
    assert aturan.setelan_longgar(settings) == []


@pytest.mark.parametrize(
    ("lain", "keluhan"),
    [
        ({"USE_THOUSAND_SEPARATOR": True}, "USE_THOUSAND_SEPARATOR mencetak tahun 2.026"),
        (
            {"DATABASES": {"default": {"ATOMIC_REQUESTS": True}}},
            "ATOMIC_REQUESTS pada default: transaksi milik services",
        ),
        ({"MIDDLEWARE": []}, "CSP tidak berlaku"),
        ({"CONTENT_SECURITY_POLICY": {}}, "CSP tidak berlaku"),
    ],
)
def test_setelan_longgar_tertangkap(lain, keluhan):
    assert aturan.setelan_longgar(setelan()) == []
    assert aturan.setelan_longgar(setelan(**lain)) == [keluhan]


@pytest.mark.parametrize(
    ("arahan", "sumber"),
    [
        ("script-src", "'unsafe-inline'"),
        ("script-src", "'unsafe-eval'"),
        ("script-src", "data:"),
        ("font-src", "https://cdn.id"),
        ("img-src", "https:"),
        ("img-src", "*"),
        ("style-src", "cdn.id"),
    ],
)
def test_csp_longgar_tertangkap(arahan, sumber):
    assert aturan.setelan_longgar(setelan({arahan: ["'self'", sumber]})) == [
        f"CSP {arahan}: {sumber}"
    ]


def test_csp_yang_berlubang_tertangkap():
    kebijakan = {**setelan().CONTENT_SECURITY_POLICY, "EXCLUDE_URL_PREFIXES": ["/a"]}
    longgar = aturan.setelan_longgar(setelan(CONTENT_SECURITY_POLICY=kebijakan))
    assert longgar == ["CSP melewatkan sebagian alamat"]


def test_hanya_yang_disepakati_didiamkan():
    assert settings.SILENCED_SYSTEM_CHECKS == aturan.DIDIAMKAN


def test_pemasangan_tanpa_keluhan(tmp_path):
    assert aturan.keluhan_pemasangan(AKAR, aturan.lingkungan_produksi(tmp_path)) == []


def test_pemasangan_yang_longgar_tertangkap(tmp_path):
    lingkungan = aturan.lingkungan_produksi(tmp_path, SAKIP_HTTPS="tidak")
    keluhan = "\n".join(aturan.keluhan_pemasangan(AKAR, lingkungan))
    assert "security.W012" in keluhan
