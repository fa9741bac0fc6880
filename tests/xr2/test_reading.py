"""Proves what a version of xR2 is in the terms of all platforms, and when it may answer the next caller."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import ArgumentError, CallError
from promptport.platform import Query, Variable
from promptport.xr2.errors import PromptNotFoundError
from promptport.xr2.models import PromptContentResponse
from promptport.xr2.reading import fetched, is_own_404, number


@pytest.mark.parametrize(("version", "found"), [(None, None), (3, 3), ("3", 3)])
def test_the_number_of_a_version(version: int | str | None, found: int | None) -> None:
    assert number(Query("p", version)) == found


def test_a_version_that_is_no_number() -> None:
    with pytest.raises(ArgumentError, match="xR2 numbers its versions: 'live' is no number"):
        number(Query("p", "live"))


def version(**more: Any) -> PromptContentResponse:
    """A version as xR2 answers it."""
    data = {"slug": "p", "version_number": 2, "status": "testing", "trace_id": "evt_1", "user_prompt": "Hi {name}"}
    return PromptContentResponse.from_dict({**data, **more})


def test_a_version() -> None:
    """Texts that it has not are no messages; what declares no name is no variable."""
    variables = [{"name": "name", "type": "string", "defaultValue": "you", "description": None}, {"type": "string"}]
    found = fetched(Query("p"), version(variables=variables))

    assert found.messages == ({"role": "user", "content": "Hi {name}"},)
    assert found.variables == (Variable("name", "string", False, "you", ""),)
    assert (found.name, found.version, found.label, found.trace, found.syntax) == ("p", 2, "testing", "evt_1", "braces")
    assert found.labels == ("testing",)
    assert fetched(Query("p"), version(status=None)).labels == ()


@pytest.mark.parametrize(
    ("test", "query", "cacheable"),
    [
        (None, Query("p"), True),
        ("t", Query("p"), False),
        ("t", Query("p", 2), True),
        ("t", Query("p", label="draft"), True),
    ],
)
def test_what_a_test_chose_is_for_one_caller(test: str | None, query: Query, cacheable: bool) -> None:
    """An A/B test takes no part where a version or a label was asked for."""
    found = fetched(query, version(ab_test_id=test))
    assert (found.cacheable, found.experiment) == (cacheable, None if cacheable else test)


@pytest.mark.parametrize(
    ("detail", "own"),
    [
        ({"error": "Prompt not found", "message": "No.", "slug": "p"}, True),
        ({"error": "No deployed version found", "available_statuses": ["draft"]}, True),
        ({"error": "Version not found"}, True),
        ({"slug": "p"}, True),
        ({}, False),
        ("Not Found", False),
        ("The owner of the key has no workspace.", False),
        ([{"loc": ["body"]}], False),
        (None, False),
    ],
)
def test_whose_404_it_is(detail: Any, own: bool) -> None:
    """xR2's own is an object; a path that it does not know, and a page, are others'."""
    error = PromptNotFoundError("no")
    error.details = detail
    assert is_own_404(error) is own


@pytest.mark.parametrize(
    ("status", "fixed"),
    [("production", True), ("inactive", True), ("deprecated", True), ("draft", False), ("testing", False)],
)
def test_what_never_changes(status: str, fixed: bool) -> None:
    """What was published; before, it can be edited."""
    assert fetched(Query("p", 2), version(status=status)).fixed is fixed


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"version_number": 1}, "`system_prompt` or `user_prompt` or `assistant_prompt` must be a text, it is missing"),
        ({"version_number": 1, "user_prompt": {}}, "`user_prompt` must be a text, found an object"),
        ({"user_prompt": "Hi"}, "`version_number` must be a number or a name, it is missing"),
        ({"user_prompt": "Hi", "version_number": True}, "`version_number` must be a number or a name, found a bool"),
    ],
)
def test_what_a_prompt_cannot_be_made_without(record: dict[str, Any], field: str) -> None:
    """The error names the field."""
    with pytest.raises(CallError, match=field) as caught:
        fetched(Query("p"), PromptContentResponse.from_dict(record))
    assert (caught.value.kind, caught.value.platform, caught.value.operation) == ("unreadable", "xr2", "get_prompt")


@pytest.mark.parametrize("odd", [None, "text", 7, {"a": 1}, [None, 3, {"name": []}]])
def test_odd_fields(odd: Any) -> None:
    """What else is odd is left out of the prompt, and what says nothing of its state may still change."""
    found = fetched(Query("p"), version(variables=odd, model_config=odd, status=odd))
    assert found.variables == ()
    assert found.config == (odd if isinstance(odd, dict) else {})
    assert found.fixed is isinstance(odd, str)
