"""Locks of open files, by the system's own means: they end when the process does."""

from __future__ import annotations

from errno import EACCES, EAGAIN, EWOULDBLOCK

try:
    import fcntl
except ImportError:  # Windows, whose locks need more than a call
    from filelock import lock_descriptor

    def lock(descriptor: int, *, shared: bool = False) -> bool:
        """Lock an open file, for this process alone: Windows knows no other locks here. Answers whether no other has it."""
        return lock_descriptor(descriptor, blocking=False)

else:
    TAKEN = frozenset({EACCES, EAGAIN, EWOULDBLOCK})  # as file systems say it of a lock that another process has

    def lock(descriptor: int, *, shared: bool = False) -> bool:
        """Lock an open file, without waiting.

        Args:
            descriptor: The file.
            shared: Whether others may have such a lock as well, which only tells that nobody has the file for himself.

        Returns:
            Whether it is locked; False while another process has it.

        Raises:
            OSError: It can't be locked: there are file systems without locks.
        """
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in TAKEN:
                return False
            raise
        return True
