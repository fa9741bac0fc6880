"""Lets clients meet faults, each client in a process of its own, which a watchdog ends where a call does not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import Any, NamedTuple, Self

import promptport.testing
from promptport.testing import Fault, FaultProxy

from ...promises.deaths.backend import ROOT
from .menu import ELSEWHERE, Meets, meets
from .platforms import HELD, PLATFORMS, Platform

TIMEOUT = 1
"""Seconds of an attempt, which every client is told; everything else is its default. Langfuse's takes whole seconds alone."""
PATIENCE = 20
"""Timeouts after which a call that has not ended is given up, and its process ended."""
VARIANTS = ("blocking", "asyncio")
GOOD, OWN, UNREAD, FOREIGN, WRONG, HANG = OUTCOMES = (
    "good answer", "own error", "handed on", "foreign exception", "wrong answer", "hang",
)  # fmt: skip
"""From the best to the worst. What is handed on is JSON that is no prompt, as it came: the program has to look."""


class Client(NamedTuple):
    """A client.

    Attributes:
        name: What the table calls it.
        module: Where programs import it from.
        environment: What its process finds in its environment.
        options: Options of the Python that runs it.
    """

    name: str
    module: str
    environment: Mapping[str, str] = {}
    options: tuple[str, ...] = ()


class Ended(NamedTuple):
    """How a call ended.

    Attributes:
        platform: Whose call it was.
        fault: What it met, one of `menu.NAMES`.
        variant: `blocking` or `asyncio`.
        client: The name of the client.
        requests: How many requests arrived at the platform.
        time: How long it took, in timeouts.
        outcome: One of `OUTCOMES`.
        said: The error, or what was taken for a good answer.
        key_elsewhere: Whether another server was sent the secret.
    """

    platform: str
    fault: str
    variant: str
    client: str
    requests: int
    time: float
    outcome: str
    said: str
    key_elsewhere: bool


class Process:
    """The process of a client, which is told what to do.

    Args:
        client: Which client.
        variant: Which variant of it.
    """

    def __init__(self, client: Client, variant: str) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="faults-")
        own = {"HOME": self._home.name, "PROMPTPORT_CACHE_DIR": self._home.name, "NO_PROXY": "*"}
        self._process = subprocess.Popen(
            [sys.executable, *client.options, "-m", f"{__package__}.fetching", client.module, variant],
            cwd=ROOT, env={**os.environ, **own, **client.environment}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._lines: Queue[str] = Queue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()
        self._listener.join()
        self._home.cleanup()

    def ask(self, seconds: float, **order: Any) -> dict[str, Any] | None:
        """What it answers to an order; None where it does not in time.

        Raises:
            ChildProcessError: It has ended.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        try:
            line = self._lines.get(timeout=seconds)
        except Empty:
            return None
        if not line:
            raise ChildProcessError(f"The process has ended with {self._process.wait()}: {order}")
        found: dict[str, Any] = json.loads(line)
        return found

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")


class Stand:
    """A local platform, a proxy before it that breaks connections, and another server to be led astray to.

    Args:
        platform: The platform that is called.
    """

    def __init__(self, platform: Platform) -> None:
        self._platform, self._stack, self._number = platform, ExitStack(), 0

    def __enter__(self) -> Self:
        self.local = self._stack.enter_context(promptport.testing.Platform())
        self.elsewhere = self._stack.enter_context(promptport.testing.Platform())
        self.proxy = self._stack.enter_context(FaultProxy(self.local.url(self._platform.name)))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def open(self) -> dict[str, Any]:
        """Begin anew, with new credentials. Answers what a client is made with."""
        self.proxy.fault = Fault()
        for each in (self.local, self.elsewhere):
            each.reset()
        answer = {"status": 200, "json": self._platform.good(ELSEWHERE), "times": None}
        self.elsewhere.script(self._platform.name, answer)
        self._number += 1
        self.credentials = self._platform.credentials(self.local, self._number)
        other = self.local.url(self._platform.name)
        return {"address": self.proxy.url, "other": other, "timeout": TIMEOUT, "credentials": self.credentials}

    def begin(self, name: str) -> None:
        """Let the next requests meet a fault, one of `menu.NAMES`."""
        found: Meets = meets(name, self._platform, TIMEOUT, f"{self.elsewhere.url(self._platform.name)}/prompt")
        self.proxy.fault = found.fault
        self.answer = (found.script or {}).get("json")
        if found.script is not None:
            self.local.script(self._platform.name, found.script)

    def requests(self) -> int:
        """How many requests of the operation have arrived."""
        return sum(each.operation == self._platform.operation for each in self.local.requests)

    def key_elsewhere(self) -> bool:
        """Whether the other server was sent the secret."""
        headers = [value for each in self.elsewhere.requests for _, value in each.headers]
        return any(self.credentials[-1] in value for value in headers)


def run(platform: str, client: Client, variant: str, faults: Sequence[str]) -> Iterator[Ended]:
    """Let a client meet faults, one after the other.

    Args:
        platform: The name of the platform.
        client: The client.
        variant: One of `VARIANTS`.
        faults: Which ones, of `menu.NAMES`.
    """
    remaining = list(faults)
    with Stand(PLATFORMS[platform]) as stand:
        while remaining:
            with Process(client, variant) as process:
                for name in [*remaining]:
                    ended = _met(stand, process, platform, client, variant, name)
                    remaining.remove(name)
                    yield ended
                    if ended.outcome == HANG:
                        break  # its process is ended, and another one goes on


def _met(stand: Stand, process: Process, platform: str, client: Client, variant: str, name: str) -> Ended:
    """Let a client meet one fault."""
    if process.ask(60, do="open", **stand.open()) is None:
        raise ChildProcessError(f"{client.name} was not made within a minute, before {name}")
    stand.begin(name)
    began = monotonic()
    said = process.ask(TIMEOUT * PATIENCE, do="call")
    if said is None:
        outcome, text, seconds = HANG, f"no end after {PATIENCE} timeouts", monotonic() - began
    else:
        outcome, text = judged(said, stand.answer)
        seconds = said["seconds"]
    return Ended(
        platform, name, variant, client.name, stand.requests(), round(seconds / TIMEOUT, 2), outcome, text,
        stand.key_elsewhere(),
    )  # fmt: skip


def judged(said: Mapping[str, Any], answer: object = None) -> tuple[str, str]:
    """The outcome of a call, and the error or what was taken for a good answer.

    Args:
        said: What its process says.
        answer: The JSON that the platform was told to answer; None for none.
    """
    if "own" in said:
        return OWN if said["own"] else FOREIGN, said["error"]
    if isinstance(said["text"], str) and HELD in said["text"]:
        return GOOD, ""
    if answer is not None and said.get("came") == answer:
        return UNREAD, json.dumps(answer)[:200]
    return WRONG, str(said.get("error") or said["text"])[:200]
