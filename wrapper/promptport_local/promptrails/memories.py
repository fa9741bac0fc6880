"""What agents remember: searched, and forgotten as a whole."""

from __future__ import annotations

from promptport_local.promptrails.lists import LARGEST_LIMIT
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State

_USUAL_LIMIT = 10


class Memories:
    """Searches memories by their words.

    Args:
        state: What is held.
        records: The records as clients see them.
    """

    def __init__(self, state: State, records: Records) -> None:
        self._state = state
        self._records = records

    def search(
        self, agent_id: str, query: str, threshold: float | None = None, limit: int = _USUAL_LIMIT
    ) -> list[Json]:
        """The memories of an agent that are close to a query, the closest first, the newest first among those.

        One that holds the query as it stands, in small letters or capitals, has the closeness 1; any other the share of
        the query's words that it holds.

        Args:
            agent_id: The agent, which need not exist.
            query: What to look for.
            threshold: How close a memory must be, from 0 to 1; without it, it must hold the query as it stands.
            limit: How many to answer: 10 where it is below 1, 100 at the most.
        """
        least = 1.0 if threshold is None else threshold
        limit = min(limit, LARGEST_LIMIT) if limit >= 1 else _USUAL_LIMIT
        with self._state.environment.transaction():
            newest = self._records.listed("memories", agent_id)
        close = [(_closeness(query.casefold(), each["content"].casefold()), each) for each in newest]
        found = sorted((each for each in close if each[0] >= least), key=lambda each: -each[0])
        return [memory for _, memory in found[:limit]]

    def forget(self, agent_id: str) -> Json:
        """Let an agent forget everything; how many memories there were."""
        with self._state.environment.transaction():
            held = self._state.all("memories", agent_id=agent_id)
            for memory in held:
                self._state.remove("memories", memory["id"])
        return {"deleted": len(held)}


def _closeness(query: str, content: str) -> float:
    words = query.split()
    if query in content or not words:
        return 1.0
    # Never quite 1, since the words do not stand as they were asked for.
    return min(sum(word in content for word in words) / len(words), 0.99)
