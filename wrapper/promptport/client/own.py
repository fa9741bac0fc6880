"""The settings of `Client` itself: arguments first, then `[tool.promptport]` of a project file, then the defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..cache.settings import CacheSettings
from ..errors import ConfigurationError
from ..http.timeouts import limits
from ..platform import Registration
from ..project.file import Project
from ..project.guard import Guard
from ..settings import number
from ..telemetry.switch import Setting, check_setting

TABLE = "[tool.promptport]"
CACHING = ("ttl", "stale", "deadline", "on_refusal", "refusal_ttl")
NAMES = (
    *CACHING,
    "timeout",
    "retries",
    "disk",
    "spool",
    "events",
    "telemetry",
    "bundle",
)  # in a project file; `store` is an object
OBJECTS = ("store", "on_get")  # arguments alone: no file holds them
PATHS = ("disk", "spool", "bundle")


class OwnSettings(NamedTuple):
    """What a client does whatever its platform is.

    Attributes:
        caching: How long things are good for.
        options: What `with_options` of the platform is called with: `timeout` and `retries`, where they are given.
        disk: Whether copies are kept on disk, or the folder for them.
        telemetry: Whether OpenTelemetry is told, and of values too; None where that is the application's use of it to say.
        spool: Whether what is reported lies on disk until it is delivered, or the folder for it.
        events: Who takes events in the platform's place: a source, a `Registration`, a client or a function; None for the
            platform itself.
        bundle: The folder that prompts were pulled into, which answers in the platform's place; None where that answers.
    """

    caching: CacheSettings
    options: dict[str, Any]
    disk: bool | str | os.PathLike[str]
    telemetry: Setting = None
    spool: bool | str | os.PathLike[str] = True
    events: Any = None
    bundle: str | os.PathLike[str] | None = None


def own_settings(project: Project | None, given: Mapping[str, Any]) -> OwnSettings:
    """The settings of a client, checked.

    Args:
        project: The project file that counts; None where there is none.
        given: The arguments, by their names; None stands for one that was not given.

    Raises:
        ConfigurationError: One is of a wrong type, out of bounds, or the project file's and beyond what it may decide.
    """
    found = {name: value for name, value in given.items() if value is not None}
    if project is not None:
        configured = {name: project.table[name] for name in NAMES if name in project.table and name not in found}
        values = configured.get("telemetry") == "values"  # which may be a person's secrets
        harmless = [name for name in NAMES if name != "telemetry" or not values]
        found |= Guard(project).checked(configured, TABLE, harmless, PATHS)
    caching = CacheSettings.checked(**{name: found[name] for name in CACHING if name in found})
    options: dict[str, Any] = {name: found[name] for name in ("timeout", "retries") if name in found}
    if "timeout" in options:
        limits(options["timeout"])
    if "retries" in options and number(options["retries"], argument="retries", most=100) % 1:
        raise ConfigurationError(f"`retries` must be a whole number, not {options['retries']!r}.")
    disk, spool = (_folder(name, found.get(name, True)) for name in ("disk", "spool"))
    telemetry = check_setting(found.get("telemetry"))
    return OwnSettings(
        caching, options, disk, telemetry, spool, _events(found.get("events")), _bundle(found.get("bundle"))
    )


def _bundle(value: Any) -> str | os.PathLike[str] | None:
    if value is None or value is False:
        return None
    if isinstance(value, str | os.PathLike) and os.fspath(value) and "\0" not in os.fsdecode(value):
        return value
    raise ConfigurationError(f"`bundle` must be the folder that prompts were pulled into, or False, not {value!r}.")


def _folder(name: str, value: Any) -> bool | str | os.PathLike[str]:
    if not isinstance(value, bool | str | os.PathLike):
        raise ConfigurationError(f"`{name}` must be True, False or a folder, not {value!r}.")
    if not isinstance(value, bool) and (not os.fspath(value) or "\0" in os.fsdecode(value)):
        raise ConfigurationError(f"`{name}` must be a folder: {os.fspath(value)!r} is none.")
    return value


def _events(value: Any) -> Any:
    known = value is None or isinstance(value, str | Registration) or hasattr(value, "track") or callable(value)
    if not known or value == "":
        raise ConfigurationError(
            "`events` must be a platform, such as `xr2`, its `Registration`, a client, or a function of an event, "
            f"not {type(value).__name__}."
        )
    return value
