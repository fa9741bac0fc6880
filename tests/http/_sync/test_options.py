# Made from tests/http/_async/test_options.py by `python tools/unasync.py`: change that file, never this one.
"""Proves how a client's options are checked, what follows from them, and what `with_options` changes."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import ConfigurationError
from promptport.http.options import Options
from promptport.xr2 import xR2Client


def test_deadline_of_a_call() -> None:
    """All attempts together take `timeout * (retries + 1)`, and 60 seconds at the most, unless one may take longer."""
    deadlines = {
        (timeout, retries): xR2Client("k", timeout=timeout, total_retries=retries)._pipeline.options.deadline
        for timeout, retries in ((10, 3), (10, 9), (90, 3), (0.5, 0))
    }
    assert deadlines == {(10, 3): 40, (10, 9): 60, (90, 3): 90, (0.5, 0): 0.5}


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": 0}, {"timeout": "x"}, {"total_retries": -1}, {"total_retries": 1.5}, {"backoff_factor": float("nan")},
        {"timeout": True}, {"proxy": 5}, {"verify": 5}, {"hooks": 5}, {"hooks": [5]}, {"transport": "httpx"},
    ],
)  # fmt: skip
def test_options_out_of_bounds(options: dict[str, Any]) -> None:
    """An option that makes no sense is refused by name when the client is built."""
    with pytest.raises(ConfigurationError, match=next(iter(options))):
        xR2Client("k", **options)


def test_what_is_changed_and_what_stays() -> None:
    """Headers come on top of those that are there; a deadline follows from timeout and retries, unless it is given."""
    options = Options.checked(timeout=2, retries=1, factor=0.5, hosts={})
    other = options.changed(retries=3, headers={"X-A": "1", "X-B": "2"}).changed(headers={"x-a": "3"})

    assert (other.timeout, other.policy.retries, other.policy.factor, other.deadline) == (2, 3, 0.5, 8)
    assert dict(other.headers) == {"x-a": "3", "x-b": "2"}
    assert other.changed(timeout=1).deadline == 4
    assert other.changed(deadline=1.5).deadline == 1.5
    assert (options.policy.retries, options.headers) == (1, ())


def test_retries_by_their_documented_name() -> None:
    """The error has the name under which the caller knows it."""
    with pytest.raises(ConfigurationError, match="`total_retries` must be a whole number"):
        Options.checked(timeout=1, retries=1.5, factor=1, hosts={}, named="total_retries")  # type: ignore[arg-type]
