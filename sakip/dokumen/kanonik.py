"""One spelling of a piece of data, so that its hash is the same wherever it was kept."""

import hashlib
import json
import re
from typing import Any

# PostgreSQL keeps neither in JSON
TAK_TERSIMPAN = re.compile("[\\0\\ud800-\\udfff]")


class BukanJson(TypeError):
    """Something that has no single spelling as JSON, with its place."""


def kanonik(data: Any) -> str:
    """JSON with sorted keys and no spaces. Raises BukanJson.

    Figures come as text: a float has no exact value, and a Decimal more than one spelling.
    """
    _periksa(data, "data")
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def sidik_kanonik(data: Any) -> str:
    return hashlib.sha256(kanonik(data).encode()).hexdigest()


def _periksa(data: Any, tempat: str) -> None:
    if isinstance(data, str):
        _periksa_teks(data, tempat)
    elif isinstance(data, dict):
        for kunci, isi in data.items():
            if not isinstance(kunci, str):
                raise BukanJson(f"{tempat}: key {kunci!r} is no text")
            _periksa_teks(kunci, tempat)
            _periksa(isi, f"{tempat}.{kunci}")
    elif isinstance(data, list | tuple):
        for ke, isi in enumerate(data):
            _periksa(isi, f"{tempat}[{ke}]")
    elif data is not None and not isinstance(data, bool | int):
        raise BukanJson(f"{tempat}: {type(data).__name__} must be written as text")


def _periksa_teks(teks: str, tempat: str) -> None:
    if TAK_TERSIMPAN.search(teks):
        raise BukanJson(f"{tempat}: text with a NUL or half a character")
