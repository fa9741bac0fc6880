"""A server that gives hostile answers, in a process of its own: what it keeps and computes is no part of what a client costs.

Run as a program it is that server. It reads from its input what to answer next, and says how large that is.
"""

from __future__ import annotations

import pickle
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread

from .hostile import GRANTED, Hostile, hostile

ROOT = Path(__file__).parents[2]


class HostileServer:
    """Gives one answer to every request, but for those of an exchange of credentials.

    Args:
        process: The process that it is.

    Attributes:
        url: Where it is.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.url = f"http://127.0.0.1:{self._said()}"

    def give(self, answer: Hostile) -> None:
        """Answer this from now on."""
        self._tell(answer)

    def give_seeded(self, seed: int, room: str, events: bool = False) -> int:
        """Answer what `hostile` makes of this from now on; says how many bytes its body has, decompressed."""
        return self._tell((seed, room, events))

    def _tell(self, what: object) -> int:
        assert self._process.stdin is not None
        pickle.dump(what, self._process.stdin)
        self._process.stdin.flush()
        return self._said()

    def _said(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


@contextmanager
def serving() -> Iterator[HostileServer]:
    """Such a server, for as long as the block takes."""
    command = [sys.executable, "-m", "tests.promises.hostile_server"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield HostileServer(process)
        process.communicate(timeout=10)  # the end of its input is its own


class _Server(ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 128
    answer = Hostile((), 0)

    def handle_error(self, request: object, client_address: object) -> None:
        """What a broken connection raises is no news here."""


class _Handler(BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        connection: socket.socket = self.request
        connection.settimeout(10)
        with suppress(OSError):
            data = b""
            while b"\r\n\r\n" not in data:
                more = connection.recv(65_536)
                if not more:
                    return
                data += more
            head, _, rest = data.partition(b"\r\n\r\n")
            lines = [each.split(b":") for each in head.lower().split(b"\r\n")]
            length = next((int(value[0]) for name, *value in lines if name == b"content-length"), 0)
            while len(rest) < length:
                rest += connection.recv(65_536)
            if head.split(b" ")[1].endswith((b"login", b"token")):
                begin = f"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {len(GRANTED)}\r\n\r\n".encode()
                connection.sendall(begin + GRANTED)
                return
            for piece in self.server.answer.pieces:
                connection.sendall(piece)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65_536):
                pass  # until the other side has seen the end


def main() -> None:
    """Serve until the input ends."""
    server = _Server(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    print(server.server_address[1], flush=True)
    with suppress(EOFError):
        while True:
            told = pickle.load(sys.stdin.buffer)
            server.answer = told if isinstance(told, Hostile) else hostile(*told)
            print(server.answer.size, flush=True)


if __name__ == "__main__":
    main()
