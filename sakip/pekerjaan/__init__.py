"""Long work as jobs: queued in the database, carried out by workers, ended whatever is killed."""
