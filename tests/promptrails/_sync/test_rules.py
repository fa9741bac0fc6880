# Made from tests/promptrails/_async/test_rules.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what is made of the errors of PromptRails, whatever their shape."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import promptrails
from promptport.promptrails import PromptRails, PromptRailsError
from promptport.testing import Platform

from ...faults.promptrails_rows import HTML

SECRET = "pr-planted-0123456789"


@pytest.mark.parametrize(
    ("answer", "words", "code", "details"),
    [
        ({"json": {"error": {"code": "c", "message": "m", "details": {"a": 1}}}}, "m", "c", {"a": 1}),
        ({"json": {"error": {"code": 7, "message": "m", "details": ["a"]}}}, "m", "7", {"details": ["a"]}),
        ({"json": {"error": {"code": "c"}, "message": "n"}}, "n", "c", {}),
        ({"json": {"error": "text"}}, "text", None, {}),
        ({"json": {"message": "text"}}, "text", None, {}),
        ({"json": {"error": None}}, '{"error":null}', None, {}),
        ({"json": {"error": [1]}}, '{"error":[1]}', None, {}),
        ({"json": [1]}, "[1]", None, {}),
        ({"json": None}, "null", None, {}),
        (
            {"json": {"error": {"message": f"bad key {SECRET}", "code": SECRET, "details": {SECRET: [SECRET]}}}},
            "bad key [hidden]",
            "[hidden]",
            {"[hidden]": ["[hidden]"]},
        ),
        (HTML, "an HTML page: Sorry, busy", None, {}),
        ({"body": ""}, "without a word", None, {}),
        ({"body": "gone"}, "gone", None, {}),
        ({"body": '{"error": '}, '{"error":', None, {}),
    ],
)
@pytest.mark.parametrize(
    ("status", "kind"), [(400, "ValidationError"), (500, "ServerError"), (418, "PromptRailsError")]
)
def test_shapes_of_errors(
    platform: Platform, answer: dict[str, Any], words: str, code: str | None, details: object, status: int, kind: str
) -> None:
    """Every shape of an error has the same four attributes, for every status, and shows no secret."""
    platform.script("promptrails", {"status": status, **answer})
    with PromptRails(SECRET, base_url=platform.url("promptrails"), max_retries=0) as client:
        with pytest.raises(PromptRailsError) as caught:
            client.agents.list()

    error = caught.value
    assert type(error) is getattr(promptrails, kind)
    assert (error.status_code, error.code, error.details) == (status, code, details)
    assert words in error.message
    assert SECRET not in f"{error} {vars(error)}"
