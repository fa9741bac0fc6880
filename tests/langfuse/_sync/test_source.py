# Made from tests/langfuse/_async/test_source.py by `python tools/unasync.py`: change that file, never this one.
"""Proves Langfuse as a source of `promptport.Client`: what is asked and sent, and what is made of the answers."""

from __future__ import annotations

from typing import Any

import pytest

import promptport
from promptport.errors import ArgumentError, CallError, NotFound, NotSupported
from promptport.langfuse import BadRequestError, NotFoundError
from promptport.platform import NewVersion, Query, find

from .wire import KEYS, TEXT, Wire

pytestmark = pytest.mark.one_python("JSON is the same on all")
PATH = "/api/public/v2/prompts/mail%2Fwelcome"
NONE = {"message": "Prompt not found", "error": "LangfuseNotFoundError"}


def test_fetch() -> None:
    """By label, by number, or what is in production."""
    wire = Wire(TEXT)
    with wire.source as source:
        for query in (Query("mail/welcome"), Query("mail/welcome", label="latest"), Query("mail/welcome", "3")):
            found = source.fetch(query, 5.0)
            assert (found.version, found.labels) == (3, ("production", "latest"))
            assert found.label == (query.label or "production")
        assert source.traits.labels is None
        assert source.traits.lists
    assert wire.lines == [f"GET {PATH}", f"GET {PATH}?label=latest", f"GET {PATH}?version=3"]


@pytest.mark.parametrize("version", [0, -1, "0", 2**31])
def test_numbers_that_no_version_has(version: int | str) -> None:
    """Langfuse answers to 0 with the version in production: it is not asked."""
    wire = Wire(TEXT)
    with wire.source as source:
        with pytest.raises(NotFound, match="counts from 1"):
            source.fetch(Query("p", version), 5.0)
        with pytest.raises(NotFound):
            source.delete(Query("p", version), 5.0)
        with pytest.raises(ArgumentError, match="is no number"):
            source.fetch(Query("p", "1.0"), 5.0)
    assert wire.seen == []


@pytest.mark.parametrize(
    ("body", "own"),
    [
        (NONE, True),
        ({"message": "Prompt not found: 'p' with label 'production'"}, True),
        ({"message": "Not Found"}, False),
        ({"message": "The prompt was not found", "error": "Not Found"}, False),
        ({"detail": "Not Found"}, False),
        ("Not Found", False),
    ],
)
def test_what_is_not_there(body: Any, own: bool) -> None:
    """Only where Langfuse says so itself; whatever else answers at the address is not believed."""
    with Wire(body, 404).source as source:
        for work in (source.fetch, lambda query, seconds: source.label(query, "a", seconds), source.delete):
            with pytest.raises(NotFound if own else NotFoundError):
                work(Query("p", 1), 5.0)


def test_names() -> None:
    """All pages, of 100; an odd entry harms no other."""
    first = {"data": [{"name": "a"}, {"name": 3}, {}], "meta": {"totalPages": 2}}
    wire = Wire([first, {"data": [{"name": "b/c"}], "meta": {"totalPages": 2}}])
    with wire.source as source:
        assert list(source.names(5.0)) == ["a", "b/c"]
    assert wire.lines == [f"GET /api/public/v2/prompts?page={each}&limit=100" for each in (1, 2)]
    odd: Any
    for odd in ({"data": None, "meta": {"totalPages": 1}}, {"data": [None]}, {"data": {}}):
        with Wire(odd).source as source:
            with pytest.raises(CallError, match="`data` must be a list"):
                source.names(5.0)
    for odd in ({"data": [], "meta": {"totalPages": 9}}, {"data": [{"name": "a"}], "meta": None}):
        wire = Wire(odd)
        with wire.source as source:
            assert len(list(source.names(5.0))) == len(odd["data"])
        assert len(wire.seen) == 1


def test_create_version() -> None:
    """One request, sent once, with all that the version says."""
    wire = Wire({**TEXT, "resolutionGraph": None, "isActive": None}, 201)
    version = NewVersion(
        "welcome", ({"role": "user", "content": "Hi {{ name }}"},), "text", labels=("production",), tags=("mail",),
        config=[1], note="Shorter.",
    )  # fmt: skip
    with wire.source as source:
        made = source.create_version(version, 5.0)
    assert wire.sent == {
        "name": "welcome", "prompt": "Hi {{ name }}", "type": "text", "labels": ["production"], "tags": ["mail"],
        "config": [1], "commitMessage": "Shorter.",
    }  # fmt: skip
    assert (made.version, made.label, made.note) == (3, "production", "Shorter.")
    messages = ({"slot": "examples"}, {"role": "user", "content": "{{q}}"})
    with wire.source as source:
        source.create_version(NewVersion("p", messages), 5.0)
    assert wire.sent["prompt"] == [{"type": "placeholder", "name": "examples"}, {"role": "user", "content": "{{q}}"}]
    assert "tags" not in wire.sent


