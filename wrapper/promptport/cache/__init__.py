"""What was fetched, kept for the next who ask."""
