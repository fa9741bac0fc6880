"""The version of promptport."""

__version__ = "0.1.0"
