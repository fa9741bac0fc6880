"""Proves which types hold the values of others."""

from __future__ import annotations

import pytest

from tools.report.subtypes import holds

pytestmark = pytest.mark.one_python("it compares texts")

OURS = {
    "Animal": frozenset[str](),
    "Cat": frozenset({"Animal"}),
    "Speaks": frozenset({"Protocol"}),
    "Name": frozenset({"str"}),
}


@pytest.mark.parametrize(
    ("wide", "narrow", "there", "back"),
    [
        ("str | None", "str", True, False),
        ("str | int", "int | str", True, True),
        ("float", "int", True, False),
        ("object", "str", True, False),
        ("Any", "dict[str, int]", True, True),
        ("str", "int", False, False),
        ("str", "list[str]", False, False),
        ("list[str]", "dict[str, str]", False, False),
        ("Sequence[str]", "list[str]", True, False),
        ("Sequence[str]", "str", True, False),
        ("Iterable[str]", "Mapping[str, int]", True, False),
        ("list[int | None]", "list[int]", True, False),
        ("list[str]", "list[int]", False, False),
        ("Mapping[str, object]", "dict[str, Any]", True, False),
        ("tuple[str, ...]", "tuple[str, str]", True, False),
        ("tuple[int, str]", "tuple[int]", False, False),
        ("Sequence[str]", "tuple[str, ...]", True, False),
        ("tuple[str, ...]", "list[str]", False, False),
        ("Literal['a', 'b']", "Literal['a']", True, False),
        ("str", "Literal['a']", True, False),
        ("Literal['a'] | None", "None", True, False),
        ("Literal[True] | str", "bool", False, False),
        ("Animal", "Cat", True, False),
        ("Animal", "str", False, False),
        ("str", "Name", True, False),
        ("list[Animal]", "list[Cat]", True, False),
        ("Speaks", "Cat", None, False),
        ("Speaks", "str", None, False),
        ("Self", "Cat", None, None),
        ("datetime", "str", False, False),
        ("Theirs", "Others", None, None),
        ("Theirs", "dict[str, Any]", None, None),
        ("Callable[[int], str]", "Callable[[str], str]", None, None),
        ("str", "no type", None, None),
    ],
)
def test_what_holds_what(wide: str, narrow: str, there: bool | None, back: bool | None) -> None:
    assert (holds(wide, narrow, OURS.get), holds(narrow, wide, OURS.get)) == (there, back)


@pytest.mark.parametrize("one", ["str", "list[Cat] | None", "Theirs[int]", "Callable[..., str]", "Literal['a', 1]"])
def test_a_type_holds_itself(one: str) -> None:
    assert holds(one, one) is True
