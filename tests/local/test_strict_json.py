"""Proves that JSON is read strictly and written strictly: what comes back is what was there, or nothing does."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.strict_json import DEEPEST, BrokenJson, check_json, read_json, write_json


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "property name"), (b"\xff", "not UTF-8"),
        (b"[NaN]", "NaN is not JSON"), (b"1e999", "infinite"),
        (b'"\\ud800"', "surrogate"), (b"1" * 5000, "too many digits"), (b"[" * 5000 + b"]" * 5000, "nested too deeply"),
        (b"", "Expecting value"),
    ],
)  # fmt: skip
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(BrokenJson, match=reason):
        read_json(data)


def nested(levels: int) -> Any:
    """Lists in lists."""
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


def test_how_deep_it_may_be() -> None:
    check_json(nested(DEEPEST))
    with pytest.raises(BrokenJson, match="nested too deeply"):
        check_json(nested(DEEPEST + 1))


@pytest.mark.parametrize("value", [{1: 2}, float("inf"), "\udc00", {"\udc00": 1}, object(), {"a": {1, 2}}])
def test_what_cannot_be_written(value: object) -> None:
    with pytest.raises(BrokenJson):
        check_json(value)


def test_what_is_written_can_be_read() -> None:
    value = {"a": [1, 2.5, None, True, "ü"], "b": {}}
    assert write_json(value) == '{"a":[1,2.5,null,true,"ü"],"b":{}}'.encode()
    assert read_json(write_json(value)) == value


def test_where_it_is_broken() -> None:
    with pytest.raises(BrokenJson) as caught:
        read_json(b'{"a": }')
    assert caught.value.offset == 6
