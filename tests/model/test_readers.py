"""Proves that an answer is never nested so deeply that Python fails on it later, and that telling so costs little."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.model import Unreadable
from promptport.model.readers import DEEPEST, load


def nested(depth: int, opening: str = "[", closing: str = "]", inside: str = "1") -> bytes:
    """JSON of this depth."""
    return (opening * depth + inside + closing * depth).encode()


@pytest.mark.parametrize(
    ("opening", "closing", "levels"),
    [("[", "]", 1), ('{"a":', "}", 1), ('[{"a":', "}]", 2), ('[[],{"a":[{}],"b":', "}]", 2)],
)
@pytest.mark.parametrize("inside", ["1", '"["', '"}{"', '"\\"[[["'])
def test_depth_has_an_end(opening: str, closing: str, levels: int, inside: str) -> None:
    """200 levels are read, one more is not, whatever the brackets are, and those in texts count for nothing."""
    content = nested(DEEPEST // levels - (levels > 1), opening, closing, inside)
    assert load(content) == json.loads(content)
    with pytest.raises(Unreadable, match="nested more than 200 deep"):
        load(nested(DEEPEST // levels + 1, opening, closing, inside))


@pytest.mark.parametrize("depth", [DEEPEST + 1, 700, 5_000, 200_000])
def test_no_other_error(depth: int) -> None:
    """However deep it is, it is unreadable, and no RecursionError."""
    with pytest.raises(Unreadable):
        load(nested(depth))


VALUES = st.recursive(
    st.none() | st.integers() | st.text('[]{}"\\a,:'),
    lambda inside: st.lists(inside) | st.dictionaries(st.text("[]{}"), inside),
)


@given(VALUES)
def test_good_answers_are_read(value: object) -> None:
    """Whatever brackets its texts hold."""
    assert load(json.dumps(value).encode()) == value
