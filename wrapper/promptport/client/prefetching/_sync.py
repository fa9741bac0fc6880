# Made from wrapper/promptport/client/prefetching/_async.py by `python tools/unasync.py`: change that file, never this one.
"""Many prompts at once. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import CallError, ClosedError, Error
from ...http.clock import Deadline
from ...platform import Query
from ...prompt.prompt import Prompt
from ..blocking import each
from ..getting._sync import Getter
from . import PrefetchError

AT_ONCE = 8  # questions to the platform; more of them are what platforms answer with 429


def fetched_all(getter: Getter, queries: Sequence[Query], seconds: float) -> dict[str, Prompt]:
    """Fetch prompts, some at once.

    Args:
        getter: Gets them.
        queries: Which, each name once.
        seconds: How long all of it takes at the most.

    Returns:
        The prompts, by name.

    Raises:
        PrefetchError: Some could not be had.
        ClosedError: The client was closed meanwhile.
    """
    limit = Deadline(seconds)
    found: dict[str, Prompt | Error] = {}

    def fetch(query: Query) -> None:
        try:
            left = limit.remaining()
            if not left:
                late = f"There was no time left to ask for it: {seconds:g} s were over."
                raise CallError(late, kind="timeout", platform=getter.platform)
            found[query.name] = getter.prefetch(query, left)
        except ClosedError:
            raise
        except Error as error:
            error.__traceback__ = None  # it would hold the variables of every frame
            found[query.name] = error

    each(fetch, queries, AT_ONCE)
    ordered = {query.name: found[query.name] for query in queries}
    prompts = {name: each for name, each in ordered.items() if isinstance(each, Prompt)}
    failed = {name: each for name, each in ordered.items() if isinstance(each, Error)}
    if failed:
        raise PrefetchError(failed, prompts)
    return prompts
