"""Proves what spans say that begin in a block: within others, in tasks and threads, after errors, without `init`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from promptport.promptic import ai_component, dataset
from promptport.promptic.tracing.labels import labels

C, D, N, R = "promptic.ai_component", "promptic.dataset", "promptic.dataset.id", "promptic.run"
ID = "12345678-1234-5678-1234-56781234567a"


def now() -> dict[str, str]:
    return dict(labels())


def test_the_ways_of_both_generations() -> None:
    """What was a name by its keyword stays one, whatever it reads as; a text alone is an id where it reads as one."""
    for block, found in (
        (ai_component("c"), {C: "c"}),
        (ai_component("c", dataset="d", run="r"), {C: "c", D: "d", R: "r"}),
        (ai_component("c", dataset=None, run=None, dataset_id=None), {C: "c"}),
        (ai_component("c", dataset=ID), {C: "c", D: ID}),
        (ai_component("c", dataset_id=UUID(ID)), {C: "c", N: ID}),
        (ai_component("c", run="r"), {C: "c", R: "r"}),
        (dataset("January"), {D: "January"}),
        (dataset(ID.upper()), {N: ID}),
        (dataset(name=ID), {D: ID}),
        (dataset(dataset_id=ID), {N: ID}),
        (dataset(None), {}),
    ):
        with block as value:
            assert (value, now()) == (None, found)
        assert now() == {}


@pytest.mark.parametrize(
    ("block", "given"),
    [
        (ai_component, {"name": "c", "dataset": "d", "dataset_id": ID}),
        (ai_component, {"name": "c", "dataset_id": "d"}),
        (ai_component, {"name": " "}),
        (ai_component, {"name": "c", "run": ""}),
        (dataset, {"dataset_id": "d"}),
        (dataset, {"name_or_id": "d", "name": "d"}),
        (dataset, {"name_or_id": ""}),
    ],
)
def test_what_is_refused_is_before_anything_runs(block: Callable[..., object], given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"dataset|name|run"):
        block(**given)


def test_blocks_within_blocks() -> None:
    with ai_component("outer", dataset="d", run="r"):
        with ai_component("inner"):
            assert now() == {C: "inner", D: "d", R: "r"}
            with dataset(ID):
                assert now() == {C: "inner", N: ID, R: "r"}
            assert now() == {C: "inner", D: "d", R: "r"}
        assert now() == {C: "outer", D: "d", R: "r"}
    with dataset("d"), ai_component("c"):
        assert now() == {C: "c", D: "d"}


def test_an_error_passes_and_ends_the_block() -> None:
    with pytest.raises(KeyError), ai_component("c"):
        raise KeyError
    assert now() == {}


def test_one_block_is_entered_many_times() -> None:
    """By itself, and by threads and tasks at once: each has what was around it before."""
    block = ai_component("c")
    with block, block:
        assert now() == {C: "c"}
    assert now() == {}

    async def use(other: str) -> dict[str, str]:
        with dataset(other):
            await asyncio.sleep(0)
            with block:
                await asyncio.sleep(0.01)
                found = now()
            assert now() == {D: other}
        return found

    async def together() -> list[dict[str, str]]:
        return await asyncio.gather(*map(use, "abc"))

    assert asyncio.run(together()) == [{C: "c", D: each} for each in "abc"]


def test_who_inherits_it() -> None:
    """Tasks do, and functions of `asyncio.to_thread`; threads of one's own don't."""

    async def main() -> list[dict[str, str]]:
        with ai_component("c"):
            return [await asyncio.create_task(asyncio.to_thread(now)), await asyncio.to_thread(now)]

    assert asyncio.run(main()) == [{C: "c"}] * 2
    with ai_component("c"), ThreadPoolExecutor(1) as threads:
        assert threads.submit(now).result() == {}


def test_langsmith_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it makes spans of its own: what holds in the block, the outer ones included, and that it is over."""
    told: list[Any] = []

    @contextmanager
    def tracing_context(metadata: dict[str, str]) -> Any:
        told.append(metadata)
        yield
        told.append("over")

    monkeypatch.setitem(sys.modules, "langsmith", SimpleNamespace(tracing_context=tracing_context))
    with ai_component("c"):
        assert told == []
    monkeypatch.setenv("LANGSMITH_OTEL_ENABLED", "true")
    with ai_component("c", run="r"), dataset(ID):
        pass
    assert told == [{C: "c", R: "r"}, {C: "c", R: "r", N: ID}, "over", "over"]
    monkeypatch.setitem(sys.modules, "langsmith", None)
    with ai_component("c"):
        assert now() == {C: "c"}
