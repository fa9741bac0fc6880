"""What the tables of faults share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from promptport.testing import FaultProxy, Platform

MOMENT = datetime.now(UTC)


@pytest.fixture(scope="session")
def running_platform() -> Iterator[Platform]:
    """One local platform for all rows. Its clock stands and its ids repeat, so that it returns to its fixture in no time."""
    with Platform(seed=1, now=lambda: MOMENT) as platform:
        yield platform


@pytest.fixture(scope="session")
def running_proxy(running_platform: Platform) -> Iterator[FaultProxy]:
    """One proxy before that platform, since the one of the other tests is before theirs."""
    with FaultProxy(running_platform.url()) as proxy:
        yield proxy
