"""Stands in for Promptic: answers with the contract's examples or as told, and keeps what arrives. And a call of each method."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

import httpx
from generator import contract

from promptport.promptic import PrompticClient

CONTRACT: dict[str, Any] = contract.unpacked(
    resources.files("promptport_api.promptic").joinpath("contract.json").read_text("utf-8")
)
WAITS = {"wait_for_evaluation", "wait_for_experiment"}
BESIDE = {"download_artifact", "list_models"}  # by the names of others
OTHERS = {"send", "close", "with_options", *WAITS, *BESIDE}
SAMPLES: dict[str, Any] = {
    "observations": [{"variables": {"ticket": "a"}, "expected": "b"}],
    "evaluators": [{"name": "n", "type": "f1", "weight": 1.0}],
    "cases": [{"inputPayload": {"ticket": "a"}, "expectedPayload": "b"}],
    "tools": [{"name": "refund", "description": "Gives money back."}],
    "test_cases": [{"query": "q", "expectedTool": "refund"}],
    "observation_id": 7,
    "iteration_id": 7,
    "case_id": 7,
}


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Verb, path and description of every operation."""
    for path, item in CONTRACT["paths"].items():
        for verb, operation in item.items():
            yield verb.upper(), path, operation


OPERATIONS: dict[str, dict[str, Any]] = {each["operationId"]: each for _, _, each in operations()}
LATER = {name for name, each in OPERATIONS.items() if "x-since" in each}  # than the vendor's 0.14.2
METHODS: dict[str, inspect.Signature] = {
    name: inspect.signature(member)
    for name, member in inspect.getmembers(PrompticClient, inspect.isfunction)
    if not name.startswith("_") and name not in OTHERS
}


def needed(method: str, **other: Any) -> dict[str, Any]:
    """The arguments that a method can't do without, and others in their place."""
    names = [each.name for each in METHODS[method].parameters.values() if each.kind is not each.VAR_KEYWORD]
    defaults = {each.name for each in METHODS[method].parameters.values() if each.default is not each.empty}
    given = {name: SAMPLES.get(name, f"{name} 1") for name in names if name not in {"self", *defaults}}
    return {**given, **other}


def example(operation: str) -> httpx.Response:
    """The contract's answer to a success."""
    for status, answer in OPERATIONS[operation]["responses"].items():
        if status.startswith("2"):
            content = answer.get("content", {}).get("application/json")
            return httpx.Response(int(status), json=content["example"]) if content else httpx.Response(int(status))
    raise LookupError(operation)


def operation_of(method: str, path: str) -> str:
    """Which operation a request is. A literal step goes before a parameter."""
    found: list[tuple[int, str]] = [
        (template.count("{"), each["operationId"])
        for verb, template, each in operations()
        if verb == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path)
    ]
    return min(found)[1]


class Wire:
    """What carries the requests of a client under test.

    Args:
        answers: What the next requests meet; afterwards each meets the contract's example.

    Attributes:
        seen: The requests, in order.
    """

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.seen: list[httpx.Request] = []
        self.transport = httpx.MockTransport(self._answer)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        path = request.url.raw_path.decode().partition("?")[0]
        met = self.answers.pop(0) if self.answers else example(operation_of(request.method, path))
        if isinstance(met, Exception):
            raise met
        return met

    @property
    def last(self) -> httpx.Request:
        """The last request."""
        return self.seen[-1]

    @property
    def body(self) -> Any:
        """Its body; None where it has none."""
        return json.loads(self.last.content) if self.last.content else None
