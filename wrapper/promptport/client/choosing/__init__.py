"""Which version a unit gets, where the versions of a prompt have weights: fetched and kept as a version itself is."""

from __future__ import annotations

from attrs import evolve

from ...errors import CallError
from ...platform import Fetched, Query, Share
from ...prompt.prompt import Prompt

LABEL = "\0weights"  # no caller can ask for it, and no platform has it
SHOWN = "weights"  # in a list of copies
SHARES = "shares"


def weights_query(name: str) -> Query:
    """What is asked, of a cache too, for the weights of a prompt's versions."""
    return Query(name, None, LABEL)


def asks_for_weights(query: Query) -> bool:
    """Whether it is the weights that a query asks for."""
    return query.label == LABEL


def packed(query: Query, shares: object, platform: str) -> Fetched:
    """Weights in the form of a version, so that whatever keeps versions keeps them.

    Args:
        query: What was asked.
        shares: What the source has answered.
        platform: The platform's name.

    Raises:
        CallError: Those are no weights.
    """
    from ...prompt.variants import checked_shares  # few prompts have weights

    try:
        found = checked_shares(shares)  # type: ignore[arg-type] # a source's word
    except (TypeError, ValueError) as error:
        message = f"The weights of the versions of {query.name!r} are none: {error}."
        raise CallError(message, kind="unreadable", platform=platform, hint="Mend them where they are set.") from None
    return Fetched(query.name, (), (), label=SHOWN, config={SHARES: [list(each) for each in found]})


def unpacked(weights: Fetched) -> tuple[Share, ...]:
    """The weights that `packed` has packed."""
    return tuple(Share(*each) for each in weights.config[SHARES])


def experiment_of(name: str) -> str:
    """What is chosen for, by a prompt's name: `é` is the same in one character and in two, as where files are found by it."""
    if name.isascii():
        return name
    from unicodedata import normalize  # few need it

    return normalize("NFC", name)


def stamped(prompt: Prompt, unit: str | None, experiment: str | None) -> Prompt:
    """A prompt that says whom it was got for, and what has chosen its version."""
    if (prompt.origin.unit, prompt.origin.experiment) == (unit, experiment):
        return prompt
    return evolve(prompt, origin=evolve(prompt.origin, unit=unit, experiment=experiment))
