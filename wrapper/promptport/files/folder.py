"""A folder of prompt files: which names and versions there are, and which of them is meant."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from ..errors import ArgumentError, NotFound
from ..platform import Query
from ..spelling import closest, instead
from .errors import Problem, PromptFileError
from .file_cache import FileCache
from .front_matter import LATEST, PRODUCTION
from .lint import lint
from .listing import SUFFIX, File, Listing, composed
from .parts import NoPart, Parts, Version
from .prompt_file import PromptFile

# No part of a name begins with a dot, so that none is `..`; what Windows reads in another way is refused everywhere.
_PART = re.compile(r"(?![. ])[^\x00-\x1f\x7f/\\:@\ud800-\udfff]+(?<![. ])")
_RULE = "its parts are divided by `/`, do not begin or end with a dot or a blank, and have no `\\`, `:`, `@` or control character"


class PromptVersions(NamedTuple):
    """A prompt of a folder, with all its versions.

    Attributes:
        name: Its name; `/` stands between it and those of its folders.
        versions: Its versions by number, the lowest first.
    """

    name: str
    versions: Mapping[int, PromptFile]

    def labelled(self, label: str) -> int | None:
        """The number of the version that a label finds: the highest that carries it; None where none does.

        `latest` finds the highest version. Where none carries `production`, that is the highest that is no draft.
        """
        found = [number for number, each in self.versions.items() if label == LATEST or label in each.labels]
        if not found and label == PRODUCTION:
            found = [number for number, each in self.versions.items() if not each.draft]
        return max(found, default=None)


class Folder:
    """A folder of prompt files. It is looked at anew with every call, and can be shared by threads.

    A file that is being saved is never seen half: where one is malformed or away for a moment, what it said last goes on.

    Args:
        place: The folder; `~` is the user's own.

    Attributes:
        path: Where it is, whatever the current folder becomes.

    Raises:
        ConfigurationError: There is no such folder.
    """

    def __init__(self, place: str | os.PathLike[str]) -> None:
        self._file_cache = FileCache()
        self._listing = Listing(place, self._file_cache.forget)
        self._parts = Parts(self._in_production)
        self.path = self._listing.path

    def find(self, query: Query) -> tuple[int, PromptFile]:
        """The version that a query means, and its number.

        A version that is asked for by its number needs its own file alone; else all files of the prompt are read.

        Raises:
            ArgumentError: The name is none, or the version is no number.
            NotFound: There is no such prompt, version or label.
            PromptFileError: A file that is needed is malformed.
            CallError: The folder can't be read.
        """
        number = number_of(query)
        query = query._replace(name=composed(query.name))
        versions, problems = self._versions(self.files(query), good=True)
        if problems:
            raise PromptFileError(problems=problems)
        if number is not None:
            return number, versions[number]
        prompt = PromptVersions(query.name, versions)
        chosen = prompt.labelled(query.label or PRODUCTION)
        if chosen is not None:
            return chosen, versions[chosen]
        if query.label in (None, PRODUCTION):
            raise NotFound(f'Of {query.name} there are drafts only: ask for label="draft", or for a version.', *query)
        labels = sorted({LATEST, PRODUCTION, *(label for each in versions.values() for label in each.labels)})
        text = f"No version of {query.name} has the label {query.label!r}: there are {', '.join(labels)}."
        raise NotFound(text, *query)

    def versions(self, name: str) -> Mapping[int, PromptFile]:
        """The versions of a prompt, by number.

        Raises:
            ArgumentError: The name is none.
            NotFound: There is no such prompt.
            PromptFileError: A file of it is malformed.
            CallError: The folder can't be read.
        """
        versions, problems = self._versions(self.files(Query(name)), good=True)
        if problems:
            raise PromptFileError(problems=problems)
        return versions

    def names(self) -> list[str]:
        """The names of all prompts, sorted, whether their files are malformed or not.

        Raises:
            CallError: The folder can't be read.
        """
        return sorted({each.name for each in self._listing.walk() if _valid(each.name)})

    def prompts(self) -> list[PromptVersions]:
        """All prompts, by name.

        Raises:
            PromptFileError: Files are malformed; everything that is wrong in the folder is told.
            CallError: The folder can't be read.
        """
        prompts, problems = self._all()
        if problems:
            raise PromptFileError(problems=problems)
        return prompts

    def check(self) -> list[Problem]:
        """Everything that is wrong in the folder, in the order of files and lines.

        Raises:
            CallError: The folder can't be read.
        """
        return self._all()[1]

    def check_file(self, path: str | os.PathLike[str]) -> list[Problem]:
        """Everything that is wrong in a file of the folder, in the order of lines; nothing where it is no prompt's.

        Args:
            path: The file.
        """
        file = self._listing.file(Path(path))
        if file is None:
            return []
        clashes = [_clash(file, each, self._listing) for each in self._listing.look_alikes(file)]
        return sorted([*self._versions([file])[1], *clashes])

    def paths(self) -> list[Path]:
        """All prompt files, by their names.

        Raises:
            CallError: The folder can't be read.
        """
        return [each.path for each in sorted(self._listing.walk())]

    def _all(self) -> tuple[list[PromptVersions], list[Problem]]:
        files: dict[str, list[File]] = {}
        closed: list[Path] = []
        for each in self._listing.walk(closed=closed):
            files.setdefault(each.name, []).append(each)
        prompts = []
        problems = [
            Problem(self._listing.display_path(each), 1, 1, "The folder may not be read, so nothing in it is a prompt.")
            for each in closed
        ]
        spelt: dict[str, str] = {}
        for name, found in sorted(files.items()):
            versions, wrong = self._versions(found)
            prompts.append(PromptVersions(name, versions))
            problems += wrong
            other = spelt.setdefault(name.casefold(), name)
            if other != name:
                problems.append(Problem(self._listing.display_path(found[0].path), 1, 1, _alike(name, other)))
        return prompts, sorted(problems)

    def _versions(self, files: Iterable[File], *, good: bool = False) -> tuple[dict[int, PromptFile], list[Problem]]:
        """What stands in the files of one prompt, or stood there last, and what is wrong with them."""
        versions: dict[int, PromptFile] = {}
        problems: list[Problem] = []
        first: dict[int, str] = {}
        for each in sorted(files):
            file = self._listing.display_path(each.path)
            if wrong := self._misnamed(each):
                problems.append(Problem(file, 1, 1, wrong))
            elif each.number in first:
                problems.append(Problem(file, 1, 1, _twice(each, first[each.number])))
            else:
                first[each.number] = file
                try:
                    said = Version(each.name, each.path, file, self._file_cache.read(each.path, file, good=good))
                    versions[each.number] = made = self._parts.put_in(said, good=good)
                    problems += () if good else lint(said, made)
                except PromptFileError as error:
                    problems += error.problems
        return versions, problems

    def _in_production(self, name: str) -> Version:
        """The version of a prompt that is put in where another one names it as a part."""
        name = composed(name)
        if not _valid(name):
            raise NoPart(f"can't be a prompt's name: {_RULE}.")
        found = {each.number: each for each in self._listing.files(name) if self._misnamed(each) is None}
        if not found:
            close = closest(name, {each.name for each in self._listing.walk()})
            raise NoPart(f"names no prompt of the folder{f' (did you mean {close}?)' if close else ''}.")
        shown = {number: self._listing.display_path(each.path) for number, each in found.items()}
        said = {number: self._file_cache.read(each.path, shown[number]) for number, each in sorted(found.items())}
        number = PromptVersions(name, said).labelled(PRODUCTION)
        if number is None:
            raise NoPart("names a prompt of which there are drafts only.")
        return Version(name, found[number].path, shown[number], said[number])

    def _misnamed(self, file: File) -> str | None:
        if not _valid(file.name):
            return f"{file.name!a} can't be a prompt's name: {_RULE}."
        if not file.number:
            return f"What stands between `@` and `{SUFFIX}` is a version: 1, 2, 3 and so on, without zeros before it."
        if file.path.is_symlink() and not self._listing.leads_inside(file.path):
            return "The link leads out of the folder."
        return None

    def files(self, query: Query) -> list[File]:
        """The file of the version of a query; without one, all files of the prompt.

        Raises:
            ArgumentError: The name is none, or the version is no number.
            NotFound: There is no such prompt or version.
            CallError: The folder can't be read.
        """
        name, number = composed(query.name), number_of(query)
        if not _valid(name):
            digits = name.partition("@")[2]
            hint = f" Ask for version={digits} in an argument of its own." if digits.isdecimal() else ""
            raise ArgumentError(f"{name!r} can't be a prompt's name: {_RULE}.{hint}")
        files = self._listing.files(name)
        if not files:
            begin = f"It has no prompt files: `promptport prompts new {name} --to {self._listing.place}` begins one."
            remedy = instead(name, {each.name for each in self._listing.walk()}) or begin
            raise NotFound(f"There is no prompt {name!r} in the folder {self._listing.place}. {remedy}", *query)
        found = [each for each in files if number in (None, each.number)]
        if not found:
            there = ", ".join(str(each.number) for each in sorted(files) if each.number)
            raise NotFound(f"{name} has no version {number}: there are {there or 'none'}.", *query)
        return found


def _alike(name: str, other: str) -> str:
    return f"{name} and {other} differ in case alone: where case does not count, they are one file."


def _clash(file: File, other: File, listing: Listing) -> Problem:
    text = _alike(file.name, other.name) if other.name != file.name else _twice(file, other.path.name)
    return Problem(listing.display_path(file.path), 1, 1, text)


def _twice(file: File, other: str) -> str:
    return f"This is version {file.number} of {file.name}, and so is {other}."


def _valid(name: str) -> bool:
    return all(_PART.fullmatch(each) for each in name.split("/"))


def number_of(query: Query) -> int | None:
    """The number of the version that a query asks for, if any. Raises ArgumentError where it is no number."""
    version = query.version
    if version is None or isinstance(version, int):
        return version
    if version.isdecimal() and len(version) < 10:
        return int(version)
    raise ArgumentError(f"The versions of a prompt file are numbers: {version!r} is none.")
