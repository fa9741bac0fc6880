"""Proves that what is told can be sent, whatever a platform or a caller says."""

from __future__ import annotations

import pytest

from promptport.telemetry.texts import sendable


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a", "a"), ("ü€😀", "ü€😀"), ("a\ud800b", "a?b"), ("\udfff", "?"), ("", ""), ("x" * 2000, "x" * 1000)],
)
def test_a_text(text: str, expected: str) -> None:
    assert sendable(text) == expected


def test_a_long_one() -> None:
    assert sendable("é" * 9000, 8192) == "é" * 8192
