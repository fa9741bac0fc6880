"""Proves that a rival is found as it was published, and alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.rivals import RELEASES, environment
from tools.vendors.installed import InstallError, place


def test_a_program_finds_the_package_and_nothing_beside_it(tmp_path: Path) -> None:
    """It is run with what the folder holds; what this environment holds is not there."""
    folder = place("posthog", RELEASES["posthog"], tmp_path)
    folder.mkdir(parents=True)
    (folder / "posthog.py").write_text("VERSION = 'from the folder'")
    program = "import posthog; print(posthog.VERSION)\ntry: import pytest\nexcept ImportError: print('alone')"
    command = [sys.executable, "-S", "-c", program]
    said = subprocess.check_output(command, env={**os.environ, **environment("posthog", tmp_path)}, text=True)
    assert said.splitlines() == ["from the folder", "alone"]


def test_a_rival_that_cannot_be_had_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What went wrong is said, not that a folder is missing."""
    monkeypatch.setitem(RELEASES, "posthog", "no release")
    with pytest.raises(InstallError, match="names no release"):
        environment("posthog", tmp_path)
