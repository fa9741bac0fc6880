"""Proves that every method of `promptic_sdk`'s clients is here with the same parameters; what differs is meant."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from unittest.mock import ANY

import pytest
from promptport_api.promptic.client import AsyncClient, Client

from .vendor import ABSENT, Allowed, Call, Difference, differing, methods, not_allowed, unused

# Named this way, since a type checker need not have the vendor's package.
promptic_sdk: Any = import_module("promptic_sdk")
KINDS: dict[str, tuple[Any, Any]] = {
    "PrompticClient": (promptic_sdk.PrompticClient, Client),
    "AsyncPrompticClient": (promptic_sdk.AsyncPrompticClient, AsyncClient),
}
WRITTEN = "not of the contract, but of the room"
ALLOWED = (
    Allowed("*", "wait_for_evaluation*", ANY, ABSENT, WRITTEN),
    Allowed("*", "close*", ANY, ABSENT, WRITTEN),
    *(
        Allowed("*", f"{method}({name})", theirs, ours, "fields that change are called alike in all generated methods")
        for method, name in (("update_experiment", "updates"), ("update_observation", "data"), ("update_evaluator", "data"))
        for name, theirs, ours in ((name, ("VAR_KEYWORD", "required"), ABSENT), ("fields", ABSENT, ("VAR_KEYWORD", "required")))
    ),
    Allowed(
        "*", "duplicate_experiment(continue_from_optimized)", ("KEYWORD_ONLY", False), ("KEYWORD_ONLY", None),
        "the vendor's never sends false, and a default of the contract is always sent",
    ),
)  # fmt: skip


def surface(kind: type) -> dict[str, Any]:
    """The public methods of a class: whether they are awaited, what they answer, each parameter's kind and default."""
    found: dict[str, Any] = {}
    for name, signature in methods(kind).items():
        awaited = "coroutine" if inspect.iscoroutinefunction(getattr(kind, name)) else "method"
        found[name] = (awaited, str(signature.return_annotation).replace("models.", ""))
        for each in signature.parameters.values():
            default = "required" if each.default is each.empty else each.default
            found[f"{name}({each.name})"] = (each.kind.name, default)
    return found


def found() -> Iterator[Difference]:
    """What differs between each of the vendor's clients and ours."""
    for name, (theirs, ours) in KINDS.items():
        yield from differing(Call(name), surface(theirs), surface(ours))


def test_signatures_are_the_same() -> None:
    """Methods, answers, names, kinds and defaults of parameters are the vendor's, but for the allowed rows; none is idle."""
    assert not_allowed(found(), ALLOWED) == []
    assert unused(found(), ALLOWED) == []


@pytest.mark.parametrize(("theirs", "ours"), KINDS.values(), ids=KINDS)
def test_places_are_the_same(theirs: type, ours: type) -> None:
    """An argument that is given by its place goes where it went."""
    placed = inspect.Parameter.POSITIONAL_OR_KEYWORD
    order = [
        {name: [each.name for each in about.parameters.values() if each.kind is placed] for name, about in methods(kind).items()}
        for kind in (theirs, ours)
    ]  # fmt: skip

    assert len(order[0]) == 47
    assert {name: order[1][name] for name in order[0] if name in order[1]} == {
        name: order[0][name] for name in order[0] if name in order[1]
    }
