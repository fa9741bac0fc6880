"""Proves what a prompt of another format knows of itself, and that its edges can be left out."""

from __future__ import annotations

import pytest

from promptport.formats.outcome import Draft, Image, Slot, Turn, text_draft
from promptport.formats.pieces import Part, Value

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


def test_names_and_parts() -> None:
    draft = Draft(
        [
            Turn("user", [["a", Value("x", 1)], Image([Value("url", 2)])]),
            Slot("history"),
            Turn("user", [[Part("p", 3)]]),
        ]
    )
    assert (draft.names, draft.parts) == (["x", "url"], [Part("p", 3)])


def test_trimmed() -> None:
    draft = Draft([Turn("user", [["\n\na\n"], Image(["u"]), ["\n"]]), Slot("h"), Turn("user", [["\n"]])])
    assert draft.trimmed().turns == [Turn("user", [["a"], Image(["u"])]), Slot("h"), Turn("user", [[]])]


def test_text() -> None:
    assert text_draft(["a", "b"], note="n") == Draft([Turn("user", [["ab"]])], "text", note="n")
