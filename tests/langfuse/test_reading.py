"""Proves what is read from a version of Langfuse's, and what it can't do without."""

from __future__ import annotations

from typing import Any

import pytest
from promptport_api.langfuse.models import Prompt as Version

from promptport.errors import CallError
from promptport.langfuse.reading import fetched, score_of
from promptport.platform import Fetched, Query
from promptport.prompt.prompt import Prompt

GRAPH = {"root": {"id": "v", "name": "greeting", "version": 1}, "dependencies": {}}


def read(**fields: Any) -> Fetched:
    """A version of these fields."""
    good = {"name": "p", "version": 1, "type": "text", "prompt": "Hi {{name}}", "config": {}, "labels": [], "tags": []}
    return fetched(Query("p"), Version.from_dict({**good, **fields}))


def test_a_text() -> None:
    found = read(commitMessage="c", labels=["production", "latest"], tags=["a"], id="v", config={"model": "m"})
    assert found == Fetched(
        "p", ({"role": "user", "content": "Hi {{name}}"},), None, "any", 1, "production", "v", {"model": "m"}, kind="text",
        labels=("production", "latest"), tags=("a",), note="c",
        attributes={"langfuse.observation.prompt.name": "p", "langfuse.observation.prompt.version": 1},
    )  # fmt: skip


def test_a_chat() -> None:
    """Places for messages have names; whoever speaks, it is a message."""
    found = read(
        type="chat",
        prompt=[
            {"role": "system", "content": "Be kind."},
            {"type": "placeholder", "name": "examples"},
            {"name": "history"},
            {"type": "placeholder", "role": "user", "content": "{{q}}", "name": "n"},
        ],
    )
    assert found.kind == "chat"
    prompt = Prompt.of(found, "langfuse", "network")
    assert (prompt.places, [each.name for each in prompt.variables]) == (("examples", "history"), ["q"])
    said = [{"role": "user", "content": "{{a}}"}]
    rendered = prompt.options(history={"examples": said, "history": []}).render(q="Why?")
    assert [each.content for each in rendered.messages] == ["Be kind.", "{{a}}", "Why?"]
    assert read(type="chat", prompt=[]).messages == ()


@pytest.mark.parametrize("graph", [None, GRAPH])
def test_no_number_is_for_ever(graph: object) -> None:
    """What a text refers to may change, and the number of a version that was deleted is given out again."""
    assert read(resolutionGraph=graph).fixed is False


@pytest.mark.parametrize("config", [[1, 2], "text", 3.5, False, {"a": None}])
def test_any_config(config: object) -> None:
    assert read(config=config).config == config


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"prompt": None}, "`prompt` must be a text or a list, it is missing"),
        ({"prompt": {"a": 1}}, "`prompt` must be a list, found an object"),
        ({"prompt": ["x"]}, "`prompt` must be a list of objects"),
        ({"prompt": [{"content": "c"}]}, "`role` must be a text, it is missing"),
        ({"prompt": [{"role": 3, "content": "c"}]}, "`role` must be a text, found a int"),
        ({"prompt": [{"role": "user"}]}, "`content` must be a text, it is missing"),
        ({"prompt": [{"role": "user", "content": ["c"]}]}, "`content` must be a text, found a list"),
        ({"prompt": [{"type": "placeholder"}]}, "`role`"),
        ({"version": "1"}, "`version` must be a number, found a str"),
        ({"version": True}, "`version` must be a number"),
    ],
)
def test_what_a_prompt_needs(fields: dict[str, Any], words: str) -> None:
    """The error names it."""
    with pytest.raises(CallError) as caught:
        read(**fields)
    assert words in str(caught.value)
    assert caught.value.kind == "unreadable"


def test_odd_facts_harm_nothing() -> None:
    """What a prompt can do without is left out."""
    found = read(labels="production", tags=[1, "a"], commitMessage=3, id=["v"], config=None, type="other")
    assert (found.labels, found.tags, found.note, found.id, found.config, found.kind) == (
        (),
        ("a",),
        "",
        None,
        {},
        "text",
    )


def test_scores() -> None:
    """A truth value is a number there, of a type of its own."""
    assert score_of("t", "n", True, None) == {"name": "n", "value": 1, "traceId": "t", "dataType": "BOOLEAN"}
    assert score_of("t", "n", 1, "c") == {"name": "n", "value": 1, "traceId": "t", "comment": "c"}
