"""Many prompts at once. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import CallError, ClosedError, Error
from ...http.clock import Deadline
from ...platform import Query
from ...prompt.prompt import Prompt
from ..aio import each
from ..getting._async import AsyncGetter
from . import PrefetchError

AT_ONCE = 8  # questions to the platform; more of them are what platforms answer with 429


async def fetched_all(getter: AsyncGetter, queries: Sequence[Query], seconds: float) -> dict[str, Prompt]:
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

    async def fetch(query: Query) -> None:
        try:
            left = limit.remaining()
            if not left:
                late = f"There was no time left to ask for it: {seconds:g} s were over."
                raise CallError(late, kind="timeout", platform=getter.platform)
            found[query.name] = await getter.prefetch(query, left)
        except ClosedError:
            raise
        except Error as error:
            error.__traceback__ = None  # it would hold the variables of every frame
            found[query.name] = error

    await each(fetch, queries, AT_ONCE)
    ordered = {query.name: found[query.name] for query in queries}
    prompts = {name: each for name, each in ordered.items() if isinstance(each, Prompt)}
    failed = {name: each for name, each in ordered.items() if isinstance(each, Error)}
    if failed:
        raise PrefetchError(failed, prompts)
    return prompts
