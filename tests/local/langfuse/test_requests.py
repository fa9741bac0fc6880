"""Proves how a query is read, where the contract alone does not say it."""

from __future__ import annotations

import pytest

from promptport_local.call import Call, read_call
from promptport_local.contract import Contract
from promptport_local.langfuse.requests import read_again

CONTRACT = Contract.load("langfuse")


def read(path: str, query: str, method: str = "GET") -> Call:
    match = CONTRACT.match(method, f"/api/public/v2/prompts{path}")
    assert match.operation is not None
    call = read_call(CONTRACT, match.operation, match.path, query, [], b"")
    read_again(call)
    return call


@pytest.mark.parametrize("query", ["", "version=", "version=0&label=", "label=", "resolve=true"])
@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_empty_is_as_good_as_nothing(query: str, method: str) -> None:
    call = read("/p", query, method)
    assert call.problems == []
    assert not call.query.keys() & {"version", "label"}


@pytest.mark.parametrize(
    "query", ["version=a", "version=1.5", "version=1&version=1", "label=a&label=b", "resolve=", "resolve=1"]
)
def test_what_is_refused_of_a_choice(query: str) -> None:
    assert read("/p", query).problems


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("", []), ("limit=100&page=1&name=&version=3", []), ("limit=101", ["limit"]), ("limit=0&page=0", ["page", "limit"]),
        ("page=", ["page"]), ("name=a&name=b", ["name"]), ("other=a&other=b", []),
        ("fromUpdatedAt=2026-01-15T09:30:00.5Z&toUpdatedAt=2026-01-15T09:30:00%2B02:00", []),
        ("fromUpdatedAt=2026-01-15", ["fromUpdatedAt"]), ("toUpdatedAt=2026-01-15T09:30:00", ["toUpdatedAt"]),
    ],
)  # fmt: skip
def test_what_is_refused_of_a_list(query: str, wrong: list[str]) -> None:
    assert [each.where for each in read("", query).problems] == [("query", name) for name in wrong]
