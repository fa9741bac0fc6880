"""From a folder of files to a platform: a version of each prompt that was edited here."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..client._sync import Client
from ..errors import ArgumentError, CallError, ConfigurationError, Error, NotFound, NotSupported
from ..files.conversion import file_of, version_of
from ..files.front_matter import PRODUCTION
from ..files.listing import SUFFIX
from ..files.lock_file import NAME, Lock, LockEntry, bare, digest_of, lock_text
from ..files.prompt_file import PromptFile
from ..platform import Fetched, Query
from .file_names import folded
from .local import LocalFolder, LocalPrompt
from .remote import Remote, Watch, known_label, offers, remote, remotes, unwatched
from .replacing import check_writable, replace_all
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


def push(client: Client, folder: str | os.PathLike[str], plan: PushPlan, watch: Watch = unwatched) -> list[Step]:
    """Make the versions of a plan, and write them into the lock.

    The platform is looked at once more before the first is made. Where one can't be made, those before it stand, and the lock
    has them; what may have arrived is not sent again.

    Args:
        client: The platform.
        folder: Where the files are.
        plan: What is to be done.
        watch: Is told how many versions there are to make, and then of each that is made.

    Returns:
        What was done. Where a step is `refused`, what comes after it was not begun.

    Raises:
        LockError: The lock can't be read any more.
        ConfigurationError: The folder can't be written, and nothing is made; or the disk was full afterwards, which is said.
    """
    if plan.refused:
        return list(plan.steps)
    local = LocalFolder(folder)
    lock = local.of(client.platform)
    asked = {each.name: Query(each.name, None, each.found_by) for each in plan.creations}
    now = remotes(client, asked)
    meanwhile = [step for each in plan.creations if (step := _changed_meanwhile(each, now[each.name])) is not None]
    if meanwhile:
        return meanwhile
    check_writable(local.path, [NAME, *(each.file for each in plan.creations)])
    steps = [each for each in plan.steps if each.name not in asked]
    entries = {**lock.entries, **plan.known}
    files: dict[str, bytes | None] = {}
    try:
        with watch(len(plan.creations)) as done:
            for creation in plan.creations:
                step = _made(client, creation, local.read(creation.file), entries, files)
                steps.append(step)
                if step.refused:
                    break
                done(1)
    finally:
        text = lock_text(lock.with_entries(entries.values()))
        if files or text != lock_text(lock):
            _keep(local.path, {**files, NAME: text}, [each.name for each in steps if each.action == "pushed"])
    return sorted(steps)


def _keep(folder: Path, files: Mapping[str, bytes | None], made: Sequence[str]) -> None:
    """Write the lock; where that fails after all, it is said what was made."""
    try:
        replace_all(folder, files)
    except ConfigurationError as error:
        if not made:
            raise
        names = ", ".join(made)
        text = (
            f"The platform has new versions all the same, of {names}: make room, and push once more, which finds them."
        )
        raise ConfigurationError(f"{error.message} {text}") from None


def _changed_meanwhile(creation: Creation, found: Remote | Error) -> Step | None:
    if isinstance(found, Error) and not isinstance(found, NotFound):
        return Step(creation.name, "failed", str(found), True)
    if _digest(found) != creation.base:
        return Step(creation.name, "conflict", "it was changed there just now: push anew.", True)
    return None


def _made(
    client: Client,
    creation: Creation,
    here: LocalPrompt,
    entries: dict[str, LockEntry],
    files: dict[str, bytes | None],
) -> Step:
    """Make a version."""
    name, file = creation.name, creation.file
    if here.sha256 != digest_of(creation.content):
        return Step(name, "conflict", f"{file} was edited just now: push anew.", True)
    version = version_of(name, creation.content)
    try:
        made = client.create_version(
            name,
            version.messages,
            kind="text" if version.kind == "text" else "chat",
            variables=version.variables,
            config=version.config,
            labels=creation.labels,
            tags=version.tags,
            note=version.note,
            description=version.description,
        ).fetched
    except CallError as error:
        text = " `promptport diff` tells whether it is there." if error.may_have_arrived else ""
        return Step(name, "failed", f"{error}{text}", True)
    except Error as error:
        return Step(name, "failed", str(error), True)
    label = next(iter(creation.labels), None)
    entries[name] = _entry(made, creation, label)  # also where the next question fails
    text = f"version {made.version}{_labelled(creation.labels)}"
    try:
        served = remote(client, Query(name, None, label))
    except Error as error:
        return Step(name, "pushed", f"{text}; it could not be looked at once more: {error}")
    if served.fetched.version != made.version:
        return Step(
            name, "pushed", f"{text}; the platform goes on with version {served.fetched.version}, until you deploy it"
        )
    entries[name] = served.entry(name, file)
    if served.sha256 != here.sha256:
        files[file] = served.text(creation.content)
        text = f"{text}; {served.fetched.name} is written a little otherwise there, and {file} says so now"
    return Step(name, "pushed", text)


def _entry(made: Fetched, creation: Creation, label: str | None) -> LockEntry:
    digest = digest_of(bare(file_of(made)))
    return LockEntry(creation.name, creation.file, digest, made.version, label, made.id)


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
        base, now = "" if entry is None else entry.sha256, _digest(found)
        if base != now and not self._force:
            return Step(name, "conflict", self._changed(entry, found), True)
        labels = self._labels(here.content, entry)
        try:
            self._client.check_writable(version=version_of(name, here.content)._replace(labels=labels))
        except (NotSupported, ArgumentError) as error:
            return Step(name, "unsayable", error.message, True)
        self.creations.append(Creation(name, file, here.content, labels, known_label(self._traits, entry), now))
        return Step(name, "new" if not now else "edited", f"a version is to be made{_labelled(labels)}")

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


def _digest(found: Remote | Error) -> str:
    return found.sha256 if isinstance(found, Remote) else ""


def _labelled(labels: Sequence[str]) -> str:
    return f", {' and '.join(labels)}" if labels else ""
