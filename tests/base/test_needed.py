"""Proves that what a prompt can't be made without is named where it is missing; each room's test_reading.py tests its own."""

from __future__ import annotations

from typing import Any

import pytest
from promptport_api.promptrails.models import PromptPage, PromptVersion

from promptport.base.needed import Needed
from promptport.errors import CallError

NEEDED = Needed("p", "prompts_get")
ROLES = {"system_prompt": "system", "user_prompt": "user"}


def test_texts() -> None:
    """Those that came, in their order; null is none."""
    version = PromptVersion.from_dict({"user_prompt": "U", "system_prompt": None})
    assert NEEDED.texts(version, {"user_prompt": "user"}) == ({"role": "user", "content": "U"},)
    assert NEEDED.texts(version, ROLES)[1:] == ({"role": "user", "content": "U"},)


@pytest.mark.parametrize("found", [None, "", True, [], {}, 1.5])
def test_a_version_has_a_number_or_a_name(found: Any) -> None:
    """The error has platform, operation and kind, and what to do."""
    with pytest.raises(CallError, match="`version` must be a number or a name") as caught:
        NEEDED.number(PromptVersion.from_dict({"version": found}), "version")
    error = caught.value
    assert (error.platform, error.operation, error.kind) == ("p", "prompts_get", "unreadable")
    assert "Check that the address" in str(error)
    assert NEEDED.number(PromptVersion.from_dict({"version": 3}), "version") == 3


@pytest.mark.parametrize(
    ("tasks", "what"),
    [
        ({}, "`data` must be a list, it is missing"),
        ({"data": {}}, "`data` must be a list, found an object"),
        ({"data": [{}, "x"]}, "`data` must be a list of objects, found a str"),
    ],
)
def test_objects_of_a_list(tasks: dict[str, Any], what: str) -> None:
    """One that is none would be missing from what a model is sent."""
    with pytest.raises(CallError, match=what):
        NEEDED.records(PromptPage.from_dict(tasks), "data")
    (found,) = NEEDED.records(PromptPage.from_dict({"data": [{"id": "p"}]}), "data")
    assert found.id == "p"
