"""What copies say of themselves, and those of a folder, for a person: who looks knows no account, so nothing here is proved."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from math import isfinite
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from ..system.reading import is_own, read_regular
from .folder import ENVELOPE, OURS, leave
from .largest import LARGEST


class Listed(NamedTuple):
    """A copy, as it describes itself.

    Attributes:
        path: The file; its name alone where the copy lies in Redis.
        size: Its bytes.
        platform: The platform's name; empty where the copy does not say it.
        name: The prompt's name; None where the copy can't be read, as one of another release.
        version: Which version it is.
        label: The label that it was found by.
        since: Seconds since 1970 at which the platform gave it; 0 where nobody knows.
        account: What tells its account from others; empty where the copy does not say it.
        withdrawn: Whether it holds no prompt, but says that there is none any more, to processes that may have kept it.
    """

    path: Path
    size: int
    platform: str = ""
    name: str | None = None
    version: int | str | None = None
    label: str | None = None
    since: float = 0.0
    account: str = ""
    withdrawn: bool = False

    @property
    def local(self) -> bool:
        """Whether a local platform gave it."""
        return "-" in self.path.name


def listed(folder: Path) -> Iterator[Listed]:
    """The copies in a folder, in the order of the folder; none where there is no such folder. Other files are passed over.

    Raises:
        OSError: The folder can't be read.
    """
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if not ENVELOPE.fullmatch(entry.name):
                continue
            with suppress(FileNotFoundError):  # another process has taken it away
                about = entry.stat(follow_symlinks=False)
                if S_ISREG(about.st_mode) and is_own(about):
                    yield _read(Path(entry.path), about.st_size)


def described(envelope: bytes, path: Path = Path()) -> Listed:
    """What an envelope says of itself, whoever made it.

    Args:
        envelope: The bytes of a copy.
        path: Where they lie.
    """
    nothing = Listed(path, len(envelope))
    try:
        body: Any = json.loads(envelope.rpartition(b"\n")[2])  # before it stands what proves it
        fetched, since = body["fetched"], float(body["since"])
        platform, account = body.get("platform", ""), body.get("account", "")
        name, version, label = fetched["name"], fetched["version"], fetched["label"]
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, RecursionError, MemoryError):
        return nothing
    texts = (
        isinstance(name, str)
        and isinstance(platform, str)
        and isinstance(label, str | None)
        and isinstance(account, str)
    )
    if not texts or not isinstance(version, int | str | None) or not isfinite(since):
        return nothing
    return Listed(path, len(envelope), platform, name, version, label, since, account, body.get("withdrawn") is True)


def cleared(
    folder: Path, platform: str | None = None, wanted: Callable[[Listed], bool] | None = None
) -> Iterator[Listed]:
    """Take the copies of a platform out of a folder, or all; answers each when it is gone.

    Args:
        folder: The folder.
        platform: The platform's name; None for all, those that can't be read and what killed processes have left among them.
        wanted: Which of them; None for all.

    Raises:
        OSError: The folder can't be read, or a copy can't be taken away.
    """
    for each in listed(folder):
        if (platform is None or each.platform == platform) and (wanted is None or wanted(each)):
            each.path.unlink(missing_ok=True)
            yield each
    if platform is None and wanted is None:
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for entry in [entry for entry in entries if OURS.fullmatch(entry.name) and entry.name.endswith(".new")]:
                leave(entry.path)


def _read(path: Path, size: int) -> Listed:
    try:
        return described(read_regular(path, LARGEST)[0], path)
    except (OSError, MemoryError):
        return Listed(path, size)
