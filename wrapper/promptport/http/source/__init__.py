"""A room's client as a source of prompts."""
