"""Who and where: pemda with its rules, units, people and their roles."""
