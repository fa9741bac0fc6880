"""Artifacts: what is stored beside traces, and how it is brought there."""
