"""Prompts whose source lies on this machine: each is made once for each version of its file."""

from __future__ import annotations

from ..platform import Fetched, Query
from ..prompt.prompt import Prompt


class LocalPrompts:
    """What was made from the answers of a local source, which are the same object for as long as they say the same.

    Args:
        platform: The platform's name.
        source: What `Origin.source` says of them.
    """

    def __init__(self, platform: str, source: str = "file") -> None:
        self._platform, self._source = platform, source
        self._prompts: dict[Query, tuple[Fetched, Prompt]] = {}

    def made(self, query: Query, fetched: Fetched) -> Prompt | None:
        """The prompt of an answer, where it was made before."""
        made = self._prompts.get(query)
        return made[1] if made is not None and made[0] is fetched else None

    def make(self, query: Query, fetched: Fetched) -> Prompt:
        """Make the prompt of an answer, which takes time by its length."""
        prompt = Prompt.of(fetched, self._platform, self._source)
        other = self.made(query, fetched)  # another thread may have been faster
        if other is None:
            self._prompts[query] = fetched, prompt
        return other or prompt

    def prompts(self) -> dict[Query, Prompt]:
        """The prompts that were asked for."""
        return {query: prompt for query, (_, prompt) in list(self._prompts.items())}
