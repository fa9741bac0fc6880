"""What may be added to the local Scope as data: the schema of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.schemas import judge_of, judged
from promptport_local.scope.state import Json

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
