"""Proves what `promptport push` says where it makes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_pull import place, run

__all__ = ["place"]
pytestmark = pytest.mark.one_python("what a command says is the same on all")


def test_mistakes(place: Path) -> None:
    """Where a platform makes no versions, it is said what to do instead."""
    assert run("push")[2].startswith("promptport push: There is no folder 'prompts'")
    (place / "prompts").mkdir()
    assert run("push") == (0, "0 prompts\n", "")
    (place / "prompts/a.md").write_text("Hi {{na me}}")
    code, said, complained = run("push")
    assert (code, complained) == (1, "promptport push: nothing was made: 1 prompt: 1 malformed\n")
    assert "a.md:1:4: " in said
    (place / "prompts/a.md").write_text("Hi")
    code, said, complained = run("push", "--source", "local:xr2")
    assert (code, said) == (1, "")
    assert complained.startswith("promptport push: xr2 makes no versions here. ")
