"""Loading the example data of a real document into the database."""
