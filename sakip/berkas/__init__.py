"""Files: checked when they come in, stored once, proven when they go out."""
