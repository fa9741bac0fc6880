"""What may be added to the local PromptRails as data, and the check of its outline; the fields are the contract's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.promptrails.resources import RESOURCES
from promptport_local.promptrails.state import DEEPEST
from promptport_local.schemas import judge_of, judged
from promptport_local.strict_json import check_json

FORMER = {"webhook_triggers": "agent_triggers"}
"""Resources by the names that they had."""

_FLAG = {"type": "boolean"}
_JUDGE = judge_of(
    {
        "type": "object",
        "properties": {
            **{name: {"type": "array", "items": {"type": "object"}} for name in (*RESOURCES, *FORMER)},
            "keys": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["token"],
                    "properties": {
                        "token": {"type": "string", "minLength": 1},
                        "active": _FLAG,
                        "allowed": _FLAG,
                        "scopes": {"type": ["array", "null"], "items": {"type": "string"}},
                    },
                    "additionalProperties": False,
                },
            },
            "options": {
                "type": "object",
                "properties": {
                    "failure": {"type": ["string", "null"], "minLength": 1},
                    "flat_errors": _FLAG,
                    "denied_runs_go_on": _FLAG,
                },
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
    }
)


def check_seed(data: Mapping[str, Any]) -> None:
    """Refuse what cannot be added.

    Raises:
        ValueError: The text names every place that is not so.
    """
    check_json(data, DEEPEST)
    problems = judged(_JUDGE, data, ("promptrails",))
    if problems:
        raise ValueError("; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems))
