"""What goes wrong on the way."""

from __future__ import annotations

import asyncio
import pickle
import time

import pytest

from ...errors import CallError
from ...platform import Fetched, Query
from ..proxy import Fault
from ..variants import SECONDS, Example, Variant, faulty
from .checks import unseen
from .fixtures import SuiteFixtures

BUSY = 3.0  # seconds that a busy machine is granted beyond a deadline


class FaultTests(SuiteFixtures):
    """Of connections that break, servers that dawdle, and callers that give up."""

    def test_deadline(self, variant: Variant, example: Example) -> None:
        """However a server dawdles, a fetch ends in time."""
        for fault in (Fault("hang"), Fault("dribble", seconds=0.05)):
            with faulty(example, variant.kind) as (there, proxy):
                if proxy is None:
                    return
                proxy.fault = fault
                began = time.monotonic()
                with pytest.raises(CallError) as caught:
                    there.fetch(Query(example.name), 0.4)
                assert time.monotonic() - began < 0.4 + BUSY
                assert caught.value.kind == "timeout"
                proxy.fault = Fault()
                there.fetch(Query(example.name))

    @pytest.mark.parametrize("kind", ["refuse", "reset", "cut", "hang"])
    def test_errors(self, variant: Variant, example: Example, kind: str) -> None:
        """What goes wrong on the way is a `CallError` that may pass, can be pickled, and shows no secret."""
        with faulty(example, variant.kind) as (there, proxy):
            if proxy is None:
                return
            proxy.fault = Fault(kind)
            with pytest.raises(CallError) as caught:
                there.fetch(Query(example.name), 0.4)
            error = caught.value
            assert error.passing
            assert error.kind in ("connection", "timeout")
            assert error.platform == variant.traits.name
            assert str(pickle.loads(pickle.dumps(error))) == str(error)
            unseen(example, error)
            proxy.fault = Fault()
            there.fetch(Query(example.name))

    def test_cancellation(self, example: Example) -> None:
        """A fetch that is cancelled is cancelled, and harms none of the next ones."""
        with faulty(example, "async") as (variant, proxy):
            if proxy is not None:
                proxy.fault = Fault("delay", seconds=0.05)

            async def cancel() -> list[object]:
                tasks = [asyncio.create_task(variant.source.fetch(Query(example.name), SECONDS)) for _ in range(40)]
                for task in tasks:
                    await asyncio.sleep(0.001)
                    task.cancel()
                return list(await asyncio.gather(*tasks, return_exceptions=True))

            ended = variant.runner.run(cancel())
            assert all(isinstance(each, Fetched | asyncio.CancelledError) for each in ended), ended
            for _ in range(5):
                variant.fetch(Query(example.name))
