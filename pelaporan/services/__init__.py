"""What is written to a report."""
