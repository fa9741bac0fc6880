"""Proves that `promptport types` writes a module that works, tells when it is no longer right, and harms no other file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from promptport import Client
from promptport.cli.app import app

from .commands import run

pytestmark = pytest.mark.one_python("a command is the same on all")


def types(*arguments: str) -> Result:
    """The command, in this process."""
    return CliRunner().invoke(app, ["types", *arguments])


@pytest.fixture
def here(prompts: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with the prompts in it, which is the current one."""
    monkeypatch.chdir(prompts.parent)
    return prompts.parent


def test_a_module_is_written_and_works(here: Path) -> None:
    """As a process of its own; what it says is on stderr where a name became another."""
    done = run("types", "files:./prompts", "-o", "made.py")
    assert (done.returncode, done.stdout, done.stderr) == (0, "made.py: 2 prompts\n", "mail/bye is mail_bye\n")
    text = (here / "made.py").read_text(encoding="utf-8")
    head = "# Made by `promptport types files:./prompts -o made.py`. Run that again; what is edited here is lost."
    assert text.splitlines()[0] == head
    program = "import made, promptport\nprint(made.welcome(promptport.Client('files:./prompts'), name='A').text)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "Hi A, en.\n"


def test_it_is_checked(here: Path) -> None:
    """The exit code is for CI, the differences for people; nothing is written."""
    assert types("files:./prompts", "-o", "made.py").exit_code == 0
    written = (here / "made.py").stat()
    done = types("files:./prompts", "-o", "made.py", "--check")
    assert (done.exit_code, done.stdout) == (0, "made.py is up to date\n")
    again = types("files:./prompts", "-o", "made.py")
    assert (again.exit_code, again.stdout) == (0, "made.py is up to date\n")
    (here / "prompts" / "welcome.md").write_text("Hi {{name}} {{surname}}.")
    done = types("files:./prompts", "-o", "made.py", "--check")
    assert done.exit_code == 1
    assert "+    surname: Value,\n" in done.stdout
    assert "-    language: Value | None = None,\n" in done.stdout
    remedy = "run `promptport types files:./prompts -o made.py`."
    assert done.stderr == f"promptport types: made.py is not what the prompts are now: {remedy}\n"
    assert (here / "made.py").stat().st_mtime_ns == written.st_mtime_ns
    assert types("files:./prompts", "-o", "made.py").exit_code == 0
    assert types("files:./prompts", "-o", "made.py", "--check").exit_code == 0


def test_line_ends_do_not_count(here: Path) -> None:
    """A checkout may have others."""
    types("files:./prompts", "-o", "made.py")
    (here / "made.py").write_bytes((here / "made.py").read_bytes().replace(b"\n", b"\r\n"))
    assert types("files:./prompts", "-o", "made.py", "--check").exit_code == 0


def test_nothing_to_check(here: Path) -> None:
    done = types("files:./prompts", "-o", "made.py", "--check")
    assert (done.exit_code, done.stderr) == (
        1, "promptport types: There is no made.py: run `promptport types files:./prompts -o made.py`.\n",
    )  # fmt: skip
    done = types("files:./prompts", "--check")
    assert done.exit_code == 2
    assert done.stderr.endswith(
        "Error: Invalid value for --check: Name the module that is to be checked: -o prompts.py.\n"
    )


def test_to_stdout(here: Path) -> None:
    done = types("files:./prompts")
    assert done.stdout.startswith("# Made by `promptport types files:./prompts`. ")
    assert "def mail_bye(" in done.stdout
    assert done.stdout.endswith(")\n")


def test_for_programs(here: Path) -> None:
    """What was done, and which names became others, as JSON; exit codes are the same."""
    names = {"functions": {"mail/bye": "mail_bye", "welcome": "welcome"}, "parameters": {}}
    options = ("files:./prompts", "-o", "made.py", "--format", "json")
    missing = types(*options, "--check")
    assert (missing.exit_code, json.loads(missing.stdout)["state"]) == (1, "missing")
    for state in ("written", "current"):
        done = types(*options)
        assert (done.exit_code, done.stderr) == (0, "")
        assert json.loads(done.stdout) == {**names, "file": "made.py", "state": state, "difference": []}
    (here / "prompts" / "welcome.md").write_text("Hi {{first-name}}.")
    stale = types(*options, "--check")
    assert stale.exit_code == 1
    found = json.loads(stale.stdout)
    assert found["state"] == "stale"
    assert "+    first_name: Value," in found["difference"]
    assert found["parameters"] == {"welcome": {"first-name": "first_name"}}
    assert "def mail_bye(" in json.loads(types("files:./prompts", "--format", "json").stdout)["text"]


