"""What is known of names, and what hangs."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from ..together.blocking import until

FOUND = [(0, 0, 0, "", ("192.0.2.1", 80)), (0, 0, 0, "", ("192.0.2.1", 80)), (0, 0, 0, "", ("192.0.2.2", 80))]


class Names:
    """A system's names: some hang until the end."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.over = threading.Event()

    def __call__(self, host: str, *_: Any, **__: Any) -> Any:
        self.asked.append(host)
        if host.startswith("dead"):
            self.over.wait(30)
        if host.startswith("none"):
            raise socket.gaierror(-2, "Name or service not known")
        return FOUND


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[Names]:
    """What hangs goes on when the test is over."""
    found = Names()
    monkeypatch.setattr(socket, "getaddrinfo", found)
    yield found
    found.over.set()
    until(lambda: not any(each.name == "promptport-names" for each in threading.enumerate()))
