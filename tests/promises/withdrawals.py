"""How platforms say that there is no such prompt, version, label or deployment, as data. Each is believed, and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .refusals import NAME


class Withdrawal(NamedTuple):
    """A platform's own no.

    Attributes:
        operation: The operation that is answered so.
        answer: The answer.
        asked: What is asked for besides the name.
        label: The label of the version that was there before.
    """

    operation: str
    answer: Mapping[str, Any]
    asked: Mapping[str, Any] = {}
    label: str = "production"


def _xr2(error: str, **more: Any) -> dict[str, Any]:
    detail = {"error": error, "message": "There is none.", "slug": NAME, **more}
    return {"status": 404, "json": {"detail": detail}}


def _coded(code: str) -> dict[str, Any]:
    return {"status": 404, "json": {"error": {"code": code, "message": "There is none."}}}


def _langfuse(message: str) -> dict[str, Any]:
    return {"status": 404, "json": {"message": message, "error": "LangfuseNotFoundError"}}


def _in_words(text: str) -> dict[str, Any]:
    return {"status": 404, "json": {"error": text}}


WITHDRAWALS: dict[str, dict[str, Withdrawal]] = {
    "xr2": {
        "no such slug": Withdrawal("get_prompt", _xr2("Prompt not found", api_key_owner="me", source_name="sdk")),
        "nothing deployed": Withdrawal("get_prompt", _xr2("No deployed version found", available_statuses=["draft"])),
        "no such number": Withdrawal(
            "get_prompt", _xr2("Version not found", available_versions=[2]), {"version": 1}, "draft"
        ),
        "no such status": Withdrawal(
            "get_prompt", _xr2("Version with status not found", available_statuses=[]), {"label": "production"}
        ),
    },
    "scope": {
        "no such prompt": Withdrawal("prompts_get_production", _coded("prompt_not_found")),
        "nothing in production": Withdrawal("prompts_get_production", _coded("no_production_version")),
        "nothing at all": Withdrawal("prompts_get_latest", _coded("version_not_found"), {"label": "latest"}),
        "in words": Withdrawal("prompts_get_production", _in_words("No production version of this prompt.")),
    },
    "promptic": {
        "null": Withdrawal("get_deployed_prompt", {"status": 200, "json": None}),
        "204": Withdrawal("get_deployed_prompt", {"status": 204, "body": ""}),
        "no such component": Withdrawal("get_deployed_prompt", _in_words("Not found")),
        "nothing deployed": Withdrawal("get_deployed_prompt", _in_words("No deployment found")),
    },
    "langfuse": {
        "no such prompt": Withdrawal("prompts_get", _langfuse("Prompt not found: 'kept' with label 'production'")),
        "no such version": Withdrawal("prompts_get", _langfuse("There is none."), {"version": 1}, "draft"),
        "in words": Withdrawal(
            "prompts_get", {"status": 404, "json": {"message": "Prompt not found"}}, {"label": "production"}
        ),
    },
    "promptrails": {
        "no such prompt": Withdrawal("prompts_get", _coded("not_found")),
        "in words": Withdrawal("prompts_get", _in_words("Prompt not found")),
        "no such version": Withdrawal(
            "prompts_list_versions", {"status": 200, "json": {"data": []}}, {"version": "1"}, "draft"
        ),
    },
}
