"""What the local xR2 keeps: its collections, the schema of what may be added, and the refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from promptport_local.schemas import judge_of, judged
from promptport_local.store import Store

Json = dict[str, Any]

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


@dataclass
class Options:
    """How the local xR2 behaves where xR2 itself has behaved in more than one way.

    Attributes:
        choice: How a variant of an A/B test is drawn: `random`, as xR2 does today, or `alternate`, the one that was
            served less often so far, as it did before.
        wrap_500: Whether a failed event is answered as xR2 does, with a 500 that holds the status it means, and not
            with the 404 or 400 that its documents name.
        model_config: Whether a prompt's answer has `model_config`, which xR2 declares and has not been seen to send.
        missing_key: The status where no key is sent, or not as a bearer token: 403, as the framework that xR2 runs on
            answers, or 401, as newer versions of that framework do.
    """

    choice: Literal["random", "alternate"] = "random"
    wrap_500: bool = False
    model_config: bool = False
    missing_key: Literal[403, 401] = 403


class Refusal(Exception):
    """xR2 says no.

    Attributes:
        status: The HTTP status that it says it with.
        detail: What stands under `detail`: a text, or an object with `error` and `message`.
        headers: Further headers.
    """

    def __init__(self, status: int, detail: str | Json, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail
        self.headers = headers


class Collections:
    """The collections of the local xR2, with the keys of their records.

    Attributes:
        keys: By token.
        prompts: By owner and slug; a prompt holds its versions.
        events: Event definitions, by workspace and name.
        ab_tests: By workspace and name.
        traces: By trace id.
        tracked: Events that were recorded, by trace id and name.
        usage: How often a user fetched, by user and day.
    """

    def __init__(self, store: Store) -> None:
        self.keys = store.collection("xr2.keys")
        self.prompts = store.collection("xr2.prompts")
        self.events = store.collection("xr2.events")
        self.ab_tests = store.collection("xr2.ab_tests")
        self.traces = store.collection("xr2.traces")
        self.tracked = store.collection("xr2.tracked")
        self.usage = store.collection("xr2.usage")
