"""Langfuse's prompts by `Client("langfuse")`, beside langfuse's own client in the same run: well, asked by many, and gone.

Cold start to the first rendered prompt, a prompt that is kept, 64 threads on one that is not, a platform that is down with a
fallback, and a process that begins in an outage.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from tempfile import TemporaryDirectory
from threading import Barrier, Thread
from time import monotonic, sleep
from typing import Any

import promptport

from .cold import LANGFUSE, VALUES
from .measure import OURS, Row, Samples, beside, few, in_turn, only_prompts, over, processes
from .server import BODIES, running

THREADS = 64
KEYS: dict[str, Any] = {"public_key": "pk-lf-1", "secret_key": "sk-lf-1"}
PROGRAM = f"""
import os, promptport
with promptport.Client("langfuse", public_key="pk-lf-1", secret_key="sk-lf-1", base_url=LANGFUSE, disk=FOLDER + "/" + str(os.getpid())) as client:
    text = client.get("welcome").render({VALUES}).text
    done()
"""  # noqa: E501
FALLBACK = "Welcome."


def rows(share: float) -> Iterator[Row]:
    """All of it, each beside langfuse's; a share of the rounds."""
    with only_prompts():
        with running("langfuse") as address, TemporaryDirectory() as folder:
            programs = {OURS: PROGRAM, "langfuse": LANGFUSE}
            found = processes(programs, few(9, share), {"LANGFUSE": address, "FOLDER": folder})
            yield from beside("-", "first prompt of Langfuse", found["since start"])
            yield from _kept(address, folder, few(501, share))
        yield from _many(few(5, share))
        yield from _gone(few(5, share))


def _theirs(address: str, number: int) -> Any:
    from langfuse import Langfuse

    # What a client is made of is kept by its public key, so each has one of its own.
    keys: dict[str, Any] = {"public_key": f"pk-lf-{number}", "secret_key": "sk-lf-1"}
    return Langfuse(base_url=address, tracing_enabled=False, **keys)


def _kept(address: str, folder: str, rounds: int) -> Iterator[Row]:
    theirs = _theirs(address, 2)
    with promptport.Client("langfuse", base_url=address, disk=folder, ttl=86_400, **KEYS) as client:
        values = {"customer_name": "Alice", "language": "en"}
        found = in_turn(
            {
                "get": lambda: client.get("welcome").version,
                "their get": lambda: theirs.get_prompt("welcome", cache_ttl_seconds=86_400).version,
                "both": lambda: client.get("welcome").render(customer_name="Alice", language="en"),
                "their both": lambda: theirs.get_prompt("welcome", cache_ttl_seconds=86_400).compile(**values),
            },
            rounds,
        )
    theirs.shutdown()
    yield from beside("-", "cached get of Langfuse", over(found, {OURS: "get", "langfuse": "their get"}))
    yield from beside("-", "cached get and render of Langfuse", over(found, {OURS: "both", "langfuse": "their both"}))


@contextmanager
def _counting() -> Iterator[tuple[str, list[str]]]:
    """A platform that takes a twentieth of a second for an answer, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # its name
            asked.append(self.path)
            sleep(0.05)
            body = json.dumps(BODIES["langfuse"]).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 2 * THREADS

    with Server(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def _at_once(call: Callable[[], object]) -> float:
    """The seconds until the last of the threads has its prompt."""
    barrier = Barrier(THREADS + 1)

    def one() -> None:
        barrier.wait()
        call()

    with ThreadPoolExecutor(THREADS) as pool:
        waiting = [pool.submit(one) for _ in range(THREADS)]
        barrier.wait()
        began = monotonic()
        for each in waiting:
            each.result()
        return monotonic() - began


def _many(rounds: int) -> Iterator[Row]:
    seconds: Samples = {OURS: [], "langfuse": []}
    requests: Samples = {OURS: [], "langfuse": []}
    for number in range(rounds):
        with _counting() as (address, asked):
            with promptport.Client("langfuse", base_url=address, disk=False, **KEYS) as client:
                seconds[OURS].append(_at_once(lambda: client.get("welcome")))
            requests[OURS].append(len(asked))
            theirs = _theirs(address, 100 + number)
            seconds["langfuse"].append(_at_once(partial(theirs.get_prompt, "welcome")))
            theirs.shutdown()
            requests["langfuse"].append(len(asked) - requests[OURS][-1])
    yield from beside("D1", f"{THREADS} threads, a prompt that is not kept", seconds)
    yield from beside("D1", f"requests of {THREADS} threads", requests, unit="", most=1)


def _took(call: Callable[[], object]) -> float:
    began = monotonic()
    call()
    return monotonic() - began


def _gone(rounds: int) -> Iterator[Row]:
    """Nothing listens; langfuse, which keeps nothing on disk, has its fallback or its error."""
    down: Samples = {OURS: [], "langfuse": []}
    restarted: Samples = {OURS: [], "langfuse, its error": []}
    for number in range(rounds):
        with socket.socket() as closed, TemporaryDirectory() as folder:
            closed.bind(("127.0.0.1", 0))
            nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
            theirs = _theirs(nowhere, 200 + number)
            down["langfuse"].append(_took(partial(theirs.get_prompt, "welcome", fallback=FALLBACK)))
            with promptport.Client("langfuse", base_url=nowhere, disk=False, **KEYS) as client:
                down[OURS].append(_took(lambda: client.get("welcome", fallback=FALLBACK)))
            restarted[OURS].append(_restarted(folder))
            restarted["langfuse, its error"].append(_took(partial(_refused, theirs)))
            theirs.shutdown()
    yield from beside("-", "a platform that is down, to the fallback", down)
    yield from beside("-", "a first prompt after a restart in an outage", restarted)


def _restarted(folder: str) -> float:
    """The seconds of a client that begins while the platform is down, and has a copy on disk."""
    with _counting() as (address, _), promptport.Client("langfuse", base_url=address, disk=folder, **KEYS) as before:
        before.get("welcome")
    with promptport.Client("langfuse", base_url=address, disk=folder, **KEYS) as client:
        found: list[str] = []
        seconds = _took(lambda: found.append(client.get("welcome").origin.source))
        assert found == ["disk"]
    return seconds


def _refused(theirs: Any) -> None:
    try:
        theirs.get_prompt("welcome")
    except Exception:  # httpx's, whichever
        return
    raise AssertionError("langfuse has a prompt from nowhere")
