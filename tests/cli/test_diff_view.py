"""Proves that two texts stand side by side in whatever a terminal has room for."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from promptport.cli.diff_view import lines
from promptport.transfer.words import side_by_side

pytestmark = pytest.mark.one_python("what a command says is the same on all")
LEFT = "You answer briefly.\n\nBye [red]{{name}}[/red] \x1b[31m漢字漢字漢字漢字漢字.\nlast"
RIGHT = "You answer very briefly.\n\nBye [red]{{names}}[/red] \x1b[31m漢字漢字漢字漢字漢.\nlast\nmore"


def test_words_are_marked() -> None:
    said = [each.plain for each in lines(side_by_side(LEFT, RIGHT), 80, coloured=False)]
    assert said[0] == "You answer briefly.                    | You answer {+very +}briefly."
    assert said[-1] == "                                       > {+more+}"
    assert any("[red]" in each for each in said)
    assert "\x1b" not in "".join(said)


@pytest.mark.parametrize("width", [1, 20, 40, 41, 79])
def test_however_narrow(width: int) -> None:
    """No line is wider than the terminal, and the sides keep their columns, also where characters are two cells wide."""
    for coloured in (False, True):
        for line in lines(side_by_side(LEFT, RIGHT), width, coloured=coloured):
            assert cell_len(line.plain) <= max(width, 11)


def test_colours() -> None:
    (line,) = lines(side_by_side("a b", "a c"), 40, coloured=True)
    assert line.plain == "a b                | a c"
    assert [(line.plain[each.start : each.end], str(each.style)) for each in line.spans if each.style] == [
        ("b", "red"),
        ("c", "green"),
    ]
