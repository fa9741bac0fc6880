"""What of a project file counts: what decides where a secret goes only for loopback, or where the person trusts the file."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from logging import getLogger
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..errors import ConfigurationError
from ..settings import ADDRESS
from ..system.folders import expand
from .file import Project

logger = getLogger("promptport")


def believed(project: Project) -> bool:
    """Whether a project file counts at all: it is the user's or the system's, or trusted. Another one is told in the log."""
    if project.own:
        return True
    from .trust import VARIABLE, is_trusted  # with what it needs, some milliseconds for those who need it

    if is_trusted(project):
        return True
    logger.warning(
        "%s belongs to somebody else and is passed over; run `promptport trust %s`, or set %s, if you trust it",
        project.file,
        project.file,
        VARIABLE,
    )
    return False


class Guard:
    """Lets settings of a project file through, or says how they can be.

    Args:
        project: The file.
    """

    def __init__(self, project: Project) -> None:
        self._project = project

    def checked(
        self, settings: Mapping[str, Any], table: str, harmless: Collection[str], paths: Collection[str]
    ) -> dict[str, Any]:
        """Settings as they count, with paths that start at the file's folder.

        Args:
            settings: What a table of the file says, without what is given elsewhere.
            table: The table's name.
            harmless: The settings that decide neither where a secret goes nor whether the other end is checked.
            paths: The settings that are files or folders where they are texts.

        Raises:
            ConfigurationError: Some of them count only where the file is trusted; or a path is none.
        """
        found = {
            name: expand(value, self._project.file.parent) if name in paths and isinstance(value, str) else value
            for name, value in settings.items()
        }
        refused = [name for name, value in found.items() if not self._counts(value, name in harmless)]
        if refused:
            self._need_trust(table, refused)
        return {name: str(value) if isinstance(value, Path) else value for name, value in found.items()}

    def _need_trust(self, table: str, names: Collection[str]) -> None:
        from .trust import VARIABLE, is_trusted

        if is_trusted(self._project):
            return
        file, listed = self._project.file, ", ".join(f"`{name}`" for name in names)
        raise ConfigurationError(
            f"{file} sets {listed} of {table}, which decide where secrets and values go, whether the other end is checked, or "
            "which folders beyond its own are used. Whoever writes a folder writes that file, so it counts only where you trust "
            f"it: read it, then run `promptport trust {file}`, or set {VARIABLE} to its path (or to 1, for all such files). A "
            "change of the file ends the trust of `promptport trust`."
        )

    def _counts(self, value: Any, harmless: bool) -> bool:
        if isinstance(value, Path):
            return harmless and Path(os.path.realpath(value)).is_relative_to(self._project.file.parent)
        return harmless or names_loopback(value)


def names_loopback(value: Any) -> bool:
    """Whether a setting is the address of this machine, which no secret leaves; a proxy's may lack its scheme."""
    if not isinstance(value, str):
        return False
    address = value if "://" in value else f"http://{value}"
    if not ADDRESS.fullmatch(address):
        return False
    from ipaddress import ip_address

    host = (urlsplit(address).hostname or "").removesuffix(".")
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
