"""Proves that what is no state of xR2 is refused before any of it is added, by its place."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.xr2.seeds import check_seed


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"prompt": []}, "xr2 holds a field that is not known"),
        ({"keys": [{}]}, r"xr2\.keys\.0\.token is required"),
        ({"prompts": [{"slug": 1}]}, r"prompts\.0\.slug must be string"),
        ({"prompts": [{"slug": "p", "versions": [{"status": "live"}]}]}, "must be one of"),
        ({"ab_tests": [{"name": "t"}]}, "is required"),
    ],
)
def test_a_slip_is_named(data: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        check_seed(data)


def test_nothing_is_a_seed() -> None:
    check_seed({})
