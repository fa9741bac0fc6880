"""The folder that prompts were pulled into: its lock, and what its files say now."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ..errors import ArgumentError, ConfigurationError, NotFound
from ..files.errors import Problem, PromptFileError
from ..files.folder import Folder
from ..files.listing import SUFFIX, Listing
from ..files.lock_file import NAME, Lock, LockEntry, LockError, digest_of, read_lock
from ..files.prompt_file import PromptFile
from ..platform import Query, Traits


class LocalPrompt(NamedTuple):
    """What the file of a prompt says now.

    Attributes:
        content: What it says; None where it is not there, or malformed.
        sha256: What tells its content from any other; empty where there is none.
        problems: What is wrong in it.
    """

    content: PromptFile | None = None
    sha256: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def there(self) -> bool:
        """Whether there is a file."""
        return self.content is not None or bool(self.problems)


class LocalFolder:
    """A folder of prompts that were pulled, or are to be.

    Args:
        place: The folder; it need not be there.

    Attributes:
        path: Where it is.
        lock: What its lock says; None where there is none.

    Raises:
        LockError: The lock can't be read, or is malformed.
    """

    def __init__(self, place: str | os.PathLike[str]) -> None:
        self.path = Path(place).expanduser()
        self.lock = read_lock(self.path)
        self._folder = Folder(self.path) if self.path.is_dir() else None

    @property
    def entries(self) -> dict[str, LockEntry]:
        """The prompts that were pulled, by name."""
        return {} if self.lock is None else dict(self.lock.entries)

    def locked(self) -> Lock:
        """What its lock says.

        Raises:
            LockError: There is none.
        """
        if self.lock is None:
            raise LockError(f"There is no {NAME} in {self.path}: run `promptport pull --to {self.path}` first.")
        return self.lock

    def check(self) -> None:
        """See that there is such a folder.

        Raises:
            ConfigurationError: There is none.
        """
        if self._folder is None:
            raise ConfigurationError(
                f"There is no folder {os.fspath(self.path)!r} of prompts: `promptport pull` makes one."
            )

    def of(self, traits: Traits) -> Lock:
        """Its lock, or an empty one of a platform.

        Raises:
            ConfigurationError: The folder is the platform itself.
            LockError: The lock is of another platform.
        """
        platform = traits.name
        if traits.local and os.path.realpath(traits.origin) == os.path.realpath(self.path):
            raise ConfigurationError(f"{self.path} is where the prompts come from: name another folder for them.")
        if self.lock is not None and self.lock.source != platform:
            raise LockError(
                f"{self.path / NAME} is of {self.lock.source}, and not of {platform}: name another folder or another source; "
                "or delete the lock file, if the prompts have moved."
            )
        return self.lock or Lock(platform, {})

    def read(self, file: str) -> LocalPrompt:
        """What a file says now.

        Args:
            file: Its path from the folder on.
        """
        if self._folder is None or not os.path.lexists(self.path / file):
            return LocalPrompt()
        try:
            stem, _, number = file.removesuffix(SUFFIX).partition("@")
            _, content = self._folder.find(Query(stem, int(number) if number.isdecimal() else 1))
            return LocalPrompt(content, digest_of(content))
        except PromptFileError as error:
            return LocalPrompt(problems=error.problems)
        except (NotFound, ArgumentError) as error:
            return LocalPrompt(problems=(Problem(str(self.path / file), 1, 1, error.message),))

    def files(self) -> list[str]:
        """The prompt files of the folder, as paths from it on, sorted; those of versions (`welcome@2.md`) among them.

        Raises:
            CallError: The folder can't be read.
        """
        if self._folder is None:
            return []
        found = set()
        for each in Listing(self.path, lambda _: None).walk():
            number = each.path.name.removesuffix(SUFFIX).partition("@")[1:]
            found.add(f"{each.name}{''.join(number)}{SUFFIX}")
        return sorted(found)
