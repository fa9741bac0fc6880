"""Where each system keeps what belongs to a person."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import ConfigurationError

APP = "promptport"


class NoPlace(ConfigurationError):
    """There is nowhere to keep anything: the system knows no home of the person."""


def config_folder() -> Path:
    """The folder of what a person has decided: `~/.config/promptport`, or what the system has in its place.

    Raises:
        NoPlace: The system knows no home of the person.
    """
    from platformdirs import user_config_path  # some milliseconds, for those who have no key or no folder given

    try:
        # Roaming, as on Windows settings follow the person from machine to machine.
        return _absolute(user_config_path(APP, appauthor=False, roaming=True))
    except (RuntimeError, OSError) as error:
        raise NoPlace(f"There is no place for credentials and what else is yours: {error}.") from None


def cache_folder() -> Path:
    """The folder of what can be fetched again: `~/.cache/promptport`, or what the system has in its place.

    Raises:
        NoPlace: The system knows no home of the person.
    """
    from platformdirs import user_cache_path

    try:
        return _absolute(user_cache_path(APP, appauthor=False, opinion=False))
    except (RuntimeError, OSError) as error:
        raise NoPlace(f"There is no place for copies: {error}.") from None


def state_folder() -> Path:
    """The folder of what must outlive a process: `~/.local/state/promptport`, or what the system has in its place.

    Raises:
        NoPlace: The system knows no home of the person.
    """
    from platformdirs import user_state_path

    try:
        return _absolute(user_state_path(APP, appauthor=False))
    except (RuntimeError, OSError) as error:
        raise NoPlace(f"There is no place for events: {error}.") from None


def _absolute(path: Path) -> Path:
    if not path.is_absolute():  # a `~` that stands for nothing would become a folder of that name
        raise RuntimeError("the system knows no home of yours; set HOME, or the folder by its own variable")
    return path


def expand(path: str, start: str | os.PathLike[str]) -> Path:
    """A path as a file means it: `~` is the person's home, and anything else that is relative starts at a folder.

    Args:
        path: What the file says.
        start: The folder.

    Raises:
        ConfigurationError: It is empty, has a character that no path has, or means a home that the system doesn't know.
    """
    if not path or "\0" in path:
        raise ConfigurationError(f"{path!a} is no path.")
    found = os.path.expanduser(path)  # noqa: PTH111 # pathlib's raises where this leaves the path as it is
    if found.startswith("~"):
        raise ConfigurationError(f"{path!a} means a home that this system doesn't know.")
    return Path(os.path.normpath(Path(start, found)))
