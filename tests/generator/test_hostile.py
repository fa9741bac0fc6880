"""Proves that hostile texts stay texts, wherever a contract can have one: in docstrings, literals, comments, and in no name."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import generate
import pytest
from generator.places import Refusal

from .hostile import RAN, SHELL, WHOLE, import_all, made, probe

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def bare(text: str) -> str:
    """A text without its blanks."""
    return "".join(text.split())


def fields(document: dict[str, Any], schema: str) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"][schema]["properties"]
    return found


def docstrings(folder: Path) -> str:
    """All that the docstrings and comments of a package say, without blanks."""
    found = []
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                found += [bare(ast.get_docstring(node, clean=False) or "")]
    return "\0\0".join(found)


def literals(folder: Path) -> list[Any]:
    """All values that stand in a package as literals."""
    found: list[Any] = []
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found += [node.value] if isinstance(node, ast.Constant) else []
    return found


def test_texts_stay_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text in every place at once: the package imports, runs nothing, and its docstrings hold the texts, all of them."""
    monkeypatch.chdir(tmp_path)
    document = probe()
    for number, each in enumerate(WHOLE):
        about, example = {"description": f"T{number}d {each}", "x-foreign": each}, {"example": each, "examples": [each]}
        told = about | example | {"title": each}
        document["components"]["securitySchemes"][each[:1000]] = {
            "type": "http",
            "scheme": "bearer",
            "description": each,
        }
        document["paths"][f"/hostile/{number}"] = {
            "get": {
                "operationId": f"things_hostile_{number}", "tags": ["things"], **about, "summary": f"T{number}s {each}",
                "security": [{each[:1000]: [each]}], "externalDocs": {"url": each, "description": each},
                "parameters": [
                    {"name": "text", "in": "query", **about, **example,
                     "schema": {"type": "string", "default": each, "enum": [each]}},
                    {"name": each, "in": "query", "x-python-name": "odd", "schema": {"pattern": each}},
                    {"name": "plain", "in": "query", **about,
                     "schema": {"type": "array", "items": {}, "default": [each], **told}}],
                "responses": {"200": {"description": each, "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Thing"}, "example": each}}}},
            }
        }  # fmt: skip
        fields(document, "Thing")[f"a{number}"] = {
            "type": "string",
            **told,
            "x-absent": each,
            "enum": [each],
            "x-aliases": [each],
        }
        key = each[:1000] or "empty"  # a longer one is no key in YAML
        fields(document, "Thing")[key] = {"x-python-name": f"b{number}", "const": each, "x-secret": True}
        fields(document, "ThingInput")[f"a{number}"] = {"type": "string", **told, "default": each}
        fields(document, "SettingsInput")[key] = {"type": "string", **told}
    for number, each in enumerate(WHOLE):
        document["components"]["schemas"][f"Told{number}"] = {"type": "object", "description": f"T{number}c {each}",
                                                              "properties": {"a": {"type": "string"}}}  # fmt: skip
        fields(document, "Thing")[f"c{number}"] = {"$ref": f"#/components/schemas/Told{number}"}
    document["info"] |= {"title": "T " + "\n".join(WHOLE), "description": "\n".join(WHOLE)}
    document["tags"][0]["description"] = "T " + "\n".join(WHOLE)
    document["paths"]["/v1/things/{thing_id}/watch"]["get"]["x-stream"] = {
        "events": {each[:1000]: "#/components/schemas/Grown" for each in WHOLE}, "ends": WHOLE,
    }  # fmt: skip

    package = made(document, tmp_path / "hostile")
    import_all([package])

    said = docstrings(package)
    missing = [
        (place, each)
        for number, each in enumerate(WHOLE)
        for place in "dsc"
        if bare(f"T{number}{place} {each}") not in said
    ]
    assert missing == []
    assert said.count(bare("T " + "".join(WHOLE))) >= 3
    written = literals(package)
    assert [each for each in WHOLE if each not in written] == []
    assert not list(tmp_path.rglob(RAN))


