"""Home, and the page of the design language."""
