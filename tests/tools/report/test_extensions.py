"""Proves that every extension of ours has a rule, and what it says."""

from __future__ import annotations

from typing import Any

import pytest
from generator.grammar import EXTENSIONS

from tools.report.extensions import RULES, extensions
from tools.report.history import WORDS

pytestmark = pytest.mark.one_python("it compares data")

STREAM = {"events": {"a": "#/components/schemas/A"}, "ends": ["a"]}
ROWS: list[tuple[str, Any, Any, list[str]]] = [
    ("x-repeatable", True, False, ["changed is no longer sent again where its answer was lost: such a call fails at once"]),
    ("x-repeatable", False, True, ["changed is sent again where its answer was lost: the platform may get it twice"]),
    ("x-repeatable", True, "answered",
     ["changed is sent again only after an answer of 429, 500 or 503: such a call fails at once where its answer was lost"]),
    ("x-repeatable", "answered", True, ["changed is sent again where its answer was lost: the platform may get it twice"]),
    ("x-repeatable", "answered", False, ["changed is not sent again, whatever is answered: such a call fails at once"]),
    ("x-unwrap", "data", None, ["breaking answers all of the envelope; it answered data"]),
    ("x-discard", None, True, ["breaking answers nothing (None) any more"]),
    ("x-also", {"a": "m"}, {"b": "m"}, ["breaking is no longer there as a.m too", "added is there as b.m too"]),
    ("x-answers", None, "dicts", ["breaking answers are dicts; they were objects"]),
    ("x-by-hand", None, True, ["changed the method is written by hand now"]),
    ("x-page", True, None, ["breaking counts no pages any more: the method that goes through all of them is gone"]),
    ("x-spread", None, True, ["added takes keywords of any name"]),
    ("x-spread", True, None, ["breaking takes no keywords of any name any more: it is an object"]),
    ("x-items", "a", "b", ["changed the items of a page are in b; they were in a"]),
    ("x-items", "a", None, ["breaking is no page of items any more"]),
    ("x-items", None, "b", ["added is a page of the items in b"]),
    ("x-pages", "a.b", "c", ["changed the number of pages is in c; it was in a.b"]),
    ("x-itself", None, "data", ["breaking an object answers itself under data; it did under nothing"]),
    ("x-stream", None, STREAM, ["breaking answers a stream of events"]),
    ("x-stream", STREAM, STREAM | {"ends": ["b"]}, ['changed the stream ends with ["b"]; it ended with ["a"]']),
    ("x-stream", STREAM, STREAM | {"events": {"b": "#/B"}},
     ["breaking the stream has no event a any more", "added the stream has an event b"]),
    ("x-stream", STREAM, STREAM | {"events": {"a": "#/B"}}, ["breaking the stream's event a is a B; it was a A"]),
    ("x-positional", ["a"], ["a", "b"], ["added the argument b may be given by position"]),
    ("x-positional", ["a", "b"], ["b"], ['breaking by position go ["b"]; it were ["a", "b"]']),
    ("x-result", "R", None, ["breaking calls answer failures as nothing; it was R"]),
    ("x-python-name", None, "b", ["breaking is called b in Python; it was as on the wire"]),
    ("x-python-type", "str", "int", ["breaking its type in Python is int; it was str"]),
    ("x-python-type", "str", "str | int", ["changed its type in Python is str | int; it was str"]),
    ("x-hidden", None, True, ["breaking is for callers no more"]),
    ("x-hidden", True, False, ["added is for callers now"]),
    ("x-omit-empty", None, True, ["changed is not sent where it is empty"]),
    ("x-absent", None, "", ['changed reads as "" where it did not come; it was nothing']),
    ("x-null-absent", None, True, ["changed null reads as if it had not come"]),
    ("x-aliases", ["a"], ["b"], ["breaking is no longer read where it comes as a", "added is read also where it comes as b"]),
    ("x-alone", True, None, ["breaking one object no longer stands for the list that holds it"]),
    ("x-secret", None, True, ["changed is hidden in a repr"]),
    ("x-package", None, "toy", ["changed the vendor's package is toy; it was nothing"]),
    ("x-promised", None, True, ["added its type says that it is there"]),
    ("x-redirects", True, None, ["changed follows no redirect any more"]),
    ("x-releases", ["1", "2"], ["2", "3", "4"],
     ["changed the contract covers the releases 1 no more", "added the contract covers the releases 3, 4"]),
    ("x-left-out", {"a": "b", "c": "d"}, {"a": "e", "f": "g"},
     ["added c is left out no more", "changed a is left out: e", "changed f is left out: g"]),
    ("x-nobody", 1, 2, []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "wanted"), ROWS)
def test_what_an_extension_means(name: str, old: Any, new: Any, wanted: list[str]) -> None:
    was, now = ({} if each is None else {name: each} for each in (old, new))
    assert [" ".join(each) for each in extensions(was, now)] == wanted


def test_what_a_type_breaks() -> None:
    """A wider one breaks who gets it, a narrower one who gives it."""
    wide, narrow = {"x-python-type": "str | None"}, {"x-python-type": "str"}
    assert [grade for grade, _ in (*extensions(narrow, wide, False), *extensions(wide, narrow, True))] == [
        "breaking"
    ] * 2
    assert [grade for grade, _ in (*extensions(wide, narrow, False), *extensions(narrow, wide, True))] == [
        "changed"
    ] * 2


def test_every_extension_has_a_rule_and_a_row() -> None:
    """A new one is told all the same, in words that fit each; better ones are for who adds it."""
    assert RULES.keys() | WORDS == EXTENSIONS.keys() == ({name for name, *_ in ROWS} - {"x-nobody"}) | WORDS
