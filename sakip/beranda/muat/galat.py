"""What may be wrong with an example."""


class ContohSalah(ValueError):
    """The file is missing or malformed, or contradicts what is set for good.

    The message is one line for people and says where.
    """
