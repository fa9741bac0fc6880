"""Proves which changes of a type break a program."""

from __future__ import annotations

import griffe
import pytest

from tools.report.annotations import breaks, parts, spelled

pytestmark = pytest.mark.one_python("it compares texts")


def test_the_parts_of_a_union() -> None:
    assert parts("str | dict[str, int | None] | None") == ["str", "dict[str, int | None]", "None"]


@pytest.mark.parametrize(
    ("old", "new", "given", "got"),
    [
        ("str", "str | None", False, True),
        ("str | None", "str", True, False),
        ("int", "float", False, True),
        ("str", "datetime", True, True),
        ("str", "Any", False, False),
        ("list[str]", "Sequence[str]", False, True),
        ("list[str]", "dict[str, str]", True, True),
        ("Literal['a', 'b']", "Literal['a']", True, False),
        ("Ours", "Theirs", False, False),
    ],
)
def test_what_breaks(old: str, new: str, given: bool, got: bool) -> None:
    """What is given may become wider, what is got narrower."""
    assert (breaks(old, new, given=True), breaks(old, new, given=False)) == (given, got)


def test_known_values_of_what_is_open_are_no_other_type() -> None:
    """And a name of a type stands for what it is."""
    text = "from typing import Literal\nKey = str | None\n"
    text += "def f(a: Literal['x'] | str, b: Key, c: 'models.M', d: Literal['x'], e): ..."
    with griffe.temporary_visited_module(text, module_name="ours") as module:
        found = [spelled(each.annotation, {"ours": module}) for each in module["f"].parameters]
    assert found == ["str", "str | None", "M", "Literal['x']", ""]
