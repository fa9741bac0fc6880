"""A socket that stands for a platform, and counts who connects."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread


class Listener:
    """Takes connections, and closes each of them at once.

    Attributes:
        connections: How many there were.
        address: Where it listens.
    """

    def __init__(self) -> None:
        self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = Thread(target=self._take)
        self._thread.start()

    def _take(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            if self._ending:
                connection.close()
                return
            self.connections += 1
            connection.close()

    _ending = False

    def end(self) -> None:
        """Let nobody connect any more. A connection that came before is counted by now."""
        self._ending = True
        socket.create_connection(self._socket.getsockname()).close()
        self._thread.join()
        self._socket.close()


@contextmanager
def listening() -> Iterator[Listener]:
    """A listener for as long as the block takes."""
    listener = Listener()
    try:
        yield listener
    finally:
        listener.end()
