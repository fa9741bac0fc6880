"""From a folder of files to a platform: a version of each prompt that was edited here, as it was planned."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..client._sync import Client
from ..errors import CallError, ConfigurationError, Error, NotFound
from ..files.conversion import file_of, version_of
from ..files.lock_file import NAME, LockEntry, bare, digest_of, lock_text
from ..platform import Fetched, Query
from .local import LocalFolder, LocalPrompt
from .planning import Creation, PushPlan, base_of, labelled
from .remote import Remote, Watch, remote, remotes, unwatched
from .replacing import check_writable, replace_all
from .step import Step


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
    if base_of(found) != creation.base:
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
    text = f"version {made.version}{labelled(creation.labels)}"
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
