"""Proves that a refusal says to what it belongs, and that what is refused is kept while the check goes on."""

from __future__ import annotations

import pytest
from generator.places import Place, Refusal, Refusals, at, owner

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(("place", "told"), [
    ((), "document"),
    (("paths", "/things/{id}", "get"), "operation GET /things/{id}"),
    (("paths", "/things/{id}", "get", "parameters", 1), "operation GET /things/{id}"),
    (("paths", "/things/{id}", "parameters", 1), "path /things/{id}"),
    (("components", "schemas", "Thing", "type"), "schema Thing"),
    (("info", "title"), "info/title"),
    (("components", "schemas", "a\nb"), "schema 'a\\nb'"),
])  # fmt: skip
def test_owners(place: Place, told: str) -> None:
    assert owner(place) == told


def test_places_within_places() -> None:
    """Whatever is refused inside, by whomever, stands at the place."""
    with pytest.raises(Refusal, match="no") as refused, at("paths", "/a"), at("get"):
        raise ValueError("no")
    assert refused.value.place == ("paths", "/a", "get")


def test_all_are_kept() -> None:
    """A refusal ends its own part of the check, and nothing else."""
    found = Refusals()
    for name in ("a", "b"):
        with found.at("paths", name), at("get"):
            raise ValueError("no")
    assert [each.place for each in found.all] == [("paths", "a", "get"), ("paths", "b", "get")]
