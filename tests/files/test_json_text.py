"""Proves that JSON in prompt files is read as it is, or told where it is none."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.files.json_text import NoJson, read_json, too_deep, write_json


@pytest.mark.parametrize(
    ("text", "why", "at"),
    [
        ('{"a": }', "expecting value", 6),
        ('{"a": 1} x', "extra data", 9),
        ('{"a": 1, "a": 2}', "the key 'a' stands there twice", 0),
        ("[NaN]", "JSON has no NaN", 0),
        ("[1e999]", "1e999 is too large a number", 0),
        ("1" * 5000, "a number has too many digits", 0),
        ("[" * 250 + "]" * 250, "it is nested more than 200 deep", 0),
        ("[" * 100_000, "it is nested too deeply", 0),
    ],
)
def test_what_is_no_json(text: str, why: str, at: int) -> None:
    with pytest.raises(NoJson) as caught:
        read_json(text)
    assert (str(caught.value), caught.value.at) == (why, at)


@pytest.mark.parametrize("value", [None, "\ud800\x7fé\n", {"a": [1, 1.5, True, {}]}, "{{a}}"])
def test_what_is_written_is_read(value: Any) -> None:
    """In one line, of characters that every file can have."""
    text = write_json(value)
    assert read_json(text) == value
    assert "\n" not in text
    assert text.encode().isascii() or "é" in text


def test_depth() -> None:
    assert not too_deep([[1]], 2)
    assert too_deep([[{"a": []}]], 2)
