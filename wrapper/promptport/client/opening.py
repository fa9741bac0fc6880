"""From a source, such as `xr2`, `files:./prompts` or `local:xr2`, to the platform behind it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from ..base.arguments import settings_of
from ..errors import ConfigurationError
from ..platform import Registration, find
from ..settings import project
from ..spelling import closest

T = TypeVar("T")
OURS = ("ttl", "stale", "deadline", "timeout", "retries", "disk", "store")  # the settings of `Client` itself
SERVERS = "promptport.servers"  # entry points of what serves platforms on this machine


class Opening(NamedTuple):
    """A platform, and what it is opened with.

    Attributes:
        registration: How it is opened.
        place: What stands behind the colon of the source.
        settings: The arguments of both variants.
        stop: Ends what was started for it.
    """

    registration: Registration
    place: str
    settings: dict[str, Any]
    stop: Callable[[], None] | None = None

    def close(self) -> None:
        """End what was started for it."""
        if self.stop is not None:
            self.stop()

    def __repr__(self) -> str:
        return f"<Opening of {self.place!r}>"  # settings hold secrets

    def variant(self, factory: Callable[..., T]) -> T:
        """Open one variant of the platform.

        Args:
            factory: The registration's, for this variant.

        Raises:
            ConfigurationError: There is no such setting, or one is missing or malformed.
            Exception: What the factory raises.
        """
        accepted = _accepted(self.registration, factory)
        if accepted is not None:
            for name in self.settings:
                if name not in accepted:
                    raise _unknown(name, accepted)
        return factory(self.place, **self.settings)


def _accepted(registration: Registration, factory: Callable[..., Any]) -> Sequence[str] | None:
    """The settings that a factory takes, as the registration or its signature says; None where neither says all.

    Where it takes any, it hands them to what the platform's other factory hands them to, which may name them.
    """
    if registration.settings is not None:
        return registration.settings
    for each in (factory, registration.sync, registration.async_):
        if (names := settings_of(each)) is not None:
            return names
    return None


def _unknown(name: str, accepted: Sequence[str]) -> ConfigurationError:
    names = list(dict.fromkeys([*accepted, *OURS]))
    close = closest(name, names)
    guess = f"did you mean {close}?" if close else f"there are {', '.join(names)}."
    return ConfigurationError(f"There is no setting {name!r}; {guess}")


def opening(source: str | Registration | None, settings: dict[str, Any]) -> Opening:
    """What a client is opened with.

    Args:
        source: What the caller gave; None looks at PROMPTPORT_SOURCE, and then into `pyproject.toml`.
        settings: The arguments of the platform; those of `[tool.promptport.NAME]` fill in what neither they nor the
            environment give.

    Raises:
        ConfigurationError: There is no source, or no such platform.
    """
    if isinstance(source, Registration):
        return Opening(source, "", settings)
    configured = project()
    given = source or os.environ.get("PROMPTPORT_SOURCE") or configured.get("source")
    if not isinstance(given, str) or not given.strip():
        raise ConfigurationError(
            'Name a source: `Client("xr2")`, `Client("files:./prompts")`; or set PROMPTPORT_SOURCE, or `source` in '
            "[tool.promptport] of pyproject.toml."
        )
    name, _, place = given.partition(":")
    table = configured.get(name, {})
    if not isinstance(table, dict):
        raise ConfigurationError(f"[tool.promptport] of pyproject.toml has `{name}`, which is no table of settings.")
    if name == "local":
        served = _serve(place, {**table, **settings})
        return Opening(find(served.platform), "", served.settings, served.close)
    registration = find(name)
    from_environment = {setting for setting, variable in registration.variables.items() if os.environ.get(variable)}
    return Opening(
        registration, place, {each: table[each] for each in table if each not in from_environment} | settings
    )


def _serve(platform: str, settings: dict[str, Any]) -> Any:
    from importlib.metadata import entry_points

    for each in entry_points(group=SERVERS, name="local"):
        try:
            return each.load()(platform, settings)
        except ImportError as error:
            needed = 'A local platform needs `pip install "promptport[local]"`'
            raise ConfigurationError(f"{needed}: {error.name} is missing.") from None
    raise ConfigurationError("Nothing is installed that serves platforms on this machine.")
