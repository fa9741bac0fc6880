"""Two texts side by side in a terminal, however narrow it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from ..transfer.words import Line, Row, side_by_side
from .terminal import shown

GUTTER = 3  # characters between the sides
LEFT, RIGHT = (
    ("[-", "-]", "red"),
    ("{+", "+}", "green"),
)  # how words are marked where there is no colour, and where there is


def show(left: str, right: str) -> None:
    """Write both to stdout: coloured on a terminal, and with marks elsewhere."""
    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)
    coloured = console.is_terminal and not console.no_color and console.color_system is not None
    for line in lines(
        side_by_side(left.removesuffix("\n"), right.removesuffix("\n")), console.width, coloured=coloured
    ):
        console.print(line, soft_wrap=True)


def lines(rows: list[Row], width: int, *, coloured: bool) -> Iterator[Text]:
    """The lines of a terminal.

    Args:
        rows: What is shown.
        width: How wide the terminal is.
        coloured: Whether words are marked by colour alone.
    """
    side = max((width - GUTTER) // 2, 4)
    measure = Console(width=side)
    for row in rows:
        if row.gap:
            yield Text("...")
        left, right = _cell(row.left, LEFT, coloured), _cell(row.right, RIGHT, coloured)
        ours, theirs = left.wrap(measure, side, tab_size=4), right.wrap(measure, side, tab_size=4)
        sign = "<" if row.right is None else ">" if row.left is None else "|" if row.changed else " "
        for at in range(max(len(ours), len(theirs), 1)):
            one = ours[at] if at < len(ours) else Text()
            other = theirs[at] if at < len(theirs) else Text()
            one.rstrip()
            other.rstrip()
            gap = " " * (side - cell_len(one.plain))
            made = Text.assemble(one, gap, f" {sign} ", other)
            made.rstrip()
            yield made


def _cell(line: Line | None, marks: tuple[str, str, str], coloured: bool) -> Text:
    made = Text()
    begin, end, colour = marks
    for each in line or ():
        text = shown(each.text.expandtabs(4))
        if not each.changed:
            made.append(text)
        elif coloured:
            made.append(text, style=f"{colour} reverse" if not text.strip() else colour)
        else:
            made.append(f"{begin}{text}{end}")
    return made
