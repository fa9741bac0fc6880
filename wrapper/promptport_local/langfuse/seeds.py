"""What may be added to the local Langfuse as data: the schema of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.langfuse.state import Json
from promptport_local.schemas import judge_of, judged

_NAME = {"type": "string", "minLength": 1}
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_LIMIT = {"type": ["integer", "null"], "minimum": 1}


def _object(required: list[str], **properties: Any) -> Json:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def _several(schema: Json) -> Json:
    return {"type": "array", "items": schema}


_SAID = _object(["role", "content"], role=_TEXT, content=_TEXT)
_PLACE = _object(["type", "name"], type={"const": "placeholder"}, name=_NAME)
_VERSION = _object(
    ["prompt"],
    id=_NAME,
    version={"type": "integer", "minimum": 1},
    prompt={"anyOf": [_TEXT, _several({"anyOf": [_SAID, _PLACE]})]},
    labels=_TEXTS,
    config={},
    commitMessage={"type": ["string", "null"]},
    createdAt=_TEXT,
    updatedAt=_TEXT,
    createdBy=_TEXT,
)
_PROMPT = _object(["name", "versions"], name=_TEXT, tags=_TEXTS, versions={**_several(_VERSION), "minItems": 1})
_SEED_JUDGE = judge_of(
    _object(
        [],
        keys=_several(
            _object(
                ["public_key", "secret_key"],
                public_key=_NAME,
                secret_key=_NAME,
                kind={"enum": ["project", "organisation"]},
            )
        ),
        prompts=_several(_PROMPT),
        options=_object([], lenient_pairs={"type": "boolean"}, general_limit=_LIMIT, ingestion_limit=_LIMIT),
    )
)


def check_seed(data: Mapping[str, Any]) -> None:
    """Refuse what cannot be added.

    Raises:
        ValueError: The text names every field that is not so.
    """
    problems = judged(_SEED_JUDGE, data, ("langfuse",))
    if problems:
        raise ValueError("; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems))
