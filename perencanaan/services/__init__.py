"""What changes the plan: permission, state, write and trail in one transaction."""
