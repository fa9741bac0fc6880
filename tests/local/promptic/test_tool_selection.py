"""Proves that an experiment which selects tools is made whole, or refused."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from .seeded import COMPONENT, refused

TOOLS = [
    {"name": "refund", "description": "Gives money back.", "inputSchema": {"type": "object"}},
    {"name": "search", "description": "Looks up articles."},
]
CASES = [
    {"query": "I was charged twice, please help", "expectedTool": "refund"},
    {"query": "Where is the manual?", "expectedTool": "search"},
    {"query": "They charged twice again", "expectedTool": "REFUND"},
    {"query": "Good morning", "expectedTool": "none"},
]


def made(promptic: Backend, me: Caller, **changes: Any) -> dict[str, Any]:
    body = {"aiComponentId": COMPONENT, "tools": TOOLS, "testCases": CASES, **changes}
    return promptic.create_tool_selection_experiment(me, {k: v for k, v in body.items() if v is not ...})


def finished(promptic: Backend, me: Caller, experiment: str) -> dict[str, Any]:
    promptic.start_experiment(me, experiment)
    promptic.advance_experiment(experiment, 9)
    return promptic.get_experiment(me, experiment)


def test_it_comes_with_cases_and_an_evaluator(promptic: Backend, me: Caller) -> None:
    record = made(promptic, me)
    assert (record["taskType"], record["experimentStatus"]) == ("toolSelection", "pending")
    assert (record["targetModel"], record["provider"], record["optimizer"]) == ("gpt-4.1-nano", "openai", "prompticV2")
    assert record["hyperparameters"]["epochs"] == 3
    assert (record["systemPrompt"], record["optimizeSystemPrompt"], record["optimizedSystemPrompt"]) == (
        None,
        False,
        None,
    )
    cases = promptic.list_dataset_cases(me, COMPONENT, record["datasetId"])["data"]
    assert [(each["inputPayload"], each["expectedPayload"], each["split"]) for each in cases] == [
        ({"input": "I was charged twice, please help"}, "refund", None),
        ({"input": "Where is the manual?"}, "search", None),
        ({"input": "They charged twice again"}, "refund", None),
        ({"input": "Good morning"}, "", None),
    ]
    (judge,) = promptic.list_evaluators(me, record["id"])["data"]
    assert (judge["type"], judge["scaleMin"], judge["scaleMax"], judge["config"]) == ("toolSelection", 0, 1, None)


@pytest.mark.parametrize("spelling", [
    "", "none", "no tool", "no-tool", "no_tool", "no tool call", "no-tool-call", "no_tool_call", "no tools", "no_tools", "n/a",
    "na", "-", "__NO_TOOL__", "None", "N/A", " none ",
])  # fmt: skip
def test_no_tool_is_written_in_many_ways(promptic: Backend, me: Caller, spelling: str) -> None:
    record = made(promptic, me, testCases=[{"query": "q", "expectedTool": spelling}])
    (case,) = promptic.list_dataset_cases(me, COMPONENT, record["datasetId"])["data"]
    assert case["expectedPayload"] == ""
    assert refused(lambda: made(promptic, me, tools=[{"name": spelling, "description": "d"}])) == 400


@pytest.mark.parametrize("changes", [
    {"tools": []},
    {"testCases": []},
    {"tools": [TOOLS[0], TOOLS[0]]},
    {"tools": [*TOOLS, {"name": "Refund", "description": ""}]},
    {"testCases": [{"query": "q", "expectedTool": "other"}]},
    *({"epochs": each} for each in (0, 6)),
    *({"trainSplitRatio": each} for each in (0.49, 0.91)),
    {"toolSource": "other"},
])  # fmt: skip
def test_what_does_not_fit_together_is_refused_whole(promptic: Backend, me: Caller, changes: dict[str, Any]) -> None:
    before = promptic.state()
    assert refused(lambda: made(promptic, me, **changes)) == 400
    assert promptic.state() == before


def test_a_part_is_held_out(promptic: Backend, me: Caller) -> None:
    record = made(promptic, me, trainSplitRatio=0.7, epochs=2)
    cases = promptic.list_dataset_cases(me, COMPONENT, record["datasetId"])["data"]
    assert [each["split"] for each in cases] == ["train", "train", "train", "eval"]
    finished(promptic, me, record["id"])
    rows = promptic.list_iterations(me, record["id"])["data"]
    assert [each["evalNormalizedScore"] for each in rows] == [1.0, 1.0]
    alone = made(promptic, me, trainSplitRatio=0.5, testCases=CASES[:1])
    (only,) = promptic.list_dataset_cases(me, COMPONENT, alone["datasetId"])["data"]
    assert only["split"] == "train"


def test_iterations_describe_every_tool(promptic: Backend, me: Caller) -> None:
    record = made(promptic, me, systemPrompt="Select.")
    over = finished(promptic, me, record["id"])
    assert (over["experimentStatus"], over["optimizedSystemPrompt"]) == ("completed", None)
    rows = promptic.list_iterations(me, record["id"])["data"]
    assert len(rows) == 3
    for each in rows:
        assert list(each["toolDescriptions"]) == ["refund", "search"]
        assert (each["selectionSystemPrompt"], each["prompt"]) == (None, "Select.")
    assert "charged twice" in rows[0]["toolDescriptions"]["refund"]
    best = promptic.get_best_iteration(me, record["id"])
    assert [each["score"] for each in best["scores"]] == [1.0]
    promptic.deploy(me, COMPONENT, {"experimentId": record["id"]})
    deployed = promptic.get_deployed_prompt(me, COMPONENT)
    assert deployed is not None
    assert (deployed["prompt"], deployed["iterationId"]) == ("Select.", best["id"])


def test_the_system_prompt_is_tuned_where_that_is_wanted(promptic: Backend, me: Caller) -> None:
    record = made(promptic, me, systemPrompt="Select.", optimizeSystemPrompt=True)
    over = finished(promptic, me, record["id"])
    best = promptic.get_best_iteration(me, record["id"])
    assert over["optimizedSystemPrompt"] == best["selectionSystemPrompt"] == best["prompt"] == "Select.\n[iteration 1]"
    copy = promptic.duplicate_experiment(me, record["id"], {"continueFromOptimized": True})
    assert (copy["taskType"], copy["systemPrompt"]) == ("toolSelection", over["optimizedSystemPrompt"])
    assert copy["optimizedSystemPrompt"] is None
    assert finished(promptic, me, copy["id"])["experimentStatus"] == "completed"


def test_a_copy_begins_with_the_tools_of_its_source(promptic: Backend, me: Caller) -> None:
    record = made(promptic, me)
    copy = promptic.duplicate_experiment(me, record["id"], {"initialPromptOverride": "Mine."})
    assert (copy["systemPrompt"], copy["initialPromptMessages"]) == ("Mine.", [{"role": "system", "content": "Mine."}])
    assert [each["type"] for each in promptic.list_evaluators(me, copy["id"])["data"]] == ["toolSelection"]
    changed = promptic.update_experiment(me, copy["id"], {"initialPrompt": "Other."})
    assert (changed["systemPrompt"], changed["initialPromptMessages"][0]["role"]) == ("Other.", "system")
    assert len(promptic.list_dataset_cases(me, COMPONENT, copy["datasetId"])["data"]) == len(CASES)
    finished(promptic, me, copy["id"])
    assert list(promptic.get_best_iteration(me, copy["id"])["toolDescriptions"]) == ["refund", "search"]
