"""How a contract reads in Python: what the templates ask for, and write down.

The generator's own view of a contract has neither extensions nor servers nor one shape for what goes out and another for
what comes in; this one has. Whatever is asked answers source code, or data that is put into source code as a literal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from openapi_python_client.strings import ClassName

from . import choices, media, overloads, security
from .answers import Answers
from .arguments import Argument, Arguments
from .contract import Json, by_id
from .dicts import DICTS, plain_dicts
from .directions import Directions
from .names import python_name
from .places import Place, Refusal
from .python_types import Types
from .quoting import Code, class_identifier, code, either, identifier, literal, text


class Method(NamedTuple):
    """One method of a resource: its name, its operation, and the package that has the operation's module."""

    name: Code
    operation: Json
    package: Code

    @property
    def module(self) -> Code:
        """The operation's module."""
        return identifier(self.operation["operationId"])

    @property
    def walk(self) -> Code:
        """The name of the method that goes through all pages; empty where there are none."""
        paged = any(each.get("x-page") for each in self.operation["parameters"])
        name = self.name.replace("list", "iter", 1)
        name = f"iter_{name}" if name == self.name and self.operation["operationId"].isidentifier() else name
        return identifier(name) if paged else code("")


class Parser(NamedTuple):
    """A function that reads answers in one media type: its name, the type as a literal, the operation that answers so alone."""

    name: Code
    media: Code
    operation: Json


class View:
    """A contract, asked by the templates.

    Args:
        document: A resolved contract whose schemas are plain, as `Normal` makes it.
        origins: Where its schemas stand, by their names.

    Attributes:
        answers: The answers of its operations.
        arguments: Answers the arguments of an operation's method.
        document: The contract, in which each schema goes one way.
        itself: The name under which an object of an answer answers itself; empty where it doesn't.
        operations: Its operations by their ids, each with `path` and `method`.
        result: Whether calls answer failures as values.
        sent: The schemas that requests are made of.
        types: Its schemas as types.
        used: The schemas that requests or answers are made of.
        worlds: What the names of classes begin with, blocking and for asyncio.
    """

    def __init__(self, document: Json, origins: Mapping[str, Place] | None = None) -> None:
        self._origins = dict(origins or {})
        ways = Directions(document, self._origins, choices.schemas)
        self.document, self.sent, self.used = ways.document, ways.sent, ways.sent | ways.received
        self.result, self.itself = bool(document.get("x-result")), str(document.get("x-itself", ""))
        schemas = self.document["components"]["schemas"]
        dicts = plain_dicts(schemas, ways.received) if document.get("x-answers") == DICTS else None
        self.types = Types(schemas, dicts, _uploads(self.document))
        self.answers = Answers(self.types, self.itself)
        self.arguments: Callable[[Json], list[Argument]] = Arguments(self.types).of
        self.worlds = (code(""), code("Async"))
        self.operations = by_id(self.document)

    def place(self, name: str) -> Place:
        """Where a schema stands in the contract."""
        return self._origins.get(name, ("components", "schemas", name))

    @property
    def schemes(self) -> dict[str, Code]:
        """The security schemes that operations accept, by their names."""
        return security.schemes(self.document)

    @property
    def models(self) -> list[str]:
        """The schemas that become classes."""
        return [name for name in sorted(self.used) if self.types.is_model(name)]

    @property
    def title(self) -> Code:
        """What the contract is of, for a docstring."""
        return text(self.document["info"]["title"])

    @property
    def tags(self) -> list[Code]:
        """The resources, in the order of their operations."""
        return [identifier(each) for each in dict.fromkeys(each["tags"][0] for each in self.operations.values())]

    def about(self, tag: str) -> Code:
        """What the contract says of a resource, for a docstring."""
        for each in self.document.get("tags") or []:
            if each["name"] == tag and each.get("description"):
                return text(each["description"])
        return code("The operations of {}.", identifier(tag))

    def resource(self, tag: str) -> Code:
        """The class of a resource.

        Raises:
            ValueError: There can be none.
        """
        return class_identifier(ClassName(tag, ""))

    def methods(self, tag: str) -> list[Method]:
        """The methods of a resource: its own operations, and those that it shares with another (`x-also`)."""
        own, shared = [], []
        for operation in self.operations.values():
            first = operation["tags"][0]
            if first == tag:
                own.append(Method(_method(operation), operation, code(".")))
            elif tag in operation.get("x-also", {}):
                shared.append(Method(identifier(operation["x-also"][tag]), operation, code("..{}", identifier(first))))
        return own + shared

    def parsers(self, operation: Json) -> list[Parser]:
        """What reads the operation's answers: one function for each media type that can be asked for, the usual one first."""
        return [
            Parser(
                code("parse") if not number else code("parse_{}", literal(number + 1)),
                literal(each.media),
                each.operation,
            )
            for number, each in enumerate(choices.choices(operation))
        ]

    def read(self, operation: Json) -> Code:
        """The type of what is read of the operation's answers, in whatever media type."""
        return either([self.answers.returns(each.operation) for each in choices.choices(operation)])

    def by_status(self, operation: Json) -> bool:
        """Whether an answer can't be read without its status."""
        return any(self.answers.others(each.operation) for each in choices.choices(operation))

    def forms(self, operation: Json) -> list[overloads.Form]:
        """The forms of the operation's method, where callers choose among media types that make a difference."""
        found = choices.choices(operation)
        answers = {each.media: self.answers.returns(each.operation) for each in found}
        return overloads.forms(self.arguments(operation), answers)

    def overloaded(self, tag: str) -> bool:
        """Whether a method of a resource has several forms."""
        return any(self.forms(each.operation) for each in self.methods(tag) if not each.operation.get("x-by-hand"))

    def returned(self, operation: Json, world: Code, returns: Code | None = None) -> Code:
        """What the operation's method answers.

        Args:
            operation: The operation.
            world: One of `worlds`.
            returns: The type of what is read; all that there is by default.
        """
        returns = self.read(operation) if returns is None else returns
        if "x-stream" in operation:
            return code("{}Stream[{}]", world, returns)
        return code("Result[{}]", returns) if self.result else returns


def _uploads(document: Json) -> list[str]:
    """The names of the schemas whose fields go out as parts."""
    bodies = [each.get("requestBody", {}).get("content", {}) for each in by_id(document).values()]
    schemas = [
        about.get("schema", {}) for body in bodies for name, about in body.items() if media.kind(name) == "multipart"
    ]
    kinds = [each for schema in schemas for each in (schema, *schema.get("anyOf", ()), *schema.get("oneOf", ()))]
    return [each["$ref"].rpartition("/")[2] for each in kinds if "$ref" in each]


def _method(operation: Json) -> Code:
    """The name of the operation's method: its id, without the tag where the client is not flat."""
    tag, name = operation["tags"][0], str(operation["operationId"])
    if tag == "client":
        return identifier(name)
    if not name.startswith(f"{tag}_"):
        raise Refusal(f"{name}: the operationId must begin with {tag}_", ("operationId",))
    return python_name(name.removeprefix(f"{tag}_"))
