"""The pages of the LKjIP."""
