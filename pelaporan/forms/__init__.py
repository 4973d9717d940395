"""Forms of a report: its settings, and its issue."""
