"""Proves what a deployed prompt of Promptic is in the terms of all platforms."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.platform import Query
from promptport.promptic import PrompticAPIError, PrompticClient
from promptport.promptic.reading import fetched, names
from promptport.testing import Platform
from promptport_local.promptic import settings


def read(platform: Platform, answer: dict[str, Any]) -> Any:
    """What is made of an answer."""
    platform.script("promptic", {"status": 200, "json": answer})
    with PrompticClient(**settings(platform.url("promptic"))) as client:
        prompt = client.get_deployed_prompt("c")
    assert prompt is not None
    return fetched(Query("welcome"), prompt)


def test_messages_and_settings(platform: Platform) -> None:
    messages = [{"role": "system", "content": "S"}, {"role": "user", "content": "{{x}}"}]
    found = read(
        platform, {"prompt": "P", "promptMessages": messages, "model": "m", "provider": None, "iterationId": 7}
    )

    assert [dict(each) for each in found.messages] == messages
    assert (found.name, found.id, found.config) == ("welcome", "7", {"model": "m"})
    assert found.variables is None


@pytest.mark.parametrize(("text", "said"), [("Hi {{x}}", "Hi {{x}}"), ("", "")])
def test_a_prompt_of_one_text(platform: Platform, text: str, said: str) -> None:
    """It is a message of the user."""
    found = read(platform, {"prompt": text, "promptMessages": [], "model": "m", "provider": "openai"})
    assert found.messages == ({"role": "user", "content": said},)
    assert found.id is None


@pytest.mark.parametrize(
    ("form", "kind"), [("single", "text"), ("multi_message", "chat"), ("odd", ""), (None, ""), ([], "")]
)
def test_its_kind(platform: Platform, form: object, kind: str) -> None:
    messages = [{"role": "user", "content": "Hi"}]
    assert read(platform, {"prompt": "Hi", "promptMessages": messages, "promptFormat": form}).kind == kind


def test_what_never_changes(platform: Platform) -> None:
    """Nothing does: there is what is deployed, and no other version."""
    assert not read(platform, {"prompt": "Hi", "model": "m", "provider": "openai"}).fixed


@pytest.mark.parametrize("answer", [
    {}, {"prompt": None, "promptMessages": []}, {"promptMessages": "text"}, {"promptMessages": [{"role": "user"}], "prompt": 3},
])  # fmt: skip
def test_a_prompt_without_a_text(platform: Platform, answer: dict[str, Any]) -> None:
    """The error names the fields that a prompt can't do without."""
    with pytest.raises(
        PrompticAPIError, match="neither `promptMessages`, a list of messages, nor `prompt`, a text"
    ) as caught:
        read(platform, answer)
    assert (caught.value.kind, caught.value.operation) == ("unreadable", "get_deployed_prompt")


def test_names_of_components() -> None:
    """One odd record takes nothing from the others; without a list there is an error that says so."""
    odd: Any = {"data": [{"id": "1", "name": "a"}, {"id": "2", "name": None}, {"name": "b"}, 3, {"id": []}]}
    assert names(odd) == {"1": "a", "2": "2"}
    with pytest.raises(PrompticAPIError, match="no `data`, a list"):
        names({"data": None})  # type: ignore[typeddict-item]
