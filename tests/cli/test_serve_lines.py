"""Proves that who serves is told how to be a client and what arrives, and that neither a terminal nor a pipe is harmed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest

from promptport.cli.serve_lines import Teller, opening_lines, request_line
from promptport.testing import Platform

from .commands import COMMAND
from .test_on_a_terminal import COLOUR, on_a_terminal

pytestmark = pytest.mark.one_python("what is said is the same on each")
KEY = {"Authorization": "Bearer YOUR_PRODUCT_API_KEY"}
SAID = """\
TIME  xr2  GET  /api/v1/check-api-key  check_api_key  200  N ms
TIME  xr2  GET  /api/v1/check-api-key  check_api_key  401  N ms
TIME  xr2  GET  /none%1B%5D0;x  -  404  N ms
TIME  scope  GET  /  -  503  N ms  (scripted)
TIME  scope  GET  /  -  no answer  N ms  (scripted)
TIME  promptrails  POST  /hooks/secr…  -  404  N ms
"""


@pytest.fixture
def platform() -> Iterator[Platform]:
    with Platform(releases={"promptrails": "0.3.0"}) as running:
        yield running


def ask(platform: Platform) -> None:
    """One request of each kind that there is a word for."""
    with httpx.Client(trust_env=False, verify=False) as client:
        client.get(f"{platform.url('xr2')}/api/v1/check-api-key", headers=KEY)
        client.get(f"{platform.url('xr2')}/api/v1/check-api-key", headers={"Authorization": "Bearer wrong"})
        client.get(f"{platform.url('xr2')}/none%1B%5D0;x")
        platform.script("scope", {"status": 503}, {"drop": True})
        client.get(f"{platform.url('scope')}/")
        with pytest.raises(httpx.RemoteProtocolError):
            client.get(f"{platform.url('scope')}/")
        client.post(f"{platform.url('promptrails')}/hooks/secret-of-sixteen-and-more")


def masked(text: str) -> str:
    return re.sub(r"\d+\.\d ms", "N ms", re.sub(r"(?m)^\d\d:\d\d:\d\d", "TIME", text))


def test_how_to_be_a_client(platform: Platform) -> None:
    """The page, and for each platform what can be put before a command."""
    first, *others = opening_lines(platform)
    assert first == f"Open {platform.url()} to see what it holds and what arrives. Ctrl-C stops."
    assert f"  xr2          XR2_API_KEY=YOUR_PRODUCT_API_KEY XR2_BASE_URL={platform.url('xr2')}" in others
    assert f"PROMPTRAILS_BASE_URL={platform.url('promptrails')}  (release 0.3.0)" in others[2]
    assert len(others) == len(platform.releases)


def test_a_line_a_request(platform: Platform) -> None:
    ask(platform)
    said = "".join(f"{request_line(each, coloured=False)}\n" for each in platform.requests)
    assert masked(said) == SAID


def test_a_hostile_path(platform: Platform) -> None:
    """It steers nothing, and has no more of a line than there is room for."""
    ask(platform)
    entry = platform.requests[0]
    entry.method, entry.path = "G\x1b[2J", "/\x1b]0;x\x07\u202e\n" + "x" * 500
    shown = request_line(entry, coloured=False)
    assert shown.isprintable()
    assert len(shown) < 300


def test_colours(platform: Platform) -> None:
    ask(platform)
    found = [COLOUR.findall(request_line(each, coloured=True)) for each in platform.requests[:5]]
    assert found == [["\x1b[32m"], ["\x1b[33m"], ["\x1b[33m"], ["\x1b[31m"], ["\x1b[31m"]]


def test_through_a_pipe() -> None:
    """A program reads where it listens and then as much as it likes; when it has closed the pipe, the server goes on."""
    process = subprocess.Popen([*COMMAND, "serve", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stderr is not None
        url = process.stdout.readline().decode().split()[1]
        assert process.stdout.readline().startswith(f"Open {url}/ ".encode())
        httpx.get(f"{url}/xr2/api/v1/check-api-key", headers=KEY, trust_env=False)
        lines = [process.stdout.readline().decode() for _ in range(6)]
        assert masked(lines[-1]) == SAID.splitlines(keepends=True)[0]
        process.stdout.close()
        for _ in range(2):
            assert httpx.get(f"{url}/xr2/api/v1/check-api-key", headers=KEY, trust_env=False).status_code == 200
        process.send_signal(signal.SIGTERM)
        assert (process.stderr.read(), process.wait(timeout=10)) == (b"", 0)
    finally:
        process.kill()
        process.wait()
        process.communicate()


def test_nobody_waits_for_a_reader(platform: Platform) -> None:
    """Where the pipe is full, requests are answered all the same, and the end comes."""
    theirs, ours = os.pipe()
    os.set_blocking(ours, False)
    with suppress(BlockingIOError):  # until it is full
        while True:
            os.write(ours, b"x" * 4096)
    os.set_blocking(ours, True)
    teller = Teller(platform, ours, coloured=False)
    teller.start()
    with httpx.Client(trust_env=False, verify=False) as client:
        for _ in range(10):
            assert client.get(f"{platform.url('xr2')}/api/v1/check-api-key", headers=KEY).status_code == 200
    teller.stop()
    os.close(theirs)  # which ends the thread: nobody reads any more
    teller.stop()
    os.close(ours)


def test_on_a_terminal() -> None:
    """Ctrl-C ends it in order."""
    code, seen = on_a_terminal("serve", "--port", "0", until="XR2_API_KEY=YOUR_PRODUCT_API_KEY", then=b"\x03")
    assert (code, "Traceback" in seen) == (0, False)
    assert "XR2_API_KEY=YOUR_PRODUCT_API_KEY" in seen
