"""The trail: who did what to which object, when, from where and why. Append-only."""
