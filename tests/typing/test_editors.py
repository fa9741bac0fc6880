"""Proves that an editor which runs nothing (jedi, behind IPython, Jupyter and most editors) completes what a program gets."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from importlib import import_module

import jedi  # type: ignore[import-untyped] # its package says nothing of types
import pytest
from promptport_api.promptrails.models import Prompt
from promptport_api.xr2.models import EventResponse

import promptport
from promptport.promptrails import PromptRails

pytestmark = pytest.mark.one_python("an editor reads it")

ROOMS = ("files", "promptic", "promptrails", "scope", "testing", "xr2")
MODULES = ("promptic.client", "promptic.models", "promptrails.client", "promptrails.types", "xr2.client")


def completed(program: str) -> set[str]:
    """What may stand at the end of a program."""
    lines = program.splitlines()
    script = jedi.Script(program, environment=jedi.api.environment.SameEnvironment())
    return {each.name for each in script.complete(len(lines), len(lines[-1]))}


def public(names: Iterable[str]) -> set[str]:
    """Those names that are for users."""
    return {each for each in names if not each.startswith("_")}


def test_the_package() -> None:
    assert public(promptport.__all__) | {*ROOMS} <= completed("import promptport\npromptport.")


@pytest.mark.parametrize("name", [*ROOMS, *MODULES])
def test_a_room(name: str) -> None:
    wanted = public(import_module(f"promptport.{name}").__all__)
    assert wanted
    assert wanted <= completed(f"import promptport.{name}\npromptport.{name}.")


def test_the_resources_of_a_client() -> None:
    methods = public(name for name, _ in inspect.getmembers(type(PromptRails("k").prompts), inspect.isfunction))
    assert {"create_version", "iter", "list"} <= methods
    assert methods <= completed(
        "from promptport.promptrails import PromptRails\nclient = PromptRails()\nclient.prompts."
    )


def test_the_fields_of_an_answer() -> None:
    program = "import promptport\nclient = promptport.promptrails.PromptRails()\nclient.prompts.get('p')."
    assert {each.attribute for each in Prompt.FIELDS} <= completed(program)


def test_the_fields_of_an_answer_that_is_unwrapped() -> None:
    program = (
        "from promptport.xr2.client import xR2Client\nxR2Client().track_event(trace_id='', event_name='').unwrap()."
    )
    assert {each.attribute for each in EventResponse.FIELDS} <= completed(program)


def test_what_a_prompt_of_any_platform_has() -> None:
    program = "import promptport\nprompt = promptport.Client('xr2').get('welcome')\n"
    assert {"config", "messages", "options", "origin", "render", "variables"} <= completed(f"{program}prompt.")
    assert {"age", "platform", "source"} <= completed(f"{program}prompt.origin.")
    assert {"to_anthropic", "to_openai", "text"} <= completed(f"{program}prompt.render().")
