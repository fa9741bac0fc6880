"""What `promptport doctor` finds, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import typer

from .terminal import is_coloured, line, many
from .terminal import shown_in_line as shown

MARKS = {"good": ("ok", typer.colors.GREEN), "bad": ("!!", typer.colors.RED), "none": ("--", None)}
WIDTH = 12  # of the names of what was looked at


class Setting(NamedTuple):
    """A setting that counts.

    Attributes:
        name: Its name.
        origin: Where it comes from: a variable, a file, or a login.
        value: What it is; None where that is a secret, or may be one.
    """

    name: str
    origin: str
    value: str | None


class Finding(NamedTuple):
    """What was found out about one thing.

    Attributes:
        name: What was looked at, such as `xr2` or `cache`.
        mark: `good`, `bad` where something is wrong, or `none` where there is nothing.
        state: What it is like, in one word or few.
        details: What else is known of it, for people.
        problem: What is wrong and what to do about it; empty where nothing is.
        settings: The settings that count.
        data: What else is known of it, for programs.
    """

    name: str
    mark: str
    state: str
    details: str = ""
    problem: str = ""
    settings: tuple[Setting, ...] = ()
    data: dict[str, Any] = {}  # noqa: RUF012 # nobody changes it

    def as_data(self) -> dict[str, Any]:
        """It as plain data."""
        settings = {"settings": [each._asdict() for each in self.settings]} if self.settings else {}
        problem = {"problem": self.problem or None}
        return {"name": self.name, "ok": self.mark != "bad", "state": self.state, **self.data, **settings, **problem}


def lines_of(findings: list[Finding]) -> Iterator[str]:
    """All that was found, as lines for a person."""
    coloured = is_coloured()
    for each in findings:
        mark, colour = MARKS[each.mark]
        details = f" {line(each.details)}" if each.details else ""
        start = typer.style(mark, fg=colour, bold=True) if coloured else mark
        yield f"{start}  {shown(each.name):{WIDTH}}  {line(each.state)}{details}"
        for setting in each.settings:
            value = "set" if setting.value is None else shown(setting.value)
            yield f"      {setting.name}: {value}, from {shown(setting.origin)}"
        if each.problem:
            yield f"      {line(each.problem)}"
    wrong = sum(each.mark == "bad" for each in findings)
    yield many(wrong, "problem") if wrong else "no problem"
