"""Proves what a release has of a contract: the words are `x-since`, `x-until` and `x-values`, and nothing else is looked at."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from promptport_local.contract import Contract
from promptport_local.errors import LocalError, ReleaseError
from promptport_local.releases import DocumentView, Release, read_releases

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
    with pytest.raises(ReleaseError, match=r"woods has no release '1.0.0'; its contract tells no releases apart"):
        Contract("woods", {"paths": {}}).as_of("1.0.0")


def test_what_the_command_is_given() -> None:
    assert read_releases([]) == {}
    given = ["trees=1.0.0", "woods=2", "trees=1.0.0"]
    assert read_releases(given) == {"trees": "1.0.0", "woods": "2"}
    for text in ("trees", "trees=", "=1.0.0", ""):
        with pytest.raises(ReleaseError, match=r"such as promptrails=0.3.0"):
            read_releases([text])
    with pytest.raises(ReleaseError, match=r"trees can't be 1.0.0 and 0.9.0 at once"):
        read_releases(["trees=1.0.0", "trees=0.9.0"])
