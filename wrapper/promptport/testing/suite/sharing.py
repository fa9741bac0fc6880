"""One platform for many callers."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from ...platform import Fetched, Query
from ..variants import SECONDS, Example, Variant, faulty, opened
from .checks import same
from .fixtures import SuiteFixtures


class SharingTests(SuiteFixtures):
    """Of a platform that is shared, viewed with other options, and closed."""

    def test_options(self, variant: Variant, example: Example) -> None:
        """Other options are another view of the same platform, over the same connections."""
        with faulty(example, variant.kind) as (there, proxy):
            there.fetch(Query(example.name))
            before = 0 if proxy is None else proxy.connections
            other = there.with_options(timeout=SECONDS, retries=1, headers={"X-Suite": "1"}).with_options()
            assert other.traits == there.traits
            assert same(other.fetch(Query(example.name)), there.fetch(Query(example.name)))
            assert proxy is None or proxy.connections == before
            other.close()
            there.fetch(Query(example.name))

    def test_closing(self, variant: Variant, example: Example) -> None:
        """Closing twice does no harm, used or not."""
        variant.fetch(Query(example.name))
        variant.close()
        variant.close()
        with opened(example, variant.kind) as unused:
            unused.close()

    def test_threads(self, example: Example) -> None:
        """The blocking variant is shared by threads."""
        with opened(example, "sync") as variant, ThreadPoolExecutor(16) as pool:
            seen = list(pool.map(lambda _: variant.fetch(Query(example.name)), range(64)))
            assert all(same(each, seen[0]) for each in seen)

    def test_event_loops(self, example: Example) -> None:
        """The asyncio variant is used in one event loop after the other, and in several at once."""
        with opened(example, "async") as variant:

            async def several() -> list[Fetched]:
                fetches = (variant.source.fetch(Query(example.name), SECONDS) for _ in range(8))
                return list(await asyncio.gather(*fetches))

            seen = [each for _ in range(3) for each in asyncio.run(several())]
            with ThreadPoolExecutor(4) as pool:
                seen += [each for found in pool.map(lambda _: asyncio.run(several()), range(4)) for each in found]
            assert all(same(each, seen[0]) for each in seen)
