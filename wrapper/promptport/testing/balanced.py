"""After each test, what it has tracked is accounted for."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from ..outbox.balance import balance


class Balanced:
    """Fails a test after which an event is neither delivered, nor waiting, nor set aside."""

    def __init__(self) -> None:
        balance.watch()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self) -> Generator[None, object, object]:
        """The end of a test, when its fixtures have ended."""
        try:
            return (yield)
        finally:
            found = balance.taken()  # also where something else has failed, so that the next test is not blamed
            if found:
                raise AssertionError(
                    "The books of an outbox don't balance after this test: an event was lost, or counted twice.\n"
                    + "\n".join(found)
                )
