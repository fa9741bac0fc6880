"""Proves what marks may say; all that is refused of them has a row in `table/history.yaml`."""

from __future__ import annotations

from typing import Any

import pytest
from generator.marks import MarkRules
from generator.places import Refusals

pytestmark = pytest.mark.one_python("what is generated is the same on all")

DOCUMENT: dict[str, Any] = {"paths": {"/a": {"get": {"operationId": "a_b", "tags": ["a"], "responses": {}}}},
                            "x-package": "toy", "x-releases": ["1", "2", "3"]}  # fmt: skip


def refused(node: dict[str, Any], whole: bool = True, required: bool = False) -> list[Any]:
    """The words at which something is refused."""
    refusals = Refusals()
    rules = MarkRules(DOCUMENT, refusals, whole)
    rules.document()
    rules.check(node, (), required)
    rules.leads(node, (), {"there": {}, "gone": {"x-until": "1"}}.get, "field")
    return [each.place for each in refusals.all]


@pytest.mark.parametrize(("node", "places"), [
    ({}, []),
    ({"x-since": "2"}, []),
    ({"x-since": "2", "x-until": "2", "x-replaced-by": "there"}, []),
    ({"x-until": "1", "x-replaced-by": ["there", "a_b.c"]}, [("x-replaced-by", 1)]),
    ({"x-until": "1", "x-replaced-by": "gone"}, [("x-replaced-by",)]),
    ({"deprecated": True, "x-replaced-by": "there"}, []),
    ({"x-replaced-by": "there"}, [("x-replaced-by",)]),
    ({"x-since": "1"}, [("x-since",)]),
    ({"x-until": "3"}, [("x-until",)]),
    ({"x-since": "4", "x-until": "0"}, [("x-since",), ("x-until",)]),
])  # fmt: skip
def test_marks(node: Any, places: Any) -> None:
    assert refused(node) == places


def test_what_is_required_is_always_there() -> None:
    assert refused({"x-until": "1"}, required=True) == [("x-until",)]


def test_what_was_left_out_is_not_missed() -> None:
    """It was refused for something else."""
    assert refused({"x-until": "1", "x-replaced-by": "nowhere"}, whole=False) == []
