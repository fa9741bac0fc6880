"""Proves that an answer grows into what a client reads, whatever it wants: objects, lists, texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tools.vendors.driven import reading
from tools.vendors.growing import grown, put


def page(body: Any) -> Any:
    return [float(body["total"]) if body.get("total") else 0.0, [each["id"] for each in body["data"]]]


def strict(body: Any) -> Any:
    return body["name"].upper(), body["of"]["deep"].get("key")


def same(body: Any) -> Any:
    return body.get("data", body)


def whole(body: Any) -> Any:
    return [each["id"] for each in body]


@pytest.mark.parametrize(
    ("read", "answer"),
    [
        (page, {"$": None, "data": [{"$": None, "id": "id-1"}]}),
        (strict, {"$": None, "name": "name-1", "of": {"$": None, "deep": {"$": None}}}),
        (same, {"$": None, "data": {"$": None}}),
        (whole, [{"$": None, "id": "id-1"}]),
        (lambda _: None, {"$": None}),
    ],
)
def test_an_answer_grows(read: Callable[[Any], Any], answer: Any) -> None:
    """It has what is read, of the kind that can be read."""

    def ask(tried: Any) -> dict[str, Any]:
        reading.begin()
        found = None
        try:
            found = read(reading.noted(tried))
        except Exception as error:
            return {"read": reading.read(), "raised": repr(error)}
        return {"read": reading.read(), "same": getattr(found, "path", None)}

    made = grown(ask)

    assert made == answer
    assert "raised" not in ask(made)


def test_a_place_that_is_not_there() -> None:
    """What has no place is not put."""
    answer: dict[str, Any] = {"a": [{}], "b": None}
    for path in ("a.[].c", "b.c", "d.e"):
        put(answer, path, 1)
    assert answer == {"a": [{"c": 1}], "b": None}
