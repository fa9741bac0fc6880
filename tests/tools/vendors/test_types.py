"""Proves that the types of a package are held against the schemas of a contract, and its names against ours."""

from __future__ import annotations

from typing import Any, TypeAlias

import pytest

from tools.vendors.set_aside import SetAside

from .watched import KNOWN, Json, differences, recorded, sent

Verdict: TypeAlias = Any  # as annotations have it


def thing(**fields: str | None) -> Json:
    """The type `Thing` with other fields."""
    usual = {"id": "str", "colour": "Literal['red', 'blue']", "due_at": "str | None"}
    told = {name: {"type": each} for name, each in {**usual, **fields}.items() if each is not None}
    return {"acme.types.Thing": {"kind": "dataclass", "fields": told}}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, []),
        ({"size": "int"}, [("new", "Thing: has size (int)")]),
        ({"due_at": None}, [("ended", "Thing: has no dueAt any more")]),
        ({"due_at": None, "dueAt": "str"}, []),
        ({"id": "int"}, [("changed", "Thing: id is integer; the contract has string")]),
        ({"id": "Optional[str]"}, []),
        (
            {"colour": "Literal['red', 'green']"},
            [("new", "Thing: colour may be green"), ("ended", "Thing: colour may be blue no more")],
        ),
        ({"colour": "str"}, []),
    ],
)
def test_fields(fields: dict[str, str | None], found: list[tuple[str, str]]) -> None:
    told = differences(recorded(types=thing(**fields)))

    assert told == [(kind, "field", line) for kind, line in found]


def test_a_type_that_came() -> None:
    """One that is exported, or needed by a method or a field; a helper of a module's own is not told."""
    types = {"acme.types.Crate": {"kind": "dataclass", "fields": {"id": {"type": "str"}}}}

    exported = differences(recorded(types=types, names=("Acme", "Thing", "Part", "Crate")))
    needed = differences(recorded(types={**types, **thing(crate="list[Crate]")}))

    assert exported == [("new", "type", "Crate: is new in acme.types, with id")]
    assert [each[1] for each in needed] == ["type", "field"]
    assert differences(recorded(types=types)) == []
    assert differences(recorded(types=types, names=("Acme", "Crate")), known=KNOWN | {"Crate"}) == []


def test_a_type_that_went() -> None:
    recording = recorded({"things.part": None}, {"acme.types.Part": None}, ("Acme", "Thing"))

    assert ("ended", "type", "Part: is gone") in differences(recording)
    assert ("ended", "type", "Part: is gone") not in differences(recording, known=KNOWN - {"Part"})
    assert ("ended", "type", "Part: is gone") not in differences(recording, aside=SetAside({}, {"P*": "ours"}))


def test_a_type_that_is_another_name_by_now_has_not_gone() -> None:
    recording = recorded({"things.part": None}, {"acme.types.Part": None}, ("Acme", "Thing", "Part"))

    assert [each[1] for each in differences(recording)] == ["method"]


def test_names() -> None:
    found = differences(recorded(names=("Acme", "Thing", "Part", "init"), homes={"init": "acme.tracing"}))

    assert found == [("new", "name", "init: is exported by acme.tracing")]
    assert differences(recorded(names=("Acme", "init")), known=KNOWN | {"init"}) == []


def test_what_stands_in_a_private_module_is_not_told() -> None:
    assert differences(recorded(names=("Acme", "Http"), homes={"Http": "acme._http"})) == []


def test_what_a_module_holds_is_left_out_with_it() -> None:
    aside = SetAside({"gym": "an alpha"}, {})
    types = {"acme.gym_models.Case": {"kind": "dataclass", "fields": {"id": {"type": "str"}}}}
    names, homes = ("Acme", "Case", "run"), {"run": "acme.gym"}

    assert differences(recorded(types=types, names=names, homes=homes), aside=aside) == []
    assert [tuple(each) for each in aside.asides] == [("gym", 2, "an alpha")]


def test_a_type_that_only_a_left_out_method_needs_is_left_out() -> None:
    def judging(thing_id: str) -> Verdict: ...

    types = {"acme.types.Verdict": {"kind": "dataclass", "fields": {"id": {"type": "str"}}}}
    recording = recorded(
        {"things.judge": (judging, sent("GET", "/things/thing_id-1/verdict"), [])}, types, ("Acme", "Thing", "Verdict")
    )

    assert differences(recording, aside=SetAside({"things.judge": "it went"}, {})) == []
    assert [each[1] for each in differences(recording)] == ["method", "type"]


def test_a_name_that_goes_with_a_schema() -> None:
    aside = SetAside({}, {}, {"Colour": "Part"})

    there = differences(recorded(names=("Acme", "Thing", "Part", "Colour")), aside=aside, known=KNOWN | {"Colour"})
    gone = differences(recorded(), aside=aside, known=KNOWN | {"Colour"})

    assert there == []
    assert gone == [("ended", "name", "Colour: is exported no more")]
