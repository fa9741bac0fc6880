"""Proves that the report names every change of a contract, and knows which of them break a program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from generator.grammar import EXTENSIONS, JUDGED, KINDS

from tools.report.wire import wire

from .conftest import Compare, edited

pytestmark = pytest.mark.one_python("it compares data")

POST, SENT, GOT = "paths /things post", "components schemas Sent properties", "components schemas Got properties"
VALUES: dict[str, Any] = {
    "text": "t",
    "flag": True,
    "count": 3,
    "number": 3,
    "any": {"a": 1},
    "types": "boolean",
    "schema": {},
}
ODD: dict[str, Any] = {  # what a word must be, so that it is one
    "in": "header",
     "content": {"text/x": {"schema": {}}}, "tags": ["others"], "required": True, "enum": ["z"], "x-also": {"a": "b"},
    "x-stream": {"events": {"e": "#/components/schemas/Got"}}, "anyOf": [{"type": "string"}, {"type": "boolean"}],
    "oneOf": [{"type": "string"}, {"type": "boolean"}], "x-unwrap": "id", "x-aliases": ["b"], "x-positional": ["page"],
    "properties": {"new": {}}, "items": {"type": "boolean"}, "allOf": [{"maxLength": 3}],
    "additionalProperties": {"type": "boolean"}, "servers": [{"url": "https://b.example"}], "security": [{"other": []}],
    "parameters": [], "responses": {"201": {}}, "operationId": "things_build", "$ref": "#/components/schemas/More",
    "discriminator": {"propertyName": "kind"}, "readOnly": True, "requestBody": {"content": {"text/plain": {"schema": {}}}},
    "x-replaced-by": "things_other", "x-values": {"a": {"x-until": "1"}}, "x-python-name": "other",
    "unevaluatedProperties": False, "explode": False,
}  # fmt: skip


def words(kind: str) -> list[str]:
    """The words of a kind that mean something to a user."""
    own = [
        *KINDS[kind],
        *(JUDGED if kind == "schema" else ()),
        *(name for name, where in EXTENSIONS.items() if kind in where),
    ]
    people = {"description", "summary", "contentMediaType"} | ({"name"} if kind == "parameter" else set())
    return sorted({*own} - people - ({"writeOnly"} if kind == "schema" else set()))


@pytest.mark.parametrize(
    ("kind", "place"), [("operation", POST), ("parameter", f"{POST} parameters 0"), ("schema", f"{SENT} name")]
)
def test_no_word_of_a_contract_changes_in_silence(compare: Compare, kind: str, place: str) -> None:
    """Every word that the generator knows, but for those that are for people, is told where it appears or changes."""
    odd = ODD | ({"required": ["x"]} if kind == "schema" else {})
    silent = [
        word
        for word in words(kind)
        if not compare({f"{place} {word}": odd.get(word, VALUES.get(KINDS[kind].get(word, "flag").strip("[]{}&!"), 3))})
    ]
    assert silent == []


def test_what_is_for_people_is_no_change(compare: Compare) -> None:
    assert (
        compare({f"{POST} description": "Other words.", f"{GOT} id title": "T", "x-somebody": 1, f"{POST} x-other": 2})
        == []
    )


def test_the_order_of_names_is_no_change(compare: Compare) -> None:
    assert compare({f"{GOT} note type": ["null", "string"], f"{GOT} kind enum": ["b", "a"]}) == []


def test_a_schema_is_told_of_once_with_its_operations(compare: Compare) -> None:
    """It is in itself, too."""
    more = {
        f"paths /things {each}": edited({})["paths"]["/things"]["post"] | {"operationId": f"things_{each}"}
        for each in ("options", "patch")
    }
    said = [each for each in compare(more | {f"{SENT} kind": None}) if each[0] == "breaking"]
    assert said == [("breaking", "Sent.kind", "is gone (of things.make, things.options and 1 more)")]


def test_what_many_operations_have_alike_is_told_once() -> None:
    """A host, or a failure that all have."""

    def of(host: str) -> dict[str, Any]:
        operation = edited({})["paths"]["/things"]["post"]
        paths = {
            f"/{n}": {"get": operation | {"operationId": f"things_get{n}", "servers": [{"url": host}]}}
            for n in range(5)
        }
        return edited({}) | {"paths": paths}

    (entry,) = wire("t", of("https://a.example"), of("https://b.example"))
    assert (
        entry.line == "t: is sent to https://b.example; it was https://a.example (things.get0, things.get1 and 3 more)"
    )


def test_what_many_schemas_have_alike_is_told_once() -> None:
    """Where the pages of all lists are; but a break of each schema stands by itself, with those who use it."""

    def of(pages: str, kind: str) -> dict[str, Any]:
        document = edited({})
        operation = document["paths"]["/things"]["post"]
        page = {"type": "object", "x-items": "data", "x-pages": pages, "properties": {"data": {"type": kind}}}
        schemas = {f"Page{n}": page for n in range(5)}
        paths = {}
        for name in schemas:
            answer = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
            named = {"operationId": f"things_{name.lower()}", "responses": {"200": answer}}
            paths[f"/{name}"] = {"get": operation | named}
        schemas |= document["components"]["schemas"]
        return document | {"paths": paths, "components": document["components"] | {"schemas": schemas}}

    (entry,) = wire("t", of("meta.total", "array"), of("meta.pages", "array"))
    assert entry.line == "t: the number of pages is in meta.pages; it was in meta.total (Page0, Page1 and 3 more)"
    breaks = wire("t", of("meta.total", "array"), of("meta.total", "string"))
    assert [each.where for each in breaks] == [f"Page{n}.data" for n in range(5)]


def test_an_envelope_is_none_of_the_callers() -> None:
    """What an answer is in may change, as long as what callers get of it stays."""

    def of(data: dict[str, Any]) -> dict[str, Any]:
        schema = {"type": "object", "properties": {"data": data}}
        answer = {"x-unwrap": ["data", "groups"], "content": {"application/json": {"schema": schema}}}
        document = edited({})
        operation = document["paths"]["/things"]["post"] | {"responses": {"200": answer}}
        return document | {"paths": {"/things": {"post": operation | {"x-unwrap": ["data", "groups"]}}}}

    names = {"type": "array", "items": {"type": "string"}}
    plain = of(names)
    deeper = of({"type": ["array", "object"], "items": names["items"], "properties": {"groups": names}})
    other = of({"type": "array", "items": {"type": "integer"}})

    assert wire("t", plain, deeper) == []
    assert [each.grade for each in wire("t", plain, other)] == ["breaking"]


def test_what_a_stream_is_made_of_is_of_its_operation(compare: Compare) -> None:
    stream = {f"{POST} x-stream": {"events": {"e": "#/components/schemas/More"}}}
    old, new = edited(stream), edited(stream | {"components schemas More allOf 1 properties b": None})
    assert [each.what for each in wire("t", old, new)] == ["is gone (of things.make)"]


def test_a_platform_comes_and_goes() -> None:
    assert [each.line for each in wire("t", None, edited({}))] == ["t: the platform is new"]
    assert [(each.grade, each.what) for each in wire("t", edited({}), None)] == [("breaking", "the platform is gone")]


@pytest.mark.parametrize(
    ("edits", "grade", "what"),
    [
        ({"x-itself": "data"}, "breaking", "an object answers itself under data; it did under nothing"),
        ({"x-result": "R"}, "breaking", "calls answer failures as R; it was nothing"),
        ({"components securitySchemes key scheme": "basic"}, "breaking",
         "the credentials key are of another kind (basic; it was bearer)"),
        ({"components securitySchemes other": {"type": "apiKey"}}, "changed", "the credentials other are new"),
    ],
)  # fmt: skip
def test_what_stands_over_all_operations(
    compare: Callable[[Any], Any], edits: dict[str, Any], grade: str, what: str
) -> None:
    assert compare(edits) == [(grade, "", what)]


def test_where_a_key_is_sent_is_no_break() -> None:
    scheme = "components securitySchemes key"
    old, new = (edited({scheme: {"type": "apiKey", "in": "header", "name": each}}) for each in ("X-Key", "Api-Key"))
    assert [(each.grade, each.what) for each in wire("t", old, new)] == [
        ("changed", "the credentials key are sent as header Api-Key")
    ]
