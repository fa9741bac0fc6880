"""Where spools lie: a folder for each account, below one for all of a person's."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import NamedTuple

from ..system import own_folder
from ..system.folders import NoPlace, state_folder

_log = logging.getLogger("promptport")
VARIABLE = "PROMPTPORT_OUTBOX_DIR"
SWITCH = "PROMPTPORT_OUTBOX"
MEMORY = "memory"
UNPLACED = "Events are kept in memory, and lost with it: give %s, or `spool`, a whole path (%s)."
ACCOUNT = re.compile(r"[0-9a-f]{32}")  # the name of an account's folder
ASIDE = "aside"  # the folder within it for what was set aside
INSTANCE = re.compile(
    r"([0-9a-f]{16})(?:\.lock|-\d{6,}\.spool)"
)  # the name of a file of a process, and what it begins with
OURS = re.compile(rf"{INSTANCE.pattern}|notes-\d{{6,}}|{ASIDE}")  # what lies in it


class Place(NamedTuple):
    """A folder of a spool, which is its owner's alone.

    Attributes:
        folder: The folder.
        root: The folder above it, with those of all accounts; None where it stands by itself.
    """

    folder: Path
    root: Path | None = None

    def make(self) -> None:
        """See that it is there.

        Raises:
            OSError: It can't be made, or it or its root is none to keep anything in: a symbolic link, somebody else's, or open
                to others while it holds other things.
        """
        if self.root is not None:
            own_folder.make(self.root, ACCOUNT.fullmatch)
        own_folder.make(self.folder, OURS.fullmatch)

    def check(self) -> None:
        """See that it may be looked into.

        Raises:
            OSError: It is not there, or may not, as for `make`.
        """
        self.folder.lstat()
        self.make()


def root_folder() -> Path:
    """Where the spools of this person lie: PROMPTPORT_OUTBOX_DIR, else in what the system keeps of a person's states.

    Raises:
        ConfigurationError: The system knows no home of the person.
    """
    given = os.environ.get(VARIABLE)
    return Path(given).expanduser() if given else state_folder() / "outbox"


def root_of(spool: bool | str | os.PathLike[str]) -> Path | None:
    """The folder that a client's `spool` means.

    Returns:
        None where everything is kept in memory: it is off, PROMPTPORT_OUTBOX is `memory`, or the system knows no home of the
        person, which is told in the log.
    """
    if os.environ.get(SWITCH) == MEMORY:
        return None
    try:
        if isinstance(spool, bool):
            return root_folder().absolute() if spool else None
        return Path(spool).expanduser().absolute()
    except (RuntimeError, FileNotFoundError) as error:  # no such home; the folder that the process works in is gone
        _log.warning(UNPLACED, VARIABLE, error)
        return None
    except NoPlace as error:
        _log.warning("Events are kept in memory, and lost with it: %s", error)
        return None
