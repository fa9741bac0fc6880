"""Proves how copies are shown, whatever they say of themselves."""

from __future__ import annotations

from pathlib import Path

from promptport.cache.listing import Listed
from promptport.cli.copies_view import as_data, in_order, summed, tables


def test_what_was_withdrawn() -> None:
    """It is no copy of a prompt, and does not look like one."""
    gone = Listed(Path("a"), 10, "xr2", "p", withdrawn=True)
    assert list(tables([gone], "disk"))[2].endswith("disk: withdrawn")
    assert as_data(gone, "disk")["withdrawn"] is True


def test_order() -> None:
    """Numbers as numbers; what can't be read comes last."""
    versions: list[int | str | None] = [10, "b", None, 9, "a"]
    copies = [Listed(Path("0"), 1), *(Listed(Path(str(each)), 1, "xr2", "p", each) for each in versions)]
    assert [each.version for each in in_order(copies)] == [None, "a", "b", 9, 10, None]


def test_sums() -> None:
    assert summed([]) == "0 copies (0 B)"
    assert summed([Listed(Path("a"), 9_999)]) == "1 copy (9,999 B)"
    assert summed([Listed(Path("a"), 1_000_000)] * 2000) == "2,000 copies (2,000,000 kB)"
