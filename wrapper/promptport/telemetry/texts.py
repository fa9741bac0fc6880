"""Texts as every exporter can send them: one that can't would take all spans of its batch with it."""

from __future__ import annotations

NAME, LONGEST = 1000, 8192  # characters


def sendable(text: str, most: int = NAME) -> str:
    """A text that UTF-8 has a form for, cut where it is long.

    Args:
        text: The text. Halves of a character, as JSON may have them, become question marks.
        most: Characters at the most.
    """
    text = text[:most]
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
