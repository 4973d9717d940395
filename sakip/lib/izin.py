"""The answer to "may this user do X": yes, or no with the reason that the page shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Boleh:
    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True)
class Tolak:
    alasan: str

    def __bool__(self) -> bool:
        return False


Izin = Boleh | Tolak
