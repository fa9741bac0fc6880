"""Proves that a refusal says where: document, operation or schema, line."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import Place, Refusal, at

pytestmark = pytest.mark.one_python("what is generated is the same on all")

DOCUMENT = """\
openapi: 3.1.0
paths:
  /things/{id}:
    get:
      operationId: read
      parameters:
        - {name: id, in: path}
        - {name: page, in: query}
components:
  schemas:
    Thing: {type: object}
    "1": {}
"""


@pytest.mark.parametrize(("place", "told"), [
    ((), "a.yaml: document, line 1: no"),
    (("paths", "/things/{id}", "get"), "a.yaml: operation GET /things/{id}, line 4: no"),
    (("paths", "/things/{id}", "get", "parameters", 1), "a.yaml: operation GET /things/{id}, line 8: no"),
    (("paths", "/things/{id}", "get", "parameters", 9, "name"), "a.yaml: operation GET /things/{id}, line 6: no"),
    (("components", "schemas", "Thing", "type"), "a.yaml: schema Thing, line 11: no"),
    (("components", "schemas", "1"), "a.yaml: schema 1, line 12: no"),
    (("info", "title"), "a.yaml: info/title, line 1: no"),
    (("components", "schemas", "a\nb"), "a.yaml: schema 'a\\nb', line 10: no"),
])  # fmt: skip
def test_places(tmp_path: Path, place: Place, told: str) -> None:
    """The line is that of the innermost part that the document has."""
    source = tmp_path / "a.yaml"
    source.write_text(DOCUMENT)
    assert Refusal("no", place).told(source) == told


def test_a_document_that_cannot_be_read(tmp_path: Path) -> None:
    """Then who refused it knows the line, or nobody."""
    source = tmp_path / "a.yaml"
    source.write_text("a: [")
    assert Refusal("no", line=3).told(source) == "a.yaml: document, line 3: no"
    assert Refusal("no").told(source) == "a.yaml: document: no"


def test_places_within_places() -> None:
    """Whatever is refused inside, by whomever, stands at the place."""
    with pytest.raises(Refusal, match="no") as refused, at("paths", "/a"), at("get"):
        raise ValueError("no")
    assert refused.value.place == ("paths", "/a", "get")


def test_a_refusal_is_one_printable_line(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(DOCUMENT)
    assert Refusal("a\n\x1b[2J\u202e").told(source).isprintable()
