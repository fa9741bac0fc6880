"""All platforms in a process of its own on loopback (`server.py`), to which a subject delivers, and what it has counted."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

ROOT = Path(__file__).parents[3]
_opener = build_opener(ProxyHandler({}))


class Backend:
    """Switches a backend, and asks it.

    Args:
        url: Where it is.
    """

    def __init__(self, url: str) -> None:
        self.url = url

    def reset(self, mode: str = "well", seconds: float = 0.0, lasts: float = 0.0) -> None:
        """Forget everything, and be well; `mode` holds from when a subject says that it begins.

        Args:
            mode: `well`; `down`: it answers 503; `hung`: it never answers; `dropped`: it counts, and closes the connection;
                `reset`: it resets the connection, and counts nothing; `denied`: it answers 401; `echo`: it refuses everything
                with 400, and repeats the key that it was asked with.
            seconds: How long a platform that looks first and then writes is at it.
            lasts: After how many seconds it is well again; 0 for never.
        """
        self._tell("/deaths/reset", {"mode": mode, "seconds": seconds, "lasts": lasts})

    def mode(self, mode: str) -> None:
        """Switch at once. Requests that hang are let go, and not counted."""
        self._tell("/deaths/mode", {"mode": mode})

    def taken(self) -> dict[str, Any]:
        """What it has counted, when it has nothing more to do.

        Returns:
            What `Rows.shown` tells; `requests`: how many came, by path; `keys`: with whose keys each mark came.
        """
        found: dict[str, Any] = self._tell("/deaths/taken", {})
        return found

    def _tell(self, path: str, body: object) -> Any:
        with _opener.open(Request(self.url + path, json.dumps(body).encode()), timeout=60) as answer:
            return json.load(answer)


@contextmanager
def serving() -> Iterator[Backend]:
    """A backend, for as long as the block takes."""
    command = [sys.executable, "-m", f"{__package__}.server"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield Backend(f"http://127.0.0.1:{int(process.stdout.readline())}")
        process.communicate(timeout=30)  # the end of its input is its own
