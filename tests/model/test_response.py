"""Proves that the outcome of a call as a value is as true as the call was good, and unwraps to the answer or the error."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

import promptport.xr2
import promptport.xr2.models
from promptport.model import Result
from promptport.xr2 import APIError

from .things import Part


def test_success() -> None:
    result = Result(Part.from_dict({"partName": "p"}))
    assert result.ok
    assert result
    assert result.unwrap().part_name == "p"
    assert result.to_dict() == {"ok": True, "data": {"partName": "p"}}
    assert json.loads(repr(result)) == result.to_dict()


def test_success_without_an_answer_is_true_too() -> None:
    assert Result(status_code=204)
    assert Result[Any](status_code=204).unwrap() is None


def test_failure() -> None:
    """False, shown with what went wrong, and `unwrap` raises the error of the call."""
    error = APIError("broken", status_code=503)
    result: Result[Any] = Result(error="broken", status_code=503, exception=error)
    assert not result
    assert not result.ok
    assert result.to_dict() == {"ok": False, "error": "broken", "status_code": 503}
    with pytest.raises(APIError) as caught:
        result.unwrap()
    assert caught.value is error


def test_failure_without_an_exception() -> None:
    """As made by hand in an application's tests."""
    with pytest.raises(RuntimeError, match="broken"):
        Result[Any](error="broken").unwrap()


def test_its_documented_name() -> None:
    """xR2 documents it as `Response`, which says of itself what the documented one says; pickles hold."""
    assert promptport.xr2.Response is promptport.xr2.models.Response
    assert issubclass(promptport.xr2.Response, Result)
    twin = pickle.loads(pickle.dumps(promptport.xr2.Response({"a": 1}, status_code=200)))
    assert isinstance(twin, promptport.xr2.Response)
    assert repr(twin) == '{\n  "ok": true,\n  "data": "{\'a\': 1}"\n}'
