"""What `[tool.promptport]` of a `pyproject.toml` says, and how far it is believed: whoever writes a folder writes that file."""
