"""The pages of what is measured, as everybody of the unit reads them."""
