"""Versions that some of a prompt's users get, beside the one that was pulled: what a bundle chooses among for a `unit`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from ..client._sync import Client
from ..errors import Error
from ..files.listing import SUFFIX
from ..files.lock_file import Lock, LockEntry
from ..files.prompt_file import read_prompt_file
from ..files.writing import write_prompt_file
from ..platform import Share
from .local import LocalFolder
from .remote import remote
from .step import Step

Files = dict[str, bytes | None]  # by path from the folder on, what becomes of them; None takes one away


class Variants:
    """The further versions of prompts, while a pull finds out what becomes of them.

    Args:
        client: The platform.
        local: The folder.
        lock: What its lock has said.
        force: Whether files that were edited here are overwritten.
    """

    def __init__(self, client: Client, local: LocalFolder, lock: Lock, force: bool) -> None:
        self._client, self._local, self._force = client, local, force
        self._entries: dict[tuple[str, str], LockEntry] = {
            (each.name, str(each.version)): each for each in lock.variants
        }

    @property
    def entries(self) -> tuple[LockEntry, ...]:
        """What the lock is to say of them."""
        return tuple(self._entries.values())

    def pull(self, main: LockEntry, files: Files) -> list[Step]:
        """Find out what becomes of the further versions of a prompt.

        Args:
            main: The version that was pulled.
            files: What becomes of files; takes those of the further versions, and new weights.

        Returns:
            A step for each, where something becomes of it.
        """
        try:
            shares = self._client.shares(main.name)
            if not shares:
                return self._gone(main.name, (), files)
            steps = []
            for share in sorted(shares, key=lambda each: str(each.version)):
                if str(share.version) == str(main.version):
                    self._weigh(main, share.weight, files)
                else:
                    steps.append(self._step(main, share, files))
            return steps + self._gone(main.name, [str(each.version) for each in shares], files)
        except Error as error:
            return [Step(main.name, "failed", str(error), True)]

    def forget(self, name: str, files: Files) -> list[Step]:
        """Take away the further versions of a prompt that is gone."""
        return self._gone(name, (), files)

    def _step(self, main: LockEntry, share: Share, files: Files) -> Step:
        key = main.name, str(share.version)
        entry, found = self._entries.get(key), remote(self._client, main.name, version=share.version)
        file = self._file(main) if entry is None else entry.file
        here, version = self._local.read(file), f"version {share.version}"
        edited = here.there and here.sha256 != found.sha256 and (entry is None or here.sha256 != entry.sha256)
        if edited and not self._force:
            if entry is None or entry.sha256 != found.sha256:
                text = f"{file} was edited here, and {version} is another one there: --force overwrites it."
                return Step(main.name, "conflict", text, True)
        elif here.sha256 != found.sha256:
            files[file] = found.text(here.content)
        self._entries[key] = made = found.entry(main.name, file)
        self._weigh(made, share.weight, files)
        if edited and not self._force:
            return Step(main.name, "edited", f"{file} ({version}) was edited here, and stays.")
        return Step(
            main.name, "unchanged" if entry == made and file not in files else "updated" if entry else "new", version
        )

    def _gone(self, name: str, versions: Iterable[str], files: Files) -> list[Step]:
        steps, there = [], {*versions}
        for (of, version), entry in [*self._entries.items()]:
            if of != name or version in there:
                continue
            del self._entries[of, version]
            here = self._local.read(entry.file)
            if here.there and here.sha256 != entry.sha256 and not self._force:
                steps.append(Step(name, "forgotten", f"{entry.file} was edited here, and stays."))
            elif here.there:
                files[entry.file] = None
                steps.append(
                    Step(name, "removed", f"{entry.file} is taken away: version {version} has no weight any more.")
                )
        return steps

    def _file(self, main: LockEntry) -> str:
        """A file for a version that has none: `welcome@2.md` beside `welcome.md`, which is the first."""
        taken = {each.file for each in self._entries.values()}
        stem = main.file.removesuffix(SUFFIX)
        return next(made for number in count(2) if (made := f"{stem}@{number}{SUFFIX}") not in taken)

    def _weigh(self, entry: LockEntry, weight: float, files: Files) -> None:
        """See that a file says its weight, unless it was edited here."""
        written, here = files.get(entry.file), self._local.read(entry.file)
        content = here.content if here.sha256 == entry.sha256 else None
        if written is not None:
            content = read_prompt_file(written, entry.file)
        if content is not None and content.weight != weight:
            files[entry.file] = write_prompt_file(content._replace(weight=weight))
