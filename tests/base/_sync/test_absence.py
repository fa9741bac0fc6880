# Made from tests/base/_async/test_absence.py by `python tools/unasync.py`: change that file, never this one.
"""Proves in every room that a 404 which says nothing of the prompt is no `NotFound`, and that the platform's own is one."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import CallError, NotFound
from promptport.platform import Query
from promptport.testing import Platform

from ..blocking import open_source
from ..rooms import ROOMS

FETCHES = {
    "xr2": "get_prompt",
    "promptrails": "prompts_get",
    "scope": "prompts_get_production",
    "promptic": "get_deployed_prompt",
    "langfuse": "prompts_get",
}
FOREIGN: list[dict[str, Any]] = [
    {"body": "<html><h1>404 Not Found</h1></html>", "headers": {"Content-Type": "text/html"}},
    {"json": {"detail": "Not Found"}},
    {"json": {"message": "no route for /v1/prompts/welcome"}},
    {"body": ""},
]


@pytest.mark.parametrize("answer", FOREIGN, ids=["page", "framework", "gateway", "empty"])
@pytest.mark.parametrize("room", ROOMS)
def test_a_404_of_something_else(room: str, answer: dict[str, Any], platform: Platform) -> None:
    """A proxy or a router knows no prompts, so the failure is the call's."""
    platform.script(room, {"status": 404, "operation": FETCHES[room], "times": None, **answer})
    with open_source(room, platform.url(room)) as source:
        with pytest.raises(CallError) as failed:
            source.fetch(Query("welcome"), 5.0)
    assert failed.value.status_code == 404
    platform.reset()


@pytest.mark.parametrize("room", ROOMS)
def test_a_prompt_that_there_is_not(room: str, platform: Platform) -> None:
    with open_source(room, platform.url(room)) as source:
        with pytest.raises(NotFound):
            source.fetch(Query("no-such-prompt"), 5.0)
