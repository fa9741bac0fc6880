"""Proves where settings are found, and that a file which is shared holds no secret."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import Client, ConfigurationError


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, deep inside a project."""
    for name in ("PROMPTPORT_SOURCE", "XR2_API_KEY", "XR2_BASE_URL", "SCOPE_API_URL"):
        monkeypatch.delenv(name, raising=False)
    inside = tmp_path / "project" / "src" / "deep"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    return tmp_path / "project"


def told(**arguments: Any) -> tuple[str, str]:
    """Which platform a client is of, and at which address."""
    with Client(**arguments) as client:
        return client.platform.name, client.platform.origin


def test_the_nearest_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several files the nearest one above that has the table counts, and one without it is passed over."""
    monkeypatch.setenv("XR2_API_KEY", "key")
    (project.parent / "pyproject.toml").write_text('[tool.promptport]\nsource = "nonsense"\n')
    (project / "pyproject.toml").write_text('[tool.promptport]\nsource = "xr2"\n')
    (project / "src" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert told()[0] == "xr2"
    (project / "pyproject.toml").unlink()
    with pytest.raises(ConfigurationError, match="There is no platform 'nonsense'"):
        Client()


@pytest.mark.parametrize(
    "table",
    [
        'api_key = "planted"',
        '[tool.promptport.xr2]\napi_key = "planted"',
        '[tool.promptport.scope]\napi_secret = "planted"',
        '[tool.promptport.other.deeper]\nAccessToken = "planted"',
    ],
)
def test_a_secret_in_a_file_that_is_shared(project: Path, table: str) -> None:
    """It is refused, whichever platform it is for, and the text does not repeat it."""
    (project / "pyproject.toml").write_text(f'[tool.promptport]\nsource = "xr2"\n{table}\n')
    with pytest.raises(ConfigurationError, match="set the environment variable") as caught:
        Client()
    assert "planted" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[tool.promptport", "can't be read"),
        ('[tool.promptport]\nsource = "xr2"\nxr2 = 3', "no table of settings"),
        ("[tool.promptport]\nsource = 3", "Name a source"),
        ('[tool.promptport]\nsource = "xr2"\n[tool.promptport.xr2]\nbase_ulr = "http://x"', "base_ulr"),
    ],
)
def test_files_that_make_no_sense(project: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str) -> None:
    """They are told, and not passed over."""
    monkeypatch.setenv("XR2_API_KEY", "key")
    (project / "pyproject.toml").write_text(text)
    with pytest.raises(ConfigurationError, match=words):
        Client()
