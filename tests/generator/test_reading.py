"""Proves that a document is read as OpenAPI says it, and that what JSON can't express is refused with its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from generator.places import Place, Refusals
from generator.reading import read
from generator.source import Source

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(("text", "value"), [
    ("a: 2026-01-01", {"a": "2026-01-01"}),
    ("a: 2026-13-45", {"a": "2026-13-45"}),
    ("200: a", {"200": "a"}),
    ("yes: on", {"yes": "on"}),
    ("true: [true, False, null, ~, ]", {"true": [True, False, None, None]}),
    ("a: [010, 0o10, 0x1F, 1:30, 1_000]", {"a": [10, 8, 31, "1:30", "1_000"]}),
    ("a: [1.5, 1e3, .5, -2, +3]", {"a": [1.5, 1000.0, 0.5, -2, 3]}),
    ("a: !!str 5", {"a": "5"}),
    ("a: &a {b: 1, c: 2}\nd: {<<: *a, c: 3}", {"a": {"b": 1, "c": 2}, "d": {"b": 1, "c": 3}}),
    ("a: &a {b: 1}\nc: &c {b: 2, d: 3}\ne: {<<: [*a, *c]}", {"a": {"b": 1}, "c": {"b": 2, "d": 3}, "e": {"b": 1, "d": 3}}),
])  # fmt: skip
def test_values(tmp_path: Path, text: str, value: Any) -> None:
    """As the core schema of YAML 1.2 has them, whose keys are texts."""
    (tmp_path / "a.yaml").write_text(text)
    refusals = Refusals()
    assert read(tmp_path / "a.yaml", refusals)[0] == value
    assert not refusals


def test_halves_of_characters_in_json(tmp_path: Path) -> None:
    """JSON writes a character in two halves, of which YAML knows nothing."""
    (tmp_path / "a.json").write_text(r'{"a": "\ud83d\ude00", "b": "\\ud83d\\ude00"}')
    refusals = Refusals()
    assert read(tmp_path / "a.json", refusals)[0] == {"a": "\U0001f600", "b": r"\ud83d\ude00"}


@pytest.mark.parametrize(("text", "what", "line"), [
    ("a:\n  b: .nan", "is no JSON value", 2),
    ("a: .inf", "is no JSON value", 1),
    ("a: !!binary aGk=", "is no JSON value", 1),
    ("a: !!set {b}", "is no JSON value", 1),
    ("a: 1\n? [b]\n: c", "a key is no text: write one in quotes", 2),
    ('a: "\\ud800"', "half of a character: write the whole one", 1),
    ("a: 1\nb: &b\n  c: *b", "nested deeper than 80 levels, or in itself", 2),
    ("a: " + "[" * 100 + "]" * 100, "nested deeper than 80 levels, or in itself", 1),
    ("a: " + "[" * 5000 + "]" * 5000, "this is no YAML: exceeded maximum nesting depth", 1),
    ("a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(f"{chr(i + 1)}: &{chr(i + 1)} [{', '.join([f'*{chr(i)}'] * 10)}]\n"
     for i in range(97, 105)), "this is too much", 0),
    ("a: 1\na: 2", "'a' stands in line 1 already: write it once", 2),
    ("a: !!python/object/apply:os.system [touch ran]", "is no JSON value", 1),
    ("a: 1\n\tb", "this is no YAML", 2),
    ("a: 1" + "0" * 5000, "can't be read|no YAML|no JSON", 1),
    ("- a", "this is no OpenAPI document", 1),
    ("", "this is no OpenAPI document", 0),
])  # fmt: skip
def test_what_is_no_document(tmp_path: Path, text: str, what: str, line: int) -> None:
    """What JSON can't express has no literal in Python; nor has what never ends."""
    path = tmp_path / "one.yaml"
    path.write_text(text)
    told = Source(path).messages()
    assert any(re.fullmatch(f"one.yaml: [^:]*, line {line or '.*'}: .*({what}).*", each) for each in told), told


@pytest.mark.parametrize(("place", "line"), [
    (("paths", "/a", "get", "operationId"), 7),
    (("paths", "/a", "get", "nothing"), 6),  # the innermost that there is
    (("paths", "/a", "get", "parameters", "header b", "schema"), 10),
    (("paths", "/a", "get", "parameters", "query a", "schema"), 14),  # behind a reference
    (("paths", "/a", "get", "parameters", "path c"), 5),  # which the path has
    (("paths", "/a", "get", "parameters", "path d"), 4),
    (("components", "parameters", "Loop", "schema"), 15),
])  # fmt: skip
def test_places(tmp_path: Path, place: Place, line: int) -> None:
    """The line of a place: references are followed, parameters are found by their names."""
    (tmp_path / "a.yaml").write_text("""\
openapi: 3.1.0
paths:
  /a:
    parameters:
    - {name: c, in: path}
    get:
      operationId: a
      parameters:
      - $ref: '#/components/parameters/A'
      - {in: header, name: b, schema: {type: string}}
components:
  parameters:
    A: {name: a, in: query,
        schema: {type: string}}
    Loop: {$ref: '#/components/parameters/Loop'}
""")
    assert read(tmp_path / "a.yaml", Refusals())[1].find(place).line == line
