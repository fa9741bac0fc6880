"""What the tests of MCP begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from promptport.platform import Fetched, Variable
from promptport.prompt import Message, Prompt

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
FILES = {
    "welcome.md": (
        "+++\ndescription = 'Greets a customer'\n[variables]\n"
        "customer_name = { type = 'string', description = 'Whom to greet' }\nage = { type = 'integer', default = 3 }\n"
        "vip = 'boolean'\ntags = 'array'\n+++\n"
        "--- system\nSpeak nicely.\n--- {{history}}\n--- user\nHi {{customer_name}}, {{age}}, {{vip}}, {{tags}}.\n"
    ),
    "mail/bye.md": "Bye {{name}}.",
    "mail/see you.md": "See you.",
}


def made(
    *texts: str | Mapping[str, Any], variables: Sequence[Variable] | None = None, name: str = "welcome", **more: Any
) -> Prompt:
    """A prompt."""
    messages = [{"role": "user", "content": each} if isinstance(each, str) else each for each in texts]
    return Prompt.of(Fetched(name, messages, variables, **more), "xr2", "network")


def message(content: Any, role: str = "user", **more: Any) -> Message:
    """A message."""
    return Message.of({"role": role, "content": content, **more})


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write prompt files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
