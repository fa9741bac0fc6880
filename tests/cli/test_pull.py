"""Proves what `promptport pull` says and how it ends, and that `--frozen` asks nobody."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from promptport.cli.app import app

pytestmark = pytest.mark.one_python("what a command says is the same on all")
BLOCKED = """\
import sys

def blocked(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"):
        raise SystemExit(f"{event} {arguments}")

sys.addaudithook(blocked)
import promptport
from promptport.cli import main

with promptport.Client("files:prompts", bundle="prompts") as client:
    print(client.get("welcome").origin.source, client.list())
sys.argv = ["promptport", "pull", "--frozen"]
main()
"""


@pytest.fixture
def place(prompts: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where commands run, beside a folder that stands for the platform."""
    prompts.rename(prompts.parent / "there")
    monkeypatch.chdir(prompts.parent)
    monkeypatch.setenv("PROMPTPORT_SOURCE", "files:./there")
    return prompts.parent


def run(*arguments: str, say: str | None = None) -> tuple[int, str, str]:
    """Run the command; its exit code and what it says."""
    done = CliRunner().invoke(app, arguments, input=say)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def test_pull(place: Path) -> None:
    assert run("pull") == (0, "new        mail/bye  version 1\nnew        welcome  version 1\n2 prompts: 2 new\n", "")
    assert run("pull") == (0, "2 prompts: 2 unchanged\n", "")
    (place / "prompts/welcome.md").write_text("Mine.")
    assert run("pull", "welcome") == (
        0,
        "edited     welcome  welcome.md was edited here, and stays.\n1 prompt: 1 edited\n",
        "",
    )
    (place / "there/welcome.md").write_text("Theirs.")
    code, said, complained = run("pull")
    assert code == 1
    assert said == (
        "conflict   welcome  welcome.md was edited here, and the prompt was changed there (now version 1): `promptport diff` "
        "shows both, --force overwrites it.\n"
    )
    assert complained == "promptport pull: nothing was changed: 1 prompt: 1 conflict\n"
    assert run("pull", "--force")[0] == 0


def test_json(place: Path) -> None:
    code, said, _ = run("pull", "welcome", "--format", "json", "--to", "in/it")
    assert code == 0
    assert json.loads(said) == {
        "folder": "in/it",
        "written": True,
        "prompts": [{"name": "welcome", "action": "new", "text": "version 1", "refused": False}],
    }


def test_frozen(place: Path) -> None:
    """In a process that no socket can leave, a bundle answers and the files are compared with their lock."""
    run("pull")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BLOCKED], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "bundle ['mail/bye', 'welcome']\n2 prompts: 2 unchanged\n"
    (place / "prompts/welcome.md").write_text("Mine.")
    (place / "prompts/mail/bye.md").unlink()
    (place / "prompts/new.md").write_text("New.")
    assert run("pull", "--frozen") == (
        1,
        ("deleted    mail/bye  mail/bye.md is not there.\nedited     welcome  welcome.md is not what was pulled.\n"
        "new        new.md  it is not in the lock.\n"),
        "promptport pull: the files are not what the lock says: 3 prompts: 1 deleted, 1 edited, 1 new\n",
    )  # fmt: skip


def test_mistakes(place: Path) -> None:
    """Each is one line that says what to do."""
    assert run("pull", "--frozen") == (
        1, "", "promptport pull: There is no promptport.lock in prompts: run `promptport pull --to prompts` first.\n",
    )  # fmt: skip
    assert run("pull", "--frozen", "--force")[0] == 2
    code, said, complained = run("pull", "welcom")
    assert (code, complained) == (1, "promptport pull: nothing was changed: 1 prompt: 1 failed\n")
    assert "Did you mean welcome?" in said
    (place / "pyproject.toml").write_text("[tool.promptport]\nbundle = './gone'\n")
    assert run("pull")[0] == 0  # a bundle is what it makes
    (place / "prompts/promptport.lock").write_text("<<<<<<< HEAD\n")
    assert "conflict marks of git: keep either side" in run("pull")[2]


def test_texts_of_others(place: Path) -> None:
    """What a file or a name says steers no terminal."""
    (place / "there/a\x1b[31m.md").write_text("x")
    (place / "there/[red]b.md").write_text("x")
    code, said, complained = run("pull")
    assert code == 0, complained
    assert "\x1b" not in said
    assert "[red]b" in said