def test_some_prompts_of_a_label(here: Path) -> None:
    done = types("files:./prompts", "--label", "new", "--prompt", "mail/bye")
    assert "types files:./prompts --label new --prompt mail/bye`." in done.stdout
    assert '        label="new",\n' in done.stdout
    assert "welcome" not in done.stdout
    done = types("files:./prompts", "--label", "nope")
    assert done.exit_code == 1
    assert "2 of 2 prompts could not be fetched" in done.stderr


def test_a_file_that_is_no_such_module(here: Path) -> None:
    """It is not lost; an empty one, or one that was made so, is."""
    (here / "made.py").write_text("important = True\n")
    done = types("files:./prompts", "-o", "made.py")
    assert done.exit_code == 1
    assert done.stderr.startswith("promptport types: made.py was not made by this command, and would be lost")
    assert (here / "made.py").read_text() == "important = True\n"
    (here / "made.py").write_text("")
    assert types("files:./prompts", "-o", "made.py").exit_code == 0
    assert sorted(each.name for each in here.iterdir()) == ["made.py", "prompts"]


def test_a_link_stays_one(here: Path) -> None:
    (here / "there.py").touch()
    (here / "made.py").symlink_to("there.py")
    assert types("files:./prompts", "-o", "made.py").exit_code == 0
    assert (here / "made.py").is_symlink()
    assert "def mail_bye(" in (here / "there.py").read_text(encoding="utf-8")


def test_what_goes_wrong(here: Path) -> None:
    """In one line, with exit code 1, and nothing is written."""
    (here / "prompts" / "bad.md").write_text("{{na me}}")
    for arguments, told in [
        (["files:./prompts"], "bad.md:1:1"),
        (["files:./nowhere"], "There is no folder"),
        (["nope"], "There is no platform 'nope'"),
    ]:
        done = types(*arguments, "-o", "made.py")
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith("promptport types: ")
        assert told in done.stderr
        assert done.stderr.count("\n") == 1
    assert types("files:./prompts", "-p", "welcome", "-o", "nowhere/made.py").exit_code == 1
    (here / "empty").mkdir()
    done = types("files:./empty", "-o", "made.py")
    assert (done.exit_code, done.stderr) == (1, "promptport types: There are no prompts.\n")
    assert sorted(each.name for each in here.iterdir()) == ["empty", "prompts"]


def test_a_platform_that_can_not_list() -> None:
    """It is told how to name the prompts; the answer is of what the platform has."""
    done = types("local:xr2")
    assert done.exit_code == 1
    assert "Name the prompts, as by --prompt welcome; or take what `promptport pull` has written" in done.stderr
    done = types("local:xr2", "--prompt", "welcome")
    assert done.exit_code == 0
    assert "    customer_name: str,\n" in done.stdout


def test_prompts_that_were_pulled(here: Path) -> None:
    """Nobody is asked; the functions are for a client with that bundle as for one without."""
    pulled = CliRunner().invoke(app, ["pull", "welcome", "--source", "local:xr2", "--to", "pulled"])
    assert pulled.exit_code == 0
    assert types("bundle:./pulled", "-o", "made.py").stdout == "made.py: 1 prompt\n"
    names: dict[str, Any] = {}
    exec((here / "made.py").read_text(encoding="utf-8"), names)
    with Client("xr2", bundle="pulled", api_key="key", spool=False) as client:
        made = names["welcome"](client, customer_name="Alice")
    assert "Alice" in made.text
    assert made.origin.source == "bundle"


def test_names_that_would_steer_the_terminal(here: Path) -> None:
    (here / "prompts" / "b\u202e\u200bd.md").write_text("Hi {{name}}.")
    (here / "made.py").write_text("# Made by `promptport types\x1b[31m`\n")
    done = types("files:./prompts", "-o", "made.py", "--check")
    assert done.exit_code == 1
    assert all(each.isprintable() for each in (done.stdout + done.stderr).split("\n"))


def test_many_names_that_became_others(here: Path) -> None:
    for each in range(20):
        (here / "prompts" / f"a-{each}.md").write_text("Hi {{name}}.")
    done = types("files:./prompts", "-o", "made.py")
    assert done.stderr.splitlines()[-1] == "and 11 names more, which the module tells"
    assert len(done.stderr.splitlines()) == 11


def test_what_is_no_file_is_not_replaced(here: Path) -> None:
    """A pipe is not waited for, and a device stays one, also for whoever may take it away."""
    os.mkfifo(here / "pipe")
    (here / "device").symlink_to("/dev/zero")
    for name in ("pipe", "device"):
        done = types("files:./prompts", "-o", name)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr == (
            f"promptport types: {name} can't be the module: it is no regular file. "
            "Name a file, or leave -o out: the module goes to stdout.\n"
        )
    assert (here / "pipe").is_fifo()
