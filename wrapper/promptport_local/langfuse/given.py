"""Prompts that were given to the server, as Langfuse keeps them."""

from __future__ import annotations

from promptport_local.langfuse.state import Json
from promptport_local.langfuse.versions import PRODUCTION
from promptport_local.prompts import Prompt, Version, text_of


def versions_of(prompt: Prompt) -> list[Json]:
    """The versions of a prompt that was given: texts where all of them can be, else chats with named places."""
    text = all(_is_text(each) for each in prompt.versions)
    live = prompt.live
    return [
        {
            "version": each.number,
            "prompt": each.said[0]["content"] if text else [_message(one) for one in each.messages],
            "labels": list(dict.fromkeys([*each.labels, *([PRODUCTION] if each is live else [])])),
            "config": each.config,
            "commitMessage": each.note or None,
        }
        for each in prompt.versions
    ]


def _is_text(version: Version) -> bool:
    """Whether it is one text of the user, and nobody says that it is a chat."""
    first = version.messages[0]
    single = len(version.messages) == 1 and first.get("role") == "user" and isinstance(first["content"], str)
    return single and version.kind != "chat"


def _message(message: Json) -> Json:
    """A message with its texts alone, which is all that Langfuse keeps; or a place for others."""
    if "slot" in message:
        return {"type": "placeholder", "name": message["slot"]}
    return {"role": message["role"], "content": text_of(message) or ""}
