"""The tables and charts of an LKjIP."""
