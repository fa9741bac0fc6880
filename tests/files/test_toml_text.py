"""Proves that values are written as TOML that reads as they are, in the order that they have."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from promptport.files.toml_text import NoToml, key, table, toml, toml_text


@pytest.mark.parametrize("value", ['a"b\\\x7f\r\té', True, 10**30, 1.5, -0.0, 1e-7, ["a", [1]], {}, {"x y": {"": 1}}])
def test_values(value: Any) -> None:
    assert repr(tomllib.loads(f"a = {toml(value)}")["a"]) == repr(value)


@pytest.mark.parametrize("value", [None, [None], {"a": float("inf")}, "\ud800", object()])
def test_what_toml_has_no_word_for(value: Any) -> None:
    with pytest.raises(NoToml):
        toml(value)


@pytest.mark.parametrize(
    "text", ["a", "a\nb", "\n", 'a "b"\n"c', 'a\n"""b', 'a\n"', "a\\\nb\\n", "a\n+++\nb", 'a\\"\n\\\\"b', "a\r\n\tb "]
)
def test_texts_of_several_lines(text: str) -> None:
    """None of the lines can be taken for the end of front matter."""
    written = toml_text(text)
    assert tomllib.loads(f"a = {written}")["a"] == text
    assert all(line.strip() != "+++" for line in written.split("\n"))


def test_keys() -> None:
    assert [key(each) for each in ("a-1", "a b", "", "é")] == ["a-1", '"a b"', '""', '"é"']


def test_tables_keep_the_order_of_their_keys() -> None:
    """A table gets a heading of its own where nothing but such tables follows."""
    first = {"a": 1, "b": {"c": {"d": 1}}, "e": {"f": []}}
    assert list(table("config", first)) == [
        "[config]", "a = 1", "", "[config.b.c]", "d = 1", "", "[config.e]", "f = []"
    ]  # fmt: skip
    second = {"b": {"c": 1}, "a": 1, "e": {}}
    assert list(table("config", second)) == ["[config]", "b = { c = 1 }", "a = 1", "e = {}"]
    for each in (first, second):
        assert repr(tomllib.loads("\n".join(table("config", each)))) == repr({"config": each})
