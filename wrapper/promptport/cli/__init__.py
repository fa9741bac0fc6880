"""The command `promptport`. It needs the extra `cli`: `pip install "promptport[cli]"`."""

from __future__ import annotations

import io
import os
import sys

from .._version import __version__
from ..extras import missing_extra


def main() -> None:
    """Run the command, and end the process with its exit code."""
    try:
        _run()
    except KeyboardInterrupt:  # before a command has begun
        sys.exit(130)
    except OSError as error:  # a full disk, where help and version are written to; commands tell theirs
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 # nothing is left for the interpreter to write when it ends
            os.dup2(nowhere.fileno(), 1)
        sys.exit(f"promptport: {error.strerror or error}")


def _run() -> None:
    _prepare_streams()
    if sys.argv[1:] == ["--version"]:  # what a bug report needs, also where extras are missing
        sys.stdout.write(f"promptport {__version__}\n")
        sys.stdout.flush()
        return
    try:
        from .app import app
    except ImportError as error:
        sys.exit(f"promptport: {missing_extra(error, 'cli', 'The command')}")
    app(prog_name="promptport")


def _prepare_streams() -> None:
    """Let a command write whatever it has to say: not every terminal has every character, and some processes have no stream."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 # for as long as it runs
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
