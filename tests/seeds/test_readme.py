"""Proves that the README's Python runs as it stands: its first program, and its tests of an application."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from promptport.promptrails import VERSIONS
from promptport.testing import Platform

README = Path(__file__).parents[2] / "README.md"
FIRST, IN_A_TEST, ON_RELEASES = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


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
    shown(IN_A_TEST)(promptport_local)


@pytest.mark.one_python("what a server is as of a release is the same on all")
def test_on_every_release() -> None:
    """The test that the README shows for every release passes on the first, the last, and one between."""
    test = shown(ON_RELEASES)
    (mark,) = test.pytestmark  # type: ignore[attr-defined]
    assert (mark.name, mark.args) == ("parametrize", ("release", VERSIONS))
    for release in (VERSIONS[0], "0.8.0", VERSIONS[-1]):
        test(release)


def shown(block: str) -> Callable[[object], None]:
    """The test that a block holds."""
    names: dict[str, Any] = {}
    exec(compile(block, "README.md", "exec"), names)
    (test,) = (each for name, each in names.items() if name.startswith("test_"))
    assert callable(test)
    return test  # type: ignore[no-any-return]
