"""How the local Promptic refuses."""

from __future__ import annotations


class Refusal(Exception):
    """Promptic says no.

    Attributes:
        status: The HTTP status that it says it with.
        error: What stands under `error`.
    """

    def __init__(self, status: int, error: str) -> None:
        super().__init__(status, error)
        self.status = status
        self.error = error


def not_found() -> Refusal:
    """What is answered where there is no such thing, or the id can't be one."""
    return Refusal(404, "Not found")
