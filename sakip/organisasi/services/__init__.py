"""What changes the organisation: permission, rule, write and trail in one transaction."""
