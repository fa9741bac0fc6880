"""Proves that a slip in what is added as data is named, and that then nothing is added."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.scope.backend import Backend

ULID = "01JH8X5G8T3V9QYB2M4N6P7R0S"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"prompt": []}, "scope holds a field"),
        ({"applications": [{}]}, r"scope\.applications\.0\.api_key is required"),
        ({"prompts": [{"name": ""}]}, r"prompts\.0\.name"),
        ({"prompts": [{"name": "p", "id": "prompt_1"}]}, "prompt_ and a ULID, not 'prompt_1'"),
        ({"prompts": [{"name": "p", "id": f"prompt_{ULID}"}]}, "another prompt's"),
        ({"prompts": [{"name": "p", "versions": [{"status": "live"}]}]}, "must be one of draft, published, archived"),
        ({"prompts": [{"name": "p", "versions": [{"is_production": True}] * 2}]}, "two versions are in production"),
        ({"prompts": [{"name": "p", "versions": [{"id": "v"}] * 2}]}, "two versions 'v'"),
        (
            {"prompts": [{"name": "p", "versions": [{"status": "draft", "is_production": True}]}]},
            "in production and not published",
        ),
        ({"prompts": [{"name": "p", "versions": [{"created_at": "soon"}]}]}, "created_at must be a moment"),
        ({"prompts": [{"name": "p", "versions": [{"variables": [1]}]}]}, r"variables\.0 must be string"),
        ({"versions": [{"prompt": "nothing"}]}, "has no prompt 'nothing'"),
        ({"promote": [{"prompt": "my-prompt"}]}, "version_id is required"),
        ({"revoke": "some"}, "none of the kinds"),
        ({"expire": ["unknown"]}, "not issued here"),
        ({"options": {"expires_in": -1}}, "expires_in"),
        ({"options": {"spelling": "perl"}}, "must be one of both, python, ruby"),
    ],
)
def test_a_slip_is_named_and_adds_nothing(scope: Backend, data: dict[str, Any], text: str) -> None:
    before = scope.state()
    with pytest.raises(ValueError, match=text):
        scope.seed({"applications": [{"api_key": "new", "api_secret": "s"}], **data})
    assert scope.state() == before
