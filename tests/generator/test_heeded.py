"""Proves that nothing is dropped in silence: each word that is not called documentation changes what is made, or is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import generate
import pytest
from generator.grammar import DOCUMENTATION, KINDS, METHODS
from generator.places import Refusal
from generator.rendering import write
from ruamel.yaml import YAML

from .test_generate import files

pytestmark = pytest.mark.one_python("what is generated is the same on all")

Json = dict[str, Any]
DOCUMENT: Json = YAML(typ="safe").load(Path(__file__).parent / "heeded.yaml")
ITEM, SERVER = ("paths", "/things"), ("servers", 0)
GET, POST = (*ITEM, "get"), (*ITEM, "post")
PARAMETER = (*GET, "parameters", 0)
BODY = (*POST, "requestBody")
MEDIA = (*BODY, "content", "multipart/form-data")
ENCODING = (*MEDIA, "encoding", "a")
ANSWER = (*GET, "responses", "200")
SCHEMAS = ("components", "schemas")
FIELDS = (*SCHEMAS, "A", "properties")
SCHEME = ("components", "securitySchemes", "key")
REFERENCES = [{"$ref": "#/components/schemas/One"}, {"$ref": "#/components/schemas/Two"}]

# Where each word stands, and another value that it may have; a function changes more than that.
Change = tuple[tuple[str | int, ...], Any] | Callable[[Json], object]
CHANGES: dict[tuple[str, str], Change] = {
    ("document", "openapi"): (("openapi",), "4.0.0"),
    ("document", "info"): (("info",), {"title": "Other", "version": "1"}),
    ("document", "servers"): (("servers",), [{"url": "https://other.example"}]),
    ("document", "paths"): (("paths",), {}),
    ("document", "components"): ((*SCHEMAS, "A", "properties", "more"), {}),
    ("document", "security"): (("security",), []),
    ("document", "tags"): (("tags",), [{"name": "things", "description": "Told."}]),
    ("info", "title"): (("info", "title"), "Other"),
    ("server", "url"): ((*SERVER, "url"), "https://{r}.example.org"),
    ("server", "variables"): ((*SERVER, "variables"), {"r": {"default": "us"}}),
    ("variable", "default"): ((*SERVER, "variables", "r", "default"), "us"),
    ("variable", "enum"): ((*SERVER, "variables", "r", "enum"), ["us"]),
    ("tag", "name"): (("tags", 0), {"name": "things", "description": "Told."}),
    ("tag", "description"): (("tags", 0, "description"), "Told."),
    ("path", "parameters"): ((*ITEM, "parameters"), [{"name": "p", "in": "query", "schema": {}}]),
    ("path", "servers"): ((*ITEM, "servers"), [{"url": "https://other.example"}]),
    **{("path", method): ((*ITEM, method), {"operationId": f"things_{method}_it", "tags": ["things"],
                                            "responses": {"204": {"description": "Done."}}}) for method in METHODS},
    ("operation", "operationId"): ((*GET, "operationId"), "things_other"),
    ("operation", "tags"): ((*GET, "tags"), ["others"]),
    ("operation", "summary"): ((*GET, "summary"), "Told."),
    ("operation", "description"): ((*GET, "description"), "Told."),
    ("operation", "parameters"): ((*GET, "parameters"), []),
    ("operation", "requestBody"): ((*POST, "requestBody"), {"content": {"text/plain": {}}}),
    ("operation", "responses"): ((*GET, "responses"), {"204": {"description": "Done."}}),
    ("operation", "deprecated"): ((*GET, "deprecated"), True),
    ("operation", "security"): ((*GET, "security"), []),
    ("operation", "servers"): ((*GET, "servers"), [{"url": "https://other.example"}]),
    ("parameter", "name"): ((*PARAMETER, "name"), "other"),
    ("parameter", "in"): ((*PARAMETER, "in"), "header"),
    ("parameter", "description"): ((*PARAMETER, "description"), "Told."),
    ("parameter", "required"): ((*PARAMETER, "required"), True),
    ("parameter", "deprecated"): ((*PARAMETER, "deprecated"), True),
    ("parameter", "style"): (PARAMETER, {"name": "q", "in": "query", "style": "pipeDelimited", "schema": {"type": "array"}}),
    ("parameter", "explode"): (PARAMETER, {"name": "q", "in": "query", "explode": False, "schema": {"type": "array"}}),
    ("parameter", "allowReserved"): ((*PARAMETER, "allowReserved"), True),
    ("parameter", "schema"): ((*PARAMETER, "schema"), {"type": "integer"}),
    ("parameter", "content"): (PARAMETER, {"name": "q", "in": "query", "content": {"application/json": {"schema": {}}}}),
    ("body", "content"): ((*BODY, "content"), {"text/plain": {}}),
    ("body", "required"): ((*BODY, "required"), True),
    ("media", "schema"): ((*MEDIA, "schema"), {"$ref": "#/components/schemas/One"}),
    ("media", "encoding"): ((*MEDIA, "encoding"), {"b": {"contentType": "text/html"}}),
    ("encoding", "contentType"): ((*ENCODING, "contentType"), "application/json"),
    ("encoding", "style"): ((*ENCODING, "style"), "pipeDelimited"),
    ("encoding", "explode"): ((*ENCODING, "explode"), False),
    ("encoding", "allowReserved"): ((*ENCODING, "allowReserved"), True),
    ("encoding", "headers"): ((*ENCODING, "headers"), {"X-A": {"schema": {}}}),
    ("response", "content"): ((*ANSWER, "content"), {"text/plain": {}}),
    ("components", "schemas"): ((*SCHEMAS, "A"), {"type": "object", "properties": {}}),
    ("components", "responses"): lambda d: _referred(d, "responses", GET, ("responses", "200"), {"description": "It."}),
    ("components", "parameters"): lambda d: _referred(
        d, "parameters", GET, ("parameters", 0), {"name": "p", "in": "query", "schema": {}}),
    ("components", "requestBodies"): lambda d: _referred(
        d, "requestBodies", POST, ("requestBody",), {"content": {"text/plain": {}}}),
    ("components", "securitySchemes"): ((*SCHEME, "name"), "X-Other"),
    ("scheme", "type"): (SCHEME, {"type": "http", "scheme": "bearer"}),
    ("scheme", "name"): ((*SCHEME, "name"), "X-Other"),
    ("scheme", "in"): ((*SCHEME, "in"), "query"),
    ("scheme", "scheme"): (SCHEME, {"type": "http", "scheme": "basic"}),
    ("schema", "$ref"): ((*FIELDS, "a"), {"$ref": "#/components/schemas/One"}),
    ("schema", "type"): ((*FIELDS, "a", "type"), "integer"),
    ("schema", "properties"): ((*FIELDS, "o", "properties"), {"b": {}}),
    ("schema", "required"): ((*SCHEMAS, "A", "required"), ["a"]),
    ("schema", "items"): ((*FIELDS, "l", "items"), {"type": "string"}),
    ("schema", "additionalProperties"): ((*FIELDS, "o", "additionalProperties"), {"type": "string"}),
    ("schema", "enum"): ((*FIELDS, "a", "enum"), ["x", "y"]),
    ("schema", "const"): ((*FIELDS, "a", "const"), "x"),
    ("schema", "default"): ((*PARAMETER, "schema", "default"), "x"),
    ("schema", "format"): ((*FIELDS, "a", "format"), "date-time"),
    ("schema", "description"): ((*FIELDS, "a", "description"), "Told."),
    ("schema", "anyOf"): ((*FIELDS, "u", "anyOf"), REFERENCES),
    ("schema", "oneOf"): ((*FIELDS, "u", "oneOf"), REFERENCES),
    ("schema", "allOf"): ((*FIELDS, "u", "allOf"), REFERENCES[:1]),
    ("schema", "discriminator"): ((*FIELDS, "u"), {"oneOf": REFERENCES, "discriminator": {"propertyName": "nothing"}}),
    ("schema", "readOnly"): ((*SCHEMAS, "In", "properties", "b", "readOnly"), True),
    ("schema", "writeOnly"): ((*FIELDS, "a", "writeOnly"), True),
    ("schema", "deprecated"): ((*FIELDS, "a", "deprecated"), True),
    ("schema", "contentMediaType"): ((*SCHEMAS, "In", "properties", "b", "contentMediaType"), "image/png"),
    ("schema", "contentEncoding"): ((*SCHEMAS, "In", "properties", "b"), {
        "type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"}),
    ("discriminator", "propertyName"): ((*FIELDS, "u"), {"oneOf": REFERENCES, "discriminator": {"propertyName": "nothing"}}),
    ("discriminator", "mapping"): ((*FIELDS, "u"), {"oneOf": REFERENCES, "discriminator": {
        "propertyName": "kind", "mapping": {"x": "#/components/schemas/One", "y": "#/components/schemas/Two"}}}),
}  # fmt: skip
# What a word is compared with, where it has a meaning beside others alone.
BESIDE: dict[tuple[str, str], Change] = {
    ("parameter", "style"): (PARAMETER, {"name": "q", "in": "query", "explode": False, "schema": {"type": "array"}}),
    ("parameter", "explode"): (PARAMETER, {"name": "q", "in": "query", "schema": {"type": "array"}}),
    ("scheme", "scheme"): (SCHEME, {"type": "http", "scheme": "bearer"}),
    ("schema", "const"): ((*FIELDS, "a", "const"), "y"),
    ("schema", "contentEncoding"): ((*SCHEMAS, "In", "properties", "b"), {"type": "string", "contentMediaType": "image/png"}),
    ("schema", "discriminator"): ((*FIELDS, "u"), {"oneOf": REFERENCES}),
    ("discriminator", "mapping"): ((*FIELDS, "u"), {"oneOf": REFERENCES}),
}  # fmt: skip


def _referred(
    document: Json, section: str, place: tuple[str | int, ...], inside: tuple[str | int, ...], value: Json
) -> None:
    document["components"][section] = {"It": value}
    _put(document, (*place, *inside), {"$ref": f"#/components/{section}/It"})


def _put(document: Any, place: tuple[str | int, ...], value: Any) -> None:
    for part in place[:-1]:
        document = document[part]
    document[place[-1]] = value


def _changed(change: Change | None) -> Json:
    document = deepcopy(DOCUMENT)
    if callable(change):
        change(document)
    elif change is not None:
        _put(document, *change)
    return document


def test_every_word_is_heeded(tmp_path: Path) -> None:
    """By what it changes in the package, whose contract.json counts for nothing; or by a refusal."""
    words = {
        (kind, word) for kind, known in KINDS.items() for word in known if kind != "header"
    }  # which is passed over whole
    assert CHANGES.keys() == words - {(kind, word) for kind, known in DOCUMENTATION.items() for word in known}

    silent = []
    plain = _made(_changed(None), tmp_path / "plain")
    for number, (word, change) in enumerate(CHANGES.items()):
        before = _made(_changed(BESIDE[word]), tmp_path / f"b{number}") if word in BESIDE else plain
        if before and _made(_changed(change), tmp_path / f"a{number}") == before:
            silent.append(word)
    assert silent == []
    assert plain


def _made(document: Json, folder: Path) -> dict[str, bytes]:
    """The files that are generated, in no style; none where the document is refused."""
    folder.mkdir()
    (folder / "d.yaml").write_text(json.dumps(document), encoding="utf-8")
    try:
        (found,) = generate.check_all([folder / "d.yaml"])
    except Refusal:
        return {}
    write(found, folder / "made", generate.HERE / "templates")
    return {name: content for name, content in files(folder / "made").items() if name != "contract.json"}
