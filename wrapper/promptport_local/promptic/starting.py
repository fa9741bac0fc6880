"""What an experiment starts from: its prompt, and the tools of one that selects them."""

from __future__ import annotations

from promptport_local.promptic.resources import SELECTION, Json
from promptport_local.promptic.scores import text_of, words

_TOOLS = ("tools", "toolSource", "systemPrompt", "optimizeSystemPrompt")


def starts_from(text: str | None, task: str = "") -> Json:
    """The fields of an experiment that starts from one text, or from none; where it selects tools, its system prompt."""
    if task == SELECTION:
        messages = [{"role": "system", "content": text}] if text else []
        return {**begins(messages, "single"), "systemPrompt": text}
    return begins([] if text is None else [{"role": "user", "content": text}], "single")


def begins(messages: list[Json], form: str) -> Json:
    """The fields of an experiment that starts from these messages."""
    return {
        "promptFormat": form,
        "initialPromptMessages": messages,
        "initialPromptTokens": words(text_of(messages)) if messages else None,
    }


def copied(source: Json, best: Json | None, override: str | None = None) -> Json:
    """The fields by which a copy of an experiment starts.

    Args:
        source: The experiment that is copied.
        best: Its best iteration, where the copy goes on from that.
        override: The text that it starts from instead of the source's.
    """
    task = source["taskType"]
    tools = {name: source[name] for name in _TOOLS} if task == SELECTION else {}
    if best is not None and tools:
        described = best["toolDescriptions"]
        tools["tools"] = [{**each, "description": described[each["name"]]} for each in tools["tools"]]
        tools["systemPrompt"] = best["selectionSystemPrompt"] or source["systemPrompt"]
    if best is not None:
        return {**tools, **begins(best["promptMessages"], source["promptFormat"])}
    if override is not None:
        return {**tools, **starts_from(override, task)}
    return {**tools, **begins(source["initialPromptMessages"], source["promptFormat"])}
