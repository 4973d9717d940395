"""The pages of the plan, as everybody of the unit reads them."""
