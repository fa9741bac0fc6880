"""Where `promptport cache` finds copies, and which of them it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Protocol

from ..cache.disk import cache_folder
from ..cache.listing import Listed, cleared, listed
from ..client.own import own_settings
from ..errors import ConfigurationError
from ..project.file import find_project
from ..project.guard import believed

Wanted = Callable[[Listed], bool]


class Place(Protocol):
    """Where copies lie."""

    source: str

    @property
    def name(self) -> str:
        """How a person calls it; without password."""

    @property
    def complete(self) -> bool:
        """Whether the last listing has come to its end, and not to a bound."""

    def listed(self) -> Iterator[Listed]:
        """The copies."""

    def cleared(self, wanted: Wanted) -> Iterator[Listed]:
        """Take copies away; answers each when it is gone."""


class Folder:
    """Copies in a folder.

    Args:
        folder: The folder, which need not be there.
    """

    source, complete = "disk", True

    def __init__(self, folder: Path) -> None:
        self.name, self._folder = str(folder), folder

    def listed(self) -> Iterator[Listed]:
        """The copies."""
        return listed(self._folder)

    def cleared(self, wanted: Wanted) -> Iterator[Listed]:
        """Take copies away, and what killed processes have left where all go; answers each when it is gone."""
        return cleared(self._folder, wanted=None if wanted is everything else wanted)


class Redis:
    """Copies in Redis.

    Args:
        url: The server, with user and password.
        prefix: What the names of keys begin with.
    """

    source = "redis"

    def __init__(self, url: str, prefix: str) -> None:
        from ..cache.redis_listing import RedisListing

        self._listing = RedisListing(url, prefix)
        self.name = f"Redis at {self._listing.address}"
        self.listed, self.cleared, self.close = self._listing.listed, self._listing.cleared, self._listing.close

    @property
    def complete(self) -> bool:
        """Whether the last listing has come to its end."""
        return self._listing.complete


def everything(copy: Listed) -> bool:
    """Whether a copy is meant where all are."""
    return True


def folder_here() -> Path:
    """The folder of clients that are built in this one."""
    disk = own_settings(find_project(believed=believed), {}).disk
    if disk is False:
        raise ConfigurationError(
            "Clients here keep nothing on disk: a project file has `disk = false`. --folder names one."
        )
    return cache_folder() if disk is True else Path(disk)


def wanted_by(platform: str | None, account: str | None, name: str | None) -> Wanted:
    """Which copies a command means, by its options."""
    if platform is None and account is None and name is None:
        return everything

    def wanted(copy: Listed) -> bool:
        return (
            (platform is None or copy.platform == platform)
            and (account is None or copy.account == account)
            and (name is None or (copy.name is not None and fnmatchcase(copy.name, name)))
        )

    return wanted
