"""Finding the project file that counts, and reading it, whatever it may be."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import ConfigurationError
from ..system.reading import is_own, read_regular, reason

NAME = "pyproject.toml"
MOST = 512 * 1024  # bytes; the parser takes two seconds for the worst that fits in there
DEEPEST = 64  # parts of a key, and brackets within brackets
SECRET = re.compile(r"key|secret|token|passw|passphrase|credential|bearer|authorization", re.IGNORECASE)
# Texts and comments of TOML; what is left of a file without them is its structure. A text without an end goes on to the end.
TEXTS = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:""")?|\'\'\'(?:[^\']|\'(?!\'\'))*+(?:\'\'\')?'
    r'|"(?:[^"\\\n]|\\[^\n])*+"?|\'[^\'\n]*+\'?|\#[^\n]*+'
)
# What no settings file can be. A symbolic link that leads back to itself is none either, nor is a name that is too long.
PASSED_OVER = {errno.ELOOP, errno.EINVAL, errno.EISDIR, errno.ENAMETOOLONG, errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP}


class Project(NamedTuple):
    """A project file.

    Attributes:
        file: The file, by its real path.
        table: What `[tool.promptport]` says.
        digest: What tells its content from any other.
        own: Whether it is the user's, or the system's.
    """

    file: Path
    table: dict[str, Any]
    digest: str
    own: bool


def find_project(
    folder: str | os.PathLike[str] | None = None, believed: Callable[[Project], bool] = bool
) -> Project | None:
    """The project file of a folder, or of the nearest one above that has a `[tool.promptport]`.

    What is no regular file, or may not be read, is passed over.

    Args:
        folder: Where to begin; the current folder where None.
        believed: Whether a file that was found counts; else the next one above is looked for.

    Raises:
        ConfigurationError: A file is no TOML, is too large or too deep, or holds a secret: such a file is shared.
    """
    try:
        start = Path(os.path.realpath(os.getcwd() if folder is None else folder))  # noqa: PTH109 # both may be gone
    except OSError:
        return None
    except MemoryError as error:
        raise ConfigurationError(f"The current folder can't be told: {reason(error)}.") from None
    for each in (start, *start.parents):
        try:
            found = _read(each / NAME)
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            continue
        except (OSError, MemoryError) as error:
            if isinstance(error, OSError) and error.errno in PASSED_OVER:
                continue
            raise ConfigurationError(f"{each / NAME} can't be read: {reason(error)}.") from None
        if found is not None and believed(found):
            return found
    return None


def read_project(path: str | os.PathLike[str]) -> Project:
    """The project file at a path, or in the folder at a path.

    Raises:
        ConfigurationError: It can't be read, has no `[tool.promptport]`, or holds a secret.
    """
    file = project_path(path)
    try:
        found = _read(file)
    except (OSError, MemoryError) as error:
        raise ConfigurationError(f"{file} can't be read: {reason(error)}.") from None
    if found is None:
        raise ConfigurationError(f"{file} has no [tool.promptport].")
    return found


def project_path(path: str | os.PathLike[str]) -> Path:
    """The real path of a project file that is named by its own path or by its folder's; it need not be there.

    Raises:
        ConfigurationError: It is no path.
    """
    try:
        real = Path(os.path.realpath(path))
        return Path(os.path.realpath(real / NAME)) if os.path.isdir(real) else real  # noqa: PTH112 # never raises
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{os.fspath(path)!a} is no path: {error}.") from None


def _read(path: Path) -> Project | None:
    """The project file at a path; None where it has no `[tool.promptport]`."""
    data, about = read_regular(path, MOST)
    if b"promptport" not in data:
        return None
    file = Path(os.path.realpath(path))
    table = _table(data, file)
    if table is None:
        return None
    _refuse_secrets(table, file)
    return Project(file, table, sha256(data).hexdigest(), is_own(about))


def _table(data: bytes, file: Path) -> dict[str, Any] | None:
    import tomllib

    try:
        text = data.decode()
        _refuse_depth(text)
        tool = tomllib.loads(text).get("tool", {})
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(f"{file} can't be read: {error}.") from None
    table = tool.get("promptport") if isinstance(tool, dict) else tool
    if table is not None and not isinstance(table, dict):
        raise ConfigurationError(f"{file} can't be read: [tool.promptport] must be a table of settings.")
    return table


def _refuse_depth(text: str) -> None:
    """The parser takes a time that grows with the square of a key's parts, and calls itself for every bracket."""
    above, depth, dots = [], 0, 0  # dots around each bracket that is open, all that is open, dots of this key
    for found in re.finditer(r"[][{}.=,\n]", TEXTS.sub('""', text)):
        mark = found.group()
        if mark in "[{":
            above.append(dots)
            depth += dots + 1
        elif mark in "]}" and above:
            depth -= above.pop() + 1
        dots = dots + 1 if mark == "." else dots if mark == "=" else 0
        if depth + dots > DEEPEST:
            raise ValueError(f"it is nested more than {DEEPEST} deep")


def _refuse_secrets(table: dict[str, Any], file: Path) -> None:
    waiting: list[tuple[str, Any]] = list(table.items())
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.items()
        elif isinstance(value, list):
            waiting += [(name, each) for each in value]
        elif isinstance(value, str) and (SECRET.search(name) or _names_user(value)):
            raise ConfigurationError(
                f"{file} holds a secret, `{ascii(name)[1:-1]}`: take it out, and set the environment variable instead."
            )


def _names_user(value: str) -> bool:
    """Whether a text may be an address with a user and a password in it."""
    user, at, _ = value.rpartition("@")
    return bool(at) and (":" in user or "//" in user)
