"""From a platform into a folder of files, with a lock that says which versions they are."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence

from ..client._sync import Client
from ..errors import Error, NotFound
from ..files.lock_file import NAME, Lock, LockEntry, lock_text
from ..platform import Query
from .file_names import file_of, folded
from .local import LocalFolder, LocalPrompt
from .remote import Remote, Watch, all_names, known_label, remotes, unwatched
from .replacing import replace_all
from .step import Step, check_known, refused


def pull(
    client: Client,
    folder: str | os.PathLike[str],
    names: Sequence[str] = (),
    *,
    label: str | None = None,
    force: bool = False,
    prune: bool = False,
    watch: Watch = unwatched,
) -> list[Step]:
    """Write prompts of a platform into files, and a lock that says which versions they are.

    All of it is done, or nothing: where a step is `refused`, no file is changed. A file that says the same already stays as it
    is, with its comments and its layout.

    Args:
        client: The platform.
        folder: Where the files go; it is made where it is missing.
        names: The prompts; else all that the platform lists, and all that were pulled before.
        label: Of each, the version that carries this label; else the one that was pulled before, or the one in production.
        force: Whether files that were edited here are overwritten.
        prune: Whether the files of prompts are taken away that the platform has no more.
        watch: Is told how many prompts there are, and then of each that is there.

    Returns:
        What was done with each prompt, and with each other version of it that has a weight.

    Raises:
        LockError: The lock of the folder is malformed, or of another platform.
        NotSupported: The platform can't list its prompts, and none is known.
        ConfigurationError: A file can't be written; then nothing is changed.
        CallError: The platform can't list its prompts just now.
    """
    local = LocalFolder(folder)
    lock = local.of(client.platform)
    wanted = sorted(set(names)) or all_names(client, sorted({each.name for each in lock.entries.values()}))
    labels = {name: label or known_label(client.platform, lock.entries.get(name)) for name in wanted}
    found = remotes(client, {name: Query(name, None, labels[name]) for name in wanted}, watch)
    variants, weights = variants_of(client, found)
    others = remotes(client, variants)
    change = _Change(local, lock, force, prune)
    steps = [change.step(name, found[name], weights.get(name)) for name in wanted]
    steps += [change.variant(key, others[key], weights[key]) for key in variants]
    steps += change.ended({name for name in wanted if isinstance(found[name], Remote)}, variants)
    if not refused(steps):
        change.write()
    return steps


def frozen(folder: str | os.PathLike[str], names: Sequence[str] = ()) -> list[Step]:
    """Where files and lock differ, without a question to the platform.

    Args:
        folder: Where they are.
        names: The prompts; else all, and files of none among them.

    Returns:
        A step for each prompt that was pulled, and for each file that was not; those that differ are `refused`.

    Raises:
        LockError: There is no lock, or it is malformed.
        ArgumentError: A prompt that is named is not in the lock.
    """
    local = LocalFolder(folder)
    entries = local.locked().entries
    check_known(names, {each.name for each in entries.values()}, str(local.path / NAME))
    wanted = [each for _, each in sorted(entries.items()) if each.name in names or not names]
    steps = [_frozen(each, local.read(each.file)) for each in wanted]
    if not names:
        known = {folded(each.file) for each in entries.values()}
        steps += [
            Step(each, "new", "it is not in the lock.", True) for each in local.files() if folded(each) not in known
        ]
    return steps


def _frozen(entry: LockEntry, here: LocalPrompt) -> Step:
    if here.problems:
        return Step(entry.key, "malformed", str(here.problems[0]), True)
    if not here.there:
        return Step(entry.key, "deleted", f"{entry.file} is not there.", True)
    if here.sha256 != entry.sha256:
        return Step(entry.key, "edited", f"{entry.file} is not what was pulled.", True)
    return Step(entry.key, "unchanged")


def variants_of(client: Client, found: Mapping[str, Remote | Error]) -> tuple[dict[str, Query], dict[str, float]]:
    """The other versions of prompts that some of their units get, and the weights of all, by what the lock calls them."""
    queries, weights = dict[str, Query](), dict[str, float]()
    for name, each in found.items():
        if isinstance(each, Error):
            continue
        for share in client.shares(name):
            key = name if share.version == each.fetched.version else f"{name}@{share.version}"
            weights[key] = share.weight
            if key != name:
                queries[key] = Query(name, share.version)
    return queries, weights


class _Change:
    """What a pull is to change."""

    def __init__(self, local: LocalFolder, lock: Lock, force: bool, prune: bool) -> None:
        self._local, self._lock, self._force, self._prune = local, lock, force, prune
        self._entries = dict(lock.entries)
        self._files: dict[str, bytes | None] = {}
        self._taken = {folded(each.file) for each in lock.entries.values()}
        self._here = {folded(each): each for each in local.files()}

    def variant(self, key: str, found: Remote | Error, weight: float) -> Step:
        """What is done with another version of a prompt, which some of its units get."""
        if isinstance(found, Error):
            return Step(key, "failed", str(found), True)
        fetched, entry = found.fetched, self._entries.get(key)
        file = entry.file if entry is not None else self._new_file(f"{fetched.name}~{fetched.version}")
        made = found.entry(fetched.name, file, weight)._replace(label=None, variant=True)
        return self._taken_in(key, found, made)

    def ended(self, names: Collection[str], variants: Collection[str]) -> list[Step]:
        """What is done with versions that had a weight when they were pulled, and have none any more."""
        unweighted = [
            each for each in self._entries.values() if each.variant and each.name in names and each.key not in variants
        ]
        return [self._taken_away(each) for each in unweighted]

    def step(self, name: str, found: Remote | Error, weight: float | None) -> Step:
        """What is done with a prompt."""
        entry = self._entries.get(name)
        if isinstance(found, NotFound) and entry is not None:
            return self._missing(entry, found)
        if isinstance(found, Error):
            return Step(name, "failed", str(found), True)
        file = entry.file if entry is not None else self._new_file(name)
        return self._taken_in(name, found, found.entry(name, file, weight))

    def _taken_in(self, name: str, found: Remote, made: LockEntry) -> Step:
        """What is done with a version that the platform has."""
        entry, file = self._entries.get(name), made.file
        here = self._local.read(file)
        version = "" if made.version is None else f"version {made.version}"
        if here.sha256 == found.sha256:
            self._entries[name] = made
            return Step(name, "unchanged" if entry == made else "updated" if entry is not None else "known", version)
        if here.there and not self._force and (entry is None or here.sha256 != entry.sha256):
            if entry is not None and entry.sha256 == found.sha256:
                self._entries[name] = made
                return Step(name, "edited", f"{file} was edited here, and stays.")
            if entry is not None:
                text = (
                    f"{file} was edited here, and the prompt was changed there{f' (now {version})' if version else ''}"
                )
            else:
                text = f"{file} is there already, is in no lock, and says something else"
            wrong = f" ({here.problems[0]})" if here.problems else ""
            return Step(name, "conflict", f"{text}{wrong}: `promptport diff` shows both, --force overwrites it.", True)
        self._entries[name] = made
        self._files[file] = found.text(here.content)
        return Step(name, "new" if entry is None else "updated" if here.there else "restored", version)

    def _missing(self, entry: LockEntry, error: Error) -> Step:
        if not self._prune:
            text = f"{error.message.rstrip('.')}: --prune takes {entry.file} away as well"
            return Step(entry.name, "gone", f"{text}, `promptport push --force` makes it again.", True)
        return self._taken_away(entry)

    def _taken_away(self, entry: LockEntry) -> Step:
        here = self._local.read(entry.file)
        del self._entries[entry.key]
        if here.there and here.sha256 != entry.sha256 and not self._force:
            return Step(entry.key, "forgotten", f"{entry.file} was edited here, and stays.")
        if here.there:
            self._files[entry.file] = None
        return Step(entry.key, "removed", f"{entry.file} is taken away.")

    def _new_file(self, name: str) -> str:
        """The file of a prompt that is new here; one that is there under its very name is taken for its own."""
        own = file_of(name, ())
        others = {each for each, spelt in self._here.items() if spelt != own}
        made = file_of(name, self._taken | others)
        self._taken.add(folded(made))
        return made

    def write(self) -> None:
        """Change the files, and the lock at last."""
        text = lock_text(self._lock.with_entries(self._entries.values()))
        if self._files or self._local.lock is None or text != lock_text(self._lock):
            replace_all(self._local.path, {**self._files, NAME: text})
