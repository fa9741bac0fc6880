"""A folder of prompt files, for the commands that read one."""

from __future__ import annotations

from pathlib import Path

import pytest

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
