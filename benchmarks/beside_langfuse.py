"""Langfuse's prompts by `Client("langfuse")`, beside langfuse's own client in the same run: well, asked by many, and gone.

Cold start to the first rendered prompt, a prompt that is kept, 64 threads on one that is not, a platform that is down with a
fallback, and a process that begins in an outage.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from tempfile import TemporaryDirectory
from threading import Barrier, Thread
from time import monotonic, sleep
from typing import Any

import promptport

from .cold import LANGFUSE, VALUES, cold
from .measure import Row, in_turn
from .server import BODIES, running

THREADS = 64
KEYS: dict[str, Any] = {"public_key": "pk-lf-1", "secret_key": "sk-lf-1"}
OURS = f"""
import os, promptport
with promptport.Client("langfuse", public_key="pk-lf-1", secret_key="sk-lf-1", base_url=THEIRS, disk=FOLDER + "/" + str(os.getpid())) as client:
    text = client.get("welcome").render({VALUES}).text
    done()
"""  # noqa: E501
FALLBACK = "Welcome."


def rows() -> Iterator[Row]:
    """All of it, each beside langfuse's."""
    os.environ["OTEL_SDK_DISABLED"] = "true"  # of langfuse only its prompts are measured
    with running("langfuse") as address, TemporaryDirectory() as folder:
        times = cold({"ours": OURS, "langfuse": LANGFUSE}, {"THEIRS": address, "FOLDER": folder})
        yield _row("first prompt of Langfuse", times["ours"], times["langfuse"], "ms")
        yield from _kept(address, folder)
    yield from _many()
    yield from _gone()


def _row(what: str, ours: float, theirs: float, unit: str) -> Row:
    factor = {"µs": 1e6, "ms": 1e3, "requests": 1}[unit]
    here, there = f"{ours * factor:.3g} {unit}", f"langfuse {theirs * factor:.3g} {unit}"
    return Row("-", what, here, there, ours / theirs, None)


def _theirs(address: str, number: int) -> Any:
    from langfuse import Langfuse

    # What a client is made of is kept by its public key, so each has one of its own.
    keys: dict[str, Any] = {"public_key": f"pk-lf-{number}", "secret_key": "sk-lf-1"}
    return Langfuse(base_url=address, tracing_enabled=False, **keys)


def _kept(address: str, folder: str) -> Iterator[Row]:
    theirs = _theirs(address, 2)
    with promptport.Client("langfuse", base_url=address, disk=folder, ttl=86_400, **KEYS) as client:
        values = {"customer_name": "Alice", "language": "en"}
        times = in_turn(
            {
                "get": lambda: client.get("welcome").version,
                "their get": lambda: theirs.get_prompt("welcome", cache_ttl_seconds=86_400).version,
                "both": lambda: client.get("welcome").render(customer_name="Alice", language="en"),
                "their both": lambda: theirs.get_prompt("welcome", cache_ttl_seconds=86_400).compile(**values),
            },
            rounds=61,
        )
    theirs.shutdown()
    yield _row("cached get", times["get"], times["their get"], "µs")
    yield _row("cached get and render", times["both"], times["their both"], "µs")


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


def _many() -> Iterator[Row]:
    with _counting() as (address, asked):
        with promptport.Client("langfuse", base_url=address, disk=False, **KEYS) as client:
            ours, requests = _at_once(lambda: client.get("welcome")), len(asked)
        client_of_theirs = _theirs(address, 3)
        theirs = _at_once(lambda: client_of_theirs.get_prompt("welcome"))
        client_of_theirs.shutdown()
        yield _row(f"{THREADS} threads, a prompt that is not kept", ours, theirs, "ms")
        yield _row("what these ask", requests, len(asked) - requests, "requests")


def _took(call: Callable[[], object]) -> float:
    began = monotonic()
    call()
    return monotonic() - began


def _gone() -> Iterator[Row]:
    """Nothing listens; langfuse, which keeps nothing on disk, has its fallback or its error."""
    with socket.socket() as closed, TemporaryDirectory() as folder:
        closed.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
        theirs = _theirs(nowhere, 4)
        there = _took(lambda: theirs.get_prompt("welcome", fallback=FALLBACK))
        with promptport.Client("langfuse", base_url=nowhere, disk=False, **KEYS) as client:
            here = _took(lambda: client.get("welcome", fallback=FALLBACK))
        yield _row("a platform that is down, to the fallback", here, there, "ms")
        yield from _restarted(folder, theirs)
        theirs.shutdown()


def _restarted(folder: str, theirs: Any) -> Iterator[Row]:
    """A process that has a copy on disk begins while the platform is down."""
    with _counting() as (address, _), promptport.Client("langfuse", base_url=address, disk=folder, **KEYS) as before:
        before.get("welcome")
    with promptport.Client("langfuse", base_url=address, disk=folder, **KEYS) as client:
        found: list[str] = []
        here = _took(lambda: found.append(client.get("welcome").origin.source))
        assert found == ["disk"]

    def refused() -> None:
        try:
            theirs.get_prompt("welcome")
        except Exception:  # httpx's, whichever
            return
        raise AssertionError("langfuse has a prompt from nowhere")

    yield _row("a restart in an outage; of langfuse, to its error", here, _took(refused), "ms")
