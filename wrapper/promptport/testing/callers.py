"""Programs that get a prompt again and again: a process a call, an event loop a call, or a server that lives long."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Mapping
from threading import Thread
from typing import Any, NamedTuple, Protocol, Self

from ..client._async import AsyncClient
from ..client._sync import Client
from ..platform import Registration
from ..prompt.prompt import Prompt

SECONDS = 30.0  # that a process, or something that goes on elsewhere, is given on a busy machine
HURRY, TRIES = 1.0, 10  # seconds that a call takes at the most on a machine that has the time, and calls until one does
FORKS = hasattr(os, "fork")


class Got(NamedTuple):
    """What a call answered.

    Attributes:
        text: What the prompt then says.
        source: Where it came from, as `Origin.source` has it.
        cacheable: Whether it may answer the next caller as well.
    """

    text: str
    source: str
    cacheable: bool


class Job(NamedTuple):
    """What a program does: plain data, which goes to other processes by `pickle`.

    Attributes:
        kind: `sync` or `async`.
        source: The platform.
        settings: What a client of it is opened with.
        name: The prompt.
        values: A value for each of its variables; what it does not ask for is passed over.
    """

    kind: str
    source: str | Registration
    settings: Mapping[str, Any]
    name: str
    values: Mapping[str, object]

    def run(self) -> Got:
        """Build a client, get the prompt, and close."""
        if self.kind == "async":
            return asyncio.run(self._awaited())
        with Client(self.source, **self.settings) as client:
            return self.got(client.get(self.name))

    def load(self) -> None:
        """Import what the client needs, by building one that asks nothing."""
        if self.kind == "async":
            asyncio.run(AsyncClient(self.source, **self.settings).aclose())
        else:
            Client(self.source, **self.settings).close()

    def got(self, prompt: Prompt) -> Got:
        """What is told of a prompt."""
        text = prompt.options(strict=False).render(self.values).text
        return Got(text, prompt.origin.source, prompt.fetched.cacheable)

    async def _awaited(self) -> Got:
        async with AsyncClient(self.source, **self.settings) as client:
            return self.got(await client.get(self.name))


class Caller(Protocol):
    """A program that gets a prompt again and again. Use it as a context manager."""

    def get(self) -> Got:
        """Get the prompt."""

    def settle(self, since: float) -> None:
        """Wait until what the last call has begun, and did not wait for, has ended.

        Args:
            since: The moment, by `time.monotonic`, before that call.
        """

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def undisturbed(caller: Caller) -> Got:
    """What a call answers, and calls again where a busy machine held it up: the platform may then have been given up.

    Args:
        caller: The program; what its calls have begun is over when this returns.
    """
    for _ in range(TRIES):
        began = time.monotonic()
        got = caller.get()
        took = time.monotonic() - began
        if got.source == "stale":  # it is being fetched anew
            caller.settle(began)
        if took < HURRY:
            break
    return got


class Processes:
    """Runs each job in a process of its own. Use it as a context manager.

    Where processes can fork, each is the child of one that has imported what is needed, and asked nothing.
    """

    def __init__(self) -> None:
        self._program: subprocess.Popen[bytes] | None = None

    def run(self, job: Job) -> Got:
        """What a job answers.

        Raises:
            RuntimeError: It failed; the text says how.
            pickle.PicklingError: It can't go to another process.
        """
        sent = pickle.dumps((sys.path, dict(os.environ))) + pickle.dumps(job)
        if self._program is None or not FORKS:
            self._end()
            command = [sys.executable, "-m", f"{__package__}.calling"]
            self._program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(sent)
        self._program.stdin.flush()
        line = self._program.stdout.readline()
        if not line:
            self._end()
            raise RuntimeError("The process ended before the job did.")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return Got(**answer)

    def _end(self) -> None:
        if self._program is not None:
            self._program.communicate(timeout=SECONDS)
            self._program = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()


class ProcessACall:
    """A process a call, such as a command or a job that runs every minute."""

    def __init__(self, job: Job, processes: Processes) -> None:
        self._job, self._processes = job, processes

    def get(self) -> Got:
        """Get the prompt."""
        return self._processes.run(self._job)

    def settle(self, since: float) -> None:
        """Nothing goes on: the process has ended."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...


class LoopACall:
    """One client for asyncio, and an event loop a call, such as a worker that calls `asyncio.run` for each task."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._client = AsyncClient(job.source, **job.settings)

    def get(self) -> Got:
        """Get the prompt."""

        async def call() -> Prompt:
            return await self._client.get(self._job.name)

        return self._job.got(asyncio.run(call()))

    def settle(self, since: float) -> None:
        """Nothing goes on: the event loop is closed."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run(self._client.aclose())


class Server:
    """One client that lives long; the one for asyncio in an event loop that never stops."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._client: Any = (Client if job.kind == "sync" else AsyncClient)(job.source, **job.settings)

    def get(self) -> Got:
        """Get the prompt."""
        return self._job.got(self._done(lambda: self._client.get(self._job.name)))

    def settle(self, since: float) -> None:
        """Wait until the copy was fetched after a moment, if any is kept. What never comes is left to whoever looks at it."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            ages = [each["age"] for each in self._client.health()["prompts"] if each["name"] == self._job.name]
            if not ages or ages[0] is None or time.monotonic() - ages[0] >= since:
                return
            time.sleep(0.005)  # it goes on in another thread

    def _done(self, call: Callable[[], Any]) -> Any:
        if self._job.kind == "sync":
            return call()

        async def awaited() -> Any:
            made: Coroutine[Any, Any, Any] = call()
            return await made

        return asyncio.run_coroutine_threadsafe(awaited(), self._loop).result(SECONDS)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done(lambda: self._client.close() if self._job.kind == "sync" else self._client.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
