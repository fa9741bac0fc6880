"""Parts of prompts: texts of other files, put in where `{{> name}}` stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from ..concurrency.fork import register_at_fork
from ..prompt.rewriting import Piece, joined, pieces_of
from .constructs import constructs, one_line
from .errors import Problem, PromptFileError
from .file_cache import MOST
from .marks import HEAD
from .messages import with_texts
from .prompt_file import PromptFile, placeholders_of

DEEPEST = 20  # how deep parts may stand in parts


_Met = dict[Path, PromptFile | PromptFileError]


class Version(NamedTuple):
    """A version of a prompt, as its file says it.

    Attributes:
        name: The prompt's name.
        path: The file.
        shown: How errors name the file.
        file: What it says.
    """

    name: str
    path: Path
    shown: str
    file: PromptFile


class NoPart(Exception):
    """There is no part of a name; the text says why."""


class Parts:
    """Puts parts in, for threads to share. What it answers is the same object for as long as all files are.

    Args:
        production: The version of a prompt that is in production, by the prompt's name. It raises NoPart and PromptFileError.
    """

    def __init__(self, production: Callable[[str], Version]) -> None:
        self._production = production
        self._made: dict[Path, tuple[PromptFile, Sequence[PromptFile], PromptFile]] = {}
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a lock of its own."""
        self._lock = RLock()

    def put_in(self, version: Version, *, good: bool) -> PromptFile:
        """What a version says with its parts in it.

        Args:
            version: The version.
            good: Whether what it said last goes on where a part is missing or malformed.

        Raises:
            PromptFileError: A part is missing, malformed, more than a text, or puts in itself.
        """
        if not version.file.parts:
            return version.file
        try:
            return self._put_in(version, (), {})
        except PromptFileError:
            with self._lock:
                made = self._made.get(version.path)
            if good and made is not None and made[0] is version.file:
                return made[2]
            raise

    def _put_in(self, version: Version, inside: Sequence[Version], met: _Met) -> PromptFile:
        """Put parts in, each file once, however often it is named."""
        known = met.get(version.path)
        if isinstance(known, PromptFileError):
            raise known
        if known is not None or not version.file.parts:
            return known or version.file
        try:
            met[version.path] = made = self._made_of(version, inside, met)
        except PromptFileError as error:
            met[version.path] = error
            raise
        return made

    def _made_of(self, version: Version, inside: Sequence[Version], met: _Met) -> PromptFile:
        found: dict[str, PromptFile] = {}
        problems = []
        for name in version.file.parts:
            try:
                found[name] = self._part(name, [*inside, version], met)
            except NoPart as error:
                problems.append(_problem(version, name, str(error)))
            except PromptFileError as error:
                problems.append(_problem(version, name, f"is malformed: {error.problems[0]}"))
        if problems:
            raise PromptFileError(problems=sorted(problems))
        with self._lock:
            made = self._made.get(version.path)
        parts = list(found.values())
        if made is None or made[0] is not version.file or list(map(id, made[1])) != list(map(id, parts)):
            made = version.file, parts, _with_parts(version, found)
            with self._lock:
                self._made[version.path] = made
        return made[2]

    def _part(self, name: str, inside: Sequence[Version], met: _Met) -> PromptFile:
        part = self._production(name)
        if part.path in {each.path for each in inside}:
            raise NoPart(f"would put a file into itself: {' > '.join([*(each.name for each in inside), name])}.")
        if len(inside) >= DEEPEST:
            raise NoPart(f"stands in parts that are nested more than {DEEPEST} deep.")
        file = self._put_in(part, inside, met)
        if len(file.messages) != 1 or not isinstance(file.messages[0].get("content"), str):
            raise NoPart(f"is no text: {part.shown} has other than one message, or one that has parts of its own.")
        return file


def _with_parts(version: Version, parts: Mapping[str, PromptFile]) -> PromptFile:
    """What a file says with all its parts in it, and their variables among its own."""
    file = version.file
    remaining = MOST

    def filled(text: str) -> str:
        nonlocal remaining
        made = _filled(text, {name: part.messages[0]["content"] for name, part in parts.items()}, remaining)
        if made is None:
            raise PromptFileError(
                problems=[_problem(version, next(iter(parts)), f"makes the text longer than {MOST:,}.")]
            )
        remaining -= len(made)
        return made

    messages = tuple(with_texts(file.messages, filled))
    variables = file.variables
    if variables is not None or any(each.variables is not None for each in parts.values()):
        declared = {each.name: each for each in file.needed}
        for part in parts.values():
            for each in part.needed:
                declared.setdefault(each.name, each)
        variables = tuple(declared.values())
    return file._replace(messages=messages, placeholders=placeholders_of(messages), variables=variables, parts=())


def _filled(text: str, parts: Mapping[str, str], most: int) -> str | None:
    """A text with its parts in it; None where it would have more characters than that."""
    pieces: list[Piece] = []
    at, length = 0, len(text)
    for each in constructs(text):
        if not each.part or (not each.literal and each.part not in parts):
            continue
        pieces += pieces_of(text[at : each.begin - each.slashes] + "\\" * (each.slashes // 2), (), "escaped")
        at = each.end
        if each.literal:
            pieces.append(Piece(text[each.begin : each.end]))
            continue
        length += len(parts[each.part])
        if length > most:
            return None
        pieces += pieces_of(parts[each.part], (), "escaped")
    pieces += pieces_of(text[at:], (), "escaped")
    return joined(_merged(pieces), "escaped")


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces, with no literal next to another one."""
    made: list[Piece] = []
    literal: list[str] = []
    for each in pieces:
        if each.name is None:
            literal.append(each.text)
        else:
            made += Piece("".join(literal)), each
            literal = []
    return [each for each in [*made, Piece("".join(literal))] if each.text]


def _problem(version: Version, name: str, text: str) -> Problem:
    """What is wrong with a part, where the file first names it."""
    shown = one_line(f"{{{{> {name}}}}}")
    try:
        with version.path.open("rb") as opened:
            lines = opened.read(MOST).decode(errors="replace").replace("\r\n", "\n").split("\n")
    except OSError:
        lines = []
    first = 0
    if lines and lines[0].rstrip(" \t") == HEAD:
        first = next((at for at, line in enumerate(lines[1:], 2) if line.rstrip(" \t") == HEAD), 0)
    body = "\n".join(lines[first:])
    begin = next((each.begin for each in constructs(body) if each.part == name and not each.literal), 0)
    before = body[:begin]
    line, column = first + before.count("\n") + 1, begin - before.rfind("\n")
    return Problem(version.shown, line, column, f"`{shown}` {text}")
