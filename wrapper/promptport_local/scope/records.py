"""What the local Scope keeps: its collections, the schema of what may be added, and the refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from promptport_local.environment import Environment
from promptport_local.schemas import judge_of, judged

Json = dict[str, Any]

STATUSES = ("draft", "published", "archived")

_NAME = {"type": "string", "minLength": 1}
_TEXT = {"type": ["string", "null"]}
_FLAG = {"type": "boolean"}


def _object(required: list[str], **properties: Any) -> Json:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def _several(schema: Json) -> Json:
    return {"type": "array", "items": schema}


_TOKENS = {"anyOf": [{"const": "all"}, _several({"type": "string"})]}
_VERSION: Json = {
    "id": _NAME,
    "version_number": {"type": "integer", "minimum": 1},
    "status": {"enum": list(STATUSES)},
    "is_production": _FLAG,
    "content": {"type": ["string", "array", "null"]},
    "variables": {"type": ["array", "null"], "items": {"type": "string"}},
    "prompt_type": {"enum": ["text", "chat", "", None]},
    "metadata": {"type": ["object", "null"]},
    "tags": {"type": ["array", "null"]},
    "created_at": _TEXT,
    "updated_at": _TEXT,
    "created_by": _TEXT,
    "promoted_at": _TEXT,
    "promoted_by": _TEXT,
}
_SEED_JUDGE = judge_of(
    _object(
        [],
        applications=_several(
            _object(["api_key"], api_key=_NAME, api_secret=_NAME, org_id=_NAME, enabled=_FLAG, can_read=_FLAG)
        ),
        prompts=_several(
            _object(
                ["name"],
                name=_NAME,
                id={"type": "string"},
                org_id=_NAME,
                versions=_several(_object([], **_VERSION)),
            )
        ),
        versions=_several(_object(["prompt"], prompt=_NAME, org_id=_NAME, **_VERSION)),
        promote=_several(_object(["prompt", "version_id"], prompt=_NAME, version_id=_NAME, org_id=_NAME, by=_TEXT)),
        revoke=_TOKENS,
        expire=_TOKENS,
        options=_object(
            [],
            expires_in={"type": ["number", "null"], "minimum": 0, "maximum": 10**9},
            flat_errors=_FLAG,
            spelling={"enum": ["both", "python", "ruby"]},
        ),
    )
)


def check_seed(data: Mapping[str, Any]) -> None:
    """Refuse what cannot be added.

    Raises:
        ValueError: The text names every field that is not so.
    """
    problems = judged(_SEED_JUDGE, data, ("scope",))
    if problems:
        raise ValueError("; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems))


@dataclass
class Options:
    """How the local Scope behaves where Scope leaves a choice, or its clients have seen more than one answer.

    Attributes:
        expires_in: How many seconds a token is good for; None for an answer that does not say, which means 300.
        flat_errors: Whether the prompt API tells an error as `{"message": …}`, as the client for Ruby reads it, and not
            with a code and a message under `error`, as the one for Python does. The token exchange is always flat.
        spelling: Which names the fields of a version have: those that the client for Python knows, those that the one
            for Ruby knows, or both.
    """

    expires_in: float | None = 3600
    flat_errors: bool = False
    spelling: Literal["both", "python", "ruby"] = "both"


class Refusal(Exception):
    """Scope says no.

    Attributes:
        status: The HTTP status that it says it with.
        code: The error's code.
        message: The same in words.
    """

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(status, code, message)
        self.status = status
        self.code = code
        self.message = message


class Collections:
    """The collections of the local Scope, with the keys of their records.

    Attributes:
        applications: By organisation and API key.
        prompts: By organisation and name; a prompt holds its versions.
        names: Organisation and name of a prompt, by its id.
        tokens: By the token itself.
        refused: How many exchanges were refused, by the code of the refusal.
    """

    def __init__(self, environment: Environment) -> None:
        self.applications = environment.collection("applications")
        self.prompts = environment.collection("prompts")
        self.names = environment.collection("names")
        self.tokens = environment.collection("tokens")
        self.refused = environment.collection("refused")
