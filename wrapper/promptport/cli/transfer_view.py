"""What `pull`, `push` and `diff` have in common: their options, and how they tell what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any

import typer

from ..transfer.step import Step
from .terminal import many, progress, shown

NamesArgument = Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="The prompts; else all.")]
QUIET = ("unchanged", "same")  # what a line each would say nothing new of


def watching(title: str) -> Callable[[int], AbstractContextManager[Callable[[int], None]]]:
    """A bar for what is not counted yet."""
    return lambda total: progress(total, title)


def tell(steps: Iterable[Step]) -> None:
    """A line for each prompt of which there is something to tell."""
    for each in steps:
        if each.action not in QUIET:
            typer.echo(f"{each.action:<9}  {shown(each.name)}{f'  {shown(each.text)}' if each.text else ''}")


def counted(steps: Sequence[Step]) -> str:
    """How many prompts there are, and what became of them."""
    counts: dict[str, int] = {}
    for each in steps:
        counts[each.action] = counts.get(each.action, 0) + 1
    found = ", ".join(f"{count:,} {action}" for action, count in sorted(counts.items()))
    return f"{many(len(steps), 'prompt')}{f': {found}' if found else ''}"


def data(steps: Iterable[Step], folder: Path, **more: Any) -> dict[str, Any]:
    """What was done, for programs."""
    return {"folder": str(folder), **more, "prompts": [each._asdict() for each in steps]}
