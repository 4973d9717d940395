"""Documents as blocks: what a document is made of, and how each form is written."""
