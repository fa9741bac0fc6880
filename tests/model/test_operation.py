"""Proves that an operation is data with the defaults of the plainest one: a GET of JSON without arguments or credentials."""

from __future__ import annotations

import pickle

from promptport.model import Operation, Parameter, Request


def test_the_plainest_operation() -> None:
    operation = Operation("ping", "GET", "/ping", "https://one.example")
    assert operation == (
        "ping",
        "GET",
        "/ping",
        "https://one.example",
        (),
        False,
        "application/json",
        "",
        (),
        frozenset(),
        False,
        False,
        (),
        False,
        None,
    )


def test_calls_can_be_pickled() -> None:
    """Operation and arguments, which is all that a call is."""
    operation = Operation(
        "ping", "GET", "/ping/{name}", "https://one.example", parameters=(Parameter("name", "n", "path", "string"),)
    )
    request = Request(operation, {"name": "a/b"})
    assert pickle.loads(pickle.dumps(request)) == request
    assert (operation.parameters[0].required, operation.parameters[0].default) == (False, None)