@pytest.mark.parametrize("name", [SHELL, "page-number", "page[number]", "class", "a'b", 'a"b', "number", "from"])
def test_page_parameters(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The method that walks calls the argument by its name in Python, and sends it by the other."""
    monkeypatch.chdir(tmp_path)
    document = probe()
    document["paths"]["/v1/things"]["get"]["parameters"][0] |= {"name": name, "x-python-name": "start"}
    package = made(document, tmp_path / "hostile")
    import_all([package])

    assert (package / "api" / "things" / "__init__.py").read_text().count("start=number") == 2
    assert name in literals(package)
    assert not list(tmp_path.rglob(RAN))


def _in_operation(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["paths"]["/v1/things"]["get"]
    return found


REFUSED: dict[str, Any] = {
    "x-python-name of a parameter": lambda d, text: _in_operation(d)["parameters"][2].update({"x-python-name": text}),
    "x-python-name of a field": lambda d, text: fields(d, "Thing")["name"].update({"x-python-name": text}),
    "x-python-type of a parameter": lambda d, text: _in_operation(d)["parameters"][2].update({"x-python-type": text}),
    "x-python-type of a field": lambda d, text: fields(d, "Thing")["name"].update({"x-python-type": text}),
    "x-python-type of a key": lambda d, text: fields(d, "ThingInput")["name"].update({"x-python-type": text}),
    "x-also": lambda d, text: _in_operation(d).update({"x-also": {"login": text}}),
    "x-also of another tag": lambda d, text: _in_operation(d).update({"x-also": {text: "go"}}),
    "x-repeatable": lambda d, text: _in_operation(d).update({"x-repeatable": text}),
    "x-items": lambda d, text: d["components"]["schemas"]["ThingPage"].update({"x-items": text}),
    "x-pages": lambda d, text: d["components"]["schemas"]["ThingPage"].update({"x-pages": [text]}),
    "x-unwrap": lambda d, text: _in_operation(d).update({"x-unwrap": text}),
    "x-stream": lambda d, text: d["paths"]["/v1/things/{thing_id}/watch"]["get"].update(
        {"x-stream": {"events": {"a": text}}}
    ),
    "ends": lambda d, text: d["paths"]["/v1/things/{thing_id}/watch"]["get"]["x-stream"].update(ends=text),
    "x-aliases": lambda d, text: fields(d, "Thing")["name"].update({"x-aliases": text}),
    "x-positional": lambda d, text: _in_operation(d).update({"x-positional": text}),
    "schema": lambda d, text: d["components"]["schemas"].update({text: {"type": "object", "properties": {}}}),
    "$ref": lambda d, text: fields(d, "Thing").update(name={"$ref": text}),
    "$ref of a response": lambda d, text: _in_operation(d)["responses"].update({"200": {"$ref": text}}),
    "type": lambda d, text: fields(d, "Thing")["name"].update(type=text),
    "in": lambda d, text: _in_operation(d)["parameters"][2].update({"in": text}),
    "server": lambda d, text: _in_operation(d).update(servers=[{"url": text}]),
    "path": lambda d, text: d["paths"].update({text: d["paths"].pop("/v1/things")}),
    "media type of an answer": lambda d, text: _in_operation(d)["responses"]["200"].update(
        content={text: {"schema": {}}}
    ),
    "header": lambda d, text: _in_operation(d)["parameters"][4].update(name=text),
    "default": lambda d, text: _in_operation(d)["parameters"][1]["schema"].update(default=text),
    "description": lambda d, text: _in_operation(d).update(description=[text]),
    "description of a field": lambda d, text: fields(d, "Thing")["id"].update(description={text: text}),
}


@pytest.mark.parametrize("place", REFUSED)
@pytest.mark.parametrize("text", ['"); ' + SHELL, "../../ran"], ids=ascii)
def test_what_is_no_name_is_refused(place: str, text: str, tmp_path: Path) -> None:
    """With document, operation or schema, line, and what to write; nothing is left behind."""
    document = probe()
    REFUSED[place](document, text)
    with pytest.raises(
        Refusal, match=r"(?m)^hostile\.yaml: (operation [A-Z]+ |path |schema )[^\n]*, line \d+: [^\n]+$"
    ):
        made(document, tmp_path / "hostile")
    assert [each.name for each in (tmp_path / "hostile").iterdir()] == ["hostile.yaml"]


@pytest.mark.parametrize("text", ["\ud800", "x\udcffy"], ids=ascii)
def test_halves_of_characters(text: str, tmp_path: Path) -> None:
    """They are no text, in Python as in UTF-8."""
    document = probe()
    document["info"]["title"] = text
    with pytest.raises(Refusal, match=r"hostile\.yaml: document, line 1: .* half of a character: write the whole one"):
        made(document, tmp_path / "hostile")


@pytest.mark.parametrize("name", ["a b.yaml", "coding=utf-7.yaml", "../ran.yaml", "class.yaml", "A.yaml"])
def test_names_of_documents(name: str, tmp_path: Path) -> None:
    """A package is called as its document is."""
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / name
    path.write_text("{}")
    with pytest.raises(Refusal, match=r"no name in Python|has taken the name|no version of OpenAPI"):
        generate.generate(path, tmp_path / "made")
