"""Proves what a release has of a contract: the words are `x-since`, `x-until` and `x-values`, and nothing else is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from promptport_local.contract import Contract
from promptport_local.errors import LocalError, ReleaseError
from promptport_local.releases import DocumentView, Release, followed, read_releases

KNOWN = ("0.9.0", "0.10.0", "1.0.0")


def view(document: dict[str, Any], release: str) -> dict[str, Any]:
    """What a release has of a contract; it must be left as it was."""
    before = deepcopy(document)
    made = DocumentView(document, Release(release, KNOWN)).made()
    assert document == before
    return made


@pytest.mark.parametrize(
    ("marks", "has"),
    [
        ({}, KNOWN),
        ({"x-since": "0.10.0"}, ("0.10.0", "1.0.0")),
        ({"x-until": "0.10.0"}, ("0.9.0", "0.10.0")),
        ({"x-since": "0.10.0", "x-until": "0.10.0"}, ("0.10.0",)),
        ({"x-since": "0.9.0"}, KNOWN),
        ({"x-until": "1.0.0"}, KNOWN),
        ("no mapping", KNOWN),
    ],
)
def test_first_and_last_release_are_meant_inclusively_and_in_the_vendors_order(
    marks: Any, has: tuple[str, ...]
) -> None:
    assert tuple(each for each in KNOWN if Release(each, KNOWN).has(marks)) == has


def test_what_is_not_of_a_release_is_taken_out_wherever_it_stands() -> None:
    schemas = {
        "New": {"type": "object", "x-since": "1.0.0"},
        "Tree": {
            "type": "object",
            "required": ["name", "age", "roots"],
            "properties": {
                "name": {"type": "string"},
                "age": {"type": "integer", "x-until": "0.10.0"},
                "roots": {"x-since": "1.0.0", "type": "array"},
                "crown": {"$ref": "#/components/schemas/New"},
                "kind": {"anyOf": [{"type": "string"}, {"type": "object", "x-since": "0.10.0"}]},
                # Properties are named as anybody likes.
                "default": {
                    "type": "object",
                    "properties": {"enum": {"x-since": "1.0.0"}, "example": {"type": "string"}},
                },
            },
        },
    }
    paths = {
        "/trees": {
            "get": {
                "parameters": [{"name": "old", "x-until": "0.9.0"}, {"name": "all"}],
                "responses": {"200": {"example": {"x-since": "1.0.0"}}, "402": {"x-since": "1.0.0"}},
            },
            "post": {"x-since": "0.10.0"},
        },
        "/woods": {"get": {"x-until": "0.9.0"}},
    }
    document = {"components": {"schemas": schemas}, "paths": paths}

    first, last = view(document, "0.9.0"), view(document, "1.0.0")

    assert first["paths"]["/trees"].keys() == {"get"}
    assert first["paths"]["/trees"]["get"]["parameters"] == paths["/trees"]["get"]["parameters"]  # type: ignore[index]
    assert first["paths"]["/trees"]["get"]["responses"] == {"200": {"example": {"x-since": "1.0.0"}}}
    assert last["paths"]["/trees"].keys() == {"get", "post"}
    assert last["paths"]["/trees"]["get"]["parameters"] == [{"name": "all"}]
    assert last["paths"]["/trees"]["get"]["responses"].keys() == {"200", "402"}
    assert (first["paths"]["/woods"].keys(), last["paths"]["/woods"].keys()) == ({"get"}, set())
    old, new = (each["components"]["schemas"]["Tree"] for each in (first, last))
    assert old["required"] == ["name", "age"]
    assert old["properties"].keys() == {"name", "age", "kind", "default"}
    assert old["properties"]["kind"] == {"anyOf": [{"type": "string"}]}
    assert old["properties"]["default"]["properties"] == {"example": {"type": "string"}}
    assert new["required"] == ["name", "roots"]
    assert new["properties"].keys() == {"name", "roots", "crown", "kind", "default"}
    assert new["properties"]["default"]["properties"].keys() == {"enum", "example"}


def test_values_of_other_releases_are_none() -> None:
    """Of a closed list they are taken; an open text may be anything but them."""
    values = {"new": {"x-since": "1.0.0"}, "old": {"x-until": "0.9.0", "x-replaced-by": "new"}}
    schemas = {
        "Closed": {"enum": ["old", "new", "any"], "x-values": values},
        "Open": {"type": "string", "x-values": values, "allOf": [{"minLength": 1}]},
    }
    made = [view({"components": {"schemas": schemas}}, each)["components"]["schemas"] for each in KNOWN]

    assert [each["Closed"]["enum"] for each in made] == [["old", "any"], ["any"], ["new", "any"]]
    assert [each["Open"]["allOf"] for each in made] == [
        [{"minLength": 1}, {"not": {"enum": foreign}}] for foreign in (["new"], ["new", "old"], ["old"])
    ]


def test_what_a_releases_own_types_promise_must_be_there() -> None:
    tree = {
        "required": ["name"],
        "properties": {
            "name": {},
            "id": {"x-since": "0.10.0", "x-promised": True},
            "no": {"x-until": "0.9.0", "x-promised": True},
        },
    }
    made = [view({"components": {"schemas": {"Tree": tree}}}, each)["components"]["schemas"]["Tree"] for each in KNOWN]

    assert [each["required"] for each in made] == [["name", "no"], ["id", "name"], ["id", "name"]]


def test_credentials_of_other_releases_are_none() -> None:
    document = {
        "components": {"securitySchemes": {"key": {}, "wood": {"x-until": "0.9.0"}, "forest": {"x-since": "0.10.0"}}},
        "security": [{"key": [], "wood": []}, {"key": [], "forest": []}],
        "paths": {"/trees": {"get": {"security": [{"wood": []}, {"key": []}]}}},
    }

    first, last = view(document, "0.9.0"), view(document, "1.0.0")

    assert first["security"] == [{"key": [], "wood": []}]
    assert last["security"] == [{"key": [], "forest": []}]
    assert last["paths"]["/trees"]["get"]["security"] == [{"key": []}]


def test_a_release_that_there_is_not() -> None:
    contract = Contract("trees", {"paths": {}, "x-releases": list(KNOWN)})
    with pytest.raises(ReleaseError, match=r"trees has no release '0.9'; there are 0.9.0, 0.10.0, 1.0.0$") as caught:
        contract.as_of("0.9")
    assert isinstance(caught.value, LocalError)


def test_a_contract_that_tells_no_releases_apart_is_of_one() -> None:
    """Such as xR2's and Scope's."""
    document = {"info": {"version": "0.3.0"}, "paths": {}}
    woods = Contract("woods", document)
    assert woods.releases == ("0.3.0",)
    assert woods.as_of("0.3.0").made() == document
    with pytest.raises(ReleaseError, match=r"woods has no release '1.0.0'; there is 0.3.0$"):
        woods.as_of("1.0.0")
    for name in ("xr2", "scope"):
        contract = Contract.load(name)
        assert len(contract.releases) == 1
        assert Contract(name, contract.as_of(contract.releases[0]).made()).operations == contract.operations


def test_what_the_command_is_given() -> None:
    assert read_releases([]) == {}
    given = ["trees=1.0.0", "woods=2", "trees=1.0.0"]
    assert read_releases(given) == {"trees": "1.0.0", "woods": "2"}
    for text in ("trees", "trees=", "=1.0.0", ""):
        with pytest.raises(ReleaseError, match=r"such as promptrails=0.3.0"):
            read_releases([text])
    with pytest.raises(ReleaseError, match=r"trees can't be 1.0.0 and 0.9.0 at once"):
        read_releases(["trees=1.0.0", "trees=0.9.0"])


PROMPTRAILS = {
    "0.3.0": 110,
    "0.4.0": 121,
    "0.5.0": 121,
    "0.6.0": 121,
    "0.7.0": 121,
    "0.8.0": 115,
    "0.9.0": 101,
    "0.9.1": 102,
}
COUNTS = {"promptrails": {**PROMPTRAILS, "0.9.2": 102}, "promptic": {"0.14.2": 49, "1.1.0": 46}}
# What Promptic has published, and its client does not speak.
PUBLISHED = {"get_storage_object_url", "get_storage_object_content"}


@pytest.mark.parametrize(("name", "release"), [(name, release) for name in COUNTS for release in COUNTS[name]])
def test_each_release_has_as_many_operations_as_the_vendor_says(name: str, release: str) -> None:
    found = {each.id for each in Contract(name, Contract.load(name).as_of(release).made()).operations}
    assert len(found - PUBLISHED) == COUNTS[name][release]


@pytest.mark.parametrize("name", COUNTS)
def test_a_contract_as_of_each_release_holds_together(name: str) -> None:
    """What it refers to is there, and what it asks for is described."""
    union = Contract.load(name)
    for release in union.releases:
        made = union.as_of(release).made()
        assert [*dangling(made)] == []
        assert [*unknown(made)] == []


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of a document."""
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(each)


def dangling(document: dict[str, Any]) -> Iterator[str]:
    """References that lead nowhere."""
    for node in nodes(document):
        if isinstance(node.get("$ref"), str):
            try:
                followed(document, node["$ref"])
            except KeyError:
                yield node["$ref"]


def unknown(document: dict[str, Any]) -> Iterator[str]:
    """Fields that must be there and are not described."""
    for node in nodes(document):
        if isinstance(node.get("required"), list) and isinstance(node.get("properties"), dict):
            yield from {*node["required"]} - node["properties"].keys()
