"""Proves how classes are called: as schemas, where they can be, and else after their words."""

from __future__ import annotations

import pytest
from generator.class_names import capitals, class_name, free

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(("name", "called"), [
    ("Thing", "Thing"), ("XMLPart2", "XMLPart2"), ("two_words", "TwoWords"), ("a.b-c", "ABC"), ("userId", "UserId"),
    ("Model", "ModelModel"), ("page", "PageModel"),
])  # fmt: skip
def test_names(name: str, called: str) -> None:
    """What the modules of models call themselves is called otherwise."""
    assert class_name(name) == called
    assert class_name(called) == called


@pytest.mark.parametrize("name", ["", "2nd", "Größe", "a b", "None", "___", "a/b", "A" * 101, "a)"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(ValueError, match="no class can be called after the schema"):
        class_name(name)


def test_a_name_that_is_too_long() -> None:
    """The reason is told, and for a schema without a name of its own what gives it one."""
    with pytest.raises(ValueError, match=r"it has over 100 letters, write a shorter one$"):
        class_name("A" * 101)
    with pytest.raises(
        ValueError, match=r"it has over 100 letters, write a shorter one in the components, and refer to it$"
    ):
        class_name("A" * 101, inline=True)


def test_free_names() -> None:
    assert [free("A", taken) for taken in ((), ("A",), ("A", "A2", "A4"))] == ["A", "A2", "A3"]


def test_capitals() -> None:
    """Nothing but letters and digits stays."""
    assert capitals("user_id[x]") == "UserIdX"
    assert capitals("+1 é") == "1"
