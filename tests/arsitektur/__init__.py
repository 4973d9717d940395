"""The rules of the house as tests: each is held against the real tree and against a bad one."""
