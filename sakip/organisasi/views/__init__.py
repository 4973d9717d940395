"""Pages of the organisation; a file each for what they show."""
