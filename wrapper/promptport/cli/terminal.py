"""Texts of others on a person's terminal."""

from __future__ import annotations


def shown(text: object) -> str:
    """What somebody else says, such as a platform or a file, without what would steer the terminal."""
    return "".join(each if each.isprintable() else "?" for each in str(text))
