"""What the tests of project files share."""

from __future__ import annotations

from pathlib import Path

import pytest

from .folders import work_in


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, deep inside a project."""
    return work_in(tmp_path, monkeypatch)
