"""Proves that a person trusts a project file at a terminal, sees what that means, and can take it back (S6)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from promptport import Client, ConfigurationError
from promptport.cli.app import app

from ..project.folders import say, work_in

HOSTED = '[tool.promptport.xr2]\nbase_url = "https://hosted.example"\nverify = "\\u001b[2J"\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, deep inside a project."""
    return work_in(tmp_path, monkeypatch)


def run(*arguments: str) -> tuple[int, str, str]:
    """Run the command; its exit code and what it says."""
    done = CliRunner().invoke(app, ["trust", *arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.promise("S6")
def test_s6_trust_and_forget(project: Path) -> None:
    """S6: the nearest file is trusted and shown, nothing in it steers the terminal; it is listed, and forgotten."""
    file = say(project, HOSTED.replace("verify", "# verify"))
    with pytest.raises(ConfigurationError, match="promptport trust"):
        Client("xr2", api_key="k")
    code, said, _ = run()
    assert code == 0
    assert f"{file} is trusted as it is now" in said
    assert "tool.promptport.xr2.base_url = 'https://hosted.example'" in said
    with Client("xr2", api_key="k") as client:
        assert client.platform.origin == "https://hosted.example"
    assert run("--list")[1] == f"{file}\n"
    say(project, HOSTED)
    assert run("--list")[1] == f"{file}  (changed since, so no longer trusted)\n"
    assert "\x1b" not in run()[1]
    assert run("--forget") == (0, f"{file} is trusted no more.\n", "")
    assert run("--forget", str(project)) == (0, f"{project} was not trusted.\n", "")
    assert run("--list") == (0, "", "")


def test_files_that_are_gone(project: Path) -> None:
    file = say(project, HOSTED)
    assert run(str(file))[0] == 0
    file.unlink()
    assert run("--list")[1] == f"{file}  (gone)\n"
    assert run("--forget", str(file))[1] == f"{file} is trusted no more.\n"


@pytest.mark.parametrize(
    ("text", "arguments", "words"),
    [
        (None, (), "There is no pyproject.toml with [tool.promptport] here or above"),
        (None, ("--forget",), "There is no pyproject.toml"),
        (None, ("nothing",), "can't be read"),
        ("[project]\n", ("../..",), "has no [tool.promptport]"),
        ("[tool.promptport", (), "can't be read"),
        ('[tool.promptport.xr2]\napi_key = "planted"\n', (), "set the environment variable"),
    ],
)
def test_what_cant_be_trusted(project: Path, text: str | None, arguments: tuple[str, ...], words: str) -> None:
    """One line, and exit code 1."""
    if text is not None:
        say(project, text)
    code, said, complained = run(*arguments)
    assert (code, said) == (1, "")
    assert complained.startswith("promptport trust: ")
    assert complained.count("\n") == 1
    assert words in complained
    assert "planted" not in complained


def test_for_programs(project: Path) -> None:
    """The same as JSON; what TOML has and JSON has not is a text."""
    file = say(project, '[tool.promptport.xr2]\nbase_url = "https://hosted.example"\nsince = 2026-01-01\n')
    code, said, _ = run("--format", "json")
    found = json.loads(said)
    assert (code, found["file"], Path(found["kept_in"]).is_file()) == (0, str(file), True)
    assert found["settings"] == {
        "tool.promptport.xr2.base_url": "https://hosted.example",
        "tool.promptport.xr2.since": "2026-01-01",
    }
    assert json.loads(run("--list", "--format", "json")[1]) == {"files": [{"file": str(file), "state": "unchanged"}]}
    assert json.loads(run("--forget", "--format", "json")[1]) == {"file": str(file), "forgotten": True}
    assert json.loads(run("--forget", "--format", "json")[1]) == {"file": str(file), "forgotten": False}
    assert json.loads(run("--list", "--format", "json")[1]) == {"files": []}


def test_a_list_of_one_file_is_none(project: Path) -> None:
    for more in ("--forget", str(project)):
        code, said, told = run("--list", more)
        assert (code, said) == (2, "")
        assert "leave the rest out" in told
