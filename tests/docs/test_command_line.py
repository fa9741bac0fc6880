"""Proves that what `docs/command-line.md` shows is what commands say, and that it names all of them."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from promptport.cli.app import app

from .pages import Page, typed

PAGE = Page("docs/command-line.md")
TEXT = PAGE.text
SESSIONS = PAGE.blocks("console")
SHOWN = [line for each in PAGE.blocks("") for line in each.splitlines()]

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@PAGE.runs()
def test_sessions() -> None:
    """What is typed is answered so, with the exit code behind it."""
    for session in SESSIONS:
        said = ""
        for command, _ in typed(session):
            done = CliRunner().invoke(app, shlex.split(command)[1:], prog_name="promptport")
            said += f"$ {command}\n{done.output}[{done.exit_code}]\n"
        PAGE.made(session, said)
        assert said == session


def test_commands() -> None:
    """All that there are, and no others; each that is shown is understood, and each option that is named is one."""
    group: Any = get_command(app)
    assert sorted(re.findall(r"^\| `promptport ([a-z]+)` \|", TEXT, re.MULTILINE)) == sorted(group.commands)
    assert len(SESSIONS) == 2
    assert len(SHOWN) == 8
    for line in SHOWN:
        _, name, *arguments = shlex.split(line)
        command = group.commands[name]
        if hasattr(command, "commands"):
            name, *arguments = arguments
            command = command.commands[name]
        command.make_context(name, arguments)
    named = [group.commands[name] for name in ("get", "render", "track", "doctor", "trust")]
    named += [each for name in ("cache", "events") for each in group.commands[name].commands.values()]
    options = {each for command in named for option in command.params for each in option.opts}
    root = {"--version", "--install-completion"}
    assert {*re.findall(r"`(?:promptport )?(--?[a-z][a-z-]*)", TEXT)} <= options | root | {"-h"}
