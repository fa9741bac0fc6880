"""What an application can watch: every attempt, before and after, without any secret."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from ..model import Difference
from .contract_log import DIFFERENCES
from .response import Response

logger = logging.getLogger("promptport")


class Attempt(NamedTuple):
    """A request that is about to be sent.

    Attributes:
        platform: The platform's name.
        operation: The operation's id in the contract.
        number: Which attempt of the call this is, from 1.
        method: The HTTP verb.
        url: The address, without its query.
        headers: What is sent; credentials read `[hidden]`. Empty where only the log looks.
    """

    platform: str
    operation: str
    number: int
    method: str
    url: str
    headers: Mapping[str, str] = {}


class AttemptResult(NamedTuple):
    """How an attempt ended.

    Attributes:
        status: The HTTP status; 0 where no answer came.
        seconds: How long it took.
        problem: Why no answer came, in a few words; None where one came.
        timeout: Whether it took too long.
        answer: The answer, without secrets and cookies; without its body where it streams, or may hold credentials, and of
            a body the first 1,000,000 bytes. None where only the log looks.
    """

    status: int
    seconds: float
    problem: str | None = None
    timeout: bool = False
    answer: Response | None = None


class Hook(Protocol):
    """An observer of attempts. Its errors are logged and change nothing for the call.

    One whose attribute `detailed` is false gets neither headers nor answers, in which secrets would have to be hidden; without
    such an attribute it gets both. One that has a method `differs` is called with each `ContractDifference`, too.
    """

    def before(self, attempt: Attempt) -> None:
        """Called before an attempt."""

    def after(self, attempt: Attempt, result: AttemptResult) -> None:
        """Called after an attempt, whatever came of it."""


def not_retried(operation: str, reason: str) -> None:
    """Tell the log why a failed call is not tried again."""
    logger.debug("%s is not tried again: %s", operation, reason)


class Hooks:
    """The hooks of a client, and its log line for each attempt.

    Args:
        hooks: The observers.
    """

    def __init__(self, hooks: tuple[Hook, ...]) -> None:
        self._hooks = hooks

    @property
    def detailed(self) -> bool:
        """Whether anybody wants to see headers and answers; the log does not."""
        return any(getattr(each, "detailed", True) for each in self._hooks)

    @property
    def enabled(self) -> bool:
        """Whether anybody looks, so that nothing is made for nobody."""
        return bool(self._hooks) or logger.isEnabledFor(logging.DEBUG)

    def before(self, attempt: Attempt) -> None:
        """Tell every hook."""
        for hook in self._hooks:
            try:
                hook.before(attempt)
            except Exception:  # an observer's mistake is logged, and never the caller's failure
                logger.exception("a hook failed before attempt %d of %s", attempt.number, attempt.operation)

    def after(self, attempt: Attempt, result: AttemptResult) -> None:
        """Tell every hook, and the log."""
        logger.debug(
            "%s %s attempt %d: %s %s -> %s in %.0f ms",
            attempt.platform, attempt.operation, attempt.number, attempt.method, attempt.url,
            result.problem or result.status, result.seconds * 1000,
        )  # fmt: skip
        for hook in self._hooks:
            try:
                hook.after(attempt, result)
            except Exception:  # likewise
                logger.exception("a hook failed after attempt %d of %s", attempt.number, attempt.operation)

    def differs(self, platform: str, operation: str, found: Sequence[Difference]) -> None:
        """Count where an answer differs from the contract, and tell the log, and every hook that asks for it."""
        for each in DIFFERENCES.add(platform, operation, found):
            for hook in self._hooks:
                try:
                    if (differs := getattr(hook, "differs", None)) is not None:
                        differs(each)
                except Exception:  # likewise
                    logger.exception("a hook failed where %s differs", operation)
