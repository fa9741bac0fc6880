"""Proves the way of a request through a platform: what it answers is judged as well."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.answer import Answer
from promptport_local.call import Call

from .trees import JSON, Served


def test_examples_of_other_kinds(served: Served) -> None:
    stream = served("GET", "/stream", headers={"Accept": "text/event-stream"})
    assert stream.headers["Content-Type"] == "text/event-stream"
    assert stream.text == "event: done\ndata: {}\n\n"
    assert served("GET", "/stream").json() == {"whole": True}
    assert served("GET", "/null").json() is None
    gone = served("DELETE", "/trees/oak")
    assert (gone.status_code, gone.content, gone.headers["X-Example"]) == (204, b"", "1")


def fail(_: Call) -> Answer:
    raise ZeroDivisionError("by zero")


@pytest.mark.parametrize(
    ("behaviour", "text"),
    [
        (lambda _: Answer.json({"leaf": 1}), "body.leaf must be string"),
        (lambda _: Answer.json({}, 201), "no answer with status 201"),
        (lambda _: Answer.text("hello"), "no body of type text/plain"),
        (lambda _: Answer(200, b"{", JSON), "not JSON"),
        (fail, "ZeroDivisionError: by zero"),
    ],
)
def test_an_answer_that_breaks_the_contract_says_so(served: Served, behaviour: Any, text: str) -> None:
    served.platform.behaviours["trees_default"] = behaviour
    answer = served("GET", "/trees/default")
    assert answer.status_code == 500
    assert text in answer.text
    (violation,) = served.violations
    assert (violation.platform, violation.operation, text in violation.text) == ("trees", "trees_default", True)


def test_an_operation_without_an_example_says_so(served: Served) -> None:
    assert served("GET", "/bare").status_code == 500
    assert "no example" in served.violations[0].text
