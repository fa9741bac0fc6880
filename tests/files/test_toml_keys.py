"""Proves that the keys of a TOML text are found where they stand, as the standard library's reader has them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from promptport.files.toml_keys import PARTS, TomlKeys

TEXT = '''\
title = "a # [no] = comment" # x = 1
"quoted key" = 'it''s' # another
'lit.eral' = 1
dotted . "na me".c = { in = [1, { deep = "}" }], "other" = """
x = 1
[no]
""" }
text = """a \\""" b = 2
""""
lines = [ # [no]
  1.5, 2,
  "a = 1",
]
moment = 2026-01-15T09:30:00Z

[table]
a.b = 1
  indented = true
[ table . "x.y" ]
"esc\\u0061ped" = \'\'\'
[no]
\'\'\'
[[many]]
k = 1
[[many]]
k = 2
l = 3
'''.replace("'it''s'", "'its'")


def paths(value: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The keys of a table, with those of tables in it."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield (*before, name)
            yield from paths(each, (*before, name))
    elif isinstance(value, list):
        for each in value:
            yield from paths(each, before)


def test_every_key_has_its_place() -> None:
    """And at that place the key is written."""
    keys, lines = TomlKeys(TEXT), TEXT.split("\n")

    for path in paths(tomllib.loads(TEXT)):
        place = keys.place(path)
        assert place is not None, path
        rest = lines[place[0] - 1][place[1] - 1 :]
        assert rest.lstrip("\"'").startswith("esc" if path[-1] == "escaped" else path[-1]), path
    assert keys.place(("no",)) is None
    assert keys.parts == 3


@pytest.mark.parametrize(
    "text", ['a = "', "[", "]", "}", "= 1", 'a = """', "a = '''x", "a = [}", "{", "a.b", '"\\x" = 1', "\\"]
)
def test_what_is_no_toml_ends(text: str) -> None:
    """The standard library's reader tells what is wrong."""
    assert TomlKeys(text).place(("nothing",)) is None


@pytest.mark.parametrize("text", [".".join("a" * 1_000) + " = 1", "[" + ".".join("a" * 1_000) + "]"])
def test_parts_are_counted(text: str) -> None:
    assert TomlKeys(text).parts == 1_000 > PARTS
