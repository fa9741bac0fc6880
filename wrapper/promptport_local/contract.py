"""One checked-in contract: which operation a request is, what its examples are, and whether an answer keeps to it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from importlib import resources
from typing import Any
from urllib.parse import unquote

from promptport_local.answer import Answer
from promptport_local.releases import DocumentView, followed, release_of, releases_of
from promptport_local.schemas import Json, Place, Schemas
from promptport_local.strict_json import BrokenJson, read_json, write_json

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True)
class Operation:
    """One operation of a contract.

    Attributes:
        id: Its `operationId`, such as `get_prompt`.
        method: Its verb in capitals.
        template: Its path, such as `/api/v1/agents/{agent_id}`.
        spec: Everything the contract says of it.
    """

    id: str
    method: str
    template: str
    spec: Json = field(repr=False, compare=False)

    @property
    def pointer(self) -> Place:
        """The path to it in the contract."""
        return ("paths", self.template, self.method.lower())

    def takes(self, media: str) -> bool:
        """Whether its body may be of this media type, given without parameters and in small letters."""
        return media in self.spec["requestBody"]["content"]

    def example(self, status: int, accept: str = "") -> Answer | None:
        """The contract's example of an answer with this status; None where it has none.

        Args:
            status: A status that the contract names.
            accept: The request's `Accept`, which chooses where the contract has examples of several media types.
        """
        said = self.spec["responses"].get(str(status))
        if said is None:
            return None
        content: Json = said.get("content", {})
        if not content:
            return Answer(status, b"", None)
        wanted = [part.split(";")[0].strip().lower() for part in accept.split(",")]
        for media in sorted(content, key=lambda media: (media not in wanted, not _is_json(media))):
            found = _example(content[media])
            if found is not None:
                value = found[0]
                plain = isinstance(value, str) and not _is_json(media)
                return Answer(status, value.encode() if plain else write_json(value), media)
        return None

    def success(self, accept: str = "") -> Answer | None:
        """The example of its first success status; None where the contract has none."""
        for status in sorted(self.spec["responses"]):
            if status.startswith("2") and status.isdigit():
                return self.example(int(status), accept)
        return None


@dataclass(frozen=True)
class Match:
    """What a method and a path mean.

    Attributes:
        operation: The operation, or None.
        path: The parameters that stand in the path, decoded.
        allowed: The verbs that this path has; empty where the path itself is unknown.
    """

    operation: Operation | None
    path: dict[str, str]
    allowed: tuple[str, ...]


class Contract:
    """One contract, ready to be served.

    Args:
        name: The platform's name, such as `xr2`.
        document: The resolved contract.
    """

    def __init__(self, name: str, document: Json) -> None:
        self.name = name
        self._document = document
        self.schemas = Schemas(document)
        self.security_schemes: Json = document.get("components", {}).get("securitySchemes", {})
        self.operations = [
            Operation(item[method]["operationId"], method.upper(), template, item[method])
            for template, item in document["paths"].items()
            for method in METHODS
            if method in item
        ]
        # A literal step goes before a parameter: /agents/default is not the agent named "default".
        self._by_steps = sorted(
            ((operation.template.split("/"), operation) for operation in self.operations),
            key=lambda entry: [step.startswith("{") for step in entry[0]],
        )

    @classmethod
    def load(cls, name: str) -> Contract:
        """The contract of a platform, as it lies in the package."""
        document = json.loads((resources.files("promptport_api") / name / "contract.json").read_text(encoding="utf-8"))
        for item in document["paths"].values():
            for method in item.keys() & METHODS:
                answers = item[method]["responses"]
                for status, each in answers.items():
                    answers[status] = followed(document, each["$ref"]) if "$ref" in each else each
        return cls(name, document)

    @staticmethod
    def names() -> list[str]:
        """The platforms that have a checked-in contract."""
        folders = resources.files("promptport_api").iterdir()
        return sorted(folder.name for folder in folders if folder.is_dir() and (folder / "contract.json").is_file())

    def match(self, method: str, raw_path: str) -> Match:
        """Which operation a request is.

        Args:
            method: The verb.
            raw_path: The path as it was sent, still percent-encoded: an encoded slash stays inside its step.
        """
        steps = [unquote(step) for step in raw_path.split("/")]
        allowed: list[str] = []
        chosen: list[str] | None = None
        for template, operation in self._by_steps:
            path = _fill(template, steps) if chosen in (None, template) else None
            if path is not None:
                chosen = template
                if operation.method == method:
                    return Match(operation, path, ())
                allowed.append(operation.method)
        return Match(None, {}, tuple(sorted(set(allowed))))

    def follow(self, schema: Json) -> Json:
        """The schema that a reference stands for; any other as it is."""
        while "$ref" in schema:
            schema = followed(self._document, schema["$ref"])
        return schema

    @property
    def releases(self) -> tuple[str, ...]:
        """The vendor's releases that it covers, the oldest first."""
        return releases_of(self._document)

    def as_of(self, release: str) -> DocumentView:
        """What of the contract one of the vendor's releases has.

        Raises:
            ReleaseError: The contract does not cover it; the text lists the releases that it covers.
        """
        return DocumentView(self._document, release_of(self.name, self._document, release))

    def secrets(self, operation: Operation) -> frozenset[str]:
        """The fields of an operation's body that hold secrets: those of the format `password`."""
        bodies = operation.spec.get("requestBody", {}).get("content", {}).values()
        fields = [self.follow(body.get("schema", {})).get("properties", {}) for body in bodies]
        return frozenset(
            name for each in fields for name, schema in each.items() if self.follow(schema).get("format") == "password"
        )

    def breach(self, operation: Operation, answer: Answer) -> str | None:
        """How an answer breaks the contract, in words; None if it keeps to it."""
        responses = operation.spec["responses"]
        for key in (str(answer.status), f"{answer.status // 100}XX", "default"):
            if key in responses:
                return self._breach(answer, responses[key], (*operation.pointer, "responses", key))
        return f"the contract names no answer with status {answer.status}"

    def _breach(self, answer: Answer, said: Json, pointer: Place) -> str | None:
        sent = {name.lower() for name, _ in answer.headers}
        for name, header in said.get("headers", {}).items():
            if header.get("required") and name.lower() not in sent:
                return f"the header {name} is missing"
        content = said.get("content", {})
        if not content:
            return "there must be no body" if answer.body else None
        media = (answer.media or "").split(";")[0].strip().lower()
        if media and "*/*" in content and media not in content:
            return None
        if media not in content:
            return f"the contract names no body of type {media or 'nothing'}"
        if not _is_json(media) or "schema" not in content[media]:
            return None
        try:
            value = read_json(answer.body)
        except BrokenJson as error:
            return f"the body is not JSON: {error}"
        problems = self.schemas.problems((*pointer, "content", media, "schema"), value, ("body",))
        return "; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems) or None


def _is_json(media: str) -> bool:
    return media == "application/json" or media.endswith("+json")


def _example(content: Json) -> tuple[Any] | None:
    """The example of one media type, in a tuple since it may be null."""
    if "example" in content:
        return (content["example"],)
    for each in content.get("examples", {}).values():
        if "value" in each:
            return (each["value"],)
    return None


def _fill(template: list[str], steps: list[str]) -> dict[str, str] | None:
    """The parameters that make a template into these steps, or None if nothing does."""
    if len(template) != len(steps):
        return None
    path: dict[str, str] = {}
    for said, step in zip(template, steps, strict=True):
        if said.startswith("{") and said.endswith("}"):
            if not step:
                return None
            path[said[1:-1]] = step
        elif said != step:
            return None
    return path
