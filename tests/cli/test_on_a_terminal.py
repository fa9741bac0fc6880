"""Proves what commands do in a person's terminal, and in the middle of a pipe: processes of their own, on a pty of 40 columns."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from promptport.testing import Fault, FaultProxy

from .served import run

pytestmark = pytest.mark.one_python("a terminal is the same on each")
COMMAND = [sys.executable, "-W", "error", "-m", "promptport"]
COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-7][0-9;]*m")
CURSOR_SHOWN = "\x1b[?25h"
HOSTILE = "[bold red]Hi[/]\x1b]0;owned\x07\x1b[2J\u202e {{name}}\n"


def on_a_terminal(
    *arguments: str, variables: Mapping[str, str] = {}, until: str = "", then: bytes = b""
) -> tuple[int, str]:
    """Run the command on a terminal; its exit code, and what somebody sees there.

    Args:
        arguments: The command line.
        variables: Of the environment.
        until: What is waited for before something is typed.
        then: What is typed.
    """
    ours, its = os.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "CI")}
    # The first terminal that a process opens in a session of its own is the one whose Ctrl-C is a signal to it.
    opening = ["sh", "-c", 'exec "$@" <"$0" >"$0" 2>&1', os.ttyname(its)]
    process = subprocess.Popen(
        [*opening, *COMMAND, *arguments], stdin=subprocess.DEVNULL, start_new_session=True,
        env={**environment, "TERM": "xterm-256color", **variables},
    )  # fmt: skip
    seen, end = b"", time.monotonic() + 60
    try:
        while time.monotonic() < end:
            if then and until.encode() in seen:
                os.write(ours, then)
                then = b""
            if select.select([ours], [], [], 0.1)[0]:
                seen += os.read(ours, 65_536)
            elif process.poll() is not None:
                break
        return process.wait(timeout=10), seen.decode()
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(its)


@pytest.fixture
def source(prompts: Path) -> str:
    """A folder, with a prompt that is long, and one that would do harm."""
    (prompts / "long.md").write_text("{{name}} says a lot.\n" * 20_000)
    (prompts / "hostile.md").write_text("+++\nnote = 'n'\n+++\n" + HOSTILE)
    return f"files:{prompts}"


def test_a_bar_and_colours(source: str) -> None:
    """The bar is gone in the end, and the cursor is back."""
    code, seen = on_a_terminal("doctor", source)
    assert code == 0
    assert "Asking" in seen
    assert seen.rindex(CURSOR_SHOWN) < seen.index("promptport  ")
    assert COLOUR.search(seen[seen.rindex(CURSOR_SHOWN) :])


def test_no_colours(source: str) -> None:
    """Where somebody wants none."""
    code, seen = on_a_terminal("doctor", source, variables={"NO_COLOR": "1"})
    assert code == 0
    assert not COLOUR.search(seen)


def test_a_text_steers_no_terminal_and_is_the_same_in_a_file(source: str, tmp_path: Path) -> None:
    """In a terminal what would steer it is a question mark; a file has it as it is. Nothing is read as markup."""
    code, seen = on_a_terminal("render", "hostile", "name=\x1b[31m[/]", "-s", source, variables={"TERM": "dumb"})
    assert (code, seen) == (0, "[bold red]Hi[/]?]0;owned??[2J? ?[31m[/]\r\n")
    assert run("render", "hostile", "name=Z", "-s", source) == (0, HOSTILE.replace("{{name}}", "Z"), "")


def test_ctrl_c(proxy: FaultProxy) -> None:
    """Exit code 130, no traceback; the bar is gone, and the cursor is back."""
    proxy.fault = Fault("hang")
    variables = {"XR2_API_KEY": "k", "XR2_BASE_URL": f"{proxy.url}/xr2", "PROMPTPORT_SOURCE": "xr2"}
    code, seen = on_a_terminal("doctor", "--timeout", "40", variables=variables, until="Asking", then=b"\x03")
    assert code == 130, seen
    assert "Traceback" not in seen
    assert seen.rindex(CURSOR_SHOWN) > seen.rindex("Asking")


def test_a_reader_that_has_enough(source: str) -> None:
    """As with `head`: no word of it, and no failure; a disk that is full is one."""
    command = " ".join([*COMMAND, "get", "long", "-s", source])
    script = f"set -o pipefail; {command} | head -0; echo $?; {command} > /dev/full; echo $?"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["0", "1"]
    assert done.stderr == "promptport get: No space left on device\n"
