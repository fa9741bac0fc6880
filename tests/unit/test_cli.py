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
