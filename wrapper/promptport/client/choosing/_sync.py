# Made from wrapper/promptport/client/choosing/_async.py by `python tools/unasync.py`: change that file, never this one.
"""A version for a unit. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ...errors import CallError, NotFound
from ...platform import PromptSource, Fetched, Query
from ...prompt.prompt import Prompt
from . import asks_for_weights, experiment_of, packed, stamped, unpacked, weights_query

Fetch = Callable[[Query, float], Fetched]
Look = Callable[[Query, bool], Prompt]  # with True past every copy


class Chosen(NamedTuple):
    """What a unit gets.

    Attributes:
        query: What was asked in the end.
        prompt: The prompt.
        weights: By what it was chosen; None where there was nothing to choose by.
    """

    query: Query
    prompt: Prompt
    weights: Prompt | None = None


def fetching(source: PromptSource) -> Fetch:
    """A source's `fetch`, which answers for the weights of a prompt's versions as well."""

    def fetch(query: Query, deadline: float) -> Fetched:
        if not asks_for_weights(query):
            return source.fetch(query, deadline)
        platform, shares = source.traits.name, getattr(source, "shares", None)
        if shares is None:
            raise CallError(
                f"One variant of {platform} has `shares`, the other has not.", kind="unreadable", platform=platform
            )
        return packed(query, shares(query.name, deadline), platform)

    return fetch


class Chooser:
    """Chooses among the versions of a prompt by their weights.

    Args:
        source: The platform, which may leave the choice to us or not.
    """

    def __init__(self, source: PromptSource) -> None:
        self._source: Any = source

    def applies(self, query: Query) -> bool:
        """Whether there may be something to choose: whoever asks for a version or a label has chosen."""
        return query.version is None and query.label is None and hasattr(self._source, "shares")

    def get(self, query: Query, unit: str | None, look: Look) -> Chosen:
        """What a unit gets.

        Args:
            query: What was asked.
            unit: The unit; None where it is for nobody in particular.
            look: Gets a version, or weights.

        Raises:
            Error: What `look` raises.
        """
        if unit is None or not self.applies(query):
            prompt = look(query, False)
            return Chosen(query, stamped(prompt, unit, prompt.origin.experiment))
        chosen, weights = self._look(query, unit, look, False)
        try:
            prompt = look(chosen, False)
        except NotFound:  # it may have been taken away since the weights were fetched
            chosen, weights = self._look(query, unit, look, True)
            prompt = look(chosen, False)
        experiment = prompt.origin.experiment if chosen is query else experiment_of(query.name)
        return Chosen(chosen, stamped(prompt, unit, experiment), weights)

    def _look(self, query: Query, unit: str, look: Look, anew: bool) -> tuple[Query, Prompt]:
        """What a unit is to get, and by what that was chosen."""
        from ...prompt.variants import variant  # few prompts have weights

        weights = look(weights_query(query.name), anew)
        version = variant(experiment_of(query.name), unit, unpacked(weights.fetched))
        return query if version is None else Query(query.name, version), weights

    def get_all(self, query: Query, look: Look) -> None:
        """Get every version that a unit may get, so that there is a copy of each.

        Args:
            query: What was asked.
            look: Gets a version, or weights.

        Raises:
            Error: What `look` raises.
        """
        if self.applies(query):
            for each in unpacked((look(weights_query(query.name), False)).fetched):
                if each.weight > 0:
                    look(Query(query.name, each.version), False)
