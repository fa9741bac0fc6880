"""What lies in a folder of copies, which is its owner's alone."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from ..system import own_folder

ENVELOPE = re.compile(r"(?:[0-9a-f]{20}-)?[0-9a-f]{40}")  # that of a local platform begins with the platform
OURS = re.compile(
    r"(?:[0-9a-f]{20}-)?[0-9a-f]{40}(\.lock|\.[0-9a-f]{16}\.new)?"
)  # an envelope, a lock, an envelope that is being written


def make(folder: Path) -> None:
    """Make a folder of copies that is the user's alone, or see to it that one is that is there.

    Raises:
        OSError: It can't be made, or it is none to keep prompts in, as `own_folder.make` says.
    """
    own_folder.make(folder, OURS.fullmatch)


def leave(path: str | os.PathLike[str]) -> None:
    """Take a file away, where it is there and can be."""
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108 # a text will do
