"""Prompts whose source lies on this machine: each is made once for each version of its file."""

from __future__ import annotations

from ..platform import Fetched, Query
from ..prompt.prompt import Prompt


class LocalPrompts:
    """What was made from the answers of a local source, which are the same object for as long as they say the same.

    Args:
        platform: The platform's name.
    """

    def __init__(self, platform: str) -> None:
        self._platform = platform
        self._prompts: dict[Query, tuple[Fetched, Prompt]] = {}

    def prompt(self, query: Query, fetched: Fetched) -> Prompt:
        """The prompt of an answer."""
        made = self._prompts.get(query)
        if made is None or made[0] is not fetched:
            made = self._prompts[query] = fetched, Prompt.of(fetched, self._platform, "file")
        return made[1]

    def prompts(self) -> dict[Query, Prompt]:
        """The prompts that were asked for."""
        return {query: prompt for query, (_, prompt) in list(self._prompts.items())}
