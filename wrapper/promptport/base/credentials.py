"""What `promptport login` keeps: the credentials of a person, by platform and origin, in a file that is theirs alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import ConfigurationError

Entries = dict[str, dict[str, dict[str, str]]]
PORTS = {"http": 80, "https": 443}


class NoPlace(ConfigurationError):
    """There is nowhere to keep anything."""


def path() -> Path:
    """The file: `promptport/credentials.toml` in the person's folder of configurations.

    That is XDG_CONFIG_HOME, `~/.config`, `~/Library/Application Support` on macOS, and APPDATA on Windows.

    Raises:
        NoPlace: There is no such folder: the system knows no home of the person.
    """
    given = os.environ.get("APPDATA" if sys.platform == "win32" else "XDG_CONFIG_HOME", "")
    try:
        if sys.platform == "win32":
            folder = Path(given or Path.home() / "AppData" / "Roaming")
        elif Path(given).is_absolute():  # a relative one is to be ignored, says its specification
            folder = Path(given)
        else:
            folder = Path.home() / ("Library/Application Support" if sys.platform == "darwin" else ".config")
    except RuntimeError as error:
        raise NoPlace(f"There is no place for credentials: {error}") from None
    return folder / "promptport" / "credentials.toml"


def origin(address: str) -> str:
    """The origin of an address: scheme, host, and port where it is not the usual one."""
    parts = urlsplit(address)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    usual = parts.port in (None, PORTS.get(parts.scheme))
    return f"{parts.scheme}://{host.removesuffix('.')}" + ("" if usual else f":{parts.port}")


def stored(platform: str, address: str) -> Mapping[str, str]:
    """What is kept for a platform at the origin of an address; empty where nothing is, or can be.

    Raises:
        ConfigurationError: There is a file, and it can't be read.
    """
    try:
        file = path()
    except NoPlace:
        return {}
    return _read(file).get(platform, {}).get(origin(address), {})


def store(platform: str, address: str, values: Mapping[str, str]) -> Path:
    """Keep values for a platform at the origin of an address, in place of those that were kept.

    Args:
        platform: The platform's name.
        address: Any address of the origin.
        values: Texts by name; none at all forgets the entry.

    Returns:
        The file.

    Raises:
        ConfigurationError: The file can't be read or written.
    """
    file = path()
    entries = _read(file)
    entries.setdefault(platform, {})[origin(address)] = dict(values)
    try:
        _write(file, entries)
    except OSError as error:
        raise ConfigurationError(f"{file} can't be written: {error.strerror}.") from None
    return file


def _read(file: Path) -> Entries:
    import tomllib  # only who has no key given looks here

    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ConfigurationError(f"{file} can't be read: {error.strerror}.") from None
    except ValueError:  # never with the parser's words, which may quote a token
        raise ConfigurationError(f"{file} is no TOML any more: mend or remove it, then log in again.") from None
    for origins in found.values():
        for values in origins.values() if isinstance(origins, dict) else [None]:
            if not isinstance(values, dict) or not all(isinstance(each, str) for each in values.values()):
                raise ConfigurationError(f"{file} is not what `promptport login` writes: mend or remove it.")
    return found


def _write(file: Path, entries: Entries) -> None:
    import json
    import tempfile

    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    file.parent.chmod(0o700)
    lines = ["# Written by `promptport login`. Whoever has this file can act as you."]
    for platform, origins in entries.items():
        for place, values in origins.items():
            if values:
                # What JSON writes in ASCII, TOML reads; a key of a table as well.
                lines += ["", f"[{json.dumps(platform)}.{json.dumps(place)}]"]
                lines += [f"{json.dumps(name)} = {json.dumps(value)}" for name, value in values.items()]
    # Written beside it and put in its place, so that no moment has half of a file, or one that others can read.
    handle, beside = tempfile.mkstemp(prefix=".credentials-", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as new:
            new.write("\n".join(lines) + "\n")
            new.flush()
            os.fsync(new.fileno())
        Path(beside).replace(file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
