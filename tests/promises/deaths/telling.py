"""Lets a client tell all that it can: `python -m tests.promises.deaths.telling SUBJECT ADDRESS FOLDER`.

Everything is logged, everybody may read what the process makes (its umask is 0), and the objects of the client are printed as a
debugger would show them. The backend is in the mode that was armed.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

from .dying import Arguments, Opened


def main(subject: str, address: str, folder: str) -> None:
    """Accept three events, try to deliver them, and tell."""
    os.umask(0)
    logging.basicConfig(level=logging.DEBUG)
    client: Opened = import_module(f"{__package__}.{subject}").opened(Arguments(address, Path(folder), 0, "telling"))
    build_opener(ProxyHandler({})).open(Request(f"{address}/deaths/begun", b"{}"), timeout=30).close()
    for number in range(3):
        client.accept(f"mark-{os.getpid():016x}-{number}x")
    for end in (False, True):
        try:
            print(client.close() if end else client.flush(1))
        except Exception as error:
            print(repr(error), vars(error), *traceback.format_exception(error))
        for thing in client.shown():
            print(repr(thing), str(thing))


if __name__ == "__main__":
    main(*sys.argv[1:])
