"""Proves that what `docs/index.md` shows runs as it stands."""

from __future__ import annotations

import pytest

from .pages import Page

PAGE = Page("docs/index.md")

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@PAGE.runs()
def test_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    PAGE.run(*PAGE.blocks())
    assert capsys.readouterr().out.startswith(
        "[{'role': 'system', 'content': 'You are a friendly assistant. Answer in en.'}"
    )
