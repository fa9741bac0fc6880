"""What may be added to the local xR2 as data: the schema of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.schemas import judge_of, judged
from promptport_local.xr2.state import Json

STATUSES = ("draft", "testing", "production", "inactive", "deprecated")
AB_STATUSES = ("draft", "running", "paused", "completed", "cancelled")

_NAME = {"type": "string", "minLength": 1}
_TEXT = {"type": ["string", "null"]}
_NUMBER = {"type": "integer", "minimum": 1}
_ITEMS = {"type": "array", "items": {"type": "object"}}


def _object(required: list[str], **properties: Any) -> Json:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


KEY = _object(
    ["token"],
    token=_NAME,
    user=_NAME,
    workspace={"type": ["string", "null"]},
    active={"type": "boolean"},
    owner_active={"type": "boolean"},
    quota={"type": ["integer", "null"], "minimum": 0},
)
VERSION = _object(
    [],
    version_number=_NUMBER,
    status={"enum": list(STATUSES)},
    system_prompt=_TEXT,
    user_prompt=_TEXT,
    assistant_prompt=_TEXT,
    variables=_ITEMS,
    model_config={"type": "object"},
    created_at=_TEXT,
    updated_at=_TEXT,
    deployed_at=_TEXT,
)
PROMPT = _object(
    ["slug"], slug={"type": "string"}, owner=_NAME, workspace=_NAME, versions={"type": "array", "items": VERSION}
)
_FIELD = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": _NAME,
        "type": {"type": "string"},
        "required": {"type": "boolean"},
        "description": {"type": "string"},
    },
}
EVENT = _object(
    ["event_name"],
    event_name={"type": "string"},
    workspace=_NAME,
    description={"type": "string"},
    is_active={"type": "boolean"},
    metadata_schema={"type": "array", "items": _FIELD},
)
AB_TEST = _object(
    ["name", "slug", "version_a", "version_b", "total_requests"],
    name=_NAME,
    slug={"type": "string"},
    owner=_NAME,
    workspace=_NAME,
    version_a=_NUMBER,
    version_b=_NUMBER,
    total_requests={"type": "integer", "minimum": 1, "maximum": 10_000},
    status={"enum": list(AB_STATUSES)},
)
OPTIONS = _object(
    [],
    choice={"enum": ["random", "alternate"]},
    wrap_500={"type": "boolean"},
    offsets={"type": "boolean"},
    model_config={"type": "boolean"},
    missing_key={"enum": [403, 401]},
)


def _several(schema: Json) -> Json:
    return {"type": "array", "items": schema}


_SEED_JUDGE = judge_of(
    _object(
        [],
        keys=_several(KEY),
        prompts=_several(PROMPT),
        events=_several(EVENT),
        ab_tests=_several(AB_TEST),
        options=OPTIONS,
    )
)


def check_seed(data: Mapping[str, Any]) -> None:
    """Refuse what cannot be added.

    Raises:
        ValueError: The text names every field that is not so.
    """
    problems = judged(_SEED_JUDGE, data, ("xr2",))
    if problems:
        raise ValueError("; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems))
