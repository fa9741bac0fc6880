"""What differs for clients of asyncio: what an application has brought works in its event loop."""

from __future__ import annotations

from typing import Any

from ...http.mocks import ASYNC, mocked_by
from ..keyless import AsyncKeyless
from ..opening import Opening
from .destination import Variant
from .sources import InLoop


def _opened(opening: Opening) -> Any:
    return opening.variant(opening.registration.async_, AsyncKeyless)


def _itself(source: Any) -> Any:
    return source


VARIANT = Variant(_opened, InLoop, _itself, mocked_by(ASYNC), mocked_by(ASYNC))
