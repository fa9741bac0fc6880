"""Forked children, the background thread, and single flights."""
