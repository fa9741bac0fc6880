"""Proves that two texts stand side by side, and that only the words that differ are marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.transfer import Part, Row, side_by_side

pytestmark = pytest.mark.one_python("texts are compared alike on all")


def test_words() -> None:
    rows = side_by_side("a\nb\nc\nBe brief, {{name}}.\nd", "a\nb\nc\nBe very brief, {{names}}.\nd\ne")
    assert rows[0] == Row((Part("b"),), (Part("b"),), gap=True)
    assert rows[2] == Row(
        (Part("Be brief, {{"), Part("name", True), Part("}}.")),
        (Part("Be"), Part(" very", True), Part(" brief, {{"), Part("names", True), Part("}}.")),
    )
    assert rows[-1] == Row(None, (Part("e", True),))
    assert [each.changed for each in rows] == [False, False, True, False, True]


def test_the_same() -> None:
    assert side_by_side("a\nb", "a\nb") == []


def test_lines_that_are_too_long_to_be_compared() -> None:
    (row,) = side_by_side("x " * 5000, "y " * 5000)
    assert row == Row((Part("x " * 5000, True),), (Part("y " * 5000, True),))


texts = st.text(st.sampled_from("ab \n.é"), max_size=40)


@given(texts, texts)
def test_nothing_is_lost(left: str, right: str) -> None:
    """With all lines around it, both texts are there as they were; a word is marked where the sides differ, and only there."""
    rows = side_by_side(left, right, context=1000)
    if left == right:
        assert rows == []
        return
    for side, text in (([each.left for each in rows], left), ([each.right for each in rows], right)):
        assert "\n".join("".join(part.text for part in line) for line in side if line is not None) == text
    for row in rows:
        kept = [[part.text for part in side or () if not part.changed] for side in (row.left, row.right)]
        assert "".join(kept[0]) == "".join(kept[1])
