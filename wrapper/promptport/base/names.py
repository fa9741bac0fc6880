"""Names for a platform that knows ids alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..errors import ArgumentError, NotFound
from ..platform import Query


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
        from difflib import get_close_matches  # 5 ms, and needed for errors only

        raise NotFound(
            f"There is no prompt {query.name!r}{_guess(get_close_matches(query.name, _texts(names), 1))}", *query
        )
    return found[0]


def _texts(names: Mapping[str, str]) -> Iterable[str]:
    return sorted(set(names.values()))


def _guess(close: list[str]) -> str:
    return f"; did you mean {close[0]!r}?" if close else "."
