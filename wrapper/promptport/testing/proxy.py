"""A proxy that breaks connections on purpose, before any server: what HTTP can't express."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import struct
from threading import Event, Thread
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from promptport_local.accepting import stop_accepting
from promptport_local.identity import Identity

LINE = b" HTTP/1.1\r\n"  # ends the first line of a request
RESET = struct.pack("ii", 1, 0)  # SO_LINGER: closing sends a reset


class Fault(NamedTuple):
    """What happens to the answers of a connection, once `after` bytes of them went through.

    Attributes:
        kind: `pass`, `refuse` (nobody listens; the port stays the proxy's), `reset`, `hang` (nothing more comes), `dribble`
            (one byte, again and again), `cut` (the connection closes in order), or `delay` (all comes, but later).
        after: Bytes of answers that go through first.
        seconds: The time between two bytes that dribble, or of the delay.
        times: How many connections meet it before all pass again; None for ever.
    """

    kind: str = "pass"
    after: int = 0
    seconds: float = 0.0
    times: int | None = None


class FaultProxy:
    """A TCP proxy on loopback, in a thread of its own, for any client and any server. Use it as a context manager.

        with FaultProxy(platform.url("xr2")) as proxy, xR2Client(key, base_url=proxy.url) as client:
            proxy.fault = Fault("cut", after=100)

    Args:
        upstream: The address of the server, with the path that clients are to use.
        fault: What happens to connections from now on; set the attribute of this name to change it.

    Attributes:
        connections: How many connections were accepted.
        requests: How many requests of HTTP/1 went through.
        mark: Bytes to look for in requests, such as a word of a body that is sent once; setting it counts anew. Empty for none.
        marked: How often they went through.
    """

    def __init__(self, upstream: str, fault: Fault = Fault()) -> None:  # noqa: B008 # a constant
        parts = urlsplit(upstream)
        self._upstream = (parts.hostname or "127.0.0.1", parts.port or 80)
        self._path = parts.path.rstrip("/")
        self._fault = fault
        self._left = fault.times
        self._port = 0
        self._loop = asyncio.new_event_loop()
        self._server: asyncio.Server | None = None
        self._held = contextlib.ExitStack()  # a socket that keeps the port while nobody listens
        self._tasks: set[asyncio.Task[None]] = set()
        self._ready = Event()
        self._thread = Thread(target=self._run, name="promptport-faults", daemon=True)
        self.connections = self.requests = self.marked = 0
        self._mark = b""

    @property
    def mark(self) -> bytes:
        """Bytes to look for in requests."""
        return self._mark

    @mark.setter
    def mark(self, mark: bytes) -> None:
        self._mark, self.marked = mark, 0

    @property
    def url(self) -> str:
        """The address to give a client in place of the server's."""
        return f"http://127.0.0.1:{self._port}{self._path}"

    @property
    def fault(self) -> Fault:
        """What happens to new connections. Setting it closes the open ones."""
        return self._fault

    @fault.setter
    def fault(self, fault: Fault) -> None:
        asyncio.run_coroutine_threadsafe(self._set(fault), self._loop).result(5)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        self._identity = Identity(self._port)  # a client that has seen one proxy at this port sees that this is another
        return self

    def __exit__(self, *_: object) -> None:
        self._identity.end()
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._set(self._fault))
        self._ready.set()
        self._loop.run_forever()

    async def _set(self, fault: Fault) -> None:
        await self._close()
        self._fault, self._left = fault, fault.times
        if fault.kind == "refuse" and self._port:
            return  # the port is held, and nobody listens
        self._held.close()
        listener = socket.create_server(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        if fault.kind == "refuse":
            listener.close()
            self._held.enter_context(_held(self._port))
        else:
            self._server = await asyncio.start_server(self._connected, sock=listener)

    async def _close(self) -> None:
        if self._server is not None:
            await stop_accepting(self._server)
            self._held.enter_context(_held(self._port))
        for task in [*self._tasks]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._server is not None:
            await self._server.wait_closed()
        self._server = None

    async def _end(self) -> None:
        await self._close()
        while len(asyncio.all_tasks()) > 1:  # connections that came while the door was being shut
            await asyncio.sleep(0)
            await self._close()
        self._held.close()
        for _ in range(3):
            await asyncio.sleep(0)  # what was closed last tells so in the next rounds of the loop

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = self._loop.create_task(self._accept(reader, writer))
        self._tasks.add(task)  # at once, so that none is overlooked that has not begun
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: writer.close())  # one that is cancelled before it begins closes nothing itself

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        fault = self._fault
        if self._left is not None:
            self._left -= 1
            fault = fault if self._left >= 0 else Fault()
        try:
            there, back = await asyncio.open_connection(*self._upstream)
            sending = asyncio.create_task(self._send(reader, back))
            try:
                await _answer(there, writer, fault)
            finally:
                sending.cancel()
                await _closed(back)
        except (OSError, asyncio.CancelledError):
            pass  # a side that goes away is what this proxy is about
        finally:
            await _closed(writer)

    async def _send(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        seen = before = b""  # the end of what went before, since a request may come in pieces
        with contextlib.suppress(OSError):
            while data := await source.read(65_536):
                seen = seen[1 - len(LINE) :] + data
                self.requests += seen.count(LINE)
                if self._mark:
                    before = before[max(len(before) + 1 - len(self._mark), 0) :] + data
                    self.marked += before.count(self._mark)
                target.write(data)
                await target.drain()
            target.write_eof()


def _held(port: int) -> contextlib.AbstractContextManager[object]:
    """A socket that has a port and does not listen: who connects is refused, and no other program gets the port meanwhile."""
    if os.name != "posix":
        return contextlib.nullcontext()  # there a port with connections that have not ended can't be had
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of before may not have ended yet
    found.bind(("127.0.0.1", port))
    return found


async def _answer(source: asyncio.StreamReader, writer: asyncio.StreamWriter, fault: Fault) -> None:
    passed = 0
    while data := await source.read(65_536):
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        unbroken = fault.kind in ("pass", "delay")
        part = data if unbroken else data[: max(fault.after - passed, 0)]
        passed += len(part)
        writer.write(part)
        await writer.drain()
        if len(part) < len(data):
            await _break(writer, fault, data[len(part) :])


async def _break(writer: asyncio.StreamWriter, fault: Fault, rest: bytes) -> None:
    if fault.kind == "dribble":
        for at in range(len(rest)):
            await asyncio.sleep(fault.seconds)
            writer.write(rest[at : at + 1])
            await writer.drain()
    elif fault.kind == "hang":
        await asyncio.sleep(3600)
    else:
        if fault.kind == "reset":
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        raise ConnectionAbortedError


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError, asyncio.CancelledError):
        await writer.wait_closed()
