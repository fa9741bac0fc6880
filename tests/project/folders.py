"""A folder that somebody works in, and what a project file there says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import Client

VARIABLES = (
    "PROMPTPORT_SOURCE",
    "PROMPTPORT_TRUST_PROJECT",
    "XR2_API_KEY",
    "XR2_BASE_URL",
    "SCOPE_API_URL",
    "SCOPE_AUTH_API_URL",
    "PROMPTIC_ENDPOINT",
    "PROMPTRAILS_BASE_URL",
)
KEYS: dict[str, dict[str, Any]] = {
    "xr2": {"api_key": "planted-key"},
    "scope": {"org_id": "o", "api_key": "planted-key", "api_secret": "planted-secret"},
    "promptic": {"api_key": "planted-key"},
    "promptrails": {"api_key": "planted-key"},
}


def work_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work deep inside a project, as a person with a home of their own and nothing set."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    inside = tmp_path / "project" / "src" / "deep"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    return tmp_path / "project"


def say(project: Path, text: str) -> Path:
    """Write a project file."""
    file = project / "pyproject.toml"
    file.write_text(text)
    return file


def told(**arguments: Any) -> tuple[str, str]:
    """Which platform a client is of, and at which address."""
    with Client(**arguments) as client:
        return client.platform.name, client.platform.origin
