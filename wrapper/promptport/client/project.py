"""What a project file says of a client and of its platform: names checked, and the rest as far as it counts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from ..errors import ConfigurationError
from ..platform import Registration, find, installed, is_installed
from ..project.file import Project
from ..project.guard import Guard
from .accepted import accepted_settings, unknown_setting
from .own import NAMES, OBJECTS

LOCAL = "local"  # the table of platforms on this machine
SERVER = ("prompts",)  # settings of what serves them


def check_names(project: Project) -> None:
    """See that `[tool.promptport]` has nothing but settings of the client, and tables of platforms.

    Raises:
        ConfigurationError: A name is misspelt; the text has the closest one.
    """
    for name, value in project.table.items():
        if name in OBJECTS:
            raise ConfigurationError(f"{project.file} sets `{name}`, which is an object: pass it to the client.")
        if isinstance(value, dict):
            if name != LOCAL and not is_installed(name):
                known = [f"tool.promptport.{each}" for each in (*sorted(installed()), LOCAL)]
                raise unknown_setting(f"tool.promptport.{name}", known, str(project.file))
        elif name == "source" or name in NAMES:
            continue
        elif name == LOCAL or is_installed(name):
            raise ConfigurationError(
                f"[tool.promptport] of {project.file} has `{name}`, which is no table of settings."
            )
        else:
            raise unknown_setting(name, ["source", *NAMES], str(project.file))


def place_of(project: Project, registration: Registration, place: str) -> str:
    """The part of a project's `source` behind the colon, as far as it counts."""
    found = Guard(project).checked({"place": place}, "source", registration.harmless, registration.paths)
    return str(found["place"])


def platform_settings(
    project: Project, name: str, registration: Registration, given: Mapping[str, Any]
) -> dict[str, Any]:
    """The settings of a platform's table that neither an argument nor the environment gives.

    Args:
        project: The project file.
        name: The platform's name.
        registration: The platform.
        given: The arguments.

    Raises:
        ConfigurationError: A name is misspelt, or a setting counts only where the person trusts the file.
    """
    table = _table(project, name)
    accepted = accepted_settings(registration, registration.sync)
    for each in table:
        if accepted is not None and each not in accepted:
            if each in NAMES:
                raise ConfigurationError(
                    f"`{each}` in [tool.promptport.{name}] of {project.file} belongs above, into [tool.promptport]."
                )
            raise unknown_setting(each, accepted, f"[tool.promptport.{name}] of {project.file}")
    elsewhere = {setting for setting, variable in registration.variables.items() if os.environ.get(variable)}
    named = _by_any_name(registration, {*elsewhere, *given})
    counting = {each: value for each, value in table.items() if each not in named}
    return Guard(project).checked(counting, f"[tool.promptport.{name}]", registration.harmless, registration.paths)


def local_settings(project: Project, platform: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of `[tool.promptport.local]` that no argument gives, for a platform that is served on this machine.

    Raises:
        ConfigurationError: A name is misspelt, or a setting counts only where the person trusts the file.
    """
    table = _table(project, LOCAL)
    if not table or not is_installed(platform):
        return {}
    registration = find(platform)
    accepted = accepted_settings(registration, registration.sync)
    for each in table:
        if accepted is not None and each not in accepted and each not in SERVER:
            raise unknown_setting(each, [*SERVER, *accepted], f"[tool.promptport.{LOCAL}] of {project.file}")
    named = _by_any_name(registration, {*given})
    counting = {each: value for each, value in table.items() if each not in named}
    harmless, paths = (*registration.harmless, *SERVER), (*registration.paths, *SERVER)
    return Guard(project).checked(counting, f"[tool.promptport.{LOCAL}]", harmless, paths)


def _by_any_name(registration: Registration, names: set[str]) -> set[str]:
    """Names of settings, and the other names of the same settings."""
    pairs = registration.aliases.items()
    return names | {old for old, new in pairs if new in names} | {new for old, new in pairs if old in names}


def _table(project: Project, name: str) -> Mapping[str, Any]:
    found = project.table.get(name)
    return found if isinstance(found, dict) else {}  # `bundle` is a setting of clients as well as a platform
