"""Proves that a request is read as the contract says: its path, its query, its headers, its body."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.answer import Answer
from promptport_local.call import Call

from .trees import JSON, Served


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("limit=5", {"limit": 5}),
        ("limit=5&limit=6", {"limit": 6}),
        ("deep=true&score=1.5", {"deep": True, "score": 1.5}),
        ("score=-2", {"score": -2}),
        ("tag=a&tag=b", {"tag": ["a", "b"]}),
        ("ids=1,2,3", {"ids": [1, 2, 3]}),
        ("other=1", {}),
    ],
)
def test_queries_are_read_as_their_types(served: Served, query: str, read: dict[str, Any]) -> None:
    seen: list[Call] = []

    def behave(call: Call) -> Answer:
        seen.append(call)
        return Answer.json({"leaf": "x"})

    served.platform.behaviours["trees_list"] = behave
    answer = served("GET", f"/trees?{query}", headers={"X-Trace": "1"})
    assert (answer.status_code, seen[0].query, "X-Example" in answer.headers) == (200, read, False)


@pytest.mark.parametrize(
    ("query", "trace"),
    [
        ("limit=x", "1"),
        ("limit=0", "1"),
        ("limit=" + "9" * 5000, "1"),
        ("deep=yes", "1"),
        ("ids=1,x", "1"),
        ("", "x"),
        ("", "1x"),
        ("", None),
    ],
)
def test_queries_and_headers_that_break_their_schema(served: Served, query: str, trace: str | None) -> None:
    answer = served("GET", f"/trees?{query}", headers={"X-Trace": trace} if trace else {})
    assert answer.status_code == 422


def test_a_path_parameter_is_validated(served: Served) -> None:
    assert served("GET", "/trees/oak/leaves/three").status_code == 422


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"leaf": "x"}', 200),
        (b'{"more": {"more": {"leaf": "x"}}}', 200),
        (b'{"more": {"more": {"leaf": 1}}}', 422),
        (b"", 422),
        (b"{", 400),
        (b'{"more":' * 150 + b"{}" + b"}" * 150, 200),
        (b'{"more":' * 300 + b"{}" + b"}" * 300, 400),
        (b'{"more":' * 50_000, 400),
    ],
)
def test_bodies(served: Served, body: bytes, status: int) -> None:
    answer = served("POST", "/trees", content=body, headers={"Content-Type": JSON})
    if status == 200 and body.count(b"more") == 150:
        # So deep, a schema that refers to itself may be too much: refused like broken JSON, never a failure.
        assert answer.status_code in (200, 400)
    else:
        assert answer.status_code == status
    assert served.violations == []


def test_a_body_of_another_type_is_refused(served: Served) -> None:
    assert served("POST", "/trees", content=b"a=1", headers={"Content-Type": "text/csv"}).status_code == 422
    assert (
        served("POST", "/trees", content=b"{}", headers={"Content-Type": f"{JSON}; charset=utf-8"}).status_code == 200
    )
    assert served("POST", "/trees", content=b"{}").status_code == 200
