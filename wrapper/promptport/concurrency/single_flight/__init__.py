"""One caller does the work; those who ask for the same meanwhile wait for what it gets.

Two forms under the same names: `aio` for tasks, `blocking` for threads.
"""

from __future__ import annotations

from copy import copy

from ...errors import Error


def reraise_copy(error: BaseException) -> BaseException:
    """An error that several callers get, for one of them: each raises its own, so that tracebacks don't mix."""
    if not isinstance(error, Error):
        return error
    made = copy(error)
    made.__cause__ = error.__cause__
    return made
