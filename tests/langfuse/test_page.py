"""Proves that Langfuse's page runs as it stands, from one example to the next."""

from __future__ import annotations

import pytest

from promptport.testing import Platform
from promptport_local.langfuse import settings

from ..docs.pages import Page

pytestmark = pytest.mark.one_python("the examples are the same on all")
PAGE = Page("wrapper/promptport/langfuse/README.md")


@PAGE.runs()
def test_examples(platform: Platform, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """They are answered by the local Langfuse; what they print is what the page says."""
    for name, value in settings(platform.url("langfuse")).items():
        monkeypatch.setenv(f"LANGFUSE_{name.upper()}", value)
    PAGE.run(*PAGE.blocks())
    said = capsys.readouterr().out
    for each in (
        "Welcome Alice and offer",
        "3 ('staging', 'latest') ('mail',)",
        "Bye Alice.",
        "404 LangfuseNotFoundError",
    ):
        assert each in said
    scores = [(each["name"], each["value"], each["dataType"]) for each in platform.backend("langfuse").scores]
    assert scores == [("helpfulness", 0.9, "NUMERIC"), ("correct", 1, "BOOLEAN")]
