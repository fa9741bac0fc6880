"""Proves what the docstring of a method tells beside its arguments."""

from __future__ import annotations

from typing import Any

import pytest
from generator.history import HISTORY, Mark, PartHistory
from generator.notices import DEPRECATED, deprecated, described, failures

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def test_what_is_raised() -> None:
    """Failures that are said in the same words stand together, and success is none."""
    answers = {
        "200": {"description": "It."},
        "401": {"description": "The key\nis  unknown."},
        "403": {"description": "The key is unknown."},
        "404": {},
        "default": {"description": 'Says """no""".'},
    }
    said = failures({"responses": answers}).replace("\n" + " " * 16, " ")
    assert said == (
        "promptport.Error: No good answer came, 401 or 403 (The key is unknown), 404, another status (Says "
        r"\"\"\"no\"\"\")."
    )
    assert failures({"responses": {}}) == "promptport.Error: No good answer came."
    with pytest.raises(ValueError, match="write it in quotes"):
        failures({"responses": {"400": {"description": 3}}})


def test_what_is_deprecated() -> None:
    assert deprecated({}) == ""
    assert deprecated({"deprecated": True}) == repr(DEPRECATED)
    assert deprecated({"deprecated": True, "description": "Use\n 'b'."}) == repr(f"{DEPRECATED} Use 'b'.")
    ended = {"deprecated": True, "description": "It.", HISTORY: PartHistory(Mark("toy", "", "1.0", "1.1"))}
    assert deprecated(ended) == repr("Gone since toy 1.1.")


@pytest.mark.parametrize(
    ("nodes", "wanted"),
    [
        ([{"description": "A."}], "A."),
        ([{}, {"description": "B."}], "B."),
        ([{"description": "A."}, {"deprecated": True}], f"A. {DEPRECATED}"),
        ([{"description": "- a\n- b\n", "deprecated": True}], f"- a\n- b\n\n{DEPRECATED}"),
        ([{"deprecated": True}], DEPRECATED),
        ([{"deprecated": False}], None),
        ([{"deprecated": True, "description": 3}], 3),
        ([{HISTORY: PartHistory(Mark("toy", "1.1"))}], "Since toy 1.1."),
        ([{"description": "A."}, {HISTORY: PartHistory(Mark("toy", "1.1"))}], "A. Since toy 1.1."),
        ([{"description": "A."}, {"properties": {}, HISTORY: PartHistory(Mark("toy", "1.1"))}], "A."),
        (
            [
                {"description": "A."},
                {"properties": {}, "deprecated": True, HISTORY: PartHistory(Mark("toy", "", "1.1", "1.2"))},
            ],
            "A.",
        ),
        ([{HISTORY: "somebody else's"}], None),
    ],
)
def test_what_is_described(nodes: Any, wanted: Any) -> None:
    """A list ends before the word; what is no text is refused by who writes it down."""
    assert described(*nodes) == wanted
