"""Versions that are written into a folder of prompt files, labelled and deleted there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from ..concurrency.fork import register_at_fork
from ..errors import ArgumentError, CallError, NotFound, NotSupported
from ..platform import NewVersion, Query
from ..prompt.rewriting import Unsayable
from ..system.reading import read_regular
from .conversion import file_of
from .file_cache import MOST
from .folder import Folder, number_of
from .front_matter import LATEST
from .labels import Unchangeable, relabelled
from .listing import SUFFIX, File, composed
from .prompt_file import read_prompt_file
from .saving import create, save
from .writing import write_prompt_file

_TRIES = 100  # numbers that others may take meanwhile


class Changes:
    """Changes a folder of prompt files, for threads to share. A file that is there is never written over by a new version.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a lock of its own."""
        self._lock = RLock()

    def create(self, version: NewVersion) -> int:
        """Write a version, `NAME@NUMBER.md`, and take its labels from the others.

        Returns:
            Its number: the next one, where it says none.

        Raises:
            ArgumentError: Its name is none, or its number is taken.
            NotSupported: A file can't say something in it.
            CallError: It can't be written.
        """
        try:
            data = write_prompt_file(file_of(version))
        except Unsayable as error:
            raise NotSupported(error.message) from None
        query = Query(version.name, version.version)
        wanted = number_of(query)
        if wanted is not None and not 0 < wanted < 1_000_000_000:
            raise ArgumentError(f"The versions of a prompt file are numbers from 1: {wanted} is none.")
        with self._lock, _failures(f"{version.name} can't be written"):
            number = self._written(composed(version.name), wanted, data)
            try:
                for label in version.labels:
                    self._take(version.name, label, number)
            except CallError as error:
                error.may_have_arrived = True  # it is there, and others have its labels, too
                raise
        return number

    def label(self, query: Query, label: str) -> None:
        """Give a label to a version, and take it from the others.

        Raises:
            ArgumentError: The label is empty, or the query has no version.
            NotFound: There is no such prompt or version.
            NotSupported: The label is `latest`, or the file can't be changed so.
            CallError: A file can't be read or written.
        """
        if label == LATEST:
            raise NotSupported(f"`{LATEST}` is no label to give: it finds the version of the highest number by itself.")
        number = number_of(query)
        if not label or number is None:
            raise ArgumentError("A label is a text that is not empty, and is given to a version: name its number.")
        with self._lock, _failures(f"{query.name} can't be labelled"):
            (file,) = self._folder.files(query)
            self._change(file, label, given=True)
            self._take(query.name, label, number)

    def delete(self, query: Query) -> None:
        """Delete the file of a version; without one, all files of the prompt.

        Raises:
            NotFound: There is no such prompt or version.
            CallError: A file can't be deleted.
        """
        with self._lock, _failures(f"{query.name} can't be deleted"):
            for each in self._folder.files(query):
                each.path.unlink(missing_ok=True)

    def _written(self, name: str, wanted: int | None, data: bytes) -> int:
        for _ in range(_TRIES):
            try:
                files = self._folder.files(Query(name))
            except NotFound:
                files = []
            number = max((each.number for each in files), default=0) + 1 if wanted is None else wanted
            if any(each.number == number for each in files):
                raise ArgumentError(f"{name} has a version {number} already, and a file is never written over.")
            path = self._path(name, number, files)
            try:
                create(path, data)
            except FileExistsError:
                continue  # somebody else was faster
            return number
        raise CallError(f"Others take the numbers of {name} too fast.", kind="connection")

    def _path(self, name: str, number: int, files: list[File]) -> Path:
        """Where a version is to lie: beside the others, and else where its name says. No link leads there."""
        *parents, last = name.split("/")
        folder = self._folder.path
        for each in parents:
            folder = folder / each
            if folder.is_symlink():
                raise CallError(f"{folder} is a link to a folder, which is not followed.", kind="connection")
        if files:
            folder = files[0].path.parent
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{last}@{number}{SUFFIX}"

    def _take(self, name: str, label: str, number: int) -> None:
        """Take a label from all versions but one."""
        for each in self._folder.files(Query(name)):
            if each.number != number:
                self._change(each, label, given=False)

    def _change(self, file: File, label: str, *, given: bool) -> None:
        data, _ = read_regular(file.path, MOST)
        labels = read_prompt_file(data, os.fspath(file.path), parts=True).labels
        if given is (label in labels):
            return
        try:
            changed = relabelled(data, [*labels, label] if given else [each for each in labels if each != label])
        except Unchangeable as error:
            raise NotSupported(f"{file.path}: {error}: change the labels there.") from None
        save(file.path, changed, data)


@contextmanager
def _failures(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CallError(f"{what}: {error.strerror or error}.", kind="connection") from None
