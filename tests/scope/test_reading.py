"""Proves what a version of Scope is in the terms of all platforms."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import CallError, NotSupported
from promptport.platform import Query, Variable
from promptport.scope.errors import NotFoundError
from promptport.scope.models import PromptVersion
from promptport.scope.reading import fetched, identity, is_own_404


def version(**more: Any) -> PromptVersion:
    """A version as Scope answers it."""
    return PromptVersion.from_dict(
        {"id": "version-2", "prompt_id": "p-1", "version_number": 2, "status": "published", "content": "Hi", **more}
    )


def test_a_version_is_named_by_an_id() -> None:
    assert identity(Query("p")) is None
    assert identity(Query("p", "version-1")) == "version-1"
    with pytest.raises(NotSupported, match="by its id, such as 'version-123', not by a number: 3"):
        identity(Query("p", 3))


@pytest.mark.parametrize(
    ("kind", "content", "messages"),
    [
        ("text", "Hi {{x}}", [{"role": "user", "content": "Hi {{x}}"}]),
        ("chat", [{"role": "system", "content": "S"}], [{"role": "system", "content": "S"}]),
        ("chat", '[{"role": "system", "content": "S"}]', [{"role": "system", "content": "S"}]),
        ("chat", "no JSON", [{"role": "user", "content": "no JSON"}]),
        ("text", None, [{"role": "user", "content": ""}]),
    ],
)
def test_messages(kind: str, content: Any, messages: list[dict[str, str]]) -> None:
    """A chat is a list, or its JSON; a text is one message of the user."""
    assert list(fetched(Query("p"), version(prompt_type=kind, content=content)).messages) == messages


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"prompt_type": "text", "is_production": True, "tags": ["a", "b"]}, ("text", ("production",), ("a", "b"))),
        ({"prompt_type": "chat", "is_production": False, "tags": None}, ("chat", (), ())),
        ({"prompt_type": "odd", "tags": "ab"}, ("", (), ())),
        ({"prompt_type": 3, "tags": [1, "a"]}, ("", (), ("a",))),
    ],
)
def test_what_else_it_tells(more: dict[str, Any], told: tuple[object, ...]) -> None:
    """Its kind, whether it is in production, and its tags; what is odd is left out."""
    found = fetched(Query("p"), version(content="x", **more))
    assert (found.kind, found.labels, found.tags) == told


@pytest.mark.parametrize(("declared", "variables"), [(None, None), ([], ()), (["a"], (Variable("a"),))])
def test_what_is_declared(declared: Any, variables: Any) -> None:
    """Nothing declared is another thing than no declarations."""
    assert fetched(Query("p"), version(content="x", variables=declared)).variables == variables


@pytest.mark.parametrize(
    ("query", "live", "label"),
    [
        (Query("p"), False, "production"),
        (Query("p", label="latest"), True, "latest"),
        (Query("p", "version-2"), True, "production"),
        (Query("p", "version-2"), False, None),
    ],
)
def test_its_label(query: Query, live: bool, label: str | None) -> None:
    assert fetched(query, version(content="x", is_production=live)).label == label


@pytest.mark.parametrize(
    ("details", "own"),
    [
        ({"error": {"code": "prompt_not_found"}}, True),
        ({"error": {"code": "version_not_found", "message": "gone"}}, True),
        ({"error": {"code": "no_production_version"}}, True),
        ({"error": {"code": "not_found", "message": "There is no such prompt."}}, True),
        ({"error": "Prompt not found"}, True),
        ({"message": "The version does not exist."}, True),
        ({"error": {"code": "not_found", "message": "There is nothing at this path."}}, False),
        ({"error": {"code": 404, "message": "Not Found"}}, False),
        ({"message": "Not Found"}, False),
        ({"message": "no Route matched with those values"}, False),
        ({"statusCode": 404, "message": "Cannot GET /api/v1/prompts/version-1/latest", "error": "Not Found"}, False),
        ({"error": {}}, False),
        ({"detail": "no prompt"}, False),
        (None, False),
        ([], False),
    ],
)
def test_whose_404_it_is(details: Any, own: bool) -> None:
    """Whatever else answers at the address has other words for it."""
    error = NotFoundError("no")
    error.details = details
    assert is_own_404(error) is own


@pytest.mark.parametrize("content", [7, {"a": 1}, True])
def test_what_a_prompt_cannot_be_made_without(content: Any) -> None:
    """The error names the field, which is missing or of another kind; other odd fields are left out of the prompt."""
    for record in ({"prompt_id": "p"}, {"prompt_id": "p", "content": content}):
        with pytest.raises(CallError, match="`content` must be a text, or a list of messages") as caught:
            fetched(Query("p"), PromptVersion.from_dict(record))
        assert (caught.value.kind, caught.value.platform) == ("unreadable", "scope")
    found = fetched(Query("p"), version(variables={"a": 1}, metadata=[1]))
    assert (found.variables, found.config) == (None, {})
    assert fetched(Query("p"), version(variables=["a", 5])).variables == (Variable("a"),)


@pytest.mark.parametrize(
    ("status", "fixed"), [("published", True), ("archived", True), ("draft", False), (None, False), ([], False)]
)
def test_what_never_changes(status: Any, fixed: bool) -> None:
    """What is no draft; a draft can be edited, and of what says nothing nothing is known."""
    assert fetched(Query("p", "version-2"), version(status=status)).fixed is fixed
