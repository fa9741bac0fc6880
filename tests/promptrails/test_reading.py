"""Proves what a version of PromptRails is in the terms of all platforms, and which one a query means."""

from __future__ import annotations

from typing import Any

import pytest
from promptport_api.promptrails.models import Prompt, PromptVersion

from promptport.errors import CallError, NotFound
from promptport.platform import Query, Variable
from promptport.promptrails import NotFoundError, PromptRailsError
from promptport.promptrails.reading import chosen, fetched, is_own_404, is_unknown_path, kind_of, names


def version(id: str = "1", **more: Any) -> PromptVersion:
    """A version as PromptRails answers it."""
    return PromptVersion.from_dict({"id": id, "user_prompt": "Hi", **more})


VERSIONS = [version("a", version="1.0.0"), version("b", version="2.0.0", is_current=True), version("c")]


@pytest.mark.parametrize(("asked", "id"), [(None, "b"), ("1.0.0", "a"), ("c", "c"), ("b", "b")])
def test_the_version_of_a_query(asked: str | None, id: str) -> None:
    """The current one, or the one of this label or id."""
    assert chosen(Query("p", asked), VERSIONS).id == id


@pytest.mark.parametrize(
    ("asked", "versions", "told"),
    [
        ("3", VERSIONS, "no version '3'; there are 1.0.0, 2.0.0, c"),
        (None, VERSIONS[:1], "no current version"),
        (None, [], "none"),
    ],
)
def test_a_version_that_is_not_there(asked: str | None, versions: list[PromptVersion], told: str) -> None:
    with pytest.raises(NotFound, match=told):
        chosen(Query("p", asked), versions)


def test_a_version() -> None:
    """Empty texts are no messages, settings that are null no settings; what the version's own config says wins."""
    schema = {
        "properties": {"name": {"type": "string"}, "tone": {"type": "string", "default": "dry", "description": "How."}},
        "required": ["name"],
    }
    found = fetched(
        Query("p"),
        version(user_prompt="Hi {{name}}", system_prompt="", temperature=0.5, config={"a": 1}, input_schema=schema),
    )

    assert found.messages == ({"role": "user", "content": "Hi {{name}}"},)
    assert found.variables == (
        Variable("name", "string", True, None, ""),
        Variable("tone", "string", False, "dry", "How."),
    )
    assert found.config == {"temperature": 0.5, "a": 1}


@pytest.mark.parametrize("schema", [None, {}, {"properties": []}, [], "text", [{"properties": {}}]])
def test_without_a_schema_nothing_is_declared(schema: Any) -> None:
    assert fetched(Query("p"), version(user_prompt="Hi", input_schema=schema)).variables is None


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"id": "v"}, "`system_prompt` or `user_prompt` must be a text, it is missing"),
        ({"id": "v", "user_prompt": ["Hi"]}, "`user_prompt` must be a text, found a list"),
        ({"id": "v", "user_prompt": "Hi", "system_prompt": 7}, "`system_prompt` must be a text, found a int"),
        ({"user_prompt": "Hi"}, "`id` must be a number or a name, it is missing"),
        ({"user_prompt": "Hi", "version": []}, "`version` must be a number or a name|`id` must be"),
    ],
)
def test_what_a_prompt_cannot_be_made_without(record: dict[str, Any], field: str) -> None:
    """The error names the field; whatever else is odd is left out of the prompt."""
    with pytest.raises(CallError, match=field) as caught:
        fetched(Query("p"), PromptVersion.from_dict(record))
    assert (caught.value.kind, caught.value.platform) == ("unreadable", "promptrails")


def test_odd_records() -> None:
    """One among the versions is no version, and one among the prompts no prompt: the others are found."""
    odd: list[Any] = [None, "text", [], version([], is_current="yes")]  # type: ignore[arg-type] # an odd id
    assert chosen(Query("p"), [*odd, *VERSIONS]).id == "b"
    assert fetched(Query("p"), version("v", config=["x"], temperature=[1])).config == {"temperature": [1]}
    prompts = [
        *odd,
        *(Prompt.from_dict(each) for each in ({"id": 5}, {}, {"id": "a", "name": None}, {"id": "b", "name": "n"})),
    ]
    assert names(prompts) == {"a": "a", "b": "n"}


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (True, {"data_type": "boolean", "bool_value": True}),
        ("good", {"data_type": "categorical", "string_value": "good"}),
        (1, {"data_type": "numeric", "value": 1.0}),
    ],
)
def test_the_kinds_of_a_score(value: float | str | bool, sent: dict[str, Any]) -> None:
    assert kind_of(value) == sent


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ('{"error": {"code": "not_found", "message": "No."}}', True),
        ('{"error": {"code": "prompt_not_found"}}', True),
        ('{"error": "Prompt not found"}', True),
        ('{"message": "Not Found"}', False),
        ('{"error": {"code": 404, "message": "No prompt."}}', False),
        ('{"error": {"code": "ResourceNotFound"}}', False),
        ('{"error": "Not Found", "path": "/api/v1/prompts/prompt"}', False),
        ("<title>No prompt</title>", False),
        ("[]", False),
        ("", False),
        (None, False),
    ],
)
def test_whose_404_it_is(body: str | None, own: bool) -> None:
    """PromptRails' own has its code, or says what is missing under `error`; of a path it speaks under `message`."""
    error = NotFoundError("no")
    error.body = body
    assert is_own_404(error) is own


@pytest.mark.parametrize(
    ("status", "body", "unknown"),
    [
        (404, '{"message": "Not Found"}', True),
        (405, '{"message": "Method Not Allowed"}', True),
        (410, '{"message": "Gone"}', True),
        (404, '{"error": {"code": "not_found", "message": "Trace not found"}}', False),
        (404, '{"error": "Trace not found", "message": "Trace not found"}', False),
        (500, '{"message": "Internal Server Error"}', False),
        (404, "<html>Not Found</html>", False),
        (404, "[]", False),
        (404, '{"message": 3}', False),
        (404, None, False),
    ],
)
def test_a_path_that_the_server_does_not_know(status: int, body: str | None, unknown: bool) -> None:
    """PromptRails' framework says so under `message`; whatever else answers is no proof that an operation has gone."""
    error = PromptRailsError("no", status)
    error.body = body
    assert is_unknown_path(error) is unknown


@pytest.mark.parametrize(("asked", "fixed"), [("a", True), ("1.0.0", False), (None, False)])
def test_what_never_changes(asked: str | None, fixed: bool) -> None:
    """A version by its id; two may have the same name."""
    assert fetched(Query("p", asked), VERSIONS[0]).fixed is fixed
