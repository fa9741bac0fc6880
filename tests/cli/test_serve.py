"""Proves that a server says when it is ready, ends in order, and tells in a line why it can't begin."""

from __future__ import annotations

import signal
import socket
import subprocess
from pathlib import Path

import httpx
import pytest

from promptport.xr2 import xR2Client

from .commands import COMMAND, run


def test_serve_until_interrupted(tmp_path: Path) -> None:
    """`serve` says when it accepts connections, keeps its data in the file, and ends in order on SIGTERM and SIGINT."""
    users = []
    for number in (signal.SIGTERM, signal.SIGINT):
        process = subprocess.Popen(
            [*COMMAND, "serve", "--quiet", "--port", "0", "--data", str(tmp_path / "data.db")], stdout=subprocess.PIPE,
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


def test_serve_with_any_key_by_a_clock_of_its_own() -> None:
    """`--any-key` takes what no fixture knows; `--clock` tells all times; what is no clock is told in a line."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "--any-key", "--clock", "fixed:2026-03-01T00:00:00Z"],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        with xR2Client("anything", base_url=process.stdout.readline().split()[1] + "/xr2") as client:
            prompt = client.get_prompt(slug="welcome").unwrap()
        assert prompt.trace_id.split("_")[2] == "1772323200"
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=10)
    finally:
        process.kill()
        process.wait()

    done = run("serve", "--port", "0", "--clock", "noon")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("promptport serve: there is no clock 'noon'; give `10x`")


@pytest.mark.one_python("what a server is as of a release is proved elsewhere; here the option alone")
def test_serve_as_releases() -> None:
    """`--as` names a release, again for each platform; what there is not is told in a line, with what there is."""
    given = ["--as", "promptrails=0.3.0", "--as", "promptic=1.1.0"]
    process = subprocess.Popen([*COMMAND, "serve", "--port", "0", *given], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[1]
        releases = {"langfuse": None, "promptic": "1.1.0", "promptrails": "0.3.0", "scope": None, "xr2": None}
        assert httpx.get(f"{address}/_local", trust_env=False).json()["releases"] == releases
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=10)
    finally:
        process.kill()
        process.wait()

    done = run("serve", "--port", "0", "--as", "promptrails=0.3.1")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("promptport serve: promptrails has no release '0.3.1'; there are 0.3.0, 0.4.0,")


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_beyond_this_machine(host: str) -> None:
    """`serve --host` prints the address that it listens on, and on stderr who can now read and reset it."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--host", host, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line and "cannot be listened on" in process.communicate(timeout=10)[1]:
            pytest.skip(f"this machine has no {host}")
        shown = f"[{host}]" if ":" in host else host
        assert line.startswith(f"ready http://{shown}:")
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=10)[1]
        address = line.split()[1]
        assert said.startswith(
            f"promptport: The local platform listens on {address}, beyond this machine: whoever reaches"
        )
        assert "read the prompts, requests and keys" in said
        assert "reset it" in said
        assert said.count("\n") == 1
    finally:
        process.kill()
        process.wait()


def test_port_in_use() -> None:
    """A port that is taken is told with the remedy."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", str(taken.getsockname()[1]))

    assert done.returncode == 1
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
