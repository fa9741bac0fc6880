"""The pages of a list, one by one or all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeVar

from .decoder import NOTHING, Field
from .model import Model

T = TypeVar("T")


class Page(Model, Generic[T]):
    """A page of a list. Iterating it gives its items, `len` counts them."""

    __slots__ = ()
    ITEMS: ClassVar[str] = ""
    PAGES: ClassVar[tuple[str, ...]] = ()

    def __iter__(self) -> Iterator[T]:
        return iter(self._listed())

    def __len__(self) -> int:
        return len(self._listed())

    def _listed(self) -> list[T]:
        """The items. Where the platform sent something else in place of a list, there are none that can be gone through."""
        found = self[self.ITEMS]
        return found if isinstance(found, list) else []

    def count(self) -> int:
        """How many pages there are; 0 where the platform does not say."""
        found: Any = self
        for name in self.PAGES:
            found = found[name] if isinstance(found, Model) or (isinstance(found, dict) and name in found) else None
        return found if isinstance(found, int) else 0


class DataPage(Page[T]):
    """A page in its commonest form, which can be made by hand as well. Equal to every such page with the same items and place.

    Not an attrs class: it comes with this package, attrs (12 ms to import) only when a model is read.

    Attributes:
        data: The items.
        meta: Where the page stands in its list.
    """

    __slots__ = ("_keys", "_more", "data", "meta")
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("data", "data", "data", "array", required=True),
        Field("meta", "meta", "meta"),
    )
    ITEMS: ClassVar[str] = "data"

    def __init__(
        self,
        data: list[T],
        meta: Any = None,
        _more: Mapping[str, Any] = NOTHING,
        _keys: tuple[str, ...] | None = None,
    ) -> None:
        self.data, self.meta, self._more, self._keys = data, meta, _more, _keys

    def __eq__(self, other: object) -> bool:
        if isinstance(other, DataPage):
            return self.data == other.data and bool(self.meta == other.meta)
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment] # as in every answer


def walk(fetch: Callable[[int], Page[T]], number: int) -> Iterator[T]:
    """The items of all pages from one on. A list of which the platform counts no pages has but one.

    Args:
        fetch: Answers the page of a number.
        number: The first page.
    """
    while True:
        page = fetch(number)
        yield from page
        if not len(page) or number >= page.count():
            return
        number += 1


async def walk_async(fetch: Callable[[int], Awaitable[Page[T]]], number: int) -> AsyncIterator[T]:
    """The items of all pages from one on, where a page is awaited. A list of which no pages are counted has but one.

    Args:
        fetch: Answers the page of a number, when it is awaited.
        number: The first page.
    """
    while True:
        page = await fetch(number)
        for each in page:
            yield each
        if not len(page) or number >= page.count():
            return
        number += 1
