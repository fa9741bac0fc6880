# Made from wrapper/promptport/http/_async/keys.py by `python tools/unasync.py`: change that file, never this one.
"""The keys of a client that a function answers. The asyncio twin is the source of this file."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from ...errors import CallError
from ...model import Operation
from ..clock import Deadline
from ..failure import Failures, raise_alone
from ..key import NoKey, Shown
from ..key.blocking import ask, check
from ..lifetime.blocking import Lifetime
from ..rules import Rules

T = TypeVar("T")
logger = logging.getLogger("promptport")


class Keys:
    """Asks for the keys of one client, when they are first needed, and after a refusal.

    Args:
        rules: The ways of the platform; they know the keys.
        failures: Makes the errors.
        lifetime: The life that a wait ends with.

    Raises:
        ConfigurationError: A function is none that this client can ask.
    """

    def __init__(self, rules: Rules, failures: Failures, lifetime: Lifetime) -> None:
        self._rules, self._failures, self._lifetime = rules, failures, lifetime
        for each in rules.asked:
            check(each)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What a call is sent with now."""
        return tuple(each.shown for each in self._rules.asked)

    def ready(self, deadline: Deadline, operation: Operation | None = None) -> None:
        """See that every key is known.

        Args:
            deadline: How long it may take.
            operation: What is to be called; None where it is only to be known who asks.

        Raises:
            CallError: A function failed.
            ClosedError: The client is closed, or was closed meanwhile.
        """
        if not any(each.value is None for each in self._rules.asked):
            return
        error: CallError | None = None
        try:
            with self._lifetime.wait(None):
                for each in self._rules.asked:
                    if each.value is None:
                        ask(each, each.shown, deadline.remaining())
        except NoKey as failed:
            error = self._failures.keyless(operation, failed.message)
        if error is not None:
            raise_alone(error)

    def another(self, shown: tuple[Shown, ...], deadline: Deadline) -> bool:
        """Whether there is another key than the one that was refused: it is asked for, unless somebody has done so meanwhile.

        Args:
            shown: What the call was sent with.
            deadline: How long it may take.
        """
        try:
            with self._lifetime.wait(None):
                for each, before in zip(self._rules.asked, shown, strict=True):
                    ask(each, before, deadline.remaining())
        except NoKey as failed:
            logger.info("%s refused the key, and there is no other: %s", self._rules.platform, failed.message)
        return any(each.value != before.value for each, before in zip(self._rules.asked, shown, strict=True))

    def showing(
        self, call: Callable[[Deadline], T], operation: Operation
    ) -> Callable[[Deadline], T]:
        """A call that shows the keys itself, such as the exchange for a token: once more, with another, where it is refused.

        Args:
            call: Makes it, in the time that it is given.
            operation: What it calls.
        """

        def repeated(limit: Deadline) -> T:
            self.ready(limit, operation)
            shown = self.shown
            try:
                return call(limit)
            except CallError as error:
                if error.status_code != 401 or not self.another(shown, limit):
                    self._failures.explain(error)
                    raise
            return call(limit)

        return repeated
