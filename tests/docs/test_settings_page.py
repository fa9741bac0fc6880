"""Proves that what `docs/settings.md` shows runs as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import promptport
from promptport.testing import Platform
from promptport_local.xr2 import settings

from .pages import Page

PAGE = Page("docs/settings.md")
[FILE] = PAGE.blocks("toml")

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def test_a_project_file(platform: Platform, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With it a client needs no argument but the key; the file counts from a folder below, too."""
    address = platform.url("xr2")
    (tmp_path / "pyproject.toml").write_text(FILE.replace("http://127.0.0.1:8700/xr2", address), encoding="utf-8")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    monkeypatch.setenv("XR2_API_KEY", settings(address)["api_key"])
    with promptport.Client() as client:
        assert client.get("welcome").origin.platform == "xr2"
        assert client.health()["platform"]["origin"] == address


@PAGE.runs()
def test_a_key_from_a_function(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))
    PAGE.run(*PAGE.blocks())
    assert capsys.readouterr().out == "1\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tll = 30", "did you mean ttl"),
        ('[tool.promptport.xr2]\napi_key = "a-key"', "api_key"),
        ('[tool.promptport.xr2]\nbase_url = "https://xr2.example.org"', "promptport trust"),
    ],
)
def test_what_a_file_may_not_say(line: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A misspelt name, a key, and where keys go."""
    (tmp_path / "pyproject.toml").write_text(f"[tool.promptport]\n{line}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XR2_API_KEY", "a-key")
    with pytest.raises(promptport.ConfigurationError) as caught:
        promptport.Client("xr2")
    assert said in str(caught.value)
