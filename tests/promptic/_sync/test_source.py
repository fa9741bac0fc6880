# Made from tests/promptic/_async/test_source.py by `python tools/unasync.py`: change that file, never this one.
"""Proves Promptic as a source of `promptport.Client`: what is fetched, what is not there, and who it is."""

from __future__ import annotations

import httpx
import pytest

from promptport.errors import CallError, NotFound
from promptport.platform import Query, find
from promptport.promptic import PrompticAPIError
from promptport.promptic._sync.source import PrompticSource
from promptport.testing import Platform
from promptport_local.promptic import settings

from ..wire import Wire, example

NOTHING = "has no deployed prompt: deploy an experiment of it"


def test_a_prompt(platform: Platform) -> None:
    """Its texts as they are at the platform, with their placeholders."""
    with PrompticSource(**settings(platform.url("promptic"))) as source:
        found = source.fetch(Query("welcome"), 5.0)

    assert found.name == "welcome"
    assert "customer_name" in str(found.messages)
    assert {each["role"] for each in found.messages} <= {"system", "user"}


def test_a_prompt_that_is_not_there(platform: Platform) -> None:
    with PrompticSource(**settings(platform.url("promptic"))) as source:
        with pytest.raises(NotFound) as caught:
            source.fetch(Query("nowhere"), 5.0)
    assert caught.value.name == "nowhere"


def test_its_names(platform: Platform) -> None:
    with PrompticSource(**settings(platform.url("promptic"))) as source:
        assert "welcome" in list(source.names(5.0))


def test_who_it_is(platform: Platform) -> None:
    """Accounts are told apart, and no key is given away."""
    given = settings(platform.url("promptic"))
    with (
        PrompticSource(**given) as one,
        PrompticSource(**given) as other,
        PrompticSource(**given | {"api_key": "another-key-0123"}) as third,
    ):
        assert one.traits == other.traits
        assert one.traits.name == "promptic"
        assert one.traits.origin == platform.url("promptic")
        assert one.traits.account != third.traits.account
        assert given["api_key"] not in repr(one.traits)


def test_a_component_is_deleted(platform: Platform) -> None:
    """With all that is in it; an answer that was lost has done what it was to do."""
    with PrompticSource(**settings(platform.url("promptic"))) as source:
        source.fetch(Query("welcome"), 5.0)
        platform.script("promptic", {"operation": "delete_component", "drop": True, "commit": True})
        source.delete(Query("welcome"), 30.0)
        assert "welcome" not in list(source.names(5.0))
        for work in (source.fetch, source.delete):
            with pytest.raises(NotFound, match="no prompt 'welcome'"):
                work(Query("welcome"), 5.0)
    assert [each.operation for each in platform.requests].count("delete_component") == 2


def test_a_component_that_is_gone_meanwhile(platform: Platform) -> None:
    with PrompticSource(**settings(platform.url("promptic"))) as source:
        gone = {"status": 404, "json": {"error": "Component not found"}, "operation": "delete_component"}
        platform.script("promptic", gone)
        with pytest.raises(NotFound, match="Component not found"):
            source.delete(Query("welcome"), 5.0)
        platform.script("promptic", {"status": 503, "operation": "delete_component", "times": 9})
        with pytest.raises(CallError) as caught:
            source.with_options(retries=0).delete(Query("welcome"), 5.0)
        assert caught.value.may_have_arrived
        platform.reset()


def test_it_is_found_by_its_name() -> None:
    registration = find("promptic")
    assert callable(registration.sync)
    assert callable(registration.async_)
    assert "api_key" in registration.variables


def found() -> httpx.Response:
    """The components of the workspace."""
    return httpx.Response(200, json=example("list_components").json())


def failure(*answers: httpx.Response) -> Exception:
    """What a fetch raises, that gets these answers after the list of components."""
    wire = Wire(found(), found(), *answers)
    with PrompticSource(api_key="pk_local_dev", retries=0, transport=wire.transport) as source:
        (name, *_) = source.names(5.0)
        with pytest.raises((NotFound, CallError)) as caught:
            source.fetch(Query(name), 5.0)
    return caught.value


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404, json={"error": "No deployment found"}),
        httpx.Response(200, content=b"null"),
        httpx.Response(204),
    ],
    ids=["404", "null", "204"],
)
def test_nothing_is_deployed(answer: httpx.Response) -> None:
    """However the platform says it, there is no prompt, and the text says what to do."""
    error = failure(answer)
    assert isinstance(error, NotFound)
    assert NOTHING in str(error)


def test_no_such_component() -> None:
    """The platform's own 404 is believed; that of whatever else answers at the address is no word of it."""
    error = failure(httpx.Response(404, json={"error": "Component not found"}))
    assert isinstance(error, NotFound)
    assert "Component not found" in str(error)
    assert isinstance(failure(httpx.Response(404, text="<html>nginx</html>")), PrompticAPIError)
