"""Proves that a difference is told in one line, and that the gravest stand first."""

from __future__ import annotations

from tools.vendors.difference import ENDED, FIELD, METHOD, NEW, Difference, ordered


def test_a_line() -> None:
    assert Difference(NEW, METHOD, "things.get", "is new").line == "things.get: is new"
    assert Difference(NEW, METHOD, "things.get").line == "things.get"


def test_a_package_may_hold_any_text() -> None:
    assert Difference(NEW, METHOD, "a\x1b[31m", "is\nnew").line == "a\\x1b[31m: is\\nnew"


def test_order() -> None:
    field, gone, new = Difference(NEW, FIELD, "a"), Difference(ENDED, METHOD, "b"), Difference(NEW, METHOD, "c")

    assert ordered([field, gone, new, gone]) == [new, gone, field]
