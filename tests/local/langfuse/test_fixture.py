"""Proves that what is there at the beginning could have been made by calls, and is what documents use."""

from __future__ import annotations

from promptport_local.langfuse.backend import Backend
from promptport_local.langfuse.fixture import FIXTURE

from .conftest import create, labels


def test_every_prompt_can_be_made_and_read(langfuse: Backend) -> None:
    for prompt in sorted(FIXTURE["prompts"], key=lambda each: "@@@" in str(each)):
        name = f"{prompt['name']}-again"
        for version in prompt["versions"]:
            create(langfuse, name, version["prompt"], labels=version.get("labels", []))
        assert langfuse.get(name)["prompt"] == langfuse.get(prompt["name"])["prompt"]
        assert labels(langfuse, name) == labels(langfuse, prompt["name"])


def test_the_prompt_that_all_platforms_have(langfuse: Backend) -> None:
    assert langfuse.get("welcome")["prompt"].count("{{") == 2
    assert {each["name"] for each in langfuse.get("support-chat")["prompt"] if "name" in each} == {
        "examples",
        "history",
    }
