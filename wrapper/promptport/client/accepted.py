"""Which settings there are, and what a misspelt one was meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..base.arguments import settings_of
from ..errors import ConfigurationError
from ..platform import Registration
from ..spelling import closest

LONGEST = 60  # characters of a name that an error repeats


def accepted_settings(registration: Registration, factory: Callable[..., Any]) -> Sequence[str] | None:
    """The settings that a factory takes, as the registration or its signature says; None where neither says all.

    Where it takes any, it hands them to what the platform's other factory hands them to, which may name them.
    """
    if registration.settings is not None:
        return registration.settings
    for each in (factory, registration.sync, registration.async_):
        if (names := settings_of(each)) is not None:
            return names
    return None


def unknown_setting(name: str, known: Iterable[str], where: str = "") -> ConfigurationError:
    """The error of a setting that there is none of, with the closest one.

    Args:
        name: What was given.
        known: The settings that there are.
        where: The file that has it, where it stands in one.
    """
    names = list(dict.fromkeys(known))
    close = closest(name, names)
    guess = f"did you mean {close}?" if close else f"there are {', '.join(names) or 'none'}."
    shown = ascii(name) if len(name) <= LONGEST else f"{name[:LONGEST]!a} ..."
    return ConfigurationError(f"There is no setting {shown}{where and f' in {where}'}; {guess}")
