"""What a caller asks for, checked before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import ArgumentError, NotSupported
from ..platform import Query, Traits

LONGEST = 86_400.0  # seconds


def checked_query(traits: Traits, name: str, version: int | str | None, label: str | None) -> Query:
    """Which version of which prompt is asked for.

    Args:
        traits: What the platform can do.
        name: The prompt's name.
        version: A version, in the platform's terms.
        label: A label.

    Raises:
        ArgumentError: An argument is of the wrong type, or version and label are both given.
        NotSupported: The platform has no such versions or labels; the text says what it has.
    """
    if not isinstance(name, str) or not name:
        raise ArgumentError(f"A prompt's name is a text, not {name!r}.")
    if version is not None and (isinstance(version, bool) or not isinstance(version, int | str) or version == ""):
        raise ArgumentError(f"A version is a number or an id, not {version!r}.")
    if label is not None and (not isinstance(label, str) or not label or "\0" in label):
        raise ArgumentError(f"A label is a text, not {label!r}.")
    if version is not None and label is not None:
        raise ArgumentError("Ask for a version or for a label, not for both.")
    if version is not None and not traits.versions:
        raise NotSupported(f"{traits.name} has one version of each prompt: leave `version` out.")
    if label is not None and traits.labels is not None and label not in traits.labels:
        there = f"it has {', '.join(traits.labels)}" if traits.labels else "it has none: leave `label` out"
        raise NotSupported(f"{traits.name} has no label {label!r}: {there}.")
    return Query(name, version, label)


def checked_names(names: Iterable[str], deadline: float) -> list[str]:
    """The names of many prompts, each once.

    Args:
        names: What the caller gave.
        deadline: Seconds for all of them.

    Raises:
        ArgumentError: It is one name alone, or nothing that can be gone through; or the seconds are none.
    """
    checked_deadline(deadline)
    if isinstance(names, str | bytes) or not isinstance(names, Iterable):
        raise ArgumentError(f"`names` are the names of prompts, as in a list, not {type(names).__name__}.")
    found = list(names)
    for each in found:
        if not isinstance(each, str) or not each:
            raise ArgumentError(f"A prompt's name is a text, not {each!r}.")
    return list(dict.fromkeys(found))


def checked_deadline(deadline: float) -> float:
    """Seconds that a call may take.

    Raises:
        ArgumentError: They are none.
    """
    if isinstance(deadline, bool) or not isinstance(deadline, int | float) or not 0 < deadline <= LONGEST:
        raise ArgumentError(f"`deadline` is a number of seconds up to {LONGEST:g}, not {deadline!r}.")
    return deadline


def checked_whom(unit: str | int | None) -> str | None:
    """For whom a prompt is got, as `checked_unit` has it; None where it is for nobody in particular.

    Raises:
        ArgumentError: It is no unit.
    """
    if unit is None:
        return None
    from ..prompt.variants import checked_unit  # few prompts have weights

    return checked_unit(unit)
