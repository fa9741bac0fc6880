"""Prompts that the local platform is given beside its fixture: one structure, which each platform turns into its own.

    Server(prompts=[
        {
            "name": "mail/welcome",
            "versions": [
                {
                    "number": 1,
                    "labels": ["production"],
                    "messages": [
                        {"role": "system", "content": "Answer in {{language}}."},
                        {"slot": "history"},
                        {"role": "user", "content": "Welcome {{customer_name}}."},
                    ],
                    "variables": [
                        {"name": "customer_name", "type": "string"},
                        {"name": "language", "type": "string", "required": False, "default": "en"},
                    ],
                    "config": {"model": "gpt-4o"},
                }
            ],
        }
    ])

`promptport.files.export` makes it from a folder of prompt files.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from promptport_local.errors import PromptError
from promptport_local.schemas import judge_of, judged
from promptport_local.strict_json import BrokenJson, check_json

Json = dict[str, Any]

ROLES = ("system", "developer", "user", "assistant")


def _object(needed: list[str], **properties: Any) -> Json:
    return {"type": "object", "required": needed, "properties": properties, "additionalProperties": False}


_NAME = {"type": "string", "minLength": 1}
_TEXT = {"type": "string"}
_PART = {"type": ["string", "object"]}
_CONTENT = {"anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": _PART}]}
_MESSAGE = {
    "type": "object",
    "anyOf": [
        _object(["role", "content"], role={"enum": [*ROLES, "tool"]}, content=_CONTENT)
        | {"additionalProperties": True},
        _object(["slot"], slot=_NAME),
    ],
}
_VARIABLE = _object(
    ["name"],
    name=_NAME,
    type=_NAME,
    required={"type": "boolean"},
    default={},
    description=_TEXT,
    enum={"type": "array", "minItems": 1},
)
_VERSION = _object(
    ["messages"],
    number={"type": "integer", "minimum": 1},
    labels={"type": "array", "items": _NAME},
    messages={"type": "array", "minItems": 1, "items": _MESSAGE},
    variables={"type": "array", "items": _VARIABLE},
    config={},
    description=_TEXT,
    note=_TEXT,
    kind={"enum": ["text", "chat"]},
    tags={"type": "array", "items": _NAME},
)
_PROMPT = _object(["name", "versions"], name=_NAME, versions={"type": "array", "minItems": 1, "items": _VERSION})
_JUDGE = judge_of({"type": "array", "items": _PROMPT})


@dataclass(frozen=True)
class Version:
    """A version of a prompt.

    Attributes:
        number: Its number.
        messages: What it says: each with `role`, `content` (a text, a list of parts, or None) and whatever else, such as
            `tool_calls`; or with `slot`, the place of a chat history. Placeholders are `{{name}}`.
        variables: What can be put in: each with `name`, and any of `type`, `required`, `default`, `description`, `enum`.
        config: Settings for a model: any JSON.
        labels: Its labels, such as `draft`.
        description: What the prompt is for.
        note: What its author says of this version.
        kind: `text` or `chat`; empty where nobody says.
        tags: What the prompt is filed under.
    """

    number: int
    messages: list[Json]
    variables: list[Json] = field(default_factory=list)
    config: Any = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    description: str = ""
    note: str = ""
    kind: str = ""
    tags: list[str] = field(default_factory=list)

    @property
    def settings(self) -> Json:
        """The settings, for platforms that have an object of them; without any where they are none."""
        return self.config if isinstance(self.config, dict) else {}

    @property
    def said(self) -> list[Json]:
        """The messages without the places of histories, for platforms that have none."""
        return [each for each in self.messages if "role" in each]

    def text(self, *roles: str) -> str | None:
        """The texts of the messages of these roles as one, with an empty line between them; None where there is none."""
        texts = [text for each in self.said if each["role"] in roles and (text := text_of(each)) is not None]
        return "\n\n".join(texts) if texts else None


@dataclass(frozen=True)
class Prompt:
    """A prompt.

    Attributes:
        name: Its name.
        versions: Its versions, by rising numbers.
    """

    name: str
    versions: list[Version]

    @property
    def live(self) -> Version | None:
        """The version in production: the last with that label; without one, the last that is no draft."""
        labelled = [each for each in self.versions if "production" in each.labels]
        return next(reversed(labelled or [each for each in self.versions if "draft" not in each.labels]), None)

    def status(self, version: Version, known: Iterable[str], other: str) -> str:
        """The word that a platform has for the state of a version.

        Args:
            version: The version.
            known: The platform's words, among them `production` and `draft`.
            other: The word for a version that has no label among these.
        """
        if version is self.live:
            return "production"
        return next((each for each in version.labels if each in known and each != "production"), other)


def text_of(message: Json) -> str | None:
    """What a message says, for platforms that have texts alone: the texts among its parts; None where there is none."""
    content = message["content"]
    if not isinstance(content, list):
        return content if isinstance(content, str) else None
    texts = [each if isinstance(each, str) else each.get("text") for each in content]
    found = [each for each in texts if isinstance(each, str)]
    return "\n\n".join(found) if found else None


def read_prompts(data: Iterable[Mapping[str, Any]]) -> list[Prompt]:
    """Prompts from plain data, as it stands above.

    Args:
        data: The prompts. `number` is one more than that of the version before, and everything else empty, where it is left
            out.

    Raises:
        PromptError: Something in it is not so; the text names all of it.
    """
    if isinstance(data, str | os.PathLike):
        raise PromptError(
            f"prompts are given as data; promptport.testing.Platform(prompts={str(data)!r}) reads a folder"
        )
    given = [dict(each) if isinstance(each, Mapping) else each for each in data]
    try:
        check_json(given)
    except BrokenJson as error:
        raise PromptError(f"the prompts: {error}") from error
    problems = judged(_JUDGE, given, ("prompts",))
    if problems:
        raise PromptError("; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems))
    prompts: dict[str, Prompt] = {}
    for each in given:
        if each["name"] in prompts:
            raise PromptError(f"two prompts are named {each['name']!r}")
        prompts[each["name"]] = Prompt(each["name"], _versions(each))
    return list(prompts.values())


def _versions(prompt: Json) -> list[Version]:
    versions: list[Version] = []
    for each in prompt["versions"]:
        before = versions[-1].number if versions else 0
        version = Version(**{"number": before + 1, **each})
        if version.number <= before:
            raise PromptError(
                f"the prompt {prompt['name']!r}: version {version.number} stands behind version {before}; numbers rise"
            )
        versions.append(version)
    return versions
