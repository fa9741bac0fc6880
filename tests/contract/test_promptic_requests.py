"""Proves that `promptic_sdk` of every release and our clients send the same requests, from calls made from its signatures.

What is answered does not matter here: each request meets the contract's example, which both must be able to read.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest

import promptport.promptic
from promptport.testing import Platform

from ..promptic.wire import example
from .driven import Ours, signatures, told, vendor_of
from .promptic_clients import KEY
from .vendor import Allowed, Call, calls, differing, not_allowed, unused, without_sample

RELEASES = ("0.14.2", "1.1.0")
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
            "trace_db_id", "trace_id", "annotation_id", "artifact_id",
        )
    },
    "observation_id": [7, 0],
    "case_id": [7, 0],
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
    "cases": [
        [{"inputPayload": {"a": [1, None]}, "expectedPayload": None, "split": None, "idx": 3, "metadata": {"m": 1}}],
        [{"inputPayload": {}}, {"inputPayload": {"a": 1}, "expectedPayload": [1, {"b": "ü"}], "split": "train"}],
        [],
    ],
    "input_variables": [[{"name": "a", "column": "b"}], [], None],
    "tools": [
        [{"name": "t", "description": "d", "inputSchema": {"type": "object"}}, {"name": "u", "description": ""}],
        [{"name": "t", "description": "d", "input_schema": {"a": 1}, "inputSchema": {"b": 1}, "more": 1}],
        [],
    ],
    "test_cases": [
        [{"query": "q", "expectedTool": "t"}, {"query": "", "expected_tool": "none"}],
        [{"query": "q", "expected_tool": "t", "expectedTool": "u"}],
        [],
    ],
    "tool_source": ["mcp", "manual"],
    "system_prompt": ["s", "", None],
    "optimize_system_prompt": [True, False],
    "epochs": [2, None],
    "train_split_ratio": [0.7, None],
    "path": ["a/b.bin"],
    "max_wait": [0],
    "poll_interval": [0],
}  # fmt: skip
FIELDS: dict[str, list[dict[str, Any]]] = {
    "update_experiment": [{"name": None, "targetModel": "m", "hyperparameters": {"epochs": 1}}, {}],
    "update_observation": [{"expected": "x"}, {"input": "a"}, {"variables": {"input": 1}, "idx": 3}],
    "update_dataset_case": [
        {"inputPayload": {"a": None}, "expectedPayload": None},
        {"split": None, "idx": None, "metadata": {}},
    ],
    "update_evaluator": [{"config": None, "weight": 2}, {"scaleMin": 1}],
}
# The operation of a method that is called otherwise.
ANOTHER = {"wait_for_evaluation": "get_evaluation", "download_artifact": "get_artifact_content"}
ALLOWED = (
    Allowed("*", "accept", ["*/*"], ["application/json"], "ours says what it reads"),
    Allowed("duplicate_experiment", "body", ANY, '{"continueFromOptimized": true}',
            "an override does not count beside the optimised prompt, so it is not sent", {"initial_prompt_override": "q"}),
)  # fmt: skip


# What differs from the clients of one release alone.
OF_ONE = {
    "1.1.0": (
        Allowed("get_workspace", "path", "/api/v1/ai-application", "/api/v1/workspace",
                "the path that the name had first, and the newer one where there is none: 0.14.2 knows this one only"),
    ),
}  # fmt: skip


def made(methods: Mapping[str, inspect.Signature]) -> list[Call]:
    """Calls of every method of the vendor's client."""
    return [
        Call(call.method, {**call.arguments, **fields})
        for call in calls(methods, SAMPLES)
        for fields in FIELDS.get(call.method, [{}])
    ]


def requests(platform: Platform, made: Iterable[Call], call: Callable[..., object]) -> list[list[dict[str, Any]]]:
    """What a client sends, call by call."""
    platform.reset()
    said = []
    for each in made:
        before = len(platform.requests)
        answer = example(ANOTHER.get(each.method, each.method.replace(".", "_")))
        platform.script("promptic", {"status": answer.status_code, **({"body": answer.text} if answer.content else {})})
        call(each.method, **each.arguments)
        said.append(told(platform.requests[before:]))
    return said


@pytest.mark.promise("C2")
@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("release", RELEASES)
def test_the_same_requests(
    platform: Platform, release: str, world: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Verb, path, query, body and headers are the vendor's, but for the allowed rows; no row is idle (C2)."""
    monkeypatch.chdir(tmp_path)  # into which a download goes
    address = platform.url("promptic")
    with vendor_of("promptic-sdk", release) as vendor:
        methods = signatures(vendor, f"promptic_sdk.{world}")
        # Nothing that the vendor's methods take is left out; what changes in updates is given besides.
        assert {each.partition(".")[2] for each in without_sample(methods, SAMPLES)} <= {"updates", "data"}
        calls = made(methods)
        assert {each.method for each in calls} == set(methods)
        vendor.client("theirs", f"promptic_sdk.{world}", address, api_key=KEY)

        def call(method: str, **arguments: Any) -> None:
            answer = vendor.call("theirs", method, **arguments)
            assert "raised" not in answer, (method, arguments, answer["raised"])

        theirs = requests(platform, calls, call)
    client = Ours(getattr(promptport.promptic, world)(KEY, endpoint=address), promptport.promptic)
    ours = requests(platform, calls, client.call)
    client.close()

    found = [
        difference
        for each, one, other in zip(calls, theirs, ours, strict=True)
        for a, b in zip(one, other, strict=True)
        for difference in differing(each, a, b)
    ]
    print(f"C2: {len(theirs)} calls of {world}, {len({each.aspect for each in found})} aspects that differ")
    allowed = (*ALLOWED, *OF_ONE.get(release, ()))
    assert not_allowed(found, allowed) == []
    assert unused(found, allowed) == []
