"""The acts of evaluation: right, state, write and trail as one."""
