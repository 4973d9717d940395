"""Whether the figures of a unit and year agree with each other: rules, each a function."""
