"""Whether a test mocks HTTP: what it is to see goes out while it looks, and nothing else then."""

from __future__ import annotations

import sys
from collections.abc import Callable

SYNC, ASYNC = "promptport.http.blocking", "promptport.http.aio"  # the engines, of which a client has imported its own


def mocked_by(*engines: str) -> Callable[[str], bool]:
    """Answers what tells whether a mock sees the requests of engines to an address.

    That raises ConfigurationError where a mock is at work that would not see them.

    Args:
        engines: The modules of the engines.
    """

    def mocked(url: str) -> bool:
        for each in engines:
            mocks = getattr(
                sys.modules.get(each), "mocks", None
            )  # none yet where another thread imports it at this moment
            if mocks is not None and mocks.library(url) is not None:
                return True
        return False

    return mocked
