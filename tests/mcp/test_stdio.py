"""Proves that stdout carries the protocol alone, and that a server ends with its host."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .noisy import NOISE

pytestmark = pytest.mark.one_python("descriptors are the same on all")
PROGRAM = [sys.executable, "-W", "error", str(Path(__file__).with_name("noisy.py"))]


class Host:
    """A host that writes lines, and reads them."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        buffered = {name: each for name, each in os.environ.items() if name != "PYTHONUNBUFFERED"}  # as for most
        self.server = subprocess.Popen(PROGRAM, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=buffered)
        client = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "host", "version": "1"}}
        assert self.ask("initialize", **client)["result"]["serverInfo"]["name"] == "promptport"
        self.write({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def write(self, message: Any) -> None:
        """Send a message, or a text."""
        assert self.server.stdin is not None
        self.server.stdin.write(f"{message if isinstance(message, str) else json.dumps(message)}\n")
        self.server.stdin.flush()

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request, and wait for the next line."""
        self.write({"jsonrpc": "2.0", "id": method, "method": method, "params": params})
        assert self.server.stdout is not None
        return json.loads(self.server.stdout.readline())


def test_stdout_is_the_protocols(tmp_path: Path) -> None:
    """Whoever prints, in whichever way; and a host that goes while something is under way is not waited for."""
    host = Host()
    try:
        assert host.ask("prompts/list")["result"]["prompts"][0]["name"] == "welcome"
        assert host.ask("prompts/get", name="welcome")["result"]["messages"][0]["content"]["text"] == "Hi."
        for broken in ("no JSON", "[]", "{}", '"\\ud800"', "\x00"):
            host.write(broken)
        assert host.ask("ping")["id"] == "ping"
        host.write({"jsonrpc": "2.0", "id": 9, "method": "prompts/get", "params": {"name": "never"}})
        out, noise = host.server.communicate(timeout=30)
    finally:
        host.server.kill()
    assert host.server.returncode == 0
    assert all(json.loads(line)["jsonrpc"] == "2.0" for line in out.splitlines())
    assert noise.count(NOISE) > 15


def test_a_host_that_reads_no_more_ends_it() -> None:
    """At the next answer, though stdin is open; and nothing is said but what the platform says."""
    host = Host()
    try:
        assert host.server.stdout is not None
        host.server.stdout.close()
        host.write({"jsonrpc": "2.0", "id": 9, "method": "ping"})
        assert host.server.wait(30) == 0
        assert host.server.stderr is not None
        assert "Traceback" not in host.server.stderr.read()
    finally:
        host.server.kill()
        for each in (host.server.stdin, host.server.stderr):
            assert each is not None
            each.close()


def test_ctrl_c_ends_it() -> None:
    """At once, though stdin is open and something is under way; and nothing is said. SIGTERM does so anywhere."""
    host = Host()
    try:
        host.write({"jsonrpc": "2.0", "id": 9, "method": "prompts/get", "params": {"name": "never"}})
        host.server.send_signal(signal.SIGINT)
        assert host.server.wait(30) == -signal.SIGINT
    finally:
        host.server.kill()
        _, said = host.server.communicate()
    assert "Traceback" not in said
