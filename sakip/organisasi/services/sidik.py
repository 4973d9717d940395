"""The account that attempts to sign in are counted for, as a hash."""

import hashlib


def sidik_nama(nama: str) -> str:
    """In the clear, the counter would hold the passwords that people type in the wrong field."""
    return hashlib.sha256(nama.strip().casefold().encode()).hexdigest()
