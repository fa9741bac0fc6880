"""Proves, by transcripts that are compared as text, that the commonest mistakes of each command are told with what to do.

A transcript is a file of commands, each with what it says and its exit code; `echo TEXT >> FILE` edits a file.
WRITE_TRANSCRIPTS=1 writes what is said now.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import typer.main
from typer.testing import CliRunner

from promptport.cli.app import app
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("what is said is the same on each")
FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))
TYPED = ("$ promptport", "$ echo")
MASKS = (
    (r"http://127\.0\.0\.1:\d+", "http://HOST"),
    (r"\b\d+ ms\b", "N ms"),
    (r"promptport    \S+ on Python \S+, \w+", "promptport    VERSION on Python VERSION, SYSTEM"),
    (r"..  extras  .*", "ok  extras        installed: EXTRAS"),
    (r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "ID"),
)


@pytest.fixture
def person(home: Path, prompts: Path, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody with a folder of prompts, one of files that are broken, and keys of two platforms."""
    (home / "broken").mkdir()
    (home / "broken" / "bye.md").write_text("+++\n[variables]\nname = 'strin'\n+++\nBye {{nam}}.\n")
    monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))
    monkeypatch.setenv("PROMPTRAILS_API_KEY", "your-api-key")
    monkeypatch.setenv("PROMPTRAILS_BASE_URL", platform.url("promptrails"))
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(home)
    return home


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_transcript(file: Path, person: Path, platform: Platform) -> None:
    """Every command of a transcript says what stands there."""
    commands = [line[2:] for line in file.read_text("utf-8").splitlines() if line.startswith(TYPED)]
    port = str(urlsplit(platform.url("xr2")).port)
    said = "\n".join(_run(each, port, person) for each in commands)
    if os.environ.get("WRITE_TRANSCRIPTS"):
        file.write_text(said, "utf-8")
    assert said == file.read_text("utf-8")


def test_every_command_has_one() -> None:
    """Also those within others."""
    tried = {
        tuple(line.split()[2:]) for file in FILES for line in file.read_text("utf-8").splitlines() if line[:2] == "$ "
    }
    for path in _paths(typer.main.get_command(app)):
        assert any(each[: len(path)] == path for each in tried), path


def _paths(command: Any) -> Iterator[tuple[str, ...]]:
    for name, each in command.commands.items():
        if hasattr(each, "commands"):
            yield from ((name, *rest) for rest in _paths(each))
        else:
            yield (name,)


def _run(command: str, port: str, home: Path) -> str:
    if command.startswith("echo "):
        _, text, _, file = shlex.split(command)
        (home / file).parent.mkdir(exist_ok=True)
        with (home / file).open("a") as edited:
            edited.write(f"{text}\n")
        return f"$ {command}\n"
    arguments = [each.replace("PORT", port) for each in shlex.split(command)[1:]]
    done = CliRunner().invoke(app, arguments, input="", prog_name="promptport")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    said = done.output.replace(str(home), "TMP").replace(port, "PORT")
    for mask, stands in MASKS:
        said = re.sub(mask, stands, said)
    lines = "\n".join(line.rstrip() for line in said.splitlines())
    return f"$ {command}\n{lines}\n[{done.exit_code}]\n" if lines else f"$ {command}\n[{done.exit_code}]\n"
