"""Proves which trace the events of a rendered prompt belong to: the fetch's goes to one, and to nobody who might have a copy."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import time
from copy import copy, deepcopy
from threading import Barrier, Thread

import pytest

from promptport.platform import Fetched
from promptport.prompt.claim import OLDEST, Claim
from promptport.prompt.prompt import Prompt, RenderedPrompt

SAID = ({"role": "user", "content": "Hi {{x}}"},)


def fetched(source: str = "network", since: float | None = None) -> Prompt:
    """A prompt that was fetched with a trace."""
    return Prompt.of(Fetched("p", SAID, trace="t"), "xr2", source, since)


def test_one_of_a_fetch_gets_its_trace() -> None:
    """The first that is asked, whichever was rendered first; and the same each time."""
    prompt = fetched()
    first, second = prompt.render(x=1), prompt.options(strict=False).render(x=2)
    claims = [second.claim(), first.claim(), second.claim()]
    assert [each.trace for each in claims] == ["t", None, "t"]
    assert claims[0] == claims[2]
    assert claims[0].key != claims[1].key


@pytest.mark.parametrize("source", ["cache", "stale", "disk", "fallback"])
def test_a_copy_has_none(source: str) -> None:
    """Nor has the prompt that it was made from any less."""
    prompt = fetched()
    assert prompt.with_source(source).render(x=1).claim().trace is None
    assert prompt.render(x=1).claim().trace == "t"


def test_copies_of_a_rendered_prompt_are_one() -> None:
    """However they are made; also those that were made before anything was asked."""
    prompt = fetched()
    rendered = prompt.render(x=1)
    copies = [copy(rendered), deepcopy(rendered), pickle.loads(pickle.dumps(rendered))]
    assert {each.claim() for each in [*copies, rendered]} == {rendered.claim()}
    assert rendered.claim().trace == "t"
    assert prompt.render(x=1).claim().trace is None


def test_a_prompt_is_pickled_without_its_trace() -> None:
    """Whoever unpickles it may be many."""
    prompt = fetched()
    for each in (pickle.loads(pickle.dumps(prompt)), deepcopy(prompt)):
        assert each.render(x=1).claim().trace is None
    assert prompt.render(x=1).claim().trace == "t"


def test_what_an_older_release_has_pickled() -> None:
    """It has no claim, and makes one."""
    rendered = fetched().render(x=1)
    made = RenderedPrompt()
    made.__setstate__((rendered.prompt, rendered.texts))
    assert made == rendered
    assert made.claim().key


def test_an_old_trace_is_left_alone() -> None:
    """A platform has forgotten it."""
    assert fetched(since=time.time() - OLDEST - 1).render(x=1).claim().trace is None
    assert fetched(since=time.time() - OLDEST / 2).render(x=1).claim().trace == "t"


def test_threads_agree() -> None:
    """All get the same claim of one rendered prompt, and of many one gets the trace."""
    for _ in range(20):
        prompt = fetched()
        shared, found, start = prompt.render(x=1), list[Claim](), Barrier(4)
        own = [prompt.render(x=1) for _ in range(4)]

        def ask(at: int, own: list[RenderedPrompt] = own, shared: RenderedPrompt = shared, found: list[Claim] = found,
                start: Barrier = start) -> None:  # fmt: skip
            start.wait(30)
            found.append(shared.claim())
            own[at].claim()

        threads = [Thread(target=ask, args=(at,)) for at in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(set(found)) == 1
        assert [each.claim().trace for each in [*own, shared]].count("t") == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no children")
def test_a_child_takes_nothing_of_its_parent() -> None:
    """A trace that its parent may give away, and keys that its parent may make."""
    prompt, parents = fetched(), fetched().render(x=1)
    before = parents.claim()
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    child = context.Process(target=lambda: writer.send([prompt.render(x=1).claim(), parents.claim()]))
    child.start()
    assert reader.poll(30)
    own, shared = reader.recv()
    child.join(30)
    assert own.trace is None
    assert shared == before
    assert prompt.render(x=1).claim().trace == "t"
    assert own.key[:16] != before.key[:16]
