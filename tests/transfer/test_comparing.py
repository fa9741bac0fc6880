"""Proves that what has drifted apart is told, whichever side has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.transfer import Comparison, diff, pull

from .platforms import Memory, broken

pytestmark = pytest.mark.one_python("what is compared is the same on all")


def compared(memory: Memory, folder: Path, *names: str, **more: str) -> Comparison:
    with memory.client() as client:
        return diff(client, folder, names, **more)  # type: ignore[arg-type]


def states(memory: Memory, folder: Path, *names: str) -> dict[str, str]:
    return {each.name: each.state for each in compared(memory, folder, *names).differences}


def test_diff(tmp_path: Path) -> None:
    memory = Memory()
    for name in ("same", "edited", "changed", "both", "deleted", "gone", "down"):
        memory.put(name, "One.")
    with memory.client() as client:
        pull(client, tmp_path)
    memory.put("elsewhere", "One.")
    for name in ("edited", "both", "new"):
        (tmp_path / f"{name}.md").write_text("Mine.")
    for name in ("changed", "both"):
        memory.put(name, "Theirs.")
    (tmp_path / "deleted.md").unlink()
    memory.labels["gone"].clear()
    memory.fault = broken("get down")
    found = compared(memory, tmp_path)
    assert {each.name: each.state for each in found.differences} == {
        "both": "conflict", "changed": "changed", "deleted": "deleted", "down": "failed", "edited": "edited", "gone": "gone",
        "new": "new", "same": "same",
    }  # fmt: skip
    assert [each.name for each in found.differences if not each.drifted] == ["same"]
    assert list(found.elsewhere) == ["elsewhere"]
    both = found.differences[0]
    assert (both.there, both.here, both.version) == ("Theirs.\n", "Mine.\n", 2)
    assert states(memory, tmp_path, "same", "edited") == {"same": "same", "edited": "edited"}
    assert not compared(memory, tmp_path, "same").elsewhere


def test_another_label(tmp_path: Path) -> None:
    """What is in production can be compared with what is to come."""
    memory = Memory()
    memory.put("welcome", "One.")
    with memory.client() as client:
        pull(client, tmp_path)
    memory.put("welcome", "Two.")
    memory.labels["welcome"] = {"production": 1, "next": 2}
    assert [each.state for each in compared(memory, tmp_path).differences] == ["same"]
    assert [each.state for each in compared(memory, tmp_path, label="next").differences] == ["changed"]
