"""How a contract reads in Python: what the templates ask for, and write down.

The generator's own view of a contract has neither extensions nor servers nor one shape for what goes out and another for
what comes in; this one has. Whatever is asked answers source code, or data that is put into source code as a literal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from answers import Answers, success
from arguments import Argument, Arguments, body
from contract import METHODS, Json, hidden
from fields import ModelField, fields
from names import python_name
from python_types import Types


class Method(NamedTuple):
    """One method of a resource: its name, its operation, and the package that has the operation's module."""

    name: str
    operation: Json
    package: str

    @property
    def module(self) -> str:
        """The operation's module."""
        return python_name(self.operation["operationId"])

    @property
    def walk(self) -> str:
        """The name of the method that goes through all pages; empty where there are none."""
        paged = any(each.get("x-page") for each in self.operation["parameters"])
        return self.name.replace("list", "iter", 1) if paged else ""


class View:
    """A resolved contract, asked by the templates.

    Args:
        document: What `contract.load` answers.

    Attributes:
        answers: The answers of its operations.
        itself: The name under which an object of an answer answers itself; empty where it doesn't.
        operations: Its operations by their ids, each with `path` and `method`.
        result: Whether calls answer failures as values.
        sent: The schemas that requests are made of.
        types: Its schemas as types.
        used: The schemas that requests or answers are made of.

    Raises:
        ValueError: A schema is both sent and received.
    """

    def __init__(self, document: Json) -> None:
        self.document = document
        self.result, self.itself = bool(document.get("x-result")), str(document.get("x-itself", ""))
        self.types = Types(document["components"]["schemas"])
        self.answers = Answers(self.types, self.itself)
        self._arguments = Arguments(self.types)
        self.operations = dict(self._operations())
        every = list(self.operations.values())
        self.sent = self.types.reached(body(each)[1] for each in every if each.get("requestBody"))
        events = [{"$ref": name} for each in every for name in each.get("x-stream", {}).get("events", {}).values()]
        received = self.types.reached([*(success(each)[1] or {} for each in every), *events])
        self.used = self.sent | received
        if both := sorted(self.sent & received):
            raise ValueError(f"sent and received, so give each its own schema: {', '.join(both)}")

    def _operations(self) -> Iterator[tuple[str, Json]]:
        for template, item in self.document["paths"].items():
            for method in METHODS:
                if method in item and not hidden(item[method]):
                    yield item[method]["operationId"], item[method] | {"path": template, "method": method.upper()}

    def find(self, identifier: str) -> Json:
        """The operation whose generated module is called `identifier`."""
        return next(
            op for name, op in self.operations.items() if python_name(name) in (identifier, identifier.rstrip("_"))
        )

    def methods(self, tag: str) -> list[Method]:
        """The methods of a resource: its own operations, and those that it shares with another (`x-also`)."""
        own, shared = [], []
        for operation in self.operations.values():
            if operation["tags"][0] == tag:
                own.append(Method(_method(operation), operation, "."))
            elif name := operation.get("x-also", {}).get(tag):
                shared.append(Method(name, operation, f"..{operation['tags'][0]}"))
        return own + shared

    def arguments(self, operation: Json) -> list[Argument]:
        """The arguments of the operation's method."""
        return self._arguments.of(operation)

    def fields(self, name: str) -> list[ModelField]:
        """The fields of a model, required ones first, as the constructor takes them."""
        return fields(self.types, name)


def _method(operation: Json) -> str:
    """The name of the operation's method: its id, without the tag where the client is not flat."""
    tag, name = operation["tags"][0], str(operation["operationId"])
    if tag == "client":
        return python_name(name)
    if not name.startswith(f"{tag}_"):
        raise ValueError(f"{name}: the operationId must begin with {tag}_")
    return python_name(name.removeprefix(f"{tag}_"))
