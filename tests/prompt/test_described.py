"""Proves what a prompt says of itself for a span of the application's own: which it is, and nothing of its texts or values."""

from __future__ import annotations

import subprocess
import sys

import pytest

from promptport.platform import Fetched
from promptport.prompt.prompt import Prompt

MESSAGES = ({"role": "user", "content": "planted {{a}}"},)


def test_all_that_there_is() -> None:
    prompt = Prompt.of(Fetched("p", MESSAGES, version=3, label="production", id="i"), "xr2", "stale", 0.0)
    found = prompt.attributes()
    assert found.pop("promptport.age") == pytest.approx(prompt.origin.age, abs=60)
    assert found == {
        "gen_ai.prompt.name": "p",
        "gen_ai.prompt.version": "3",
        "promptport.platform": "xr2",
        "promptport.source": "stale",
        "promptport.label": "production",
    }
    rendered = prompt.render(a="planted")
    assert rendered.attributes().keys() == prompt.attributes().keys()
    assert "planted" not in str(rendered.attributes())
    assert (prompt.name, prompt.version, prompt.label, prompt.id) == ("p", 3, "production", "i")


def test_what_there_is_not() -> None:
    prompt = Prompt.of(Fetched("p", MESSAGES), "xr2", "network")
    assert prompt.attributes().keys() == {
        "gen_ai.prompt.name",
        "promptport.platform",
        "promptport.source",
        "promptport.age",
    }


@pytest.mark.one_python("it reads what is imported")
def test_it_needs_no_opentelemetry() -> None:
    code = """
import sys
from promptport.platform import Fetched
from promptport.prompt.prompt import Prompt
assert Prompt.of(Fetched("p", ({"role": "user", "content": ""},)), "xr2", "network").render().attributes()
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "opentelemetry" not in done.stdout


def test_in_the_words_of_the_platform() -> None:
    """What it finds the version again by; ours are never overwritten, and a fallback is no version of a platform's."""
    own: dict[str, str | int | float] = {"theirs.name": "p\ud800", "theirs.version": 3, "gen_ai.prompt.name": "other"}
    fetched = Fetched("p", MESSAGES, version=3, attributes=own)
    found = Prompt.of(fetched, "xr2", "disk").attributes()
    assert (found["theirs.name"], found["theirs.version"], found["gen_ai.prompt.name"]) == ("p?", 3, "p")
    assert "theirs.name" not in Prompt.of(fetched, "xr2", "fallback").attributes()
