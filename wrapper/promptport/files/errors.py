"""What can be wrong with a prompt file, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..errors import CallError


class Problem(NamedTuple):
    """One thing that is wrong with a prompt file. As text it is `FILE:LINE:COLUMN: TEXT`, which editors can follow.

    Attributes:
        file: The file, beginning with the folder as it was named.
        line: The line, from 1.
        column: The character in it, from 1.
        text: What is wrong, and what to do about it.
    """

    file: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.text}"


class PromptFileError(CallError):
    """Prompt files can't be understood. Everything that is wrong with them is told at once.

    It is a `CallError` of the kind `unreadable`, so that `Client.get(..., fallback=...)` goes on with the fallback.

    Attributes:
        problems: What is wrong.
    """

    def __init__(self, message: str = "", problems: Sequence[Problem] = ()) -> None:
        super().__init__(message or "\n".join(map(str, problems)), kind="unreadable")
        self.problems = tuple(problems)
