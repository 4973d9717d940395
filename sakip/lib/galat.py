"""Errors that mean the same in every room."""


class TidakAda(LookupError):
    """What was asked for does not exist, or not for this person; the message is for people."""


class IsianSalah(ValueError):
    """What was typed cannot be taken as it is.

    `pesan` tells in Indonesian what is wrong and what to do; `usul` holds the spellings that may
    have been meant, each of which the reader that refused would accept.
    """

    def __init__(self, pesan: str, usul: tuple[str, ...] = ()) -> None:
        super().__init__(pesan, usul)
        self.pesan = pesan
        self.usul = usul

    def __str__(self) -> str:
        return self.pesan
