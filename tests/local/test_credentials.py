"""Proves which credential a request carries."""

from __future__ import annotations

from typing import Any

import pytest

from .trees import Served


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ({}, 401),
        ({"headers": {"X-API-Key": "k"}}, 200),
        ({"headers": {"X-API-Key": ""}}, 401),
        ({"headers": {"Authorization": "Bearer t"}}, 401),
        ({"headers": {"Authorization": "bearer t"}, "params": {"workspace": "w"}}, 200),
        ({"headers": {"Authorization": "Basic t"}, "params": {"workspace": "w"}}, 401),
        ({"headers": {"Cookie": "a=b; session=s"}}, 200),
    ],
)
def test_credentials_of_every_kind(served: Served, rest: dict[str, Any], status: int) -> None:
    answer = served("GET", "/secret", **rest)
    assert answer.status_code == status
    if status == 401:
        assert answer.json() == {"error": "Example of an error."}
