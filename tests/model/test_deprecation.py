"""Proves that what is deprecated says so to type checkers, and warns nobody at run time."""

from __future__ import annotations

import warnings

from promptport.model import deprecated


def test_nobody_is_warned() -> None:
    """A program that makes errors of its warnings goes on; the mark is there for tools."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        @deprecated("Use b.")
        def a() -> int:
            """What it does."""
            return 1

        @deprecated("Use B.")
        class A:
            """What it is."""

        assert a() == 1
        assert isinstance(A(), A)
    assert (a.__deprecated__, A.__deprecated__) == ("Use b.", "Use B.")  # type: ignore[attr-defined]
    assert (a.__doc__, a.__name__) == ("What it does.", "a")
