"""Proves that what `docs/copies.md` shows runs as it stands, and that its figures are those of the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.cache.settings import CacheSettings
from promptport.testing import Platform
from promptport_local.xr2 import settings

from .pages import Page

PAGE = Page("docs/copies.md")
PRINTED = "network cache\nGoodbye, Alice! fallback\nwelcome network\nanswering\n"

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@PAGE.runs()
def test_examples(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """From one to the next, each in a process that has no copies, as far as it prints."""
    address = platform.url("xr2")
    monkeypatch.setenv("XR2_BASE_URL", address)
    monkeypatch.setenv("XR2_API_KEY", settings(address)["api_key"])
    names: dict[str, object] = {}
    for at, each in enumerate(PAGE.blocks()):
        monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(tmp_path / str(at)))
        names = PAGE.run(each, **names)
    assert capsys.readouterr().out == PRINTED


def test_figures() -> None:
    usual = CacheSettings()
    assert (usual.ttl, usual.stale, usual.deadline, usual.short_deadline) == (60, 600, 5, 1.5)
    assert usual.refusal_ttl == 7 * 24 * 3600
    for each in ("within `ttl` (60 s)", "(ten minutes more)", "its `deadline`, 5 s", "within 1.5 s", "for a week"):
        assert each in PAGE.text
