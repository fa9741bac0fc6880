"""What lies in the folders of all accounts, for a person: nothing is changed by looking, and nobody who lives is disturbed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR
from typing import Any, NamedTuple

from ..system.reading import exposed, read_regular, reason
from .account import Account
from .aside import MOST, parsed
from .entry import Entry
from .frames import DONE, HEAD, SENT, UNKNOWN, Frame, frames, read_head
from .instance import is_living
from .place import ACCOUNT, ASIDE, INSTANCE

MAY_HAVE = "may have arrived"
LARGEST = MOST + HEAD + (1 << 20)  # bytes of a segment: one of a single large entry


class Listed(NamedTuple):
    """An entry that waits or was set aside; or a file that can't be read.

    Attributes:
        path: The file that it lies in.
        about: Whose it is, as the file says.
        size: Its bytes.
        entry: The entry; None where it can't be read.
        reason: Why it was set aside, or can't be read; of one that waits, `may have arrived` where that is so.
        aside: Whether it was set aside.
        living: Whether it is a process's that lives.
        frame: Where it stands in a segment.
        line: Its line in a file of what was set aside.
    """

    path: Path
    about: Mapping[str, Any]
    size: int
    entry: Entry | None = None
    reason: str = ""
    aside: bool = False
    living: bool = False
    frame: Frame | None = None
    line: bytes = b""

    @property
    def account(self) -> Account:
        """Whose it is; texts are empty where the file does not say it."""
        found = [self.about.get(name) for name in Account._fields]
        return Account(*(each if isinstance(each, str) else "" for each in found))

    @property
    def waits(self) -> bool:
        """Whether it is to be delivered."""
        return self.entry is not None and not self.aside


def listed(root: Path) -> Iterator[Listed]:
    """What waits or was set aside, account by account; none where there is no such folder.

    Links are not followed, and what is no regular file of the person's own is told as one that can't be read.

    Args:
        root: The folder of all accounts.

    Raises:
        OSError: It can't be read.
    """
    for folder in account_folders(root):
        yield from waiting(folder)
        yield from set_aside(folder)


def account_folders(root: Path) -> list[Path]:
    """The folders of accounts, each its owner's alone.

    Raises:
        OSError: `root` can't be read.
    """
    with suppress(FileNotFoundError):
        return [each for each in sorted(root.iterdir()) if ACCOUNT.fullmatch(each.name) and is_ours(each)]
    return []


def waiting(folder: Path) -> Iterator[Listed]:
    """What waits in an account's folder, and the segments there that can't be read."""
    alive: dict[str, bool] = {}
    for path in files(folder, ".spool"):
        if found := INSTANCE.fullmatch(path.name):
            if found[1] not in alive:
                alive[found[1]] = is_living(folder, found[1])
            yield from of_segment(path, alive[found[1]])


def set_aside(folder: Path) -> Iterator[Listed]:
    """What was set aside in an account's folder, and the files of it that can't be read."""
    for path in files(folder / ASIDE, ".jsonl"):
        yield from of_file(path)


def of_file(path: Path) -> Iterator[Listed]:
    """What was set aside in a file; or that it can't be read."""
    try:
        content, _ = read_regular(path, LARGEST, private=True)
    except FileNotFoundError:
        return
    except (OSError, MemoryError) as error:
        yield Listed(path, {}, 0, None, reason(error), aside=True)
        return
    for each in parsed(content):
        yield Listed(path, each.about, len(each.line), each.entry, each.reason, aside=True, line=each.line)


def of_segment(path: Path, living: bool) -> Iterator[Listed]:
    """What waits in a segment; or that it can't be read.

    Args:
        path: The segment.
        living: Whether it is a process's that lives.
    """
    try:
        content, _ = read_regular(path, LARGEST, private=True)
    except FileNotFoundError:  # all of it was delivered
        return
    except (OSError, MemoryError) as error:
        yield Listed(path, {}, 0, None, reason(error), living=living)
        return
    about = read_head(content)
    if about is None:
        if not living:  # else it is about to be written
            yield Listed(path, {}, len(content), None, "it is no segment")
        return
    for frame in frames(content, sealed=not living):
        if frame.state != DONE:
            entry, why = None, "it is torn" if frame.torn else "it is no entry"
            with suppress(ValueError, TypeError, RecursionError):
                if not frame.torn:
                    entry, why = Entry.decode(frame.payload), _fate(frame, living)
            yield Listed(path, about, len(frame.payload), entry, why, living=living, frame=frame)


def _fate(frame: Frame, living: bool) -> str:
    """What is to be said of an entry that waits: one that was under way when its process ended may have arrived."""
    return MAY_HAVE if frame.state == UNKNOWN or (frame.state == SENT and not living) else ""


def files(folder: Path, suffix: str) -> list[Path]:
    """The files of a kind in a folder of the person's own; none where it is none, or a link."""
    try:
        return [each for each in sorted(folder.iterdir()) if each.suffix == suffix] if is_ours(folder) else []
    except OSError:  # it was taken away meanwhile
        return []


def is_ours(folder: Path) -> bool:
    """Whether a folder is there, its owner's alone, and no link."""
    try:
        about = folder.lstat()
    except OSError:
        return False
    return S_ISDIR(about.st_mode) and not exposed(about)
