"""What the log says of an outage: a line when prompts begin to come from copies or fallbacks, and one when that ends."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from threading import RLock

from ..concurrency.fork import register_at_fork
from ..errors import CallError, Error, NotFound
from ..http.failure import LATER
from ..platform import Query
from ..prompt.prompt import Prompt

logger = logging.getLogger("promptport")
MOST = 10_000  # prompts that are counted one by one
SEVERAL = 3  # prompts without an answer between: then the first answer is the end for all of them
QUIET = 60.0  # seconds without a prompt from a copy after which any answer is the end
AGAIN = 3600.0  # seconds after which a refusal is told again
LINES, WINDOW = 5, 600.0  # beginnings that are told within so many seconds; each may have an end
LONGEST = 200  # characters of what a platform says

CAUSES = {
    "connection": "can't be reached",
    "timeout": "does not answer in time",
    "refused": "refuses the account",
    "credential": "can't be asked",
    "limited": "wants fewer questions",
    "failing": "fails",
    "unreadable": "gives no good answer",
    "missing": "has no such prompt",
}
WAIT = "Look at its status page; it is asked again meanwhile."  # where nobody knows better


class Outage:
    """What has come from copies and fallbacks since the platform failed.

    Args:
        began: When that was.

    Attributes:
        told: When the log has told of each cause.
        open: The prompts that it has not answered since, each with where it comes from meanwhile.
        prompts: How many prompts there were.
        gets: How many calls.
        answers: How many questions it has answered meanwhile.
        last: When the last call was.
        wide: Whether it concerns every prompt.
    """

    __slots__ = ("answers", "began", "gets", "last", "open", "prompts", "told", "wide")

    def __init__(self, began: float) -> None:
        self.began = self.last = began
        self.told: dict[str, float] = {}
        self.open: dict[Query, str] = {}
        self.prompts = self.gets = self.answers = 0
        self.wide = False


class OutageLog:
    """The lines of one client, and of those that were made from it. Threads and signal handlers may share it.

    Args:
        platform: The platform's name.
        monotonic: Seconds that only grow.
    """

    def __init__(self, platform: str, monotonic: Callable[[], float]) -> None:
        self._platform, self._monotonic = platform, monotonic
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child begins anew, and tells of an outage itself."""
        self._lock = RLock()  # a signal handler may come while it is held
        self._outage: Outage | None = None
        self._ended = float("-inf")
        self._missing: dict[Query, tuple[str, float]] = {}
        self._lines: deque[float] = deque(maxlen=LINES)

    @property
    def served(self) -> dict[Query, str]:
        """The prompts that come from copies or fallbacks now because the platform failed, and from where."""
        with self._lock:
            return {} if self._outage is None else dict(self._outage.open)

    @property
    def missing(self) -> dict[Query, tuple[str, float]]:
        """The prompts that a fallback stands in for since there are none: what the platform said, and when, since 1970."""
        with self._lock:
            return dict(self._missing)

    def found(self, query: Query) -> None:
        """Take in that there is such a prompt."""
        if self._missing:
            with self._lock:
                self._missing.pop(query, None)

    def serves(self, query: Query, prompt: Prompt, error: Error, failed: float) -> None:
        """Take in that a prompt comes from a copy or a fallback.

        Args:
            query: What was asked.
            prompt: What the caller gets.
            error: How the platform failed.
            failed: When.
        """
        now, cause = self._monotonic(), cause_of(error)
        if cause == "missing":
            self._replaces(query, prompt, error)
            return
        with self._lock:
            if failed <= self._ended:
                return  # what is left of an outage that is over: the prompt is asked for anew in a moment
            outage = self._outage = self._outage or Outage(now)
            outage.last, outage.gets = now, outage.gets + 1
            new = query not in outage.open and len(outage.open) < MOST
            if new:
                outage.open[query] = prompt.origin.source
                outage.prompts += 1
            outage.wide = outage.wide or cause in ("connection", "refused", "credential") or len(outage.open) >= SEVERAL
            level = self._level(outage, cause, now)
            count = outage.prompts
        if level > logging.INFO:
            logger.log(level, "%s", self._beginning(cause, error, prompt, count))
        elif new:
            logger.info("%s: %s", described(prompt), self._failure(cause, error))

    def _replaces(self, query: Query, prompt: Prompt, error: Error) -> None:
        """Take in that a fallback stands in for a prompt that there is none of, which is no outage: each is told once."""
        with self._lock:
            first, new = not self._missing, query not in self._missing and len(self._missing) < MOST
            if new:
                self._missing[query] = error.message, time.time()
        if new:
            level = logging.WARNING if first else logging.INFO
            logger.log(level, "%s: %s", described(prompt), self._failure("missing", error))

    def answered(self, query: Query) -> None:
        """Take in that the platform has answered, and tell of the end of an outage where this is one."""
        now = self._monotonic()
        with self._lock:
            outage = self._outage
            if outage is None:
                return
            first, known = not outage.answers, outage.open.pop(query, None) is not None
            outage.answers += 1
            if not ((first and outage.wide) or (known and not outage.open) or now - outage.last > QUIET):
                return
            self._outage, self._ended = None, now
        logger.log(
            logging.WARNING if outage.told else logging.INFO,
            "%s answers again after %.0f s; %s of %s came from copies or fallbacks meanwhile.",
            self._platform, now - outage.began, _many(outage.gets, "call"), _many(outage.prompts, "prompt"),
        )  # fmt: skip

    def _level(self, outage: Outage, cause: str, now: float) -> int:
        """How loud a call is told: a cause once, a refusal again after a while; no more lines in all than can be read."""
        told = outage.told.get(cause)
        if told is not None and (cause != "refused" or now - told < AGAIN):
            return logging.INFO
        if len(self._lines) == LINES and now - self._lines[0] < WINDOW:
            return logging.INFO  # it is told as soon as there is room, should it still be so
        self._lines.append(now)
        outage.told[cause] = now
        return logging.ERROR if cause == "refused" else logging.WARNING

    def _beginning(self, cause: str, error: Error, prompt: Prompt, count: int) -> str:
        hint = error.hint if isinstance(error, CallError) and error.hint != LATER else None
        return f"{self._failure(cause, error)}, so {described(prompt)} ({_many(count, 'prompt')} so far). {plain(hint or WAIT)}"

    def _failure(self, cause: str, error: Error) -> str:
        what, status = plain(error.message).rstrip("."), error.status_code if isinstance(error, CallError) else 0
        told = what if not status or str(status) in what else f"HTTP {status}: {what}"
        return f"{self._platform} {CAUSES[cause]} ({told})"


def cause_of(error: Error) -> str:
    """What kind of failure it is, as far as the log tells them apart: a key of `CAUSES`."""
    if not isinstance(error, CallError):
        return "missing" if isinstance(error, NotFound) else "credential"
    if error.refused:
        return "refused"
    if error.kind != "status":
        return error.kind
    return "limited" if error.status_code == 429 else "failing"


def described(prompt: Prompt) -> str:
    """Which prompt it is, where it comes from, and how old it is."""
    origin = prompt.origin
    if origin.source == "fallback":
        return f"{plain(prompt.name)} comes from the fallback"
    return f"{plain(prompt.name)} comes from a copy, {origin.age:.0f} s old"


def plain(text: str) -> str:
    """A text as a part of one line: nothing in it ends the line or steers a terminal, and it is not long."""
    text = "".join(each if each.isprintable() else " " for each in text[: 4 * LONGEST])
    text = " ".join(text.split())
    return f"{text[:LONGEST]} ..." if len(text) > LONGEST else text


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
