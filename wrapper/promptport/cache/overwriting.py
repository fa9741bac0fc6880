"""What becomes of copies when their prompt is written: nobody gets an older answer after that, of this client at least."""

from __future__ import annotations

import time
from collections.abc import Iterable

from ..platform import Query
from .envelope import cache_key
from .state import CacheState
from .telling import Step, Steps

MOVING = ("production", "latest")  # labels that platforms give to a new version by themselves


def overwriting(state: CacheState, name: str, labels: Iterable[str], deleted: bool) -> Steps[None]:
    """Forget the copies of a prompt that was written, in memory and in the store. A version that never changes stays.

    Args:
        state: The copies.
        name: The prompt's name.
        labels: The labels that may have moved, besides the usual ones.
        deleted: Whether something of it was deleted, so that no version stays.
    """
    traits, at = state.traits, (state.monotonic(), time.time())
    moved = {*labels, *(traits.labels or ()), *MOVING}
    found = [Query(name), *(Query(name, label=each) for each in moved)]
    found += [each for each in _known(state, name) if deleted or not _is_fixed(state, each)]
    for query in dict.fromkeys(found):
        state.memory.drop(query)
        state.absences.overwritten(query, at)
    for query in dict.fromkeys(found):
        for instance in state.owner.instances:
            yield Step("drop", (cache_key(traits._replace(instance=instance), query),))


def doubt(state: CacheState, name: str) -> None:
    """Take in that a prompt may have been written: the platform is asked first, and its copies answer where it fails."""
    for query in _known(state, name):
        copy = state.memory.copies.get(query)
        if copy is not None and not _is_fixed(state, query):
            state.memory.put(query, copy.for_outages(), state.memory.epoch)
        state.missing.pop(query, None)


def _known(state: CacheState, name: str) -> list[Query]:
    """What was asked for by a name, and is remembered: as a copy, or as what there was none of."""
    remembered = (*list(state.memory.copies), *list(state.missing))
    return [each for each in remembered if isinstance(each, Query) and each.name == name]


def _is_fixed(state: CacheState, query: Query) -> bool:
    """Whether there is a copy of a version that never changes, asked for as such."""
    copy = state.memory.copies.get(query)
    return copy is not None and query.version is not None and copy.value.fetched.fixed
