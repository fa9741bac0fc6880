"""What a push is to do: files are compared with the lock, and what was edited with the platform."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..client._sync import Client
from ..errors import ArgumentError, Error, NotFound, NotSupported
from ..files.conversion import version_of
from ..files.front_matter import PRODUCTION
from ..files.listing import SUFFIX
from ..files.lock_file import Lock, LockEntry
from ..files.prompt_file import PromptFile
from ..platform import Query
from .file_names import folded
from .local import LocalFolder, LocalPrompt
from .remote import Remote, Watch, known_label, offers, remotes, unwatched
from .step import Step, check_known, refused


class Creation(NamedTuple):
    """A version that is to be made.

    Attributes:
        name: The prompt's name.
        file: Its file, from the folder on.
        content: What the file says.
        labels: The labels that it gets; by the first of them it is found again.
        found_by: The label that the platform was asked for, when it was looked at.
        base: What it had then; empty where it had nothing of the name.
    """

    name: str
    file: str
    content: PromptFile
    labels: tuple[str, ...]
    found_by: str | None
    base: str


class PushPlan(NamedTuple):
    """What a push is to do. Where one of its steps is `refused`, nothing of it is done.

    Attributes:
        steps: What is to be done with each prompt.
        creations: The versions that are to be made.
        known: What the platform has already as it stands here, and the lock does not know.
    """

    steps: Sequence[Step]
    creations: Sequence[Creation]
    known: Mapping[str, LockEntry]

    @property
    def refused(self) -> bool:
        """Whether nothing of it is done."""
        return refused(self.steps)


def plan_push(
    client: Client,
    folder: str | os.PathLike[str],
    names: Sequence[str] = (),
    *,
    label: str | None = None,
    force: bool = False,
    watch: Watch = unwatched,
) -> PushPlan:
    """What a push is to do: files are compared with the lock, and what was edited with the platform. Nothing is written.

    Args:
        client: The platform.
        folder: Where the files are.
        names: The prompts; else all that the folder has.
        label: The label that new versions get. Else they get the labels that their files name; those of files that name none
            the one that the prompt was pulled by, or `production`.
        force: Whether a version is made also where the platform's was changed meanwhile, or is gone.
        watch: Is told how many prompts there are to ask for, and then of each that is there.

    Raises:
        ConfigurationError: There is no such folder.
        LockError: The lock is malformed, or of another platform.
        NotSupported: The platform makes no versions, or has no such label; the text says what there is instead.
        ArgumentError: There is no prompt of a name.
        CallError: The folder can't be read.
    """
    local = LocalFolder(folder)
    local.check()
    lock = local.of(client.platform)
    files = files_of(local, lock)
    check_known(names, files, str(local.path))
    here = {name: local.read(files[name]) for name in sorted(names or files)}
    edited = [
        name for name, each in here.items() if each.content and _is_edited(files[name], each, lock.entries.get(name))
    ]
    if edited:
        client.check_writable("create_version")
    asked = {name: Query(name, None, known_label(client.platform, lock.entries.get(name))) for name in edited}
    found = remotes(client, asked, watch)
    plan = _Plan(client, local, lock, files, label, force)
    return PushPlan([plan.step(name, here[name], found.get(name)) for name in here], plan.creations, plan.known)


class _Plan:
    """What is to be done, while it is found out.

    Attributes:
        creations: The versions that are to be made.
        known: What the platform has already as it stands here.
    """

    def __init__(
        self,
        client: Client,
        local: LocalFolder,
        lock: Lock,
        files: Mapping[str, str],
        label: str | None,
        force: bool,
    ) -> None:
        self._client, self._traits, self._local, self._lock, self._files = client, client.platform, local, lock, files
        self._label, self._force = label, force
        self.creations: list[Creation] = []
        self.known: dict[str, LockEntry] = {}

    def step(self, name: str, here: LocalPrompt, found: Remote | Error | None) -> Step:
        """What is to be done with a prompt."""
        file, entry = self._files[name], self._lock.entries.get(name)
        if entry is not None and entry.variant:
            return self._variant(entry, here)
        if "@" in file:
            return Step(name, "versions", f"{file} is one version of several: a push takes one file a prompt.", True)
        if here.problems:
            return Step(name, "malformed", "; ".join(map(str, here.problems)), True)
        if here.content is None:
            return Step(name, "deleted", f"{file} is not there; the prompt stays on {self._traits.name}.")
        if found is None:
            return Step(name, "unchanged")
        if isinstance(found, Error) and not isinstance(found, NotFound):
            return Step(name, "failed", str(found), True)
        if isinstance(found, Remote) and found.sha256 == here.sha256:
            self.known[name] = found.entry(name, file)
            return Step(name, "known", f"version {found.fetched.version} says the same")
        base, now = "" if entry is None else entry.sha256, base_of(found)
        if base != now and not self._force:
            return Step(name, "conflict", self._changed(entry, found), True)
        labels = self._labels(here.content, entry)
        try:
            self._client.check_writable(version=version_of(name, here.content)._replace(labels=labels))
        except (NotSupported, ArgumentError) as error:
            return Step(name, "unsayable", error.message, True)
        self.creations.append(Creation(name, file, here.content, labels, known_label(self._traits, entry), now))
        return Step(name, "new" if not now else "edited", f"a version is to be made{labelled(labels)}")

    def _variant(self, entry: LockEntry, here: LocalPrompt) -> Step:
        if here.there and here.sha256 != entry.sha256:
            text = f"{entry.file} was edited, and is a version beside the one in production: make it on {self._traits.name},"
            return Step(entry.key, "variant", f"{text} and `promptport pull --force` here.", True)
        return Step(entry.key, "unchanged")

    def _changed(self, entry: LockEntry | None, found: Remote | Error) -> str:
        platform = self._traits.name
        if isinstance(found, Error):
            return f"it was pulled from {platform}, and is no longer there: --force makes it again."
        version = f"version {found.fetched.version}"
        if entry is None:
            return f"{platform} has it already, as {version}: `promptport diff` shows both, `promptport pull` gets it."
        return (
            f"it was changed on {platform} since version {entry.version} was pulled, to {version}: `promptport diff` shows both. "
            "Take theirs with `promptport pull --force`, or yours with --force."
        )

    def _labels(self, content: PromptFile, entry: LockEntry | None) -> tuple[str, ...]:
        if self._label:
            return (self._label,)
        if content.labels:
            return content.labels
        label = known_label(self._traits, entry) or PRODUCTION
        return (label,) if offers(self._traits, label) else ()


def files_of(local: LocalFolder, lock: Lock) -> dict[str, str]:
    """The file of each prompt: as the lock has it, or else by the file's own name."""
    files = {key: entry.file for key, entry in lock.entries.items()}
    known = {folded(each) for each in files.values()}
    new = [each for each in local.files() if folded(each) not in known]
    return {**{each.removesuffix(SUFFIX): each for each in new}, **files}


def _is_edited(file: str, here: LocalPrompt, entry: LockEntry | None) -> bool:
    """Whether there is something in a file that is to be pushed."""
    return "@" not in file if entry is None else not entry.variant and here.sha256 != entry.sha256


def base_of(found: Remote | Error) -> str:
    """What tells what a platform has from anything else; empty where it has nothing."""
    return found.sha256 if isinstance(found, Remote) else ""


def labelled(labels: Sequence[str]) -> str:
    """The labels of a version, behind what is said of it."""
    return f", {' and '.join(labels)}" if labels else ""
