"""What programs give for `timeout`: seconds, none, or a limit for each phase, as httpx and requests take them."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

from ..errors import ConfigurationError
from ..settings import number

DAY = 86_400.0  # seconds that an attempt without a timeout may take: one that is as good as none


class Phases(Protocol):
    """Seconds for each phase of an attempt; None for any time. `httpx.Timeout` and httpx2's are such."""

    @property
    def connect(self) -> float | None:
        """Until there is a connection."""

    @property
    def read(self) -> float | None:
        """Until something comes."""

    @property
    def write(self) -> float | None:
        """Until something is sent."""

    @property
    def pool(self) -> float | None:
        """Until a connection is free."""


Timeout = float | Phases | tuple[float | None, ...] | None
"""Seconds; phases, as an `httpx.Timeout` or in a tuple (connect, read) or (connect, read, write, pool); None for any time."""


class Unset:
    """Stands for an option that nobody gave, where None means something."""

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset()


class Limits(NamedTuple):
    """A timeout as this package keeps it.

    Attributes:
        attempt: Seconds that one attempt takes at the most, the whole answer included.
        connect: Seconds of these that the connection may take; None for all of them.
        given: What the program gave.
    """

    attempt: float
    connect: float | None
    given: Timeout


def limits(timeout: Timeout, argument: str = "timeout") -> Limits:
    """The limits of a timeout.

    Of phases the longest is that of the attempt: we measure from its begin to the end of its answer, where httpx begins anew with
    every byte. Without a limit, a day is one.

    Args:
        timeout: What was given.
        argument: What it is called.

    Raises:
        ConfigurationError: It is none of these, or out of bounds.
    """
    if timeout is None:
        return Limits(DAY, None, None)
    if isinstance(timeout, tuple):
        if len(timeout) not in (2, 4):
            raise ConfigurationError(f"`{argument}` as a tuple is (connect, read), or (connect, read, write, pool).")
        connect, *others = timeout
    elif all(hasattr(timeout, name) for name in ("connect", "read", "write", "pool")):
        connect, others = timeout.connect, [timeout.read, timeout.write, timeout.pool]  # type: ignore[union-attr]
    else:
        return Limits(number(timeout, argument=argument, least=0.001), None, timeout)
    seconds = [
        DAY if each is None else number(each, argument=f"{argument}.{name}", least=0.001)
        for name, each in zip(("connect", "read", "write", "pool"), (connect, *others), strict=False)
    ]
    return Limits(max(seconds), None if connect is None else seconds[0], timeout)
