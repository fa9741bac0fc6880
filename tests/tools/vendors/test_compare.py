"""Proves that what a package has and a contract lacks is found, and the other way round; and nothing where both are alike."""

from __future__ import annotations

import pytest

from tools.vendors.compare import compare, methods
from tools.vendors.set_aside import SetAside

from .watched import Made, compared, differences, parting, recorded, sent


def test_a_package_as_its_contract_has_it() -> None:
    assert differences() == []


def test_an_older_release_lacks_what_came_later_and_has_what_went() -> None:
    """What the contract marks is no difference: neither the method since 1.1, nor the one until 1.0 with its field."""

    def drop(thing_id: str) -> None: ...

    old = {
        "kind": "dataclass",
        "fields": {
            "id": {"type": "str"}, "colour": {"type": "Literal['red']"}, "due_at": {"type": "str"}, "old": {"type": "str"},
        },
    }  # fmt: skip
    made: dict[str, Made | None] = {
        "things.part": None,
        "things.drop": (drop, sent("DELETE", "/things/thing_id-1"), []),
    }

    found = differences(
        recorded(made, {"acme.types.Thing": old, "acme.types.Part": None}, ("Acme", "Thing"), number="1.0")
    )

    assert found == []


def test_the_marks_are_held_against_the_package() -> None:
    """A package that is as 1.1, and says that it is 1.0: everything that the contract dates otherwise shows."""
    assert {each[:2] for each in differences(recorded(number="1.0"))} == {
        ("new", "method"), ("ended", "method"), ("ended", "field"), ("new", "field"),
    }  # fmt: skip


def test_a_method_that_came_and_one_that_went() -> None:
    found = differences(
        recorded({"things.get": None, "things.size": (parting, sent("GET", "/things/thing_id-1/size"), [])})
    )

    assert found == [
        ("new", "method", "things.size: is new: GET /things/{thing_id}/size"),
        ("ended", "method", "things.get: is gone: GET /things/{thing_id}"),
    ]


def test_what_closes_a_client_is_no_method() -> None:
    def close() -> None: ...

    assert differences(recorded({"close": (close, sent("GET", "/"), [])})) == []


@pytest.mark.parametrize("there", [True, False], ids=["there", "gone"])
def test_a_method_without_an_operation_goes_with_one(there: bool) -> None:
    aside = SetAside({}, {}, {"things.wait": "things.get"})
    made: dict[str, Made | None] = {"things.wait": (parting, sent("GET", "/things/thing_id-1"), [])} if there else {}

    found = differences(recorded(made), aside=aside)

    assert found == ([] if there else [("ended", "method", "things.wait: is gone; it went with things.get")])


def test_what_is_left_out_counts_and_is_no_difference() -> None:
    aside = SetAside({"gym": "an alpha"}, {})
    recording = recorded({"gym.run": (parting, sent("GET", "/gym/thing_id-1"), [])})

    assert compare(compared(recording, aside=aside)) == []
    assert [tuple(each) for each in aside.asides] == [("gym", 1, "an alpha")]
    assert "gym.run" not in methods(compared(recording, aside=aside))


def test_a_method_that_the_contract_has_is_compared_though_its_name_is_left_out() -> None:
    aside = SetAside({"things.get": "another name since 2.0"}, {})
    recording = recorded({"things.get": (parting, sent("GET", "/thing"), [])})

    assert ("changed", "request") in {each[:2] for each in differences(recording, aside=aside)}
