"""An application for gunicorn, which loads and uses a client before it forks its workers: `/MARK` makes an event.

It answers which process did. The environment says which client: DEATHS_SUBJECT, DEATHS_ADDRESS, DEATHS_FOLDER.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from .dying import Arguments, Opened

FIRST = "mark-0000000000000000-0x"
"""The event of the process that forks the others."""


def application() -> Callable[[dict[str, Any], Callable[..., object]], list[bytes]]:
    """The application."""
    subject, address, folder = (os.environ[f"DEATHS_{each}"] for each in ("SUBJECT", "ADDRESS", "FOLDER"))
    client: Opened = import_module(f"{__package__}.{subject}").opened(Arguments(address, Path(folder), 0, "served"))
    client.accept(FIRST)

    def answer(environment: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
        accepted = client.accept(environment["PATH_INFO"].strip("/"))
        start("200 OK" if accepted is not False else "503 Service Unavailable", [("Content-Type", "text/plain")])
        return [str(os.getpid()).encode()]

    return answer
