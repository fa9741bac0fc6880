"""What an act of the door is given: the schema of each, and the check of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jsonschema.protocols import Validator

from promptport_local.schemas import judge_of, judged
from promptport_local.strict_json import BrokenJson, check_json

Json = dict[str, Any]

ROLES = ("system", "developer", "user", "assistant", "placeholder")

_NAME = {"type": "string", "minLength": 1}
_VERSION = {"type": ["string", "integer"]}
_SECONDS = {"type": "number", "exclusiveMinimum": 0, "maximum": 86_400}
_MESSAGE = {
    "type": "object",
    "required": ["role", "content"],
    "properties": {"role": {"enum": list(ROLES)}, "content": {"type": "string"}},
    "additionalProperties": False,
}
_WEIGHTS = {"type": "object", "minProperties": 2, "additionalProperties": {"type": "number", "exclusiveMinimum": 0}}


def _act(needed: tuple[str, ...], **more: Any) -> tuple[Validator, frozenset[str]]:
    """The judge of an act's arguments, and their names."""
    known = {"platform": _NAME, "name": _NAME, "version": _VERSION}
    properties = {**{name: known[name] for name in ("platform", *needed) if name in known}, **more}
    return judge_of({"type": "object", "required": ["platform", *needed], "properties": properties}), frozenset(
        properties
    )


_ACTS = {
    "publish": _act(
        ("name", "messages"),
        messages={"type": "array", "minItems": 1, "items": _MESSAGE},
        labels={"type": "array", "items": _NAME},
    ),
    "label": _act(("name", "version", "label"), label=_NAME),
    "ab_test": _act(("name", "weights"), weights=_WEIGHTS),
    "end_ab_test": _act(("name",)),
    "expire_tokens": _act(()),
    "render": _act(("name", "version", "values"), values={"type": "object"}),
    "outage": _act(("seconds",), seconds=_SECONDS),
    "slow": _act(("delay", "seconds"), delay=_SECONDS, seconds=_SECONDS),
}


def check_act(act: str, given: Any) -> None:
    """Refuse what an act can't be given.

    Args:
        act: Which one.
        given: Its arguments, by name.

    Raises:
        ValueError: The text names everything that is not so.
    """
    try:
        check_json(given)
    except BrokenJson as error:
        raise ValueError(f"what is given can't be written as JSON: {error}") from None
    judge, known = _ACTS[act]
    problems = judged(judge, given)
    strange = sorted(given.keys() - known) if isinstance(given, dict) else []
    if strange:
        raise ValueError(f"there is no field {', '.join(strange)}; there are {', '.join(sorted(known))}")
    if problems:
        raise ValueError("; ".join(f"{'.'.join(map(str, each.where)) or 'the body'} {each.text}" for each in problems))


def plain(given: Any) -> Any:
    """Arguments as plain data: what is like a list or an object is one."""
    if isinstance(given, Mapping):
        return {name: plain(each) for name, each in given.items()}
    return [plain(each) for each in given] if isinstance(given, list | tuple) else given
