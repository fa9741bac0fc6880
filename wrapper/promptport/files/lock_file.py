"""The lock file beside prompts that were pulled: which version of which platform each of the files is."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import ArgumentError, ConfigurationError
from ..system.reading import read_regular, reason
from .listing import SUFFIX
from .prompt_file import PromptFile
from .toml_text import NoToml, toml
from .writing import write_prompt_file

NAME = "promptport.lock"
FORMAT = 1
MOST = 16_000_000  # bytes: some ten thousand prompts
HEAD = "# Written by `promptport pull` and `promptport push`. Commit it beside the prompts, and leave it as it is.\n"
CONFLICT = (b"<<<<<<< ", b">>>>>>> ")  # how git marks what it could not merge
FIELDS = ("name", "file", "version", "label", "id", "weight", "variant", "sha256")


class LockError(ConfigurationError):
    """A lock file is missing, malformed, or of another source; its text says what to do about it."""


class LockEntry(NamedTuple):
    """A prompt that was pulled.

    Attributes:
        name: Its name on the platform.
        file: Its file, from the folder of the lock on, with `/` between parts.
        sha256: What tells its content from any other, as the platform had it; see `digest_of`.
        version: Its version, in the platform's terms.
        label: The label that it was found by.
        id: The platform's own id for the version.
        weight: How many of the prompt's units get it, beside the weights of its other versions; None where there are none.
        variant: Whether it is another version of a prompt whose version in production was pulled, too.
    """

    name: str
    file: str
    sha256: str
    version: int | str | None = None
    label: str | None = None
    id: str | None = None
    weight: float | None = None
    variant: bool | None = None

    @property
    def key(self) -> str:
        """What tells it from all others of the lock: its name, of a variant with its version."""
        return f"{self.name}@{self.version}" if self.variant else self.name

    @property
    def stem(self) -> str:
        """What the folder calls the file's prompt."""
        return self.file.removesuffix(SUFFIX)


class Lock(NamedTuple):
    """What a lock file says.

    Attributes:
        source: The platform that the prompts were pulled from, such as `xr2`.
        entries: The prompts, by their keys.
    """

    source: str
    entries: Mapping[str, LockEntry]

    def with_entries(self, entries: Iterable[LockEntry]) -> Lock:
        """The lock with other prompts of the same platform."""
        return self._replace(entries={each.key: each for each in entries})


def digest_of(file: PromptFile) -> str:
    """What tells the content of a prompt from any other, however its file is laid out.

    Labels and weights don't count: they say where a platform puts a version, and not what it says.
    """
    return sha256(write_prompt_file(bare(file))).hexdigest()


def bare(file: PromptFile) -> PromptFile:
    """A prompt file without what a platform alone decides: labels and weight."""
    return file._replace(labels=(), weight=None)


def lock_text(lock: Lock) -> bytes:
    """The one text of a lock: sorted, and the same for the same content.

    Raises:
        ArgumentError: A name is no text that a file can hold.
    """
    lines = [f"{HEAD}format = {FORMAT}", f"source = {toml(lock.source)}"]
    try:
        for _, entry in sorted(lock.entries.items()):
            lines += ["", "[[prompt]]"]
            found = entry._asdict()
            lines += [f"{key} = {toml(found[key])}" for key in FIELDS if found[key] is not None]
    except NoToml:
        raise ArgumentError("A prompt's name has half a character, which no file can hold.") from None
    return "\n".join([*lines, ""]).encode()


def read_lock(folder: Path) -> Lock | None:
    """The lock of a folder; None where there is none.

    Raises:
        LockError: It can't be read, or is none that this release understands.
    """
    path = folder / NAME
    try:
        data, _ = read_regular(path, MOST)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, MemoryError) as error:
        raise LockError(f"{path} can't be read: {reason(error)}.") from None
    return parse_lock(data, path)


def parse_lock(data: bytes, path: Path) -> Lock:
    """What a lock says.

    Args:
        data: What stands in the file.
        path: The file, for errors.

    Raises:
        LockError: It is none that this release understands.
    """
    if any(line.startswith(CONFLICT) for line in data.splitlines()):
        remedy = (
            f"keep either side, as with `git checkout --theirs {NAME}`, and run `promptport pull`, which sets it right"
        )
        raise LockError(f"{path} has conflict marks of git: {remedy}.")
    try:
        table = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise LockError(f"{path} is no lock file any more ({error}): {_REMEDY}.") from None
    if table.get("format") != FORMAT:
        raise LockError(
            f"{path} has the format {table.get('format')!r}, and this release knows {FORMAT}: update promptport "
            "(`pip install -U promptport`), or delete the lock file and pull anew."
        )
    source, prompts = table.get("source"), table.get("prompt", [])
    if not isinstance(source, str) or not isinstance(prompts, list):
        raise LockError(f"{path} is no lock file any more: {_REMEDY}.")
    entries: dict[str, LockEntry] = {}
    files: dict[str, str] = {}
    for each in prompts:
        entry = _entry(each, path)
        if entry.key in entries:
            raise LockError(f"{path} has {entry.key!r} twice, as a merge may leave it: take one of them out, and pull.")
        other = files.setdefault(entry.file.casefold(), entry.key)
        if other != entry.key:
            raise LockError(f"{path} has one file for {other!r} and {entry.key!r}: {_REMEDY}.")
        entries[entry.key] = entry
    return Lock(source, entries)


_TYPES: Mapping[str, tuple[type, ...]] = {"version": (str, int), "weight": (int, float), "variant": (bool,)}
_REMEDY = "delete it, and run `promptport pull`"


def _entry(table: Any, path: Path) -> LockEntry:
    texts = {"name", "file", "sha256"}
    if not isinstance(table, dict) or not texts <= table.keys() or not table.keys() <= {*FIELDS}:
        raise LockError(f"{path} has a prompt that is none: {_REMEDY}.")
    for name, value in table.items():
        if type(value) not in _TYPES.get(name, (str,)) or (name == "weight" and not 0 <= value < math.inf):
            raise LockError(f"{path} has a `{name}` that is none, {value!r}: {_REMEDY}.")
    entry = LockEntry(**table)
    if not entry.file.endswith(SUFFIX) or not all(map(_is_part, entry.file.split("/"))):
        raise LockError(f"{path} names a file that no prompt has, {entry.file!r}: {_REMEDY}.")
    return entry


def _is_part(name: str) -> bool:
    """Whether a part of a path stays where it is put, on every system."""
    return bool(name) and not name.startswith(".") and not any(each in "\\:@\0" for each in name)
