"""A file that is replaced as a whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkstemp

from ..errors import CallError
from .listing import SUFFIX


def save(file: Path, data: bytes, before: bytes) -> None:
    """Put other content in the place of a file's. It keeps its mode, and a link stays one.

    Args:
        file: The file.
        data: What is to stand in it.
        before: What stood there when it was read.

    Raises:
        CallError: It was changed meanwhile.
        OSError: It can't be written.
    """
    path = file.resolve()
    handle, temporary = mkstemp(prefix=".", suffix=SUFFIX, dir=path.parent)  # a dot hides it from readers
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        Path(temporary).chmod(path.stat().st_mode & 0o7777)
        if path.read_bytes() != before:
            raise CallError(f"{file} was changed meanwhile: try again.", kind="connection")
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
