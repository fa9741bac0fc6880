"""What an iteration of an experiment that selects tools comes to.

No model is asked: the tool whose name and description share the most words with a query is the one that is selected, and a
description gets better with each iteration by some of the queries that it is right for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from promptport_local.promptic.resources import Json
from promptport_local.promptic.scores import marked

# Shorter ones are "the", "is", "get", which say nothing of a tool.
_WORDS = re.compile(r"\w{4,}")


def descriptions(tools: Sequence[Json], cases: Sequence[Json], number: int) -> dict[str, str]:
    """The descriptions of tools as an iteration has them: with so many examples of what each is for.

    Args:
        tools: The tools.
        cases: The cases of the dataset; those that are held out give no example.
        number: The number of the iteration, from 1.
    """
    found = {}
    for tool in tools:
        name, examples = tool["name"], [_query(each) for each in cases if _for(each, tool["name"])][:number]
        found[name] = "\n".join([tool["description"], *(f"For example: {each}" for each in examples)])
    return found


def selected(query: str, described: Mapping[str, str]) -> str:
    """The tool that is selected for a query; nothing where none fits."""
    wanted = _words(query)
    shared = {name: len(wanted & _words(f"{name.replace('_', ' ')} {text}")) for name, text in described.items()}
    best = max(shared, key=lambda name: shared[name], default="")
    return best if best and shared[best] else ""


def accuracy(cases: Sequence[Json], described: Mapping[str, str]) -> float:
    """The part of some cases for which the right tool is selected, its name in whatever case."""
    right = [selected(_query(each), described).lower() == str(each["expectedPayload"] or "").lower() for each in cases]
    return sum(right) / len(right) if right else 0.0


def system_prompt(experiment: Json, number: int) -> str | None:
    """The system prompt as an iteration has it; None where it is not to be changed."""
    if not experiment["optimizeSystemPrompt"]:
        return None
    (message,) = marked([{"role": "system", "content": experiment["systemPrompt"] or ""}], number)
    return str(message["content"])


def _for(case: Json, tool: str) -> bool:
    return case["split"] != "eval" and str(case["expectedPayload"] or "").lower() == tool.lower()


def _query(case: Json) -> str:
    return str(case["inputPayload"].get("input", ""))


def _words(text: str) -> set[str]:
    return set(_WORDS.findall(text.lower()))
