"""What a client writes to its platform: versions, labels, and what is deleted."""
