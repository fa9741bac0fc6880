"""Proves how uploads fail, and how they are sent."""

from __future__ import annotations

import pickle

from promptport.errors import CallError
from promptport.promptic.artifacts.uploading import UploadError, is_settled, road


def test_what_would_fare_no_better() -> None:
    assert all(map(is_settled, (CallError("", kind="connection"), CallError("", kind="timeout"), CallError("", 401))))
    assert not any(map(is_settled, (CallError("", 404), CallError("", 503), CallError("", kind="unreadable"))))


def test_an_error_that_is_a_runtime_error() -> None:
    error = UploadError("a", CallError("b", kind="timeout"))
    assert isinstance(error, RuntimeError)
    assert (error.unreachable, UploadError("a").unreachable, str(pickle.loads(pickle.dumps(error)))) == (
        True,
        False,
        "a",
    )


def test_the_road_shows_no_key() -> None:
    rules, options = road("pk_planted_0123456789", "http://127.0.0.1:1")
    assert "pk_planted" not in repr((rules, options))
    assert (options.timeout, options.policy.retries, options.host("https://promptic.eu")) == (
        30.0,
        2,
        "http://127.0.0.1:1",
    )
