"""The LKjIP as blocks: outline, tables, sentences."""
