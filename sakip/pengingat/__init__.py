"""Reminders: of what is due, whom, on which day, and that nobody gets one twice."""
