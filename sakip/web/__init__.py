"""Django helpers without models of their own."""
