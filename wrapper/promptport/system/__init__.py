"""What this machine keeps for a person: their folders, files that are theirs alone, and locks that all processes see."""
