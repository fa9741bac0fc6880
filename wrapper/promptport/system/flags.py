"""How files are opened that others may have put there: nobody waits, no child inherits, and no link leads elsewhere."""

from __future__ import annotations

import os


def _known(*names: str) -> int:
    """These flags, as far as the system has them."""
    found = 0
    for name in names:
        found |= getattr(os, name, 0)
    return found


NO_LINK = _known("O_NOFOLLOW")  # one that stands in the file's place is no file
_OWN = _known("O_CLOEXEC", "O_NOINHERIT", "O_BINARY")
_AT_ONCE = _known("O_NONBLOCK", "O_NOCTTY")  # a pipe without a writer would be waited for, and a terminal taken
READ = os.O_RDONLY | _OWN | _AT_ONCE
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OWN | NO_LINK
LOCK = os.O_RDWR | os.O_CREAT | _OWN | _AT_ONCE | NO_LINK
CHANGE = os.O_RDWR | _OWN | _AT_ONCE | NO_LINK
APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | _OWN | _AT_ONCE | NO_LINK
