"""How a platform is found and opened: an entry point of its package."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import ConfigurationError
from ..spelling import closest
from .metadata import entry_points

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from .sources import AsyncPromptSource, PromptSource

GROUP = "promptport.platforms"


class Registration(NamedTuple):
    """How a platform is opened.

    Both variants take the same settings, as keywords; before them the part of a source behind the colon, as in `files:./prompts`.

    Attributes:
        sync: Opens the blocking variant.
        async_: Opens the asyncio variant. Blocking clients need it as well: it refreshes what they keep.
        variables: The environment variables that stand in for settings, by the settings' names. A setting in `pyproject.toml`
            gives way to its variable.
        settings: The names of all settings; None takes them from the signatures of the two. They are needed where both hand
            what they are given to something else, as by `**settings`: without them nobody can tell which one is misspelt.
        harmless: The settings that count from any `pyproject.toml`, since they decide neither where a secret goes nor whether
            the other end is checked; `place` is the part behind the colon. Every other one counts from such a file only where
            it names a loopback address, or where the person has trusted the file (`promptport trust`).
        paths: The settings that are files or folders where they are texts. In a `pyproject.toml` they start at its folder; a
            harmless one is so within this folder.
        aliases: Other names of settings, and the settings that they are names of. What is said by one of the names goes before
            what a `pyproject.toml` says by the other, too.
        attributes: Makes `Fetched.attributes` of a prompt's name and version, for one that was pulled: then nobody is asked.
    """

    sync: Callable[..., PromptSource]
    async_: Callable[..., AsyncPromptSource]
    variables: Mapping[str, str] = {}
    settings: Sequence[str] | None = None
    harmless: Collection[str] = ()
    paths: Collection[str] = ()
    aliases: Mapping[str, str] = {}
    attributes: Callable[[str, int | str], Mapping[str, str | int | float]] | None = None


def installed() -> Mapping[str, EntryPoint]:
    """All platforms that there are, by name, as their packages register them."""
    from importlib import metadata  # 8 ms, for those who list them

    return {each.name: each for each in metadata.entry_points(group=GROUP)}


def is_installed(name: str) -> bool:
    """Whether there is a platform of a name."""
    return name in entry_points(GROUP) or name in installed()


def find(name: str) -> Registration:
    """The platform of a name.

    Raises:
        ConfigurationError: There is none, or it lacks one of its variants.
    """
    registration = _load(name)
    for variant, word in (("sync", "blocking"), ("async_", "asyncio")):
        if not callable(getattr(registration, variant, None)):
            raise ConfigurationError(f"The platform {name} has no {word} variant, `{variant}`: a platform needs both.")
    made: Registration = registration
    return made


def _load(name: str) -> Any:
    found = entry_points(GROUP).get(name)
    if found is not None:
        module, _, attribute = found.partition(":")
        return attrgetter(attribute)(import_module(module))
    everywhere = installed()
    if name in everywhere:
        return everywhere[name].load()
    close = closest(name, everywhere)
    guess = f" Did you mean {close}?" if close else ""
    raise ConfigurationError(f"There is no platform {name!r}: there are {', '.join(sorted(everywhere))}.{guess}")
