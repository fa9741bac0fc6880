"""What a reader of a format makes of a text, in a form that tests can compare."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from promptport.formats.outcome import Draft
from promptport.formats.reading import file_of
from promptport.formats.report import Report


def read(reader: Callable[[str, Report], Draft], text: str, file: str = "in/a.x") -> tuple[Draft, Report]:
    """What a reader makes of a text, and what it says about it."""
    report = Report(file)
    return reader(text, report), report


def messages(draft: Draft) -> list[Any]:
    """The messages of a prompt, short: `role: content`, or the place of a history."""
    return [each.get("slot") or (each["role"], each["content"]) for each in file_of(draft).messages]


def lines(found: list[Any]) -> list[int]:
    """The lines of problems or notes."""
    return [each.line for each in found]
