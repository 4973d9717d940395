"""On top of the order: home, and what reads all rooms at once."""
