"""From a source, such as `xr2`, `files:./prompts` or `local:xr2`, to the platform behind it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, cast

from ..errors import ConfigurationError
from ..hidden import NAMES as NAMES_OF_SECRETS
from ..http.key import AskedKey
from ..platform import Registration, find
from ..project.file import find_project
from ..project.guard import believed
from .accepted import accepted_settings, unknown_setting
from .own import NAMES, OBJECTS, OwnSettings, own_settings
from .project import check_names, local_settings, place_of, platform_settings

T = TypeVar("T")
BUNDLE = "bundle"  # the platform that a folder of pulled prompts is
SERVERS = "promptport.servers"  # entry points of what serves platforms on this machine


class Opening(NamedTuple):
    """A platform, and what it is opened with.

    Attributes:
        registration: How it is opened.
        place: What stands behind the colon of the source.
        settings: The arguments of both variants.
        own: The settings of the client itself.
        name: The platform's name, where it was asked for by one.
        stop: Ends what was started for it.
    """

    registration: Registration
    place: str
    settings: dict[str, Any]
    own: OwnSettings
    name: str = "the platform"
    stop: Callable[[], None] | None = None

    def close(self) -> None:
        """End what was started for it."""
        if self.stop is not None:
            self.stop()

    def __repr__(self) -> str:
        return f"<Opening of {self.place!r}>"  # settings hold secrets

    def variant(self, factory: Callable[..., T], keyless: Callable[[str, str], T] | None = None) -> T:
        """Open one variant of the platform.

        Args:
            factory: The registration's, for this variant.
            keyless: Makes what stands in for it where there is no key, of the platform's name and of what is missing; without
                it, that is an error as well.

        Raises:
            ConfigurationError: There is no such setting, or one is malformed.
            Exception: What the factory raises.
        """
        accepted = accepted_settings(self.registration, factory)
        if accepted is not None:
            for name in self.settings:
                if name not in accepted:
                    raise unknown_setting(name, [*accepted, *NAMES, *OBJECTS])
        try:
            return factory(self.place, **self.settings)
        except ConfigurationError as error:
            if keyless is None or not error.missing:
                raise
            missing = error.message
        return keyless(self.name, missing)

    def bundle(self, factory: Callable[..., T], platform: str) -> T:
        """Open the folder that prompts were pulled into, which answers in the platform's place.

        Args:
            factory: Opens one variant of it.
            platform: The platform that the client is of.

        Raises:
            ConfigurationError: It is no such folder, or of another platform.
        """
        made: Any = factory(self.own.bundle)
        if made.traits.name != platform:
            raise ConfigurationError(
                f"The bundle {os.fspath(self.own.bundle or '')} was pulled from {made.traits.name}, and the client is one of "
                f"{platform}: name the other source, or pull with `promptport pull --source {platform}` into a folder of its own."
            )
        return cast("T", made)


def with_shared_keys(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings in which a function for a key is one key, which both variants of a platform share.

    Its answer is shown to nobody, nor is the function, which may hold what it was made with.
    """
    return {
        name: AskedKey(value, name) if callable(value) and NAMES_OF_SECRETS.search(name) else value
        for name, value in settings.items()
    }


def opening(
    source: str | Registration | None, settings: dict[str, Any], given: Mapping[str, Any] = MappingProxyType({})
) -> Opening:
    """What a client is opened with.

    Args:
        source: What the caller gave; None looks at PROMPTPORT_SOURCE, and then into `pyproject.toml`.
        settings: The arguments of the platform; those of `[tool.promptport.NAME]` fill in what neither they nor the
            environment give.
        given: The arguments of the client itself, as `own_settings` takes them.

    Raises:
        ConfigurationError: There is no source, no such platform, or a project file says what it can't.
    """
    configured = find_project(believed=believed)
    if configured is not None:
        check_names(configured)
    own = own_settings(configured, given)
    if isinstance(source, Registration):
        return Opening(source, "", settings, own)
    chosen = source or os.environ.get("PROMPTPORT_SOURCE")
    source_text = chosen or (configured.table.get("source") if configured is not None else None)
    if not isinstance(source_text, str) or not source_text.strip():
        raise ConfigurationError(
            'Name a source, such as "xr2" or "files:./prompts": the first argument of `Client`, or `--source` of a command; or '
            "set PROMPTPORT_SOURCE, or `source` in [tool.promptport] of pyproject.toml."
        )
    name, _, place = source_text.partition(":")
    if name == "local":
        found = {} if configured is None else local_settings(configured, place, settings)
        served = _serve(place, {**found, **settings})
        return Opening(find(served.platform), "", served.settings, own, served.platform, served.close)
    registration = find(name)
    if configured is not None:
        if not chosen and place:
            place = place_of(configured, registration, place)
        settings = platform_settings(configured, name, registration, settings) | settings
    return Opening(registration, place, settings, own, name)


def _serve(platform: str, settings: dict[str, Any]) -> Any:
    from importlib.metadata import entry_points

    for each in entry_points(group=SERVERS, name="local"):
        try:
            return each.load()(platform, settings)
        except ImportError as error:
            from ..extras import missing_extra

            raise missing_extra(error, "local", "A local platform") from None
    raise ConfigurationError("Nothing is installed that serves platforms on this machine.")
