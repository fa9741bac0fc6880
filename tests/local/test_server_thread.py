"""Proves that the thread of a server stops within a second, and is nobody's in a forked child."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from statistics import quantiles

import httpx
import pytest

from promptport_local import Server

from .conftest import KEY

HEADERS = {"Authorization": f"Bearer {KEY}"}
GOOD = {"slug": "welcome", "source_name": "x"}


def fetch(server: Server) -> httpx.Response:
    return httpx.post(
        server.url("xr2") + "/api/v1/get-prompt", json=GOOD, headers=HEADERS, trust_env=False, verify=False
    )


def threads() -> int:
    return sum(thread.name == "promptport-local" for thread in threading.enumerate())


@pytest.mark.alone
def test_it_stops_within_a_second_whatever_hangs() -> None:
    server = Server().start()
    server.script("xr2", {"delay": 60})
    idle = httpx.Client(trust_env=False)
    idle.get(server.url())
    half = socket.create_connection(("127.0.0.1", server.port))
    half.sendall(b"POST /xr2/api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{")
    silent = socket.create_connection(("127.0.0.1", server.port))
    with ThreadPoolExecutor(1) as pool:
        hanging = pool.submit(fetch, server)
        while len(server.requests) < 2:
            time.sleep(0.01)  # the request is on its way in another thread, and nothing tells when it has arrived
        begun = time.perf_counter()
        server.stop()
        assert time.perf_counter() - begun < 1
        with pytest.raises(httpx.TransportError):
            hanging.result()
    for connection in (half, silent):
        connection.close()
    idle.close()


@pytest.mark.alone
def test_a_kept_connection_answers_without_delay() -> None:
    with Server() as server, httpx.Client(headers=HEADERS, trust_env=False) as client:
        times = []
        for _ in range(50):
            begun = time.perf_counter()
            client.post(server.url("xr2") + "/api/v1/get-prompt", json=GOOD)
            times.append(time.perf_counter() - begun)
        # Where small writes are held back, all but the first few take 40 ms; other programs hold up some.
        assert quantiles(times)[0] < 0.02


FORKS = """
import os, sys, time
from promptport_local import Server
server = Server().start()
reading, writing = os.pipe()
if os.fork() == 0:
    os.close(writing)
    server.stop()
    os.read(reading, 1)
    os._exit(0)
port = server.port
import httpx
assert httpx.get(server.url(), trust_env=False).status_code == 200
server.stop()
try:
    httpx.get(f"http://127.0.0.1:{port}/", trust_env=False, timeout=1)
except httpx.ConnectError:
    print("refused")
with Server(port=port):
    print("again")
os.close(writing)
os.wait()
"""


@pytest.mark.alone
@pytest.mark.skipif(sys.platform != "linux", reason="it forks a process with threads, which only Linux does safely")
def test_a_forked_child_neither_stops_it_nor_keeps_its_port() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FORKS], capture_output=True, text=True, check=False, timeout=30
    )
    assert (run.stdout.split(), run.stderr) == (["refused", "again"], "")


def test_a_program_that_forgets_to_stop_it_ends() -> None:
    code = "from promptport_local import Server; s = Server().start(); print(s.port)"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    assert (run.stdout.strip().isdigit(), run.stderr) == (True, "")


def test_what_was_sent_before_a_reset_is_of_before() -> None:
    """Requests that nobody waits for have arrived, and are forgotten with all others."""
    request = f"GET /xr2/api/v1/check-api-key HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {KEY}\r\n\r\n"
    with Server() as server, ExitStack() as stack:
        for _ in range(20):
            connections = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(30)]
            for each in connections:
                stack.callback(each.close)
                each.sendall(request.encode())
            server.reset()
            fetch(server)
            assert [each.method for each in server.requests] == ["POST"]
