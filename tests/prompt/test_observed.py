"""Proves that a prompt whose rendering is watched is the prompt in every other way."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy

import pytest

from promptport.platform import Fetched
from promptport.prompt.observed import ObservedPrompt, observed
from promptport.prompt.prompt import Prompt
from promptport.prompt.values import RenderError

SEEN: list[object] = []
PLAIN = Prompt.of(Fetched("p", ({"role": "user", "content": "Hi {{a}} {{b}}"},)), "xr2", "network", 5.0)


@contextmanager
def watch(prompt: Prompt, values: object, variables: Mapping[str, object]) -> Iterator[None]:
    """Note what is rendered, and how that ends."""
    SEEN.append((prompt.name, values, dict(variables)))
    try:
        yield
    except RenderError:
        SEEN.append("error")
        raise


def test_what_is_watched() -> None:
    SEEN.clear()
    prompt = observed(PLAIN, watch)
    assert prompt.render({"a": 1}, b=2) == PLAIN.render(a=1, b=2)
    assert prompt.options(strict=False).render().text == "Hi {{a}} {{b}}"
    with pytest.raises(RenderError):
        prompt.render(a=1)
    assert SEEN == [("p", {"a": 1}, {"b": 2}), ("p", None, {}), ("p", None, {"a": 1}), "error"]


def test_what_is_the_same() -> None:
    prompt = observed(PLAIN, watch)
    assert isinstance(prompt, Prompt)
    assert (prompt.fetched, prompt.origin, prompt.places) == (PLAIN.fetched, PLAIN.origin, PLAIN.places)
    assert repr(prompt) == repr(PLAIN)
    assert observed(prompt.with_source("stale"), watch).origin.source == "stale"


@pytest.mark.parametrize("copied", [lambda each: pickle.loads(pickle.dumps(each)), deepcopy], ids=["pickle", "copy"])
def test_a_copy_is_watched_as_well(copied: object) -> None:
    SEEN.clear()
    made = copied(observed(PLAIN, watch))  # type: ignore[operator]
    assert isinstance(made, ObservedPrompt)
    assert made.render(a=1, b=2).text == "Hi 1 2"
    assert len(SEEN) == 1
