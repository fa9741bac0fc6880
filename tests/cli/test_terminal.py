"""Proves that what others say does not steer a terminal."""

from __future__ import annotations

import pytest

from promptport.cli.terminal import shown


@pytest.mark.parametrize(
    ("text", "safe"), [("Zoë's", "Zoë's"), ("a\x1b[2Jb\n\u202e", "a?[2Jb??"), (3, "3"), (None, "None")]
)
def test_shown(text: object, safe: str) -> None:
    """Whatever is no character of a line is a question mark."""
    assert shown(text) == safe
