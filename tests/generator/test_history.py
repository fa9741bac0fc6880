"""Proves what is told of a history, in words and as data."""

from __future__ import annotations

import pytest
from generator.history import HISTORY, Mark, PartHistory, history_of, releases

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(("mark", "sentence", "value", "parts"), [
    (Mark(), "", "`v` ", []),
    (Mark("toy", "2"), "Since toy 2.", "`v` since toy 2", ["since='2'"]),
    (Mark("toy", "", "2", "3"), "Gone since toy 3.", "`v` until toy 2", ["until='2'", "removed_in='3'"]),
    (Mark("toy", "1", "2", "3", ("a.b", "c")), "Since toy 1, gone since 3; use `a.b` or `c`.",
     "`v` since toy 1 until toy 2, then `a.b` or `c`", ["since='1'", "until='2'", "removed_in='3'", "replaced_by=('a.b', 'c')"]),
    (Mark("toy", instead=("b",)), "Deprecated: the platform may take it away; use `b`.", "`v` then `b`", ["replaced_by=('b',)"]),
])  # fmt: skip
def test_mark(mark: Mark, sentence: str, value: str, parts: list[str]) -> None:
    assert (mark.sentence(), mark.of_value("v"), mark.parts) == (sentence, value, parts)


def test_names_on_the_wire() -> None:
    mark = Mark("toy", "", "2", "3", ("old_name",), ("oldName",))
    assert (mark.sentence(), mark.sentence(wire=True)) == (
        "Gone since toy 3; use `old_name`.", "Gone since toy 3; use `oldName`.")  # fmt: skip


def test_told() -> None:
    """Of values beside the history of what has them; what a document writes under our word counts for nothing."""
    found = PartHistory(Mark("toy", "2"), {"a b": Mark("toy", "2"), "c": Mark()})
    assert found.entry == "History(since='2', values={'a b': History(since='2')})"
    assert found.sentences() == "Since toy 2. Values: `a b` since toy 2; `c` ."
    assert (PartHistory().entry, PartHistory().sentences()) == ("", "")
    none = PartHistory()
    assert [history_of(each) for each in ({HISTORY: found}, {HISTORY: "x"}, {}, None)] == [found, none, none, none]


def test_releases() -> None:
    assert releases({}) == ""
    assert releases({"x-package": "toy", "x-releases": ["1", "2"]}) == "Releases('toy', ('1', '2'))"
