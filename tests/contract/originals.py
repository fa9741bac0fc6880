"""What each format's own renderer makes of a file."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import chevron  # type: ignore[import-untyped]
import jinja2
from dotpromptz import DataArgument, Dotprompt
from prompty import load, prepare

from .corpus import PHOTO, Case

Said = list[tuple[str, list[str]]]
HISTORY = ("user", "Earlier.")


def original(case: Case, path: Path) -> Said:
    """The messages of a file, each with its role and its texts and addresses.

    Args:
        case: What stands in the file.
        path: Where it lies.
    """
    return {
        "mustache": _mustache,
        "jinja": _jinja,
        "prompty": _prompty,
        "dotprompt": _dotprompt,
        "langfuse": _langfuse,
        "markdown": _markdown,
    }[case.format](case, path)


def _mustache(case: Case, path: Path) -> Said:
    return [
        ("user", [chevron.render(case.text, dict(case.values), partials_path=None, partials_dict=dict(case.parts))])
    ]


def _jinja(case: Case, path: Path) -> Said:
    parts = jinja2.DictLoader({f"{name}.j2": text for name, text in case.parts.items()})
    return [("user", [jinja2.Environment(loader=parts, autoescape=False).from_string(case.text).render(case.values)])]


def _prompty(case: Case, path: Path) -> Said:
    values = {**case.values, "photo": PHOTO, "chat": [{"role": HISTORY[0], "content": HISTORY[1]}]}
    return [
        (each.role, [part.value if hasattr(part, "value") else part.source for part in each.parts])
        for each in prepare(load(path), values)
    ]


def _dotprompt(case: Case, path: Path) -> Said:
    from dotpromptz import Message, Role, TextPart

    data: Any = DataArgument(
        input={**case.values, "photo": PHOTO}, messages=[Message(role=Role.USER, content=[TextPart(text=HISTORY[1])])]
    )
    if "{{history}}" not in case.text:
        data.messages = None
    found: Any = asyncio.run(Dotprompt(partials=dict(case.parts)).render(case.text, data))
    return [
        ("assistant" if each.role == Role.MODEL else str(each.role.value), [_part(part) for part in each.content])
        for each in found.messages
    ]


def _part(part: Any) -> str:
    return str(part.text) if hasattr(part, "text") else str(part.media.url)


def _langfuse(case: Case, path: Path) -> Said:
    """By the one rule of its `compile`: from two braces to the next two stands a name."""
    import json

    given = json.loads(case.text)
    row = (
        given["data"] if isinstance(given, dict) and "data" in given else given if isinstance(given, list) else [given]
    )[0]

    def compiled(text: str) -> str:
        def value(found: re.Match[str]) -> str:
            return str(case.values.get(found[1].strip(), found[0]))

        return re.sub(r"(?s)\{\{(.*?)\}\}", value, text)

    if isinstance(row["prompt"], str):
        return [("user", [compiled(row["prompt"])])]
    return [
        HISTORY_SAID if each.get("type") == "placeholder" else (each["role"], [compiled(each["content"])])
        for each in row["prompt"]
    ]


HISTORY_SAID = (HISTORY[0], [HISTORY[1]])


def _markdown(case: Case, path: Path) -> Said:
    body = re.sub(r"\A---\n.*?\n---\n", "", case.text, flags=re.DOTALL)
    lines = body.split("\n")
    while not lines[-1].strip():
        lines.pop()
    return [
        (
            "user",
            [
                re.sub(
                    r"(?<!\\)\{\{ ?(name|topic|language) ?\}\}",
                    lambda found: str(case.values[found[1]]),
                    "\n".join(lines),
                )
            ],
        )
    ]
