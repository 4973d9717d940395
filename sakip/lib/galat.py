"""Errors that mean the same in every room."""


class TidakAda(LookupError):
    """What was asked for does not exist, or not for this person; the message is for people."""
