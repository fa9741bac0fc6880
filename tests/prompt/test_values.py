"""Proves that values which don't fit a template are all named in one error, and how a value is written."""

from __future__ import annotations

import pickle

import pytest

from promptport.prompt.values import RenderError, check, plain


def test_c4_declared_types_and_unresolved_placeholders() -> None:
    """C4: with declarations, a type is checked, and a placeholder that nobody declared is told."""
    error = check(
        {"count": "3", "flag": True, "items": ["a"], "some": True},
        ["count", "flag", "items", "some"],
        types={"count": "number", "flag": "boolean", "items": "array", "some": "integer"},
        unresolved=["cuont"],
    )

    assert error is not None
    assert error.wrong == {"count": "str, not number", "some": "bool, not integer"}
    assert error.unresolved == ("cuont",)
    assert check({"count": 3.5, "extra": 1}, ["count"], optional=["extra"], types={"count": "number"}) is None


def test_the_error_is_plain_data() -> None:
    """It can be pickled, and says all that is wrong with the closest spelling."""
    error = RenderError("", ["a"], {"b": "c", "d": None}, {"e": "list, not string"}, ["f"])
    assert str(error) == (
        "The values don't fit the template; missing: a; unknown: b (did you mean c?), d; "
        "of a wrong type: e (list, not string); not declared: f."
    )
    again = pickle.loads(pickle.dumps(error))
    assert (again.missing, again.unknown, again.wrong, again.unresolved, str(again)) == (
        ("a",), {"b": "c", "d": None}, {"e": "list, not string"}, ("f",), str(error),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (False, "false"), (1, "1"), (1.5, "1.5"), ("True", "True")]
)
def test_a_value_as_text(value: object, text: str) -> None:
    assert plain(value) == text
