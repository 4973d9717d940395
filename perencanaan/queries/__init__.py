"""What the later rooms may read of the plan; a file each for what they ask about."""
