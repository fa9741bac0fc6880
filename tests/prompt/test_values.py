"""Proves how values are compared with what a template needs: all that is wrong is told at once."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from promptport.prompt.values import RenderError, check, plain


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (False, "false"), (1, "1"), (1.5, "1.5"), ("x", "x"), (None, "None")]
)
def test_a_value_as_text(value: object, text: str) -> None:
    assert plain(value) == text


def test_all_is_well() -> None:
    assert check({"a": "x", "b": 1}, ["a"], optional=["b", "c"]) is None


def test_everything_at_once() -> None:
    error = check({"nmae": 1, "n": [1]}, ["name", "n"], unresolved=["z"])
    assert error is not None
    assert (error.missing, error.unknown, error.unresolved) == (("name",), {"nmae": "name"}, ("z",))
    assert set(error.wrong) == {"n"}
    for part in ("missing: name", "nmae (did you mean name?)", "n (list, not a text, number", "not declared: z"):
        assert part in str(error)
    assert pickle.loads(pickle.dumps(error)).args == error.args


@pytest.mark.parametrize(
    ("declared", "good", "bad"),
    [
        ("string", "x", 1), ("number", 1.5, True), ("integer", 1, 1.5), ("integer", 0, False), ("boolean", True, 1),
        ("array", [1], "x"), ("object", {}, []),
    ],
)  # fmt: skip
def test_declared_types(declared: str, good: Any, bad: Any) -> None:
    """A truth value is no number, though Python has it so."""
    assert check({"x": good}, ["x"], types={"x": declared}) is None
    error = check({"x": bad}, ["x"], types={"x": declared})
    assert isinstance(error, RenderError)
    assert f"not {declared}" in error.wrong["x"]


def test_a_type_that_nobody_knows_is_not_checked() -> None:
    assert check({"x": object()}, ["x"], types={"x": "date"}) is None
