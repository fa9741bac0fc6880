# Made from tests/promptrails/_async/test_errors.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that the errors of PromptRails can be made as documented, and survive pickling."""

from __future__ import annotations

import pickle

import pytest

from promptport.promptrails import PromptRailsError, ServerError, exceptions


def test_errors_can_be_made_and_pickled_as_documented() -> None:
    """By position and by name; `details` is never None; a copy says the same."""
    error = ServerError("m", 500, "c", {"a": 1})
    for each in (
        error,
        ServerError(message="m", status_code=500, code="c", details={"a": 1}),
        pickle.loads(pickle.dumps(error)),
    ):
        assert (each.message, each.status_code, each.code, each.details) == ("m", 500, "c", {"a": 1})
    made = PromptRailsError("m")
    assert (str(made), made.args, vars(made)["status_code"], made.code) == ("m", ("m",), None, None)
    assert made.details == {}
    assert (made.passing, made.refused) == (False, False)


@pytest.mark.parametrize(
    ("status", "body", "kind", "message", "code"),
    [
        (400, {"error": {"message": "bad", "code": "c", "details": {"a": 1}}}, "ValidationError", "bad", "c"),
        (401, {"error": "no"}, "UnauthorizedError", "no", None),
        (404, {"message": "gone"}, "NotFoundError", "gone", None),
        (500, {}, "ServerError", "Unknown error", None),
        (409, {"error": None}, "PromptRailsError", "Unknown error", None),
    ],
)
def test_an_answer_s_error_is_raised(
    status: int, body: dict[str, object], kind: str, message: str, code: str | None
) -> None:
    """`raise_for_status` has the class of a call's error; a success passes."""
    with pytest.raises(PromptRailsError) as caught:
        exceptions.raise_for_status(status, body)
    assert type(caught.value) is getattr(exceptions, kind)
    assert (caught.value.message, caught.value.status_code, caught.value.code) == (message, status, code)
    exceptions.raise_for_status(204, {"error": "none"})
