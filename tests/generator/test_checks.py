"""Proves that names which would collide, or be called otherwise in Python, are refused; `test_hostile` has the hostile ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from generator.places import Refusal

from .hostile import import_all, made, probe

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def _listed(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["paths"]["/v1/things"]["get"]
    return found


def _got(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["paths"]["/v1/things/{thing_id}"]["get"]
    return found


def _schemas(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"]
    return found


CASES: dict[str, tuple[Any, str]] = {
    "one id twice": (lambda d: _listed(d).update(operationId="things_get"), "another operation is called things_get"),
    "a walk of the same name": (
        lambda d: _listed(d).update(operationId="things_x") or _got(d).update(operationId="things_iter_x"),
        "has two methods iter_x"),
    "a tag that decorates": (
        lambda d: _listed(d).update(operationId="cached_property_list", tags=["cached_property"]),
        "generated code has taken the name cached_property"),
    "a tag whose class another is": (
        lambda d: _listed(d).update(operationId="stream_list", tags=["stream"]), "generated code has taken the name Stream"),
    "an id that its module calls": (
        lambda d: _listed(d).update(operationId="walk", tags=["client"]), "generated code has taken the name walk"),
    "a builtin as an id": (
        lambda d: d["paths"]["/v1/health"]["get"].update(operationId="print", tags=["client"]),
        "no module can be called print: write another id"),
    "two fields of one name": (
        lambda d: _schemas(d)["Thing"]["properties"].update(target_model={}), "give target_model an x-python-name"),
    "a shared method of one name": (
        lambda d: _listed(d).update({"x-also": {"login": "token"}}), "the resource login has two methods token"),
    "a method of its own and a walk of one name": (
        lambda d: _got(d).update(operationId="things_iter"), "the resource things has two methods iter"),
    "a default of another type": (
        lambda d: _listed(d)["parameters"][1]["schema"].update(default="20"), "the default '20' does not fit"),
    "a default that is no number": (
        lambda d: _listed(d)["parameters"][1]["schema"].update(default=True), "the default True does not fit"),
    "a path without its parameter": (
        lambda d: d["paths"].update({"/v1/{x}": d["paths"].pop("/v1/things")}), "the path has {x}, which is no parameter"),
    "a status": (lambda d: _listed(d)["responses"].update({"2x": {"description": ""}}), "'2x' is no status of an answer"),
    "a schema of itself": (
        lambda d: _schemas(d)["Thing"]["properties"].update(a={"$ref": "#/components/schemas/Loop"})
        or _schemas(d).update(Loop={"$ref": "#/components/schemas/Loop"}), "Loop is made of itself alone"),
    "a file": (lambda d: _schemas(d)["Thing"]["properties"].update(a={"$ref": "other.yaml#/Thing"}), "leads out of the document"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_refused(case: str, tmp_path: Path) -> None:
    """With document, operation or schema, line, and what to write."""
    change, message = CASES[case]
    document = probe()
    change(document)
    with pytest.raises(Refusal, match=rf"(?m)^hostile\.yaml: (operation|schema|document).*, line \d+: .*({message})"):
        made(document, tmp_path / "hostile")


@pytest.mark.parametrize("name", ["field", "property", "list", "dict", "str", "models", "items", "self"])
def test_names_that_generated_code_uses(name: str, tmp_path: Path) -> None:
    """As fields, beside dates and lists, and as arguments they do no harm."""
    document = probe()
    _schemas(document)["Done"]["properties"] |= {
        name: {"type": "string"}, "zDate": {"type": "string", "format": "date-time"},
        "zList": {"type": "array", "items": {}, "x-absent": []},
    }  # fmt: skip
    _listed(document)["parameters"].append({"name": name, "in": "query", "schema": {"type": "string"}})
    import_all([made(document, tmp_path / "hostile")])


@pytest.mark.parametrize(("change", "message"), [
    ({"x-answers": "lists", "x-itself": None}, "x-answers, line 1: 'lists' is no x-answers: write dicts"),
    ({"x-answers": "dicts"}, "x-itself, line 1: x-itself means nothing where answers are dicts"),
    ({"x-answers": "dicts", "x-itself": None}, "GET /v1/things, line 1: x-page goes through pages that are objects"),
])  # fmt: skip
def test_what_means_nothing_where_answers_are_dicts(change: dict[str, Any], message: str, tmp_path: Path) -> None:
    """It is told, and what to write."""
    document = {name: each for name, each in (probe() | change).items() if each is not None}
    with pytest.raises(Refusal, match=message):
        made(document, tmp_path / "hostile")
