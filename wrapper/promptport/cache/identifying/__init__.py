"""Whose copies they are, where only a function knows the key."""
