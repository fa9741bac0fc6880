"""What `promptport login` keeps: the credentials of a person, by platform and origin, in a file that is theirs alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from ..system.folders import NoPlace, config_folder
from ..system.private import PrivateFile

PORTS = {"http": 80, "https": 443}


def path() -> Path:
    """The file: `credentials.toml` in the person's folder of configurations.

    Raises:
        NoPlace: There is no such folder: the system knows no home of the person.
    """
    return config_folder() / "credentials.toml"


def _file() -> PrivateFile:
    head = "Written by `promptport login`. Whoever has this file can act as you."
    return PrivateFile(path(), 3, head, "mend or remove it, then log in again")


def origin(address: str) -> str:
    """The origin of an address: scheme, host, and port where it is not the usual one."""
    parts = urlsplit(address)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    usual = parts.port in (None, PORTS.get(parts.scheme))
    return f"{parts.scheme}://{host.removesuffix('.')}" + ("" if usual else f":{parts.port}")


def stored(platform: str, address: str) -> Mapping[str, str]:
    """What is kept for a platform at the origin of an address; empty where nothing is, or can be.

    Raises:
        ConfigurationError: There is a file, and it can't be read or is not the person's alone.
    """
    try:
        file = _file()
    except NoPlace:
        return {}
    found: Mapping[str, str] = file.read().get(platform, {}).get(origin(address), {})
    return found


def check_place() -> None:
    """See that something can be kept, before anybody takes trouble to get it.

    Raises:
        ConfigurationError: Nothing can: there is no place for the file, it can't be written, or it is not the person's alone.
    """
    _file().check()


def store(platform: str, address: str, values: Mapping[str, str]) -> Path:
    """Keep values for a platform at the origin of an address, in place of those that were kept.

    Args:
        platform: The platform's name.
        address: Any address of the origin.
        values: Texts by name; none at all forgets the entry.

    Returns:
        The file.

    Raises:
        ConfigurationError: The file can't be read or written, or is not the person's alone.
    """
    file = _file()
    with file.changing() as entries:
        entries.setdefault(platform, {})[origin(address)] = dict(values)
    return file.path
