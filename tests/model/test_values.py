"""Proves what is said of values: their kind, never the value itself, and their names in Python."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from promptport.model import Unreadable, kind_of, snake


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, "an object"),
        ([], "a list"),
        (None, "null"),
        ("secret", "a str"),
        (7, "a int"),
        (True, "a bool"),
        (1.5, "a float"),
    ],
)
def test_kinds(value: Any, words: str) -> None:
    assert kind_of(value) == words


@pytest.mark.parametrize(
    ("name", "python"),
    [("targetModel", "target_model"), ("Already", "already"), ("x-trace-id", "x_trace_id"), ("a_b", "a_b")],
)
def test_names(name: str, python: str) -> None:
    assert snake(name) == python


def test_the_place_is_named_from_the_outside_in() -> None:
    wrong = Unreadable("a list", "null").under("parts").under("thing")
    assert str(wrong) == "thing.parts: expected a list, found null"
    assert str(Unreadable("JSON", "an empty body")) == "the answer: expected JSON, found an empty body"
    twin = pickle.loads(pickle.dumps(wrong))
    assert (str(twin), twin.where, isinstance(twin, ValueError)) == (str(wrong), ("thing", "parts"), True)
