"""What differs for blocking clients: what an application has brought works in threads, and so does a mock."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections.abc import Callable
from typing import Any

from ...http.mocks import ASYNC, SYNC, mocked_by
from ..keyless import Keyless
from ..opening import Opening
from .destination import Variant
from .sources import InThreads


def _opened(opening: Opening) -> Any:
    return opening.variant(opening.registration.sync, Keyless)


def _in_threads(source: Any, loop: Callable[[], AbstractEventLoop | None]) -> InThreads:
    return InThreads(source)


VARIANT = Variant(_opened, _in_threads, InThreads, mocked_by(SYNC), mocked_by(SYNC, ASYNC))
