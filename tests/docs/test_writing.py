"""Proves that what `docs/writing.md` shows runs as it stands, and that its table is what the clients do."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest

import promptport
from promptport.testing import Platform

from .pages import Page

PAGE = Page("docs/writing.md")
CREATE, LABEL, REFUSED, FATE = PAGE.blocks()
PLATFORMS = re.findall(r"^\| (\w+) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE.text, re.MULTILINE)

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.fixture
def local(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Platform:
    """A local platform, which the environment names."""
    monkeypatch.setenv("PROMPTRAILS_BASE_URL", platform.url("promptrails"))
    monkeypatch.setenv("PROMPTRAILS_API_KEY", "your-api-key")
    return platform


@PAGE.runs()
def test_the_page(local: Platform, capsys: pytest.CaptureFixture[str]) -> None:
    """Its programs, one after the other."""
    names = PAGE.run(CREATE, LABEL, REFUSED)
    local.script("promptrails", {"operation": "prompts_create_version", "status": 503})
    PAGE.run(FATE, **names)
    local.script("promptrails", {"operation": "prompts_list", "status": 401})
    PAGE.run(FATE, **names)
    names["client"].close()
    first, same, refused, lost, not_sent = capsys.readouterr().out.splitlines()
    assert (first, same) == ("1.0.0 ('production',) Shorter than before.", "True")
    assert "the place for messages 'history'; tags (support)" in refused
    assert lost.startswith("look first")
    assert not_sent.startswith("nothing was made")


def test_what_platforms_have(platform: Platform) -> None:
    """As the table says."""
    assert {name for name, *_ in PLATFORMS} == {"PromptRails", "Promptic", "Langfuse", "xR2", "Scope"}
    for name, *found in PLATFORMS:
        with promptport.Client(f"local:{name.lower()}", disk=False) as client:
            calls: list[Callable[[], object]] = [
                partial(client.create_version, "briefing", "Hi", labels=["production"]),
                partial(client.label, "briefing", "production", version=1 if name == "Langfuse" else "1.0.0"),
                partial(client.delete, "briefing" if name in ("PromptRails", "Langfuse") else "welcome"),
            ]
            for call, said in zip(calls, found, strict=True):
                if said == "`NotSupported`":
                    with pytest.raises(promptport.NotSupported, match=r"here\. [\w`]+"):
                        call()
                else:
                    call()
