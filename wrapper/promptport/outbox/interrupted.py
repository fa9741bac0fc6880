"""A delivery that was cancelled, and tells what had become of its portion by then."""

from __future__ import annotations

from asyncio import CancelledError

from .result import Result


class Interrupted(CancelledError):
    """What a delivery raises in place of the cancellation that ended it, where it knows more than that.

    Args:
        result: What has become of the portion.
    """

    def __init__(self, result: Result) -> None:
        super().__init__()
        self.result = result
