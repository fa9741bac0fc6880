"""Proves what `promptport push` says, that it asks a person and no program, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from .test_pull import place, run

__all__ = ["place"]
pytestmark = pytest.mark.one_python("what a command says is the same on all")


def test_push(place: Path) -> None:
    run("pull")
    assert run("push") == (0, "2 prompts: 2 unchanged\n", "")
    (place / "prompts/mail/bye.md").write_text("Farewell.")
    plan = "edited     mail/bye  a version is to be made, production\n"
    assert run("push", "--dry-run") == (0, f"{plan}2 prompts: 1 edited, 1 unchanged; nothing was made\n", "")
    assert not (place / "there/mail/bye@3.md").exists()
    code, said, complained = run("push")
    assert (code, complained) == (0, "")
    assert said == f"{plan}pushed     mail/bye  version 3, production\n2 prompts: 1 pushed, 1 unchanged\n"
    assert (place / "there/mail/bye@3.md").read_text().endswith("Farewell.\n")
    assert run("pull") == (0, "2 prompts: 2 unchanged\n", "")


def test_what_was_changed_there(place: Path) -> None:
    run("pull")
    (place / "prompts/welcome.md").write_text("Mine.")
    (place / "there/welcome.md").write_text("Theirs.")
    code, said, complained = run("push")
    assert code == 1
    assert said.startswith("conflict   welcome  it was changed on files since version 1 was pulled, to version 1: ")
    assert complained == "promptport push: nothing was made: 1 prompt: 1 conflict\n"
    code, said, complained = run("push", "--format", "json")
    assert (code, complained, json.loads(said)["made"]) == (1, "", [])


@pytest.mark.parametrize(("answer", "made"), [(b"n\n", False), (b"y\n", True), (b"", False)])
def test_a_person_is_asked(place: Path, answer: bytes, made: bool) -> None:
    run("pull")
    (place / "prompts/welcome.md").write_text("Mine.")
    own, theirs = pty.openpty()
    started = subprocess.Popen(
        [sys.executable, "-m", "promptport", "push"], stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "COLUMNS": "200"},
    )  # fmt: skip
    os.close(theirs)
    said = read(own, b"[y/N]")
    if answer:
        os.write(own, answer)
    else:
        press_ctrl_c(started)
    said += read(own, b"\0")
    os.close(own)
    code = started.wait(60)
    assert b"Make 1 version on files?" in said
    assert code == (0 if made else 1 if answer else 130)
    assert (place / "there/welcome@2.md").exists() is made


def press_ctrl_c(process: subprocess.Popen[bytes]) -> None:
    """Interrupt a process, again where Python was between its look for signals and its wait for a line, as a person would."""
    for _ in range(10):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
            return


def read(terminal: int, end: bytes) -> bytes:
    """What a terminal shows, to an end, or until its other side is closed."""
    said = b""
    try:
        while end not in said and (more := os.read(terminal, 1000)):
            said += more
    except OSError:
        pass  # it is closed
    return said


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
