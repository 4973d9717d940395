"""A page of a stored file as a picture, so that it can be read beside what it proves."""
