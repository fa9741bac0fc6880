"""Proves that a platform is asked for each prompt, and that neither a copy nor an A/B test stands in for its answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import Client
from promptport.errors import CallError, NotFound
from promptport.platform import Fetched, Query, Traits
from promptport.testing import Platform
from promptport.transfer import pull
from promptport.transfer.remote import Remote, all_names, known_label, offers, remote, remotes

from .platforms import Memory, broken

pytestmark = pytest.mark.one_python("what is asked is the same on all")


def test_many() -> None:
    """Each has its answer or its error."""
    memory = Memory()
    for at in range(100):
        memory.put(f"p{at:02}", f"I am {at}.")
    memory.fault = broken("get p07")
    with memory.client() as client:
        names = all_names(client, ["other"])
        found = remotes(client, {each: Query(each) for each in names})
    assert len(names) == 101
    assert sorted(memory.asked[100:]) == names
    assert {name for name, each in found.items() if not isinstance(each, Remote)} == {"p07", "other"}
    assert isinstance(found["other"], NotFound)
    assert isinstance(found["p07"], CallError)


def test_a_copy_is_no_answer(platform: Platform, tmp_path: Path) -> None:
    """A client that has a copy serves it in an outage; a pull does not write it."""
    settings: dict[str, Any] = {
        "api_key": "YOUR_PRODUCT_API_KEY",
        "base_url": platform.url("xr2"),
        "disk": str(tmp_path),
        "deadline": 2.0,
    }
    with Client("xr2", total_retries=0, **settings) as client:
        assert isinstance(remote(client, Query("welcome")), Remote)
        platform.script("xr2", {"status": 503, "times": 2})
        with pytest.raises(CallError, match="of which there is a copy alone"):
            remote(client, Query("welcome"))
        assert [each.action for each in pull(client, tmp_path / "prompts", ["welcome"])] == ["failed"]


def test_an_ab_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """The version in production is what is pulled, also while a test chooses another one for each caller."""
    memory = Memory()
    memory.put("welcome", "In production.")
    fetch = Memory.fetch

    def tested(self: Memory, query: Query, deadline: float) -> Fetched:
        found = fetch(self, query, deadline)
        return (
            found
            if query.label
            else found._replace(messages=[{"role": "user", "content": "Other."}], experiment="ab_1")
        )

    monkeypatch.setattr(Memory, "fetch", tested)
    with memory.client() as client:
        found = remote(client, Query("welcome"))
    assert (found.fetched.label, found.content.messages[0]["content"]) == ("production", "In production.")


def test_labels() -> None:
    """A label that a platform can't be asked for is not asked for."""
    assert offers(Traits("a", "", labels=None), "any")
    assert not offers(Traits("a", "", labels=None), None)
    assert not offers(Traits("a", "", labels=("production",)), "any")
    memory = Memory()
    memory.put("a", "x")
    with memory.client() as client:
        entry = remote(client, Query("a", None, "production")).entry("a", "a.md")
    assert known_label(Traits("a", "", labels=("production",)), entry) == "production"
    assert known_label(Traits("a", "", labels=()), entry) is None
    assert known_label(Traits("a", ""), None) is None
