"""Proves which id a name means, where a platform knows ids alone."""

from __future__ import annotations

import pytest

from promptport.base.names import identity
from promptport.errors import ArgumentError, NotFound
from promptport.platform import Query

NAMES = {"id-1": "welcome", "id-2": "bye", "id-3": "bye", "id-4": "id-5"}


def test_a_name_and_an_id() -> None:
    """An id names itself, also where it is another's name."""
    assert identity(Query("welcome"), NAMES) == "id-1"
    assert identity(Query("id-2"), NAMES) == "id-2"
    assert identity(Query("id-5"), NAMES) == "id-4"


def test_two_of_one_name() -> None:
    """The error has their ids, by one of which the caller can ask."""
    with pytest.raises(ArgumentError, match="ask for one by its id: id-2, id-3"):
        identity(Query("bye"), NAMES)


@pytest.mark.parametrize(
    ("name", "told"), [("welcom", "Did you mean welcome?"), ("xyz", "There is: bye, id-5, welcome.")]
)
def test_none_of_this_name(name: str, told: str) -> None:
    with pytest.raises(NotFound) as caught:
        identity(Query(name, version=3), NAMES)
    assert told in str(caught.value)
    assert (caught.value.name, caught.value.version) == (name, 3)
