"""Tokens that credentials are exchanged for."""
