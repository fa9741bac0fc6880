"""Which writes of a file may be sent twice."""

from __future__ import annotations

from ..model import Request


def by_mode(request: Request) -> Request:
    """A write that may be sent again where it overwrites, and only there: the same PUT appends in its other mode."""
    if request.arguments["mode"] not in (None, "overwrite"):
        return request
    return request._replace(operation=request.operation._replace(repeatable=True))
