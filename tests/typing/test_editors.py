"""Proves that an editor which runs nothing (jedi, behind IPython, Jupyter and most editors) completes what a program gets."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import jedi  # type: ignore[import-untyped] # its package says nothing of types
import pytest
from promptport_api.promptrails.models import Prompt
from promptport_api.xr2.models import EventResponse

import promptport

from ..conftest import FULL
from .names import ROOMS, answers, exported, public, resources

pytestmark = pytest.mark.one_python("an editor reads it")


@pytest.fixture(scope="module", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of this process: jedi reads what another one has begun to write."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("jedi.settings.cache_directory", str(tmp_path_factory.mktemp("jedi")))
        yield


def completed(program: str) -> set[str]:
    """What may stand at the end of a program."""
    lines = program.splitlines()
    script = jedi.Script(program, environment=jedi.api.environment.SameEnvironment())
    return {each.name for each in script.complete(len(lines), len(lines[-1]))}


def test_the_package() -> None:
    assert public(promptport.__all__) | {*ROOMS} <= completed("import promptport\npromptport.")


def test_what_is_imported_lazily() -> None:
    """Every module, from one text, which is read once; `dir` knows the same."""
    wanted = {f"{name}.": names for name, names in exported().items()}
    lines = [*(f"import {name}" for name in exported()), *wanted]
    script = jedi.Script("\n".join(lines), environment=jedi.api.environment.SameEnvironment())
    assert len(wanted) > 20
    for line, (expression, names) in enumerate(wanted.items(), len(wanted) + 1):
        assert names
        assert names <= {each.name for each in script.complete(line, len(expression))}, expression
        assert names <= {*dir(import_module(expression.rstrip(".")))}, expression


@pytest.mark.parametrize("client", [each for each in resources() if FULL or ".Async" not in each])
def test_the_resources_of_a_client(client: str) -> None:
    """Many from one text, which is read once; what a platform calls deprecated is there, too.

    Those for asyncio are asked for at full size alone: a type checker sees them each time, and both are made by one template.
    """
    every = list(resources()[client].items())
    for begin in range(0, len(every), 16):  # jedi follows no more than so much of one text
        wanted = every[begin : begin + 16]
        lines = [f"import {client.rpartition('.')[0]}", *(f"{expression}." for expression, _ in wanted)]
        script = jedi.Script("\n".join(lines), environment=jedi.api.environment.SameEnvironment())
        for line, (expression, methods) in enumerate(wanted, 2):
            assert methods
            assert methods <= {each.name for each in script.complete(line, len(expression) + 1)}, expression


def test_the_fields_of_an_answer() -> None:
    program = "import promptport\nclient = promptport.promptrails.PromptRails()\nclient.prompts.get('p')."
    assert {each.attribute for each in Prompt.FIELDS} <= completed(program)


def test_the_fields_of_an_answer_that_is_unwrapped() -> None:
    program = (
        "from promptport.xr2.client import xR2Client\nxR2Client().track_event(trace_id='', event_name='').unwrap()."
    )
    assert {each.attribute for each in EventResponse.FIELDS} <= completed(program)


def test_the_fields_of_every_platform() -> None:
    """One answer of each platform; the type checkers are asked for all of them."""
    for module, models in answers().items():
        name, fields = max(models.items(), key=lambda each: len(each[1]))
        assert fields <= completed(f"from {module} import {name}\ndef f(answer: {name}):\n    answer.")


def test_known_values_and_what_is_deprecated_are_shown() -> None:
    """With a signature, and the docstring beside it: units, what is raised, and that there may be an end of it."""
    text = "import promptport.promptic\npromptport.promptic.PrompticClient().list_experiments"
    (found,) = jedi.Script(text).infer(2, len(text.splitlines()[1]))
    assert "Raises:" in found.docstring()
    text = "import promptport.scope\npromptport.scope.client().auth.sdk_token"
    (found,) = jedi.Script(text).goto(2, len(text.splitlines()[1]), follow_imports=True)
    assert "Deprecated: the platform may take it away." in found.docstring()


def test_what_a_prompt_of_any_platform_has() -> None:
    program = "import promptport\nprompt = promptport.Client('xr2').get('welcome')\n"
    assert {"config", "messages", "options", "origin", "render", "variables"} <= completed(f"{program}prompt.")
    assert {"age", "platform", "source"} <= completed(f"{program}prompt.origin.")
    assert {"to_anthropic", "to_openai", "text"} <= completed(f"{program}prompt.render().")


def test_a_prompt_as_a_function() -> None:
    """Its variables, with what they are for, and what is done with the outcome."""
    start = "from promptport import Client\nfrom tests.typing import typed_prompts as prompts\nclient = Client('xr2')\n"
    assert {"mail_bye", "welcome", "MailByeUser"} <= completed(f"{start}prompts.")
    names = {each for each in completed(f"{start}prompts.mail_bye(client, ") if each.endswith("=")}
    assert names == {"class_=", "client=", "first_name=", "user="}
    assert {"to_openai", "text", "origin"} <= completed(f"{start}prompts.welcome(client, customer_name='A').")
    text = f"{start}prompts.welcome"
    (found,) = jedi.Script(text).infer(4, len("prompts.welcome"))
    assert "customer_name: str" in found.docstring()
    assert "How many there were." in found.docstring()
