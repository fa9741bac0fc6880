"""How a folder of files and a platform have drifted apart."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from ..client._sync import Client
from ..errors import Error, NotFound, NotSupported
from ..files.lock_file import LockEntry, bare
from ..files.writing import write_prompt_file
from ..platform import Query, Traits
from .local import LocalFolder, LocalPrompt
from .planning import files_of
from .remote import Remote, Watch, query_of, remotes, unwatched
from .step import check_known


class Difference(NamedTuple):
    """A prompt on both sides.

    Attributes:
        name: Its name.
        state: `same`; `edited` (here), `changed` (there), `conflict` (both, or it was never pulled), `deleted` (here), `gone`
            (there), `new` (here), `malformed` (here), `versions` (a file is one version of several, and was never pulled), or
            `failed` (the platform gives no good answer).
        there: What the platform says, as the text of a prompt file; empty where it has nothing.
        here: What the file says, likewise.
        version: The version that the platform has.
        text: What there is to say besides.
    """

    name: str
    state: str
    there: str = ""
    here: str = ""
    version: int | str | None = None
    text: str = ""

    @property
    def drifted(self) -> bool:
        """Whether the two sides differ, or nobody can tell."""
        return self.state != "same"


class Comparison(NamedTuple):
    """A folder and a platform.

    Attributes:
        differences: Each prompt, by name; those that are the same among them.
        elsewhere: Prompts that the platform has besides, which were never pulled.
    """

    differences: Sequence[Difference]
    elsewhere: Sequence[str]


def diff(
    client: Client,
    folder: str | os.PathLike[str],
    names: Sequence[str] = (),
    *,
    label: str | None = None,
    watch: Watch = unwatched,
) -> Comparison:
    """Compare the files of a folder with the platform.

    Args:
        client: The platform.
        folder: Where the files are.
        names: The prompts; else all that the folder and its lock have.
        label: The label of the versions that they are compared with; else the one that they were pulled by.
        watch: Is told how many prompts there are, and then of each that is there.

    Raises:
        ConfigurationError: There is no such folder.
        LockError: The lock is malformed, or of another platform.
        ArgumentError: There is no prompt of a name.
        CallError: The folder can't be read, or the platform can't list its prompts just now.
    """
    local = LocalFolder(folder)
    local.check()
    lock = local.of(client.platform)
    files = files_of(local, lock)
    check_known(names, files, str(local.path))
    wanted = sorted(names or files)
    asked = {name: _query(client.platform, name, lock.entries.get(name), label) for name in wanted}
    found = remotes(client, {name: each for name, each in asked.items() if "@" not in files[name]}, watch)
    differences = [
        _difference(name, local.read(files[name]), found[name], lock.entries.get(name))
        if name in found
        else Difference(name, "versions", text=f"{files[name]} is one version of several, which are not compared.")
        for name in wanted
    ]
    return Comparison(differences, [] if names else _elsewhere(client, files))


def _query(traits: Traits, name: str, entry: LockEntry | None, label: str | None) -> Query:
    if entry is None or (label and not entry.variant):
        return Query(name, None, label)
    return query_of(traits, entry)


def _difference(name: str, here: LocalPrompt, found: Remote | Error, entry: LockEntry | None) -> Difference:
    if isinstance(found, Error) and not isinstance(found, NotFound):
        return Difference(name, "failed", text=str(found))
    ours = "" if here.content is None else write_prompt_file(bare(here.content)).decode()
    if isinstance(found, Error):
        state = "new" if entry is None else "gone"
        return Difference(name, state, here=ours, text="\n".join(map(str, here.problems)))
    theirs, version = write_prompt_file(found.content).decode(), found.fetched.version
    if here.problems:
        return Difference(name, "malformed", theirs, version=version, text="\n".join(map(str, here.problems)))
    if here.content is None:
        return Difference(name, "deleted", theirs, version=version)
    if here.sha256 == found.sha256:
        return Difference(name, "same", theirs, ours, version)
    base = None if entry is None else entry.sha256
    state = "edited" if base == found.sha256 else "changed" if base == here.sha256 else "conflict"
    return Difference(name, state, theirs, ours, version)


def _elsewhere(client: Client, known: Sequence[str] | dict[str, str]) -> list[str]:
    try:
        return [each for each in client.list() if each not in known]
    except NotSupported:
        return []
