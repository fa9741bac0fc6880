"""Proves that a command that is typed is the only one that is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from promptport.cli.app import Promptport

HEAVY = {"httpx", "aiohttp", "uvicorn", "starlette", "jsonschema", "rich", "yaml", "mcp", "asyncio"}


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a command has loaded when it ends."""
    code = (
        "import atexit, sys; sys.argv = ['promptport', *sys.argv[1:]]\n"
        "atexit.register(lambda: print(*sys.modules, sep=chr(10), file=sys.stderr))\n"
        "from promptport.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    return set(done.stderr.splitlines())


@pytest.mark.one_python("what is imported is the same on each")
def test_what_a_command_loads(prompts: Path) -> None:
    """The version needs no extra; the help of a command none of the libraries that its work needs; a folder no server."""
    assert not loaded_by("--version") & {*HEAVY, "typer"}
    found = loaded_by("serve", "-h")
    assert "promptport.cli.serve" in found
    assert not found & {*HEAVY, "promptport.cli.demo"}
    found = loaded_by("list", "-s", f"files:{prompts}")
    assert "promptport.files.source" in found
    assert not found & {"uvicorn", "starlette", "jsonschema", "rich", "yaml", "mcp"}


def test_every_command_is_where_it_is_said_to_be() -> None:
    """And says what it does, on a line that is not cut: what Typer shows of it in a list begins with it."""
    group = Promptport(name="promptport")
    assert group.list_commands(None) == [*group.commands]
    for name in group.places:
        assert group.commands[name].name == name
        assert group.commands[name].help
    assert "sevre" not in group.commands
