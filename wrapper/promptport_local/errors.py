"""What can go wrong when the local platform starts. Every text names the remedy."""

from __future__ import annotations


class LocalError(Exception):
    """The local platform cannot do what was asked. The base of all its errors; its text says what to do about it."""


class CannotListen(LocalError, OSError):
    """The address cannot be listened on: it is not one of this machine's, or the port is out of reach."""


class PortInUse(CannotListen):
    """Another program listens on the port. The text names the remedy: another port, or 0 for a free one."""


class DataError(LocalError):
    """The file given as `data` cannot be used. It is left as it was."""


class PromptError(LocalError):
    """The prompts that the server was given are not what it takes. None of them was loaded."""
