"""Writing a letter of reminders, and sending it once."""
