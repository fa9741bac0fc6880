"""Proves that `promptic_sdk` 0.14.2 and our clients send the same requests, from calls made from the vendor's signatures.

What is answered does not matter here: each request meets the contract's example, which both must be able to read.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from unittest.mock import ANY

import pytest

import promptport.promptic
from promptport.testing import Platform

from ..promptic.wire import LATER, METHODS, example
from .vendor import Allowed, Call, calls, differing, not_allowed, sent, unused, without_sample

promptic_sdk: Any = import_module("promptic_sdk")
WORLDS = ("PrompticClient", "AsyncPrompticClient")
EVALUATORS = [
    {"name": "a", "type": "f1", "weight": 1},
    {"name": "b", "type": "generalJudge", "weight": 0.5, "config": {"messages": []}, "scaleMin": 0, "scaleMax": 5},
]
SAMPLES: dict[str, list[Any]] = {
    **{
        name: [f"{name}-1", "0c9a1f52-3f0e-4a6b-8f0d-2b7f6c1e9d10", "a~b.c_d"]
        for name in (
            "ai_component_id", "component_id", "dataset_id", "evaluation_id", "evaluator_id", "experiment_id", "run_id",
            "trace_db_id", "trace_id", "annotation_id",
        )
    },
    "observation_id": [7, 0],
    "iteration_id": [7, 0],
    "name": ["n", "", "ünïcode ☃"],
    "description": ["d", "", None],
    "target_model": ["gpt-4.1-nano"],
    "task_type": ["textGeneration"],
    "initial_prompt": ["p {{x}}", "", None],
    "provider": ["google"],
    "optimizer": ["gepa"],
    "hyperparameters": [{"epochs": 3, "trainSplitRatio": 0.7, "numFewShots": 8, "enableCot": True}, {}, None],
    "initial_prediction_model_schema": [{"type": "object"}, None],
    "status": ["ok", "", None],
    "limit": [50, 1, 0],
    "offset": [0, 100],
    "continue_from_optimized": [True, False],
    "initial_prompt_override": ["q", "", None],
    "observations": [
        [{"variables": {"a": [1, None]}, "expected": "b", "split": "train"}], [{"input": "a", "expected": "b"}], [],
        [{"input": None, "variables": {}, "expected": "b"}],
    ],
    "evaluators": [EVALUATORS, []],
    "start_after": ["2026-01-01T00:00:00+01:00", "", None],
    "start_before": ["2026-01-01", "", None],
    "days_back": [30, 7],
    "trace_ids": [["a", "b"], [], None],
    "rating": ["positive", None],
    "comment": ["c", "", None],
    "max_wait": [0],
    "poll_interval": [0],
}  # fmt: skip
FIELDS: dict[str, list[dict[str, Any]]] = {
    "update_experiment": [{"name": None, "targetModel": "m", "hyperparameters": {"epochs": 1}}, {}],
    "update_observation": [{"expected": "x"}, {"input": "a"}, {"variables": {"input": 1}, "idx": 3}],
    "update_evaluator": [{"config": None, "weight": 2}, {"scaleMin": 1}],
}
ALLOWED = (
    Allowed("*", "accept", ["*/*"], ["application/json"], "ours says what it reads"),
    Allowed("duplicate_experiment", "body", ANY, '{"continueFromOptimized": true}',
            "an override does not count beside the optimised prompt, so it is not sent", {"initial_prompt_override": "q"}),
)  # fmt: skip


def made() -> Iterator[Call]:
    """Calls of every method of the vendor's client."""
    for call in calls(promptic_sdk.PrompticClient, SAMPLES):
        for fields in FIELDS.get(call.method, [{}]):
            if call.method != "close":
                yield Call(call.method, {**call.arguments, **fields})


def requests(platform: Platform, kind: Any) -> list[list[dict[str, Any]]]:
    """What the client of this class sends, call by call."""
    platform.reset()
    runner = asyncio.Runner()

    def done(value: Any) -> Any:
        async def wait() -> Any:
            return await value

        return runner.run(wait()) if inspect.isawaitable(value) else value

    client = kind("pk_local_dev", endpoint=platform.url("promptic"))
    told = []
    for call in made():
        before = len(platform.requests)
        answer = example("get_evaluation" if call.method.startswith("wait") else call.method)
        platform.script("promptic", {"status": answer.status_code, **({"body": answer.text} if answer.content else {})})
        done(getattr(client, call.method)(**call.arguments))
        # In which order the differently named parts of a query stand means nothing.
        told.append([{**(one := sent(each)), "query": sorted(one["query"])} for each in platform.requests[before:]])
    done(client.close())
    runner.close()
    return told


def test_every_parameter_has_a_sample() -> None:
    """Nothing that the vendor's methods take is left out; what changes in updates is given besides."""
    assert {each.partition(".")[2] for each in without_sample(promptic_sdk.PrompticClient, SAMPLES)} == {
        "updates",
        "data",
    }
    assert {each.method for each in made()} == {*METHODS, "wait_for_evaluation"} - LATER


@pytest.mark.promise("C2")
@pytest.mark.parametrize("world", WORLDS)
def test_the_same_requests(platform: Platform, world: str) -> None:
    """Verb, path, query, body and headers are the vendor's, but for the allowed rows; no row is idle (C2)."""
    theirs = requests(platform, getattr(promptic_sdk, world))
    ours = requests(platform, getattr(promptport.promptic, world))

    found = [
        difference
        for call, one, other in zip(made(), theirs, ours, strict=True)
        for a, b in zip(one, other, strict=True)
        for difference in differing(call, a, b)
    ]
    print(f"C2: {len(theirs)} calls of {world}, {len({each.aspect for each in found})} aspects that differ")
    assert not_allowed(found, ALLOWED) == []
    assert unused(found, ALLOWED) == []
