"""Proves what a response of xR2 says of itself."""

from __future__ import annotations

import json
import pickle

from promptport.model import Result
from promptport.xr2 import Response
from promptport.xr2.models import PromptContentResponse

from .test_base_model import PROMPT


def test_a_response_as_a_dictionary() -> None:
    """The documented names, with null; its text is the same as JSON."""
    response = Response(PromptContentResponse.from_dict(PROMPT))

    told = response.to_dict()
    assert told["ok"] is True
    assert (told["data"]["user_prompt"], told["data"]["prompt_model_config"]) == (None, {"a": 1})
    assert json.loads(repr(response)) == told
    assert Response("text").to_dict() == {"ok": True, "data": "text"}


def test_a_failure() -> None:
    """Its status is there; it is false; and it can be sent to another process."""
    response: Response[object] = Response(error="no", status_code=404)

    assert response.to_dict() == {"ok": False, "error": "no", "status_code": 404}
    assert not response
    assert isinstance(response, Result)
    assert pickle.loads(pickle.dumps(response)).status_code == 404
