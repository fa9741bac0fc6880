"""Proves that what versions, labels, tags and references promise each other holds, whatever calls come in whatever order."""

from __future__ import annotations

import random
from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.langfuse.backend import Backend
from promptport_local.langfuse.dependencies import dependencies_of
from promptport_local.langfuse.versions import chosen

from ..conftest import Clock
from .conftest import create

NAMES = ("a", "b", "c/d")
LABELS = ("production", "staging", "x")
STEPS, ROUNDS = 300, 40
FIXED = ("version", "prompt", "config", "commitMessage", "createdAt", "createdBy")


def act(langfuse: Backend, chance: random.Random) -> str:
    """Make one call that may be refused; answers what it was."""
    name, number = chance.choice(NAMES), chance.randint(1, 5)
    some = chance.sample(LABELS, chance.randint(0, 2))
    call = chance.choice(("create", "create", "create", "give", "delete"))
    if call == "create":
        other, label = chance.choice(NAMES), chance.choice((*LABELS, "latest"))
        tag = f"@@@langfusePrompt:name={other}|{chance.choice((f'version={number}', f'label={label}'))}@@@"
        said: Any = chance.choice(("", "", "text", tag, [], [{"role": "user", "content": tag}]))
        fields: dict[str, Any] = chance.choice(({}, {"tags": chance.sample(("s", "t"), 1)}, {"tags": []}))
        create(langfuse, name, said, labels=chance.choice((some, [*some, "latest"])), **fields)
    elif call == "give":
        langfuse.give(name, number, some)
    else:
        langfuse.delete(
            name, *chance.choice(((number, None), (None, chance.choice((*LABELS, "latest"))), (None, None)))
        )
    return call


def check(langfuse: Backend, before: dict[str, Any]) -> None:
    held = {each["name"]: each for each in langfuse.prompts}
    for name, prompt in held.items():
        numbers = [each["version"] for each in prompt["versions"]]
        assert numbers == sorted(set(numbers)) != []
        assert len({each["id"] for each in prompt["versions"]}) == len(numbers)
        given = [label for each in prompt["versions"] for label in each["labels"]]
        assert len(given) == len(set(given))  # a label stands on one version at the most
        (latest,) = [each["version"] for each in prompt["versions"] if "latest" in each["labels"]]
        assert latest == numbers[-1]
        assert {langfuse.get(name, number, resolve=False)["type"] for number in numbers} == {prompt["type"]}
        assert all(langfuse.get(name, number, resolve=False)["tags"] == prompt["tags"] for number in numbers)
        for each in prompt["versions"]:  # nothing that is referred to is gone
            for one in dependencies_of(each["prompt"]):
                assert one.name in held
                assert chosen(held[one.name], one.version, one.label)
        known = {each["id"]: each for each in before.get(name, {"versions": []})["versions"]}
        retagged = name in before and before[name]["tags"] != prompt["tags"]
        for each in prompt["versions"]:  # what a version says stays; it has changed where its labels or tags have
            old = known.get(each["id"])
            if old:
                assert [each[field] for field in FIXED] == [old[field] for field in FIXED]
                assert (each["updatedAt"] != old["updatedAt"]) == (retagged or each["labels"] != old["labels"])


@pytest.mark.parametrize("seed", [1, 2])
def test_any_calls_in_any_order(langfuse: Backend, clock: Clock, seed: int, size: float) -> None:
    """Each is done whole or, where it is refused, not at all."""
    chance = random.Random(seed)
    done, refusals = {"create": 0, "give": 0, "delete": 0}, {400: 0, 404: 0}
    for step in range(STEPS * max(1, int(ROUNDS * size))):
        if step % STEPS == 0:  # what refers to each other can't be deleted, so that there are more and more of them
            for prompt in langfuse.prompts:
                langfuse._state.prompts.remove(prompt["name"])
        clock.forward(seconds=1)
        before = {each["name"]: each for each in langfuse.prompts}
        try:
            call = act(langfuse, chance)
        except Refusal as refusal:
            refusals[refusal.status] += 1
            assert {each["name"]: each for each in langfuse.prompts} == before
            continue
        done[call] += 1
        check(langfuse, before)
    assert min(*done.values(), *refusals.values()) > 10  # each has been tried
