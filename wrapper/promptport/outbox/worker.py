"""Empties a spool: one portion after the other, with pauses where the platform wants or needs them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from random import random

from .batch import Batches, Taken
from .entry import Entry
from .interrupted import Interrupted
from .result import Outcome, Result, in_line
from .settings import OutboxSettings

_log = logging.getLogger("promptport")
Deliver = Callable[[Sequence[Entry]], Awaitable[Result]]
FIRST_PAUSE = 0.5  # seconds, doubled with every try that fails
LOOK = 60.0  # seconds between two looks for what processes have left that have ended


class Worker:
    """The loop that delivers.

    Args:
        batches: What is delivered.
        look: Looks for what processes have left that have ended, and says that this one lives.
        deliver: Delivers a portion once: it does not try again by itself.
        settings: How long it gathers and pauses.

    Attributes:
        asleep: Whether it has to be woken.
        resting: Whether the platform has just failed, and is left alone.
        running: Whether it has begun and has not ended.
    """

    def __init__(
        self, batches: Batches, look: Callable[[], object], deliver: Deliver, settings: OutboxSettings
    ) -> None:
        self._batches, self._look, self._deliver, self._settings = batches, look, deliver, settings
        self._woken = asyncio.Event()
        self.asleep = self.resting = self.running = self._looked = self._hurried = False
        self._failures = 0

    @property
    def idle(self) -> bool:
        """Whether it has looked, and has found nothing that can go; nor was anything put in since."""
        return self._looked and self.asleep

    def wake(self, hurry: bool = False) -> None:
        """Look for what there is to do; called in the loop.

        Args:
            hurry: Gather nothing before, since somebody waits for it.
        """
        self.asleep = False
        self._hurried = self._hurried or hurry
        if hurry or not self.resting:  # what is put in while the platform is left alone is looked at then
            self._woken.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        self.running = True
        try:
            await self._work()
        finally:
            self.running = False

    async def _work(self) -> None:
        loop, looked = asyncio.get_running_loop(), float("-inf")
        if not self._hurried:
            await self._rest(self._settings.linger)  # for what comes with the first
        while True:
            self._woken.clear()
            self._hurried = self._looked = False
            self.asleep = True  # said before it looks: whatever is put in behind its back wakes it
            if loop.time() >= looked + LOOK:
                looked = loop.time()
                self._look()
            if batch := self._batches.take():
                self.asleep = False
                pause = await self._send(batch)
                self.resting = pause > 0
                if self.resting and not self._hurried:
                    self._woken.clear()  # what was put in since it looked is no reason to try again at once
                while pause > 0 and not await self._rest(min(pause, LOOK)):
                    pause -= LOOK
                    if pause > 0:
                        self._look()
                self.resting = False
            else:
                self._looked = True
                if await self._rest(self._batches.pause(LOOK)) and not self._hurried:
                    self._woken.clear()
                    await self._rest(self._settings.linger)

    async def _rest(self, seconds: float) -> bool:
        """Wait; answers whether somebody has woken it."""
        if seconds <= 0:
            return False
        try:
            async with asyncio.timeout(seconds):
                return await self._woken.wait()
        except TimeoutError:
            return False

    async def _send(self, batch: Sequence[Taken]) -> float:
        """Deliver a portion, in halves where it must be; answers for how many seconds to rest then."""
        portions = [batch]
        while portions:
            portion = portions.pop(0)
            result = await self._delivered(portion)
            portions[:0] = self._batches.settle(portion, result)
            if result.outcome in (Outcome.NOT_RECEIVED, Outcome.UNKNOWN):
                for each in portions:
                    self._batches.settle(each, Result(Outcome.NOT_RECEIVED))
                return self._pause(result)
        self._failures = 0
        return 0.0

    async def _delivered(self, portion: Sequence[Taken]) -> Result:
        try:
            return await self._deliver([each.entry for each in portion])
        except Exception as error:  # of a function that others have given
            _log.exception("What delivers events has failed, by its own fault.")
            return Result(Outcome.UNKNOWN, type(error).__name__)
        except BaseException as error:
            self._batches.settle(portion, error.result if isinstance(error, Interrupted) else Result(Outcome.UNKNOWN))
            raise

    def _pause(self, result: Result) -> float:
        """Longer and longer, by chance, so that many don't come together; never shorter than the platform asks for."""
        if not self._failures:
            why = in_line(result.reason) or "no answer"
            _log.warning("Events are not delivered now: %s. They are kept, and sent again.", why)
        longest = min(FIRST_PAUSE * 2.0**self._failures, self._settings.backoff)
        self._failures = min(self._failures + 1, 30)
        return max(result.after, longest * (0.5 + random() / 2))  # no secret
