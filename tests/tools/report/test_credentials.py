"""Proves when a change of the security of a contract breaks who calls it."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.wire import wire

from .conftest import Compare, edited

pytestmark = pytest.mark.one_python("it compares data")

POST, SCHEMES = "paths /things post", "components securitySchemes"
ROWS: list[tuple[dict[str, Any], list[str]]] = [
    ({f"{POST} security": [{"a": [], "b": []}, {"c": []}]}, ["breaking asks for a and b or c as credentials"]),
    ({f"{POST} security": [{"key": []}, {"c": []}]}, ["changed asks for key or c as credentials"]),
    ({f"{POST} security": [{"key": [], "c": []}]}, ["breaking asks for c and key as credentials"]),
    ({f"{POST} security": []}, ["changed asks for nothing as credentials"]),
    ({f"{SCHEMES} key scheme": "basic"}, ["breaking the credentials key are of another kind (basic; it was bearer)"]),
    ({f"{SCHEMES} key description": "Ours."}, []),
    ({f"{SCHEMES} key": None, f"{SCHEMES} token": {"type": "http", "scheme": "bearer"}, "security": [{"token": []}]},
     ["changed the credentials key are gone", "changed the credentials token are new"]),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "wanted"), ROWS)
def test_what_a_change_means(compare: Compare, edits: dict[str, Any], wanted: list[str]) -> None:
    """What was enough and is no more breaks; another name of the same does not."""
    assert [f"{grade} {what}" for grade, _, what in compare(edits)] == wanted


def test_credentials_where_there_were_none_break(compare: Compare) -> None:
    """Not where one may go without them still."""
    assert [each[0] for each in compare({f"{POST} security": []}, back=True)] == ["breaking"]
    none, either = edited({f"{POST} security": []}), edited({f"{POST} security": [{"key": []}, {}]})
    assert [each.grade for each in wire("t", none, either)] == ["changed"]
