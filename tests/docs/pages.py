"""The documentation's pages: their blocks of code, running these, and which test runs which."""

from __future__ import annotations

import functools
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar

from typer.testing import CliRunner

from promptport.cli.app import app

ROOT = Path(__file__).parents[2]
RUN = ("python", "console")
"""The languages of the blocks that a test must run."""

_BLOCK = re.compile(r'^```(\w*)(?: (?:title=")?([^\n"]+)"?)?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
_P = ParamSpec("_P")
_T = TypeVar("_T")

claimed: set[str] = set()
"""The blocks that tests say they run (`Page.runs`), in all modules that have been imported."""

_ran: set[str] = set()


class Block(NamedTuple):
    """A block of code: its language, what stands behind that, mostly a file's name, and the code."""

    language: str
    title: str
    text: str


def blocks(text: str) -> list[Block]:
    """The blocks of a text."""
    return [Block(*each) for each in _BLOCK.findall(text)]


def record(block: str) -> None:
    """Say that a block has been run."""
    _ran.add(block)


def typed(session: str) -> Iterator[tuple[str, str]]:
    """The commands of a session, each with what it says."""
    for shown in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, said = shown.partition("\n")
        yield command, said


class Page:
    """A page.

    Args:
        path: Its file, seen from the repository's root.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = (ROOT / path).read_text("utf-8")

    def blocks(self, language: str = "python", title: str | None = None) -> list[str]:
        """The code of its blocks in a language, of all of them or of those with a title."""
        return [each.text for each in blocks(self.text) if each.language == language and title in {None, each.title}]

    def to_run(self) -> list[str]:
        """The blocks that a test must run."""
        return [each.text for each in blocks(self.text) if each.language in RUN]

    def run(self, *programs: str, **names: Any) -> dict[str, Any]:
        """Run blocks of Python one after the other, and answer their names. A traceback has the lines of the page."""
        for each in programs:
            line = self.text.count("\n", 0, self.text.index(each))
            exec(compile("\n" * line + each, self.path, "exec", dont_inherit=True), names)
            record(each)
        return names

    def type(self, *sessions: str) -> None:
        """Type what sessions show, commands of promptport's; each must say what stands below it, and succeed."""
        for session in sessions:
            for command, said in typed(session):
                done = CliRunner().invoke(app, shlex.split(command)[1:], prog_name="promptport")
                assert (done.exit_code, done.stdout) == (0, said), command
            record(session)

    def made(self, block: str, text: str) -> None:
        """Say that a block shows a part of what was made, which is the text."""
        assert block in text
        record(block)

    def runs(self, *these: str) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
        """Mark a test as one that runs blocks of the page, all of them where none is named; else it fails."""
        mine = {*(these or self.to_run())}
        claimed.update(mine)

        def decorate(test: Callable[_P, _T]) -> Callable[_P, _T]:
            @functools.wraps(test)
            def checked(*args: _P.args, **kwargs: _P.kwargs) -> _T:
                _ran.difference_update(mine)
                answer = test(*args, **kwargs)
                assert not (left := mine - _ran), "the test has not run\n" + "\n".join(left)
                return answer

            return checked

        return decorate
