"""A file that is made, or replaced, as a whole, or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from ..errors import CallError

BESIDE = ".promptport-{}.tmp"  # a dot hides it from readers


def beside(path: Path) -> Path:
    """A name for what is written beside a file before it takes its place."""
    return path.with_name(BESIDE.format(token_hex(8)))


def create(file: Path, data: bytes) -> None:
    """Make a file that is not there yet. Nobody sees it half, and a full disk or a kill leaves none.

    Args:
        file: The file; its folder is there.
        data: What is to stand in it.

    Raises:
        FileExistsError: Something has its name.
        OSError: It can't be written.
    """
    temporary = beside(file)
    try:
        with temporary.open("xb") as opened:
            opened.write(data)
        try:
            os.link(temporary, file)
        except FileExistsError:
            raise
        except OSError:  # not every file system has links
            file.open("xb").close()
            temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def save(file: Path, data: bytes, before: bytes | None = None) -> None:
    """Put other content in the place of a file's, or make the file. It keeps its mode, and a link stays one.

    Args:
        file: The file.
        data: What is to stand in it.
        before: What stood there when it was read; None where that does not matter.

    Raises:
        CallError: It was changed meanwhile.
        OSError: It can't be written.
    """
    path = file.resolve()
    temporary = beside(path)
    try:
        temporary.touch(0o600 if path.exists() else 0o666, exist_ok=False)  # what others may not read stays so
        temporary.write_bytes(data)
        with suppress(FileNotFoundError):
            shutil.copymode(path, temporary)
        if before is not None and path.read_bytes() != before:
            raise CallError(f"{file} was changed meanwhile: try again.", kind="connection")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
