"""Proves that every error of ours is an `Error`, survives pickling, and says where, why and what to do."""

from __future__ import annotations

import copy
import inspect
import pickle
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import promptport
from promptport.errors import CallError, Error
from promptport.prompt.values import RenderError
from promptport.xr2 import PromptNotFoundError, VariableError

for module in walk_packages(promptport.__path__, "promptport."):
    if not module.name.startswith(("promptport.cli", "promptport_local")):
        import_module(module.name)


def family(root: type[Error]) -> list[type[Error]]:
    """A class and everything that derives from it."""
    return [root, *(found for child in root.__subclasses__() for found in family(child))]


@pytest.mark.parametrize("kind", sorted(set(family(Error)), key=str))
def test_every_error_survives_pickling_and_copying(kind: type[Error]) -> None:
    """An error that crosses a process keeps its class, its text and its data."""
    needed = [
        each.name
        for each in inspect.signature(kind).parameters.values()
        if each.default is each.empty and each.kind not in (each.VAR_POSITIONAL, each.VAR_KEYWORD)
    ]
    known = {"status_code": 404, "failed": {"p": CallError("what happened", 503)}, "prompts": {}}
    given: dict[str, Any] = {name: known.get(name, "what happened") for name in needed}
    error = kind(**given)
    error.__dict__["extra"] = {"a": [1]}

    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is kind
        assert str(twin) == str(error)
        assert repr(vars(twin)) == repr(vars(error))


def test_errors_with_arguments_of_their_own_survive_too() -> None:
    """So do those whose constructors take more than a text."""
    for error in (
        RenderError("", ["a"], {"b": "a"}, {"c": "int"}, ["d"]),
        VariableError("no a", ["a"]),
        CallError(
            "m", 503, kind="status", platform="xr2", operation="o", retry_after=3.0, attempts=2, hint="h", details=[1]
        ),
    ):
        twin = pickle.loads(pickle.dumps(error))
        assert (str(twin), vars(twin)) == (str(error), vars(error))


def test_text_of_a_failed_call() -> None:
    """The platform's words first, then the facts, then the remedy; nothing of it where there is nothing to tell."""
    error = PromptNotFoundError(
        "No prompt.", 404, platform="xr2", operation="get_prompt", attempts=1, hint="Check the slug."
    )

    assert str(error) == "No prompt. (HTTP 404, xr2 get_prompt) Check the slug."
    assert error.message == "No prompt."
    assert str(PromptNotFoundError("No prompt.")) == "No prompt."
    full = CallError("Busy.", 503, platform="p", operation="o", attempts=4, request_id="r1", retry_after=30.0)
    assert str(full) == "Busy. (HTTP 503, p o, after 4 attempts, request r1, retry after 30 s)"


@pytest.mark.parametrize(
    ("status", "kind", "refused", "passing"),
    [
        (401, "status", True, False),
        (403, "status", True, False),
        (407, "status", True, False),
        (400, "status", False, False),
        (404, "status", False, False),
        (302, "status", False, False),
        (429, "status", False, True),
        (503, "status", False, True),
        (0, "unreadable", False, False),
        (0, "timeout", False, True),
    ],
)
def test_what_a_failure_is(status: int, kind: Any, refused: bool, passing: bool) -> None:
    """A refusal is of the account; what is none and passes not by itself is no good answer all the same."""
    error = CallError("no", status, kind=kind)
    assert (error.refused, error.passing) == (refused, passing)
