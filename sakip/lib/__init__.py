"""Plain Python that every app may use; imports no Django."""
