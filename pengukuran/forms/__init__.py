"""Forms of what is measured; a file each for what they write."""
