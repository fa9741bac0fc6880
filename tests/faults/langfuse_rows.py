"""The fault table of Langfuse's `prompts_get`."""

from __future__ import annotations

from typing import Any

from promptport.langfuse.errors import LangfuseError, error_class
from promptport.testing import Platform

from .rows import Row, Table, common

PUBLIC, SECRET = "pk-lf-planted", "sk-lf-planted-0123456789"


def good(**more: Any) -> dict[str, Any]:
    """A readable version."""
    needed = {"name": "welcome", "version": 1, "type": "text", "prompt": "Hi", "config": {}, "labels": [], "tags": []}
    return {**needed, **more}


def says(message: str) -> dict[str, Any]:
    """An error as Langfuse writes it."""
    return {"message": message, "error": "SomeError"}


def error(row: Row) -> type[LangfuseError]:
    """The class for a row."""
    return error_class(row.status)


def prepare(platform: Platform) -> None:
    """A project with the planted keys."""
    platform.backend("langfuse").add_key(PUBLIC, SECRET)


LIMITED = {"message": "slow", "code": "rate_limited", "details": {"retryAfterSeconds": 2}}
SHARED = common(says, good, "name")
ROWS = {name: SHARED[name] for name in [*SHARED][::4]} | {  # the road is that of all platforms, which try the others
    "404, of a prompt": Row(
        {"status": 404, "json": {"message": "Prompt not found", "error": "LangfuseNotFoundError"}},
        "status", 404, "it is `production`", 1,
    ),
    "400, issues": Row(
        {"status": 400, "json": {"message": "m", "error": [{"path": ["version"], "message": "no number"}]}},
        "status", 400, "version: no number", 1,
    ),
    "429, as the body has it": Row({"status": 429, "json": LIMITED}, "ok", 200, "", 2, waits=(2.0,)),
}  # fmt: skip
TABLE = Table("langfuse", "prompts_get", ROWS, error, prepare, lambda platform: [SECRET])
