"""Proves that what `docs/answers.md` shows runs as it stands."""

from __future__ import annotations

import pytest

from promptport.testing import Platform

from .pages import Page

PAGE = Page("docs/answers.md")

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@PAGE.runs()
def test_a_hook_is_told_what_differs(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the words of the page's own example."""
    monkeypatch.setenv("PROMPTRAILS_BASE_URL", platform.url("promptrails"))
    monkeypatch.setenv("PROMPTRAILS_API_KEY", "your-api-key")
    odd = {"id": "prompt-1", "name": "odd", "description": []}
    platform.script("promptrails", {"operation": "prompts_list", "status": 200, "json": {"data": [odd]}})
    client = PAGE.run(*PAGE.blocks())["client"]
    assert client.list() == ["odd"]
    client.close()
    told, _, times = capsys.readouterr().out.strip().rpartition(" ")
    assert told == "promptrails prompts_list: data[].description is an array, the contract says string"
    assert f"`{told}`" in PAGE.text.replace("\n  ", " ")
    assert times == "1"
