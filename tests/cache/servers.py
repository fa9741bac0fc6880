"""A real Redis server for tests, from the system's package."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import redis

PASSWORD = "planted-password-of-redis"
NEEDED = (
    "These tests need a Redis server, and there is none: `apt-get install redis-server` or `brew install redis` gets one. "
    "`nox -s tests` does so by itself where it runs as root on Debian or Ubuntu."
)


class RedisServer:
    """A Redis server on a free port of loopback, with a password and nothing on disk.

    Args:
        folder: Where it runs, and has its socket.
    """

    def __init__(self, folder: Path) -> None:
        found = shutil.which("redis-server")
        if found is None:
            raise FileNotFoundError(NEEDED)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.socket = folder / "redis.socket"
        self._command = [
            found, "--port", str(self.port), "--bind", "127.0.0.1", "--requirepass", PASSWORD, "--dir", str(folder),
            "--save", "", "--appendonly", "no", "--unixsocket", str(self.socket), "--logfile", str(folder / "log"),
        ]  # fmt: skip
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address, with the password in it."""
        return f"redis://:{PASSWORD}@127.0.0.1:{self.port}/0"

    def through(self, url: str) -> str:
        """Its address by way of a proxy."""
        return f"redis://:{PASSWORD}@{url.removeprefix('http://')}"

    def start(self) -> None:
        """Start it, where it does not run, and wait until it answers."""
        if self._process is None:
            self._process = subprocess.Popen(self._command)
        for _ in range(1000):
            try:
                with self.client() as client:
                    client.ping()
                return
            except redis.ConnectionError:
                assert self._process.poll() is None, "the Redis server has ended"
                time.sleep(0.01)  # it starts in a process of its own
        raise TimeoutError("the Redis server does not answer")

    def stop(self) -> None:
        """End it; connections break, and what it held is gone."""
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)
            self._process.kill()
            self._process.wait(10)
            self._process = None

    def freeze(self) -> None:
        """Let it hang: connections stay, and nothing is answered."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def client(self) -> redis.Redis:
        """A client of the library, to look at what the server holds."""
        return redis.Redis(port=self.port, password=PASSWORD)

    def held(self) -> dict[bytes, bytes]:
        """Every text that it holds, by key."""
        with self.client() as client:
            return {key: client.get(key) or b"" for key in client.scan_iter()}


class Endless:
    """A server that answers anything without end.

    Attributes:
        port: Where it is.
        sent: Bytes that it got rid of.
    """

    def __init__(self, listener: socket.socket) -> None:
        self.port: int = listener.getsockname()[1]
        self.sent = 0


@contextmanager
def endless(begin: bytes, more: bytes) -> Iterator[Endless]:
    """Such a server, for as long as the block takes.

    Args:
        begin: What its answer begins with.
        more: What comes after that, again and again.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made = Endless(listener)

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection, suppress(OSError):
                    connection.recv(65_536)
                    connection.sendall(begin)
                    while True:
                        made.sent += connection.send(more)

        thread = Thread(target=serve)
        thread.start()
        try:
            yield made
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(10)
