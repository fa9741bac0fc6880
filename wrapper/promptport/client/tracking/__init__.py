"""What a client offers to report what happened, and how good it was."""
