"""What `promptport doctor` says of this machine: folders, what waits there, and what is installed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryFile

from ..cache import folder as cache_folders
from ..cache.listing import listed as listed_copies
from ..errors import Error
from ..outbox.listing import listed as listed_entries
from ..outbox.place import ACCOUNT
from ..system import own_folder
from ..system.reading import reason
from . import copies_places, events_chosen
from .copies_view import summed
from .doctor_report import Finding
from .terminal import age, many

ASIDE = "`promptport events list` shows what was set aside and why, `retry` sends it again, `purge` takes it away."
DISTRIBUTION = re.compile(r"[A-Za-z0-9._-]+")
EXTRA = re.compile(r"extra == ['\"]([a-z]+)")


def cache() -> Finding:
    """The folder of copies: whether it can be written, and what is in it."""
    return _place("cache", copies_places.folder_here, cache_folders.make, _copies)


def outbox() -> Finding:
    """The folder of events: whether it can be written, and what waits there."""
    return _place(
        "outbox", events_chosen.folder_here, lambda folder: own_folder.make(folder, ACCOUNT.fullmatch), _entries
    )


def extras() -> Finding:
    """Which extras are installed."""
    needed: dict[str, list[str]] = {}
    for each in metadata.requires("promptport") or ():
        requirement, _, marker = each.partition(";")
        name, extra = DISTRIBUTION.match(requirement), EXTRA.search(marker)
        if name and extra and name[0] != "promptport":
            needed.setdefault(extra[1], []).append(name[0])
    if not needed:
        return Finding("extras", "none", "not known:", "what is installed says nothing of them")
    missing = {
        extra: absent for extra, names in needed.items() if (absent := [each for each in names if not _has(each)])
    }
    there = [extra for extra in needed if extra not in missing]
    lacks = f'not installed: {", ".join(missing)} (pip install "promptport[{",".join(missing)}]")' if missing else ""
    details = "; ".join(filter(None, (", ".join(there), lacks)))
    return Finding("extras", "good", "installed:", details, data={"installed": there, "missing": missing})


def _has(distribution: str) -> bool:
    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True


def _place(
    name: str, find: Callable[[], Path], make: Callable[[Path], None], look: Callable[[Path], Finding]
) -> Finding:
    try:
        folder = find()
    except Error as error:
        return Finding(name, "none", "off:", str(error))
    data = {"folder": str(folder)}
    try:
        if not os.path.lexists(folder):
            _check_parent(folder)
            return Finding(name, "good", "empty:", f"{folder} is made when it is needed", data=data)
        make(folder)
        with TemporaryFile(dir=folder):
            pass
        found = look(folder)
    except OSError as error:
        problem = f"Nothing can be kept there: {reason(error)}. Mend it, or name another folder."
        return Finding(name, "bad", "not usable:", str(folder), problem, data=data)
    return found._replace(details=f"{found.details} in {folder}", data={**data, **found.data})


def _check_parent(folder: Path) -> None:
    """See that a folder could be made."""
    parent = next(each for each in folder.absolute().parents if os.path.lexists(each))
    if not parent.is_dir():
        raise NotADirectoryError(None, f"{parent} is no folder")
    if not os.access(parent, os.W_OK | os.X_OK):
        raise PermissionError(None, f"{parent} can't be written")


def _copies(folder: Path) -> Finding:
    copies = list(listed_copies(folder))
    data = {"copies": len(copies), "bytes": sum(each.size for each in copies)}
    return Finding("cache", "good", "writable:", summed(copies), data=data)


def _entries(root: Path) -> Finding:
    from time import time

    found = list(listed_entries(root))
    waiting = [each.entry.at for each in found if each.waits and each.entry is not None]
    aside = sum(not each.waits for each in found)
    oldest = f", the oldest for {age(time() - min(waiting))}" if waiting else ""
    details = f"{many(len(waiting), 'entry waits', 'entries wait')}{oldest}; {aside:,} set aside"
    data = {"waiting": len(waiting), "aside": aside}
    return Finding("outbox", "bad" if aside else "good", "writable:", details, ASIDE if aside else "", data=data)
