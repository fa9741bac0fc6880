"""Proves that what has not the outline of a seed is refused, by its place."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.seeds import check_seed


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"agnets": []}, "promptrails holds a field that is not known"),
        ({"agents": {}}, r"promptrails\.agents must be array"),
        ({"agents": [1]}, r"promptrails\.agents\.0 must be object"),
        ({"keys": [{}]}, r"keys\.0\.token is required"),
        ({"options": {"failure": ""}}, r"options\.failure must not be empty"),
        ({"options": {"flat_errors": 1}}, r"options\.flat_errors must be boolean"),
        ({"agents": [{"a": float("nan")}]}, "infinite or not a number"),
    ],
)
def test_a_slip_is_named(data: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        check_seed(data)


def test_nothing_is_a_seed() -> None:
    check_seed({})
