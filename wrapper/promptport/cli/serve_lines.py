"""What `promptport serve` says: where to look and with which keys, and a line for each request."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from threading import Event, Thread
from typing import TYPE_CHECKING

import typer

from promptport_local.errors import LocalError

from .terminal import shown, shown_in_line

if TYPE_CHECKING:
    from promptport_local import LoggedRequest, Server

SECONDS = 0.1  # from one look for requests to the next
_COLOURS = {2: "green", 3: "cyan", 4: "yellow", 5: "red"}


def opening_lines(server: Server) -> Iterator[str]:
    """Where the page is, and for each platform what the environment of a client must hold, ready to be put before a command."""
    from promptport_local.door_views import settings_of

    yield f"Open {server.url()} to see what it holds and what arrives. Ctrl-C stops."
    widest = max(map(len, server.releases))
    for name, release in server.releases.items():
        settings = " ".join(f"{variable}={value}" for variable, value in settings_of(name, server.url(name)).items())
        yield f"  {name.ljust(widest)}  {settings}{f'  (release {release})' if release else ''}"


def request_line(entry: LoggedRequest, coloured: bool) -> str:
    """A request in one line: when it came, to which platform, what it was, what was answered, and how long that took.

    Args:
        entry: The request.
        coloured: Whether the status has the colour of its kind.
    """
    status = "no answer" if entry.status is None else str(entry.status)
    if coloured:
        status = typer.style(status, fg=_COLOURS.get((entry.status or 500) // 100, "red"))
    parts = [
        f"{entry.time.astimezone():%H:%M:%S}",
        entry.platform,
        shown(entry.method),
        shown_in_line(entry.shown_path),
        entry.operation or "-",
        status,
        "" if entry.seconds is None else f"{entry.seconds * 1000:.1f} ms",
        "(scripted)" if entry.scripted else "",
    ]
    return "  ".join(each for each in parts if each)


class Teller:
    """Writes how to be a client, and a line for each request, to a file of the system, in a thread of its own.

    Nobody waits for whoever reads it: where that one is slow, requests that are not kept any more are counted, not told; where he
    has gone, the thread ends.

    Args:
        server: Whose requests.
        descriptor: The file, such as that of stdout.
        coloured: Whether it is a terminal that has colours.
    """

    def __init__(self, server: Server, descriptor: int, coloured: bool) -> None:
        self._server = server
        self._descriptor = descriptor
        self._coloured = coloured
        self._stopped = Event()
        # Not with `print`: a thread that waits for a full pipe would hold the lock of stdout, and the interpreter could not end.
        self._thread = Thread(target=self._tell, name="promptport-serve", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Write what is left, and end; a reader who does not read is waited for half a second."""
        self._stopped.set()
        self._thread.join(0.5)

    def _tell(self) -> None:
        number, last = 0, False
        try:
            self._write(opening_lines(self._server))
            while not last:
                last = self._stopped.wait(SECONDS)
                number = self._write_new(number)
        except (OSError, LocalError):  # nobody reads any more, or the server has ended while nobody read
            return

    def _write_new(self, number: int) -> int:
        """Write all that is new; the number of the last request."""
        while True:
            found = self._server.requests_after(number)
            lines = [f"({found.dropped} requests are not shown)"] if found.dropped else []
            lines += [request_line(each, self._coloured) for each in found.requests]
            self._write(lines)
            if found.number == number or not found.requests:
                return found.number
            number = found.number

    def _write(self, lines: Iterable[str]) -> None:
        data = "".join(f"{each}\n" for each in lines).encode(errors="replace")
        while data:
            data = data[os.write(self._descriptor, data) :]
