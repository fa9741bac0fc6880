"""Proves the watch on the real packages: nothing differs in the releases that the contracts cover, and nothing was overlooked
when they were new.

The contracts of before are those of the commit before PromptRails 0.9 and Promptic 1.1 were taken up; what is to be found there
was counted by hand package by package.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.vendors.newest import Published
from tools.vendors.recorded import recorded
from tools.vendors.run import Found, watch

pytestmark = pytest.mark.timeout(600)  # a package may have to be installed first
ROOT = Path(__file__).parents[2]
BEFORE = "c93b9b5"
record = cache(recorded)


def look(package: str, release: str, reference: str | None = None) -> Found:
    """What comes of a release. Nobody is asked for the newest one."""

    def ask(_: str) -> Published:
        raise AssertionError("the release is given")

    (found,) = watch(ROOT, [f"{package}=={release}"], reference, record, ask).found
    return found


def of(found: Found, part: str, kind: str | None = None) -> set[str]:
    """The methods, types or names that differ in a part."""
    return {each.where for each in found.differences if each.part == part and kind in (None, each.kind)}


@pytest.mark.parametrize(
    ("package", "release", "methods", "left_out"),
    [
        ("promptrails", "0.9.2", 102, {"tracing"}),
        ("promptic-sdk", "1.1.0", 41, {"agent_gym", "tracing", "get_workspace"}),
        ("xr2-sdk", "0.3.0", 3, set()),
    ],
)
def test_nothing_differs_but_for_what_is_left_out(package: str, release: str, methods: int, left_out: set[str]) -> None:
    found = look(package, release)

    assert [each.line for each in found.differences] == []
    assert found.methods == methods
    assert {each.name for each in found.asides} == left_out
    assert all(each.reason for each in found.asides)


def test_promptrails_when_it_was_new() -> None:
    """102 methods: 27 new, 35 ended, 3 with another signature, 1 with another envelope; and the types that changed with them."""
    found = look("promptrails", "0.9.2", BEFORE)

    assert found.methods == 102
    new, ended = of(found, "method", "new"), of(found, "method", "ended")
    assert (len(new), len(ended)) == (27, 35)
    resources = {each.partition(".")[0]: 0 for each in new | ended}
    assert {name for name in resources if not any(each.startswith(f"{name}.") for each in ended)} == {
        "agent_triggers", "agent_vfs", "chat", "executions", "guardrails", "traces",
    }  # fmt: skip
    assert {"agents.playground", "executions.approval_inbox", "chat.submit_feedback", "agent_vfs.write"} < new
    assert {"prompts.run_prompt", "memories.get", "scores.list_configs", "webhook_triggers.list"} < ended
    assert of(found, "signature") == {"agents.create_version", "agents.create_guardrail", "prompts.create_version"}
    taken = [(each.kind, each.detail) for each in found.differences if each.part == "signature"]
    assert (len(taken), sum(kind == "ended" for kind, _ in taken)) == (17, 6)
    assert [(each.where, each.detail) for each in found.differences if each.part == "envelope"] == [
        ("llm_models.list_available", "data.groups")
    ]
    assert of(found, "request") | of(found, "answer") == set()
    assert found.changed == 4
    assert of(found, "field") == {
        "AgentVersion", "PromptVersion", "AgentExecution", "Trace", "LLMModel", "AvailableModelEntry", "TokenUsage",
    }  # fmt: skip
    assert len(of(found, "type", "new")) == 14
    assert len(of(found, "type", "ended")) == 20


def test_promptic_when_it_was_new() -> None:
    """12 methods more, 16 fewer, 3 changed; the Agent Gym is left out, with its reason."""
    found = look("promptic-sdk", "1.1.0", BEFORE)

    assert (len(of(found, "method", "new")), len(of(found, "method", "ended"))) == (12, 16)
    assert {"models.list", "get_ai_application", "create_dataset_cases"} < of(found, "method", "new")
    assert {"list_observations", "create_run", "wait_for_evaluation"} < of(found, "method", "ended")
    assert of(found, "signature") == {"create_experiment"}
    assert of(found, "request") == {"get_workspace"}
    assert of(found, "answer") == {"get_dataset", "get_workspace"}
    assert found.changed == 3
    assert ("Experiment", "taskType=toolSelection") in {(each.where, each.detail) for each in found.differences}
    (gym,) = (each for each in found.asides if each.name == "agent_gym")
    assert gym.names >= 50
    assert "124 methods" in gym.reason


@pytest.mark.parametrize(("package", "release"), [("promptrails", "0.9.2"), ("promptic-sdk", "1.1.0")])
def test_a_draft_dates_what_is_new_and_ended(package: str, release: str) -> None:
    """Valid YAML, an action for each; what nobody could see is marked in comments."""
    found = look(package, release, BEFORE)
    actions: list[dict[str, Any]] = yaml.safe_load(found.draft)["actions"]

    (paths,) = (each["update"] for each in actions if each["target"] == "$.paths")
    made = [each for item in paths.values() for each in item.values()]
    assert {each["x-since"] for each in made} == {release}
    new = {each.replace(".", "_") for each in of(found, "method", "new")} - {"download_artifact"}
    assert {each["operationId"] for each in made} == new
    assert ("download_artifact" in found.draft) is (
        package == "promptic-sdk"
    )  # it sends what get_artifact_content sends
    ended = [each for each in actions if each["target"].startswith("$.paths[") and "x-until" in each["update"]]
    assert len(ended) >= len(of(found, "method", "ended")) - 1  # one has no operation of its own
    assert "# look:" in found.draft
