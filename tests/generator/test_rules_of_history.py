"""Proves that marks are looked at wherever they stand; what is refused of them has rows in `table/history.yaml`."""

from __future__ import annotations

from typing import Any

import pytest
from generator.places import Refusals
from generator.rules_of_history import HistoryRules

pytestmark = pytest.mark.one_python("what is generated is the same on all")

WRONG = {"x-since": "9"}
THING = {"properties": {"f": WRONG}}
CONTENT = {"content": {"application/json": {"schema": THING}}}


@pytest.mark.parametrize(("place", "document"), [
    ("paths /a get x-since", {"paths": {"/a": {"get": {"responses": {}, **WRONG}}}}),
    ("paths /a parameters 0 x-since", {"paths": {"/a": {"parameters": [{"name": "q", **WRONG}]}}}),
    ("paths /a get requestBody content application/json schema properties f x-since",
     {"paths": {"/a": {"get": {"responses": {}, "requestBody": CONTENT}}}}),
    ("paths /a get responses 200 content application/json schema properties f x-since",
     {"paths": {"/a": {"get": {"responses": {"200": CONTENT}}}}}),
    ("components parameters q x-since", {"components": {"parameters": {"q": WRONG}}}),
    ("components responses r content application/json schema properties f x-since",
     {"components": {"responses": {"r": CONTENT}}}),
    ("components schemas T x-since", {"components": {"schemas": {"T": {"allOf": [THING], **WRONG}}}}),
    ("components schemas T allOf 0 properties f x-since", {"components": {"schemas": {"T": {"allOf": [THING]}}}}),
    ("components schemas T anyOf 0 properties f x-since", {"components": {"schemas": {"T": {"anyOf": [THING]}}}}),
    ("components schemas T items properties f x-since", {"components": {"schemas": {"T": {"items": THING}}}}),
    ("components schemas T x-values v x-since", {"components": {"schemas": {"T": {"enum": ["v"], "x-values": {"v": WRONG}}}}}),
])  # fmt: skip
def test_every_place(place: str, document: Any) -> None:
    refusals = Refusals()
    HistoryRules({"paths": {}, "x-package": "toy", "x-releases": ["1", "2"], **document}, refusals).check()
    assert place in [" ".join(map(str, each.place)) for each in refusals.all]
