"""A contract whose schemas are plain: no `allOf`, each object with fields a schema of its own, each called as its class is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from . import answers, media
from .choices import settled
from .class_names import capitals
from .contract import operations
from .places import Place, Refusals, at
from .reading import Json
from .shapes import Shapes


class Plain(NamedTuple):
    """A contract with plain schemas.

    Attributes:
        document: The contract.
        origins: Where the schemas stand in it as it is written, by their names.
    """

    document: Json
    origins: dict[str, Place]


class Normal:
    """Makes the schemas of a contract plain.

    What an operation sends and answers without a name is called `ThingsCreateRequest` and `ThingsCreateResponse`.

    Args:
        document: A resolved contract.
        refusals: Where what is refused is kept.
    """

    def __init__(self, document: Json, refusals: Refusals) -> None:
        self._document, self._refusals = document, refusals
        self._shapes = Shapes(document["components"]["schemas"], refusals)

    def plain(self) -> Plain:
        """The contract with plain schemas; where something is refused, without that."""
        paths: Json = {template: dict(item) for template, item in self._document["paths"].items()}
        for template, method, operation in operations(self._document):
            with self._refusals.at():
                paths[template][method] = self._operation(operation, ("paths", template, method))
        components = {**self._document["components"], "schemas": self._shapes.schemas}
        return Plain({**self._document, "paths": paths, "components": components}, self._shapes.origins)

    def _operation(self, operation: Json, place: Place) -> Json:
        hint, found = capitals(operation["operationId"]), dict(operation)
        found["parameters"] = []
        for number, each in enumerate(operation["parameters"]):
            there = (*place, "parameters", number)
            found["parameters"].append({**each, **self._described(each, hint + capitals(each["name"]), there)})
        if "requestBody" in operation:
            there = (*place, "requestBody")
            given = operation["requestBody"].get("content", {})
            content = self._contents(given, media.described(given), f"{hint}Request", there)
            found["requestBody"] = {**operation["requestBody"], "content": content}
        found["responses"] = self._answers(operation, hint, place)
        if isinstance(operation.get("x-stream"), dict) and isinstance(operation["x-stream"].get("events"), dict):
            events = {name: self._shapes.reference(each) for name, each in operation["x-stream"]["events"].items()}
            found["x-stream"] = {**operation["x-stream"], "events": events}
        return found

    def _answers(self, operation: Json, hint: str, place: Place) -> Json:
        """The answers; a success that is as another one shares what is made of that."""
        found: Json = {}
        successes: Json = {}
        with at(*place):
            unwrap = answers.unwrapped(operation)
        for status, answer in operation["responses"].items():
            found[status] = answer
            if "content" in answer and (status.startswith("2") or (status == "default" and not successes)):
                twin = next((each for each, other in successes.items() if other == answer["content"]), None)
                called = f"{hint}Response{status if successes else ''}"
                there = (*place, "responses", status)
                asked = media.asked(answer["content"])
                read = [each for each in answer["content"] if each != asked and media.kind(each) == "json"]
                content = found[twin]["content"] if twin else self._contents(
                    answer["content"], [asked, *read] if asked else [], called, there, unwrap
                )  # fmt: skip
                with at(*there, "content"):
                    content = settled(content, self._shapes.schemas)
                found[status], successes[status] = {**answer, "content": content}, answer["content"]
        return found

    def _contents(self, content: Json, meant: list[str], hint: str, place: Place, unwrap: Sequence[str] = ()) -> Json:
        """Media types; those that are meant, of one schema, share what is made of it, the others are called by their number.

        What is unwrapped needs no name, since callers get what is in it.
        """
        found = dict(content)
        for number, name in enumerate(meant):
            about = content[name]
            twin = next((each for each in meant[:number] if content[each].get("schema") == about.get("schema")), None)
            if twin is not None and "schema" in about:
                found[name] = {**about, "schema": found[twin]["schema"]}
            else:
                called = hint if not number else f"{hint}{number + 1}"
                found[name] = {**about, **self._described(about, called, (*place, "content", name), unwrap)}
        return found

    def _described(self, holder: Json, hint: str, place: Place, unwrap: Sequence[str] = ()) -> Json:
        found: Json = {}
        if "schema" in holder:
            found["schema"] = self._shapes.plain(holder["schema"], hint, (*place, "schema"), bool(unwrap), unwrap)
        if isinstance(holder.get("content"), dict):
            found["content"] = self._contents(holder["content"], list(holder["content"]), hint, place)
        return found
