"""Which local platform answers at an address of this machine, so that copies of one are never taken for another's.

A local platform leaves a file for each port that it listens on. Its form is described in `promptport_local/README.md`, "Its
identity": the local platform shares no code with its clients.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from stat import S_ISREG
from time import time
from typing import NamedTuple
from urllib.parse import urlsplit

from .descriptors import lock
from .flags import NO_LINK, READ
from .reading import is_own

KEEP = 3600.0  # seconds after its end for which a local platform counts as the last one at its port
INSTANCE = re.compile(r"[0-9a-f]{20}")  # a port in four digits, and the identity that its file says
IDENTITY = re.compile(rb"[0-9a-f]{16}")


class Instance(NamedTuple):
    """A local platform, from its start to the next one's at the same port.

    Attributes:
        name: What tells it from every other; empty where there is none.
        running: Whether it runs, as far as can be told.
    """

    name: str = ""
    running: bool = False


NONE = Instance()


def folder() -> Path:
    """Where local platforms leave their files."""
    if sys.platform == "win32":
        from tempfile import gettempdir

        return Path(gettempdir(), "promptport-local")
    return Path("/tmp", f"promptport-local-{os.geteuid()}")


def port_of(origin: str) -> int | None:
    """The port of an address of this machine; None for any other address."""
    try:
        parts = urlsplit(origin)
        port, host = (
            parts.port or {"http": 80, "https": 443}.get(parts.scheme),
            (parts.hostname or "").removesuffix("."),
        )
        if host == "localhost" or host.endswith(".localhost"):
            return port
        address = ip_address(host)
        address = getattr(address, "ipv4_mapped", None) or address
        if address.is_loopback or address.is_unspecified:  # to connect to 0.0.0.0 is to connect to this machine
            return port
    except ValueError:
        pass
    return None


def instance_at(port: int) -> Instance:
    """The local platform that listens on a port, or was the last one to do so and has ended lately."""
    try:
        descriptor = os.open(folder() / str(port), READ | NO_LINK)
    except OSError:
        return NONE
    try:
        about = os.fstat(descriptor)
        if not S_ISREG(about.st_mode) or not is_own(about):
            return NONE
        running = _locked(descriptor)
        found = os.read(descriptor, 64)
        if not IDENTITY.fullmatch(found) or not (running or abs(time() - about.st_mtime) <= KEEP):
            return NONE
        return Instance(f"{port:04x}{found.decode()}", running)
    except (OSError, MemoryError):
        return NONE
    finally:
        with suppress(OSError):  # it is closed all the same
            os.close(descriptor)


def is_gone(name: str) -> bool:
    """Whether a local platform has ended and will answer nobody any more, so that its copies are good for nothing."""
    return bool(INSTANCE.fullmatch(name)) and instance_at(int(name[:4], 16)).name != name


def _locked(descriptor: int) -> bool:
    try:
        return not lock(descriptor, shared=True)
    except OSError:  # there are no locks here, and it may be running
        return True
