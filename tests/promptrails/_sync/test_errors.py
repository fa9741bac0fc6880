# Made from tests/promptrails/_async/test_errors.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that the errors of PromptRails can be made as documented, and survive pickling."""

from __future__ import annotations

import pickle

from promptport.promptrails import PromptRailsError, ServerError


def test_errors_can_be_made_and_pickled_as_documented() -> None:
    """By position and by name; `details` is never None; a copy says the same."""
    error = ServerError("m", 500, "c", {"a": 1})
    for each in (
        error,
        ServerError(message="m", status_code=500, code="c", details={"a": 1}),
        pickle.loads(pickle.dumps(error)),
    ):
        assert (each.message, each.status_code, each.code, each.details) == ("m", 500, "c", {"a": 1})
    assert (PromptRailsError("m").status_code, PromptRailsError("m").details) == (0, {})
