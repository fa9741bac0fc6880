"""Proves that Langfuse's page runs as it stands, from one example to the next."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import promptport
from promptport.testing import Platform
from promptport_local.langfuse import settings

pytestmark = pytest.mark.one_python("the examples are the same on all")
PAGE = Path(promptport.__file__).parent / "langfuse" / "README.md"


def test_examples(platform: Platform, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """They are answered by the local Langfuse; what they print is what the page says."""
    for name, value in settings(platform.url("langfuse")).items():
        monkeypatch.setenv(f"LANGFUSE_{name.upper()}", value)
    names: dict[str, Any] = {}
    examples = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    for each in examples:
        exec(each, names)
    said = capsys.readouterr().out
    assert len(examples) == 7
    for each in (
        "Welcome Alice and offer",
        "3 ('staging', 'latest') ('mail',)",
        "Bye Alice.",
        "404 LangfuseNotFoundError",
    ):
        assert each in said
    scores = [(each["name"], each["value"], each["dataType"]) for each in platform.backend("langfuse").scores]
    assert scores == [("helpfulness", 0.9, "NUMERIC"), ("correct", 1, "BOOLEAN")]
