"""Proves that the documented names of PromptRails' objects and resources are there, each the one of the contract."""

from __future__ import annotations

import pytest
from promptport_api.promptrails import models

from promptport.promptrails import async_client, client, resources, types, version_config
from promptport.promptrails.version_config import InstallMCPTemplateRequest


@pytest.mark.parametrize("name", vars(types)["__all__"])
def test_an_object(name: str) -> None:
    """Lazily, and the same one as in answers."""
    expected = getattr(version_config, name, None) or getattr(models, name)
    assert getattr(types, name) is expected


def test_a_name_that_there_is_not() -> None:
    with pytest.raises(AttributeError):
        _ = types.Agnet  # type: ignore[attr-defined] # that is the point


def test_the_clients_of_the_submodules() -> None:
    assert client.PromptRails.__name__ == "PromptRails"
    assert async_client.AsyncPromptRails.__name__ == "AsyncPromptRails"


def test_every_resource_is_in_both_worlds() -> None:
    names = set(resources.__all__)
    assert {name.removeprefix("Async") for name in names} == {name for name in names if not name.startswith("Async")}
    assert {f"Async{name}" for name in names if not name.startswith("Async")} < names


def test_a_request_from_a_dict() -> None:
    """What it doesn't know it passes over, as the documented one does; what is sent is what came in."""
    made = InstallMCPTemplateRequest.from_dict({"name": "n", "parameters": {"k": "v"}, "more": 1})
    assert (made, made.to_dict()) == (
        InstallMCPTemplateRequest("n", {"k": "v"}),
        {"name": "n", "parameters": {"k": "v"}},
    )
