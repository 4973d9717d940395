"""What changes a job: `antre` for people, `giliran` for workers."""
