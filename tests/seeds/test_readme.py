"""Proves that the README's Python runs as it stands: its first program, and its test of an application."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from promptport.testing import Platform

README = Path(__file__).parents[2] / "README.md"
FIRST, IN_A_TEST = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


def test_first_program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without an account, a file or a setting it prints the messages for a model."""
    monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(tmp_path))

    exec(compile(FIRST, "README.md", "exec"), {})

    assert capsys.readouterr().out == (
        "[{'role': 'system', 'content': 'You are a friendly assistant. Answer in en.'}, "
        "{'role': 'user', 'content': 'Welcome Alice and offer your help.'}]\n"
    )


def test_in_a_test(promptport_local: Platform) -> None:
    """The test of an application that the README shows passes."""
    names: dict[str, object] = {}
    exec(compile(IN_A_TEST, "README.md", "exec"), names)
    (test,) = (each for name, each in names.items() if name.startswith("test_"))
    assert callable(test)

    test(promptport_local)
