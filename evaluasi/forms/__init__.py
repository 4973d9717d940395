"""Forms of evaluation; a file each for what they write."""
