"""Proves that a server which stops while connections come leaves none open."""

from __future__ import annotations

import gc
import socket
import warnings
from threading import Event, Thread

from promptport_local import Server


def test_a_connection_that_comes_while_the_server_stops_is_closed() -> None:
    lost: list[str] = []
    for _ in range(STOPS):
        server = Server().start()
        ended = Event()
        knocking = [Thread(target=knock, args=(server.port, ended)) for _ in range(2)]
        for each in knocking:
            each.start()
        server.stop()
        ended.set()
        for each in knocking:
            each.join()
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            gc.collect()
        lost += [str(each.message) for each in told]
    assert not lost


STOPS = 20


def knock(port: int, ended: Event) -> None:
    """Connect again and again."""
    while not ended.is_set():
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            continue  # nobody listens any more, or it was reset
