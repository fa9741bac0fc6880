"""Proves that what `docs/mcp.md` shows is what the command takes, and that its figures are those of the code."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from mcp.types.version import KNOWN_PROTOCOL_VERSIONS
from typer.main import get_command

from promptport.cli.app import app
from promptport.cli.mcp import HOST, PORT
from promptport.mcp import arguments, catalogue, changes, http, messages, server

TEXT = (Path(__file__).parents[2] / "docs" / "mcp.md").read_text(encoding="utf-8")
CONFIGURATIONS = [json.loads(each) for each in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)]
SHOWN = [shlex.split(each)[1:] for each in re.findall(r"^promptport mcp.*$", TEXT, re.MULTILINE)]

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def servers() -> list[Any]:
    """What the configurations of hosts have for a server."""
    return [each for shown in CONFIGURATIONS for named in shown.values() for each in named.values()]


def test_commands() -> None:
    """Each that is shown, and each that a host starts, is understood."""
    group: Any = get_command(app)
    started = [each["args"] for each in servers() if each.get("command") == "promptport"]
    assert (len(SHOWN), len(started)) == (5, 4)
    for line in [*SHOWN, *started]:
        assert line[0] == "mcp"
        group.commands["mcp"].make_context("mcp", line[1:])
    options = {each for option in group.commands["mcp"].params for each in option.opts}
    assert {*re.findall(r"`(--[a-z-]+)", TEXT)} <= options


def test_addresses() -> None:
    address = f"http://{HOST}:{PORT}{http.PATH}"
    assert {each.get("url") or each.get("httpUrl") for each in servers() if "command" not in each} == {address}
    assert TEXT.count(address) == 3


def test_figures() -> None:
    assert server.LISTENING == changes.SESSIONS == http.SESSIONS == 100
    for said in (
        f"in a page of the list | {catalogue.PAGE} |",
        f"values of a completion | {arguments.MOST},",
        f"request over HTTP | {http.BODY // 1024**2} MiB |",
        f"| {http.SESSIONS} each; a session ends after {http.IDLE / 60:g} minutes",
        f"connections | {http.CONNECTIONS} |",
        f"before {server.LINKS})",
        f"{KNOWN_PROTOCOL_VERSIONS[0]} to {KNOWN_PROTOCOL_VERSIONS[-1]}",
        f"`{messages.ROLE}` in `_meta`",
    ):
        assert said in TEXT
    assert (changes.FOLDER, changes.PLATFORM, changes.SHARE) == (1.0, 60.0, 20)
