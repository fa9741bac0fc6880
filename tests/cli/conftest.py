"""A folder of prompt files, for the commands that read one; and a person who has configured nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

OURS = re.compile(r"(PROMPT|XR2_|SCOPE_|.*_PROXY$|SSL_CERT)", re.IGNORECASE)  # variables that change what commands do
PROMPTS = {
    "welcome.md": "+++\n[variables]\nname = 'string'\nlanguage = { default = 'en' }\n+++\nHi {{name}}, {{language}}.",
    "mail/bye.md": "Bye {{name}}.",
    "mail/bye@2.md": "+++\nlabels = ['draft', 'new']\n+++\nSee you.",
}


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A folder of prompt files."""
    for name, text in PROMPTS.items():
        path = tmp_path / "prompts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "prompts"


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where copies of prompts are kept: in the folder that transcripts call TMP."""
    monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(autouse=True)
def outbox_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where events are kept: in the folder that transcripts call TMP."""
    monkeypatch.setenv("PROMPTPORT_OUTBOX_DIR", str(tmp_path / "outbox"))
    return tmp_path / "outbox"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache_folder: Path, outbox_folder: Path) -> Path:
    """A person who has configured nothing, in a folder of theirs."""
    for name in filter(OURS.match, list(os.environ)):
        monkeypatch.delenv(name)
    monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(cache_folder))
    monkeypatch.setenv("PROMPTPORT_OUTBOX_DIR", str(outbox_folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path
