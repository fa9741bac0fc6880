"""Proves what the local xR2 says that xR2's database can't hold."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.xr2.database import objection, too_long


@pytest.mark.parametrize(
    "value", ["a\0", "\ud800", float("nan"), float("-inf"), {"a": ["\0"]}, {"\udfff": 1}, [[{"a": float("inf")}]]]
)
def test_what_it_cannot_hold(value: Any) -> None:
    assert objection("fine", value)


@pytest.mark.parametrize("value", ["", "ä😀", None, True, 10**400, 1.5, {"a": [1, None, {"": ""}]}])
def test_what_it_can(value: Any) -> None:
    assert objection(value) is None


def test_columns_have_a_length() -> None:
    assert too_long(user_id="u" * 255, session_id="s" * 100) is None
    assert too_long(user_id="u" * 256, session_id=None) == "the column user_id holds 255 characters"
    assert too_long(user_id=None, session_id="s" * 101) == "the column session_id holds 100 characters"
