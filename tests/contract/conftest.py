"""What the tests of the vendors' own clients share as fixtures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .promptrails_clients import Asked, two_platforms


@pytest.fixture(scope="module", params=["blocking", "asyncio"])
def both(request: pytest.FixtureRequest) -> Iterator[list[Asked]]:
    """Two local platforms, asked by PromptRails' own client."""
    with two_platforms(request.param) as asked:
        yield asked
