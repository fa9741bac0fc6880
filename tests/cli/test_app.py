"""Proves the usual courtesies of the command."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from promptport import __version__
from promptport.cli import main
from promptport.cli.app import app

from .commands import run


def test_version_and_help() -> None:
    """The usual courtesies; `python -m promptport` is what runs them here."""
    assert run("--version").stdout == f"promptport {__version__}\n"
    assert CliRunner().invoke(app, ["--version"]).stdout == f"promptport {__version__}\n"
    assert run("-h").stdout == run("--help").stdout
    assert CliRunner().invoke(app, ["cache", "list", "-h"]).exit_code == 0
    assert run("sevre").returncode == 2


@pytest.mark.parametrize("group", [[], ["prompts"], ["events"], ["cache"]])
def test_no_help_is_cut_short(group: list[str]) -> None:
    """The first sentence of each command fits beside its name, in a terminal of 80 columns; all say their exit codes."""
    said = CliRunner().invoke(app, [*group, "-h"], env={"COLUMNS": "80"}).stdout
    assert "..." not in said.partition("Commands:\n")[2]
    command = {"": "pull", "prompts": "fmt", "events": "list", "cache": "list"}["".join(group)]
    assert all("Exit codes: 0" in CliRunner().invoke(app, [*each, "-h"]).stdout for each in (group, [*group, command]))


def test_help_and_mistakes_are_plain() -> None:
    """Whatever is quoted is no markup, steers no terminal, and has no frame around it."""
    done = CliRunner().invoke(app, ["[bold]\x1b[2J"], color=True)
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith("Error: No such command '[bold]")
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    ("words", "found"), [("tr", ["track", "trust"]), ("prompts n", ["new"]), ("login ", ["promptic"])]
)
def test_completion(words: str, found: list[str]) -> None:
    """What a shell asks, after `--install-completion`."""
    asked = {"COMP_WORDS": f"promptport {words}", "COMP_CWORD": str(words.count(" ") + 1)}
    done = CliRunner().invoke(app, env={"_PROMPTPORT_COMPLETE": "complete_bash", **asked}, prog_name="promptport")
    assert done.stdout.split() == found


def test_without_extras(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The version is there; anything else says what to install."""
    monkeypatch.setitem(sys.modules, "typer", None)
    for name in [name for name in sys.modules if name.startswith("promptport.cli.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "argv", ["promptport", "--version"])
    main()
    assert capsys.readouterr().out == f"promptport {__version__}\n"
    monkeypatch.setattr(sys, "argv", ["promptport", "list"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == (
        'promptport: The command needs typer, which is not installed: pip install "promptport[cli]"'
    )


def test_interrupted_before_it_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["promptport", "list"])
    monkeypatch.setattr("promptport.cli._run", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130


def test_streams_that_are_closed_or_lack_characters() -> None:
    """The command does its work, and tells no error of its own."""
    command = f"exec {sys.executable} -m promptport trust -h"
    for closed in (">&-", "2>&-", "</dev/null"):
        assert subprocess.run(["sh", "-c", f"{command} {closed}"], capture_output=True, check=False).returncode == 0


@pytest.mark.one_python("an error is told alike on all")
@pytest.mark.parametrize("option", ["--version", "-h", "pull -h"])
def test_a_full_disk_is_one_line(option: str) -> None:
    """Of what no command writes, too."""
    command = f"exec {sys.executable} -m promptport {option} >/dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "promptport: No space left on device\n")
