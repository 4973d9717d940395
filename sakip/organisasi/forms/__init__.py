"""Forms of the organisation; a file each for what they write."""
