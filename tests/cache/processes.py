"""Processes that share a store with others."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self

from promptport.testing import Platform

CHILD = Path(__file__).with_name("child.py")
KEY = "YOUR_PRODUCT_API_KEY"


class Process:
    """`child.py`, once it is ready.

    Args:
        half: `blocking` or `asyncio`.
        settings: The arguments of its client; `redis` is the address of a store.
    """

    def __init__(self, half: str, **settings: Any) -> None:
        command = [sys.executable, str(CHILD), half, json.dumps({"api_key": KEY, "retries": 0, **settings})]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = False

    def wait(self) -> Self:
        """Wait until its client is there."""
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"
        return self

    def ask(self, *names: str) -> None:
        """Let it get prompts."""
        self._tell(names)

    def later(self, seconds: float) -> None:
        """Push on the clocks by which its copies grow old."""
        self._tell(float(seconds))

    def _tell(self, what: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()

    def answers(self) -> list[dict[str, Any]]:
        """What it got."""
        assert self._process.stdout is not None
        found: list[dict[str, Any]] = json.loads(self._process.stdout.readline())
        return found

    def get(self, *names: str) -> list[dict[str, Any]]:
        """Let it get prompts, and wait for them."""
        self.ask(*names)
        return self.answers()

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal; after SIGKILL wait for its end."""
        self._process.send_signal(number)
        if number == signal.SIGKILL:
            self._process.wait(10)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate(timeout=10)


@contextmanager
def processes(count: int, half: str, platform: Platform, **settings: Any) -> Iterator[list[Process]]:
    """Several of them, all ready."""
    with ExitStack() as stack:
        found = [stack.enter_context(Process(half, base_url=platform.url("xr2"), **settings)) for _ in range(count)]
        yield [each.wait() for each in found]
