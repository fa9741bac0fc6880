"""Proves how values are written as JSON, and which parts of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

import pytest

from promptport.errors import ArgumentError
from promptport.xr2.dumping import Dump, written
from promptport.xr2.models import CheckAPIKeyResponse, RenderedPrompt


class Colour(Enum):
    RED = "red"


NAME = UUID("12345678-1234-5678-1234-567812345678")
WRITTEN: list[tuple[Any, Any]] = [
    (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00Z"),
    (datetime(2026, 1, 2, tzinfo=timezone(timedelta(hours=2))), "2026-01-02T00:00:00+02:00"),
    (datetime(2026, 1, 2), "2026-01-02T00:00:00"),
    (date(2026, 1, 2), "2026-01-02"),
    (NAME, str(NAME)),
    (Decimal("1.50"), "1.50"),
    (PurePosixPath("/a"), "/a"),
    (Colour.RED, "red"),
    (b"x", "x"),
    ((1, {2}), [1, [2]]),
    ({3: date(2026, 1, 2)}, {"3": "2026-01-02"}),
    (CheckAPIKeyResponse(ok=True, user="u"), {"ok": True, "user": "u"}),
]


@pytest.mark.parametrize(("value", "expected"), WRITTEN)
def test_how_a_value_is_written(value: Any, expected: Any) -> None:
    """As JSON has it; in Python's mode only models become dictionaries."""
    rendered = RenderedPrompt(trace_id="t", variables_used={"v": value})

    assert Dump("json").fields(rendered, {"variables_used"}) == {"variables_used": {"v": expected}}
    same = value if not isinstance(value, CheckAPIKeyResponse) else expected
    assert Dump().fields(rendered, {"variables_used"}) == {"variables_used": {"v": same}}


def test_what_json_has_not() -> None:
    """It is refused with the remedy named, unless `fallback` makes something of it; what is no number is null."""
    rendered = RenderedPrompt(trace_id="t", variables_used={"v": object()})

    with pytest.raises(ArgumentError, match="`fallback`"):
        Dump("json").fields(rendered)
    with pytest.raises(ArgumentError, match="UTF-8"):
        Dump("json").fields(RenderedPrompt(trace_id="t", variables_used={"v": b"\xff"}))
    assert Dump("json", fallback=lambda _: 3).fields(rendered)["variables_used"] == {"v": 3}
    assert written({"a": [float("nan"), 1.5], "é": "é"}) == '{"a":[null,1.5],"é":"é"}'
    assert written({"é": 1}, 1, ensure_ascii=True) == '{\n "\\u00e9": 1\n}'


def test_parts() -> None:
    """Named in `include`, unless named in `exclude`; both go down into what a field holds."""
    rendered = RenderedPrompt(trace_id="t", variables_used={"a": [{"x": 1, "y": 2}, {"x": 3}], "b": 4})

    def parts(include: Any, exclude: Any) -> Any:
        return Dump().fields(rendered, include, exclude).get("variables_used")

    assert parts({"variables_used": {"a": {0}}}, None) == {"a": [{"x": 1, "y": 2}]}
    assert parts(None, {"variables_used": {"a": {"__all__": {"x"}}}}) == {"a": [{"y": 2}, {}], "b": 4}
    assert parts({"variables_used": True}, {"variables_used": {"b": ...}}) == {"a": [{"x": 1, "y": 2}, {"x": 3}]}
    assert parts({"variables_used": False}, None) is None
    assert parts(None, {"variables_used": False}) is not None
