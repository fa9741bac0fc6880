"""Proves that what is written is what the standard library writes, also on a Python whose encoder is another."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.outbox.compact_json import compiled, to_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.integers(), inner, max_size=3),
    max_leaves=10,
)


def _other_arguments(markers: object) -> Any:
    raise AssertionError("it takes nine arguments")


def _other_results(*arguments: object) -> Callable[[object, int], tuple[str, ...]]:
    return lambda value, level: ("{}",)


@given(JSON)
def test_it_is_the_standard_librarys(value: Any) -> None:
    assert to_json(value) == json.dumps(value, separators=(",", ":"))


def test_the_compiled_part_is_made_once() -> None:
    """Else it would be no faster."""
    assert to_json.__name__ == "<lambda>"


@pytest.mark.parametrize("value", [{1, 2}, float("nan"), float("inf"), b"bytes", object(), {(1, 2): 3}])
def test_what_json_cannot_say_is_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        to_json({"a": value})


def test_what_goes_round_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises((ValueError, RecursionError)):
        to_json(value)


@pytest.mark.parametrize("make", [None, _other_arguments, _other_results])
def test_another_encoder_is_not_used(make: Any) -> None:
    """What takes or answers something else is left alone."""
    assert compiled(make)({"a": [1]}) == '{"a":[1]}'