@pytest.mark.parametrize(("status", "arrived"), [(400, False), (409, False), (500, True), (503, True), (201, True)])
def test_a_creation_that_fails(status: int, arrived: bool) -> None:
    """Whether it may have been done; it is never sent again."""
    wire = Wire({"message": "m"}, status)
    with (
        promptport.Client("langfuse", **KEYS, transport=wire.transport, disk=False) as client,
        pytest.raises(CallError) as caught,
    ):
        client.create_version("p", "Hi")
    assert caught.value.may_have_arrived is arrived
    assert len(wire.seen) == 1


def test_label_and_delete() -> None:
    wire = Wire(TEXT)
    with wire.source as source:
        source.label(Query("mail/welcome", "2"), "staging", 5.0)
        assert wire.sent == {"newLabels": ["staging"]}
        with pytest.raises(NotSupported, match="the newest version"):
            source.label(Query("mail/welcome", 2), "latest", 5.0)
    gone = Wire(None, 204)
    with gone.source as source:
        source.delete(Query("mail/welcome"), 5.0)
        source.delete(Query("mail/welcome", 2), 5.0)
    assert wire.lines == [f"PATCH {PATH}/versions/2"]
    assert gone.lines == [f"DELETE {PATH}", f"DELETE {PATH}?version=2"]


def test_scores() -> None:
    """As the newest client sends them: a list, with the type where the value does not say it."""
    wire = Wire({"message": "Accepted"}, 202)
    with wire.source as source:
        for value in (0.5, "good", True):
            source.score("t", "helpful", value, None, 5.0)
        source.score("t", "helpful", False, "why", 5.0)
    said = {"name": "helpful", "value": 0, "traceId": "t", "dataType": "BOOLEAN", "comment": "why"}
    assert wire.sent == [said]
    assert [each.content for each in wire.seen[:2]] == [
        b'[{"name":"helpful","value":0.5,"traceId":"t"}]',
        b'[{"name":"helpful","value":"good","traceId":"t"}]',
    ]


def test_a_score_of_an_id() -> None:
    """It says its time, too: a server replaces one of the same id and time."""
    wire = Wire({"message": "Accepted"}, 202)
    with wire.source as source:
        source.score("t", "helpful", 1, None, 5.0, "s1", 1768469400.25)
    known = {"id": "s1", "timestamp": "2026-01-15T09:30:00.250+00:00"}
    assert wire.sent == [{"name": "helpful", "value": 1, "traceId": "t", **known}]


def test_a_score_that_is_not_taken() -> None:
    """207 is a success of HTTP, and none of the score's."""
    for errors, words in (
        ([{"message": "No such config."}], "No such config"),
        (None, "was refused"),
        ([3], "was refused"),
    ):
        with Wire({"accepted": 0, "rejected": 1, "errors": errors}, 207).source as source:
            with pytest.raises(BadRequestError, match=words) as caught:
                source.score("t", "helpful", 1, None, 5.0)
            assert caught.value.status_code == 400
            assert "rejected" in (caught.value.body or "")
    with Wire({"accepted": 1, "rejected": 0, "errors": []}, 207).source as source:
        source.score("t", "helpful", 1, None, 5.0)


def test_what_links_a_generation() -> None:
    """The attributes by which Langfuse knows the prompt of a span; a fallback is no prompt of its own."""
    name, version = "langfuse.observation.prompt.name", "langfuse.observation.prompt.version"
    wire = Wire(TEXT)
    with promptport.Client("langfuse", **KEYS, transport=wire.transport, disk=False) as client:
        prompt = client.get("welcome")
        found = prompt.render(name="Ada").attributes()
        assert (found[name], found[version], found["gen_ai.prompt.version"]) == ("welcome", 3, "3")
    broken = Wire({"message": "m"}, 500)
    with promptport.Client("langfuse", **KEYS, transport=broken.transport, disk=False, max_retries=0) as client:
        for fallback in ("Hi", prompt):
            assert name not in client.get("welcome", fallback=fallback).attributes()


def test_events() -> None:
    """There are none; the error says what there is."""
    with (
        promptport.Client("langfuse", **KEYS, disk=False) as client,
        pytest.raises(NotSupported, match=r"client\.score"),
    ):
        client.track("t", "sign_up")


def test_it_is_found_by_its_name() -> None:
    registration = find("langfuse")
    assert callable(registration.sync)
    assert callable(registration.async_)
    assert registration.variables["secret_key"] == "LANGFUSE_SECRET_KEY"
