"""On which days whom to remind."""
