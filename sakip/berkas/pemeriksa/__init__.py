"""One module for each family of files: is it whole, is it only that, can it do harm."""
