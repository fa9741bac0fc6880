"""The local platform under the name that tests use."""

from ..local import Server as Platform

__all__ = ["Platform"]
