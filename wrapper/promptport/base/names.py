"""Names for a platform that knows ids alone."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ArgumentError, NotFound
from ..platform import Query
from ..spelling import instead


def identity(query: Query, names: Mapping[str, str]) -> str:
    """The id of what a query names. An id names itself.

    Args:
        query: Which prompt.
        names: The names of all that there is, by id.

    Raises:
        NotFound: There is none of this name; the text has the closest one.
        ArgumentError: There are several; the text has their ids.
    """
    if query.name in names:
        return query.name
    found = [each for each, name in names.items() if name == query.name]
    if len(found) > 1:
        raise ArgumentError(
            f"{query.name!r} is the name of several; ask for one by its id: {', '.join(sorted(found))}."
        )
    if not found:
        remedy = instead(query.name, names.values()) or "This account has no prompts: check whose key it is."
        raise NotFound(f"There is no prompt {query.name!r}. {remedy}", *query)
    return found[0]
