"""Proves the command line: the demo runs, a server says when it is ready and ends in order, and mistakes are told in a line."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from promptport.xr2 import xR2Client

COMMAND = [sys.executable, "-W", "error", "-m", "promptport.cli"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, check=False, timeout=30, env=environment
    )


def test_demo() -> None:
    """The demo fetches, renders and tracks, shows its code, and what the platform holds afterwards."""
    done = run("demo")

    assert done.returncode == 0, done.stderr
    assert 'client.get_prompt(slug="welcome").unwrap()' in done.stdout
    assert "Welcome Alice and offer your help." in done.stdout
    assert done.stdout.count("recorded") == 2
    for event in ("sign_up", "purchase_completed", "99.99 USD"):
        assert event in done.stdout.partition("What the platform holds now")[2]


def test_serve_until_interrupted(tmp_path: Path) -> None:
    """`serve` says when it accepts connections, keeps its data in the file, and ends in order on SIGTERM and SIGINT."""
    users = []
    for number in (signal.SIGTERM, signal.SIGINT):
        process = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0", "--data", str(tmp_path / "data.db")], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith("ready http://127.0.0.1:")
            with xR2Client("YOUR_PRODUCT_API_KEY", base_url=line.split()[1] + "/xr2") as client:
                users.append(client.check_api_key().unwrap().user)
            process.send_signal(number)
            assert process.communicate(timeout=10) == ("", "")
            assert process.returncode == 0
        finally:
            process.kill()
            process.wait()
    assert users[0] == users[1]


@pytest.mark.parametrize(("option", "content", "words"), [
    ("--data", "this is no database\n" * 100, "is not a database"),
    ("--prompts", "", "folder"),
])  # fmt: skip
def test_bad_files(tmp_path: Path, option: str, content: str, words: str) -> None:
    """A file that is not what it should be is told, and left as it was."""
    path = tmp_path / "file"
    path.write_text(content)

    done = run("serve", "--port", "0", option, str(path))

    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_text() == content


PROMPTS = {
    "welcome.md": "+++\n[variables]\nname = 'string'\nlanguage = { default = 'en' }\n+++\nHi {{name}}, {{language}}.",
    "mail/bye.md": "Bye {{name}}.",
    "mail/bye@2.md": "+++\nlabels = ['draft', 'new']\n+++\nSee you.",
}


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A folder of prompt files."""
    for name, text in PROMPTS.items():
        path = tmp_path / "prompts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "prompts"


def test_prompts_check(prompts: Path) -> None:
    """Where all is well, the prompts are listed with their versions and variables."""
    done = run("prompts", "check", str(prompts))

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "mail/bye",
        "  version 1  [production]  name",
        "  version 2  [draft, new]  no variables",
        "welcome",
        '  version 1  [production]  name: string, language = "en"',
        "2 prompts, 3 versions, no problem",
    ]


def test_prompts_check_tells_what_is_wrong(prompts: Path) -> None:
    """Every problem of every file has a line that editors follow; the exit code is for CI."""
    (prompts / "welcome.md").write_text("+++\nlabl = 'x'\n+++\n--- sytem\nHi {{na me}}.")
    (prompts / "mail" / "bye@x.md").write_text("Bye.")

    done = run("prompts", "check", str(prompts))
    assert done.returncode == 1
    lines = [("mail/bye@x.md", 1, 1), ("welcome.md", 2, 1), ("welcome.md", 4, 1), ("welcome.md", 5, 4)]
    found = [line.split(": ")[0] for line in done.stdout.splitlines()]
    assert found == [f"{prompts / name}:{line}:{column}" for name, line, column in lines]
    assert done.stderr == "4 problems in 2 files\n"

    gone = run("prompts", "check", str(prompts / "nowhere"))
    assert (gone.returncode, gone.stdout) == (1, "")
    assert gone.stderr.startswith("promptport prompts check: There is no folder")


def test_serve_a_folder(prompts: Path) -> None:
    """`serve --prompts` holds the folder's prompts; it doesn't start with a file that is malformed."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "--prompts", str(prompts)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[1] + "/xr2"
        with xR2Client("YOUR_PRODUCT_API_KEY", base_url=address) as client:
            assert client.get_prompt(slug="mail/bye").unwrap().user_prompt == "Bye {{name}}."
            assert client.get_prompt(slug="mail/bye", status="draft").unwrap().version_number == 2
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=10)
    finally:
        process.kill()
        process.wait()

    (prompts / "welcome.md").write_text("Hi {{na me}}.")
    done = run("serve", "--port", "0", "--prompts", str(prompts))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"promptport serve: {prompts / 'welcome.md'}:1:4: `{{{{na me}}}}` is no placeholder")


def test_port_in_use() -> None:
    """A port that is taken is told with the remedy."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", str(taken.getsockname()[1]))

    assert done.returncode == 1
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_version_and_help() -> None:
    """The usual courtesies."""
    assert run("--version").stdout.startswith("promptport ")
    assert "serve" in run("--help").stdout
    assert run("sevre").returncode == 2
