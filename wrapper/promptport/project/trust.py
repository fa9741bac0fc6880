"""Which project files a person trusts: those of `promptport trust`, as they were then, and those of an environment variable."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ..errors import ConfigurationError
from ..system.folders import NoPlace, config_folder
from ..system.private import PrivateFile
from ..system.reading import read_regular
from .file import MOST, NAME, Project, project_path

VARIABLE = "PROMPTPORT_TRUST_PROJECT"


class Trusted(NamedTuple):
    """A file that the person trusts.

    Attributes:
        path: Where it is.
        state: `unchanged`, `changed` (it is trusted no more) or `gone`.
    """

    path: Path
    state: str


def _file() -> PrivateFile:
    head = "Written by `promptport trust`. A project file that stands here may say where your keys go."
    return PrivateFile(
        config_folder() / "trusted.toml", 2, head, "mend or remove it, then run `promptport trust` again"
    )


def trust(project: Project) -> Path:
    """Trust a project file as it is now, and answer where that is kept.

    Raises:
        ConfigurationError: It can't be kept.
    """
    file = _file()
    with file.changing() as entries:
        entries[str(project.file)] = {"sha256": project.digest}
    return file.path


def forget(path: str | os.PathLike[str]) -> bool:
    """Trust a project file no more, also one that is gone. Answers whether it was trusted.

    Raises:
        ConfigurationError: It can't be kept.
    """
    name = str(project_path(path))
    file = _file()
    if name not in file.read() and Path(name).name != NAME:
        name = str(Path(name, NAME))  # its folder is gone as well
    if name not in file.read():
        return False
    with file.changing() as entries:
        return entries.pop(name, None) is not None


def trusted_files() -> list[Trusted]:
    """What the person trusts, by path.

    Raises:
        ConfigurationError: What is kept can't be read.
    """
    return [Trusted(Path(path), _state(path, each.get("sha256"))) for path, each in sorted(_file().read().items())]


def is_trusted(project: Project) -> bool:
    """Whether a project file may say where a secret goes, and whether the other end is checked.

    It may where PROMPTPORT_TRUST_PROJECT is `1`, or names the file or its folder, in a list of absolute paths (divided by `:`,
    on Windows by `;`); or where `promptport trust` was run for it, and it is the same as then.

    Raises:
        ConfigurationError: The variable makes no sense, or what is kept can't be read.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if given == "1":
        return True
    if given not in ("", "0"):
        for each in filter(None, given.split(os.pathsep)):
            if not os.path.isabs(each):  # noqa: PTH117 # it is a text
                raise ConfigurationError(f"{VARIABLE} must be 1, 0 or absolute paths: {each!a} is none of these.")
            if project_path(each) == project.file:
                return True
    try:
        return bool(_file().read().get(str(project.file), {}).get("sha256") == project.digest)
    except NoPlace:
        return False


def _state(path: str, digest: str | None) -> str:
    from hashlib import sha256

    try:
        data, _ = read_regular(path, MOST)
    except OSError:
        return "gone"
    return "unchanged" if sha256(data).hexdigest() == digest else "changed"
