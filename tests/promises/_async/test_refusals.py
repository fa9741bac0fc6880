"""D17, first half: a kept copy is never withheld, whatever the platform answers that is no answer. The table is data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from promptport import AsyncClient, CallError
from promptport.cache.breaker import REFUSED
from promptport.cache.failures import ROW
from promptport.testing import Platform

from ...client.aio import HALF, until
from ...client.conftest import Clock
from ..refusals import (
    ANSWERS,
    COPY,
    DAY,
    ERROR,
    FALLBACK,
    NAME,
    REFUSALS,
    SITUATIONS,
    TEXT,
    VENDORS,
    Case,
    Vendor,
    cases,
)
from .places import PLACES, keeping

TTL, STALE = 60.0, 600.0
one_python = pytest.mark.one_python("what is served is decided alike on all")


class Scene:
    """A platform that answers a row's answer, and clients of it.

    Args:
        vendor: The platform.
        platform: The local platforms.
        clock: The clock by which copies grow old.
        store: Makes what a client keeps copies in.
    """

    def __init__(self, vendor: Vendor, platform: Platform, clock: Clock, store: Callable[[], dict[str, Any]]) -> None:
        self.vendor, self.platform, self.clock, self._store = vendor, platform, clock, store
        self.key = ""

    def opened(self, case: Case, key: str) -> AsyncClient:
        """A client that shows a key."""
        self.key = key
        about = SITUATIONS[case.situation]
        asked = about.asked or case.place == "memory"  # where it is to change, a function answers it
        more = {**self._store(), **about.more, self.setting(case): (lambda: self.key) if asked else key}
        return AsyncClient(self.vendor.name, ttl=TTL, stale=STALE, **self.vendor.settings(self.platform, **more))

    def setting(self, case: Case) -> str:
        """The setting that holds what is another one in a row."""
        return self.vendor.account if SITUATIONS[case.situation].key == "another" else self.vendor.secret

    async def outcome(self, case: Case) -> str:
        """What a row comes to."""
        about = SITUATIONS[case.situation]
        self.vendor.put(self.platform)
        known = self.vendor.settings(self.platform)[self.setting(case)]
        other = known if about.key == "same" else "another-key"
        client = self.opened(case, known)
        if about.kept:
            await client.get(NAME)
        self.clock.ahead += TTL + STALE + 100
        if case.place != "memory":
            await client.aclose()
            client = self.opened(case, other)
        elif other != known:
            self.key = other
            self.platform.script(self.vendor.name, *self.vendor.rotating)
        self.platform.script(self.vendor.name, {"times": None, **ANSWERS[case.answer]})
        found = await self.got(client, case)
        if about.days:
            if case.place != "memory":
                await client.aclose()
                client = self.opened(case, other)
            self.clock.ahead += about.days * DAY
            found = await self.got(client, case)
        if found == COPY and case.refused:
            sent = len(self.platform.requests)
            again = await self.got(client, case)
            if (again, len(self.platform.requests)) != (COPY, sent):
                found = f"{again}, asked {len(self.platform.requests) - sent} times more within 30 s"
        await client.aclose()
        self.platform.reset()
        return found

    async def got(self, client: AsyncClient, case: Case) -> str:
        """What a call comes to."""
        try:
            prompt = await client.get(NAME, fallback="else") if case.fallback else await client.get(NAME)
        except CallError as error:
            told = ANSWERS[case.answer].get("status", 0)
            right = error.status_code == (told if told >= 300 else 0)
            return ERROR if right else f"{type(error).__name__}: {error}"
        sources = {"fallback": FALLBACK, "stale": COPY, "disk": COPY}
        return sources.get(prompt.origin.source, prompt.origin.source)


@pytest.fixture
def scene(vendor: Vendor, place: str, platform: Platform, wall: Clock, request: pytest.FixtureRequest) -> Scene:
    """The scene of a place."""
    return Scene(vendor, platform, wall, keeping(place, request))


@one_python
@pytest.mark.promise("D17")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("vendor", VENDORS.values(), ids=list(VENDORS))
async def test_d17_a_kept_copy_is_never_withheld(scene: Scene, place: str, size: float) -> None:
    """D17: after refusals, failures, pages and redirects a copy is served to whom it belongs, and to nobody else."""
    turn = [*VENDORS].index(scene.vendor.name) * 2 + (HALF == "_sync")
    rows = list(cases(place, size, turn * 5))
    wrong = []
    for case in rows:
        scene.clock.ahead += 100
        found = await scene.outcome(case)
        if found != case.expected:
            wrong.append(f"{case.answer}, {case.situation}, fallback: {case.fallback}: {found}, not {case.expected}")
    print(f"D17: {scene.vendor.name}, {place}: {len(rows)} rows, {len(wrong)} wrong")
    assert not wrong, "\n".join(wrong)


@one_python
@pytest.mark.promise("D17")
@pytest.mark.parametrize("place", PLACES)
async def test_d17_a_refused_account_is_asked_twice_a_minute(
    place: str, platform: Platform, wall: Clock, request: pytest.FixtureRequest
) -> None:
    """D17: three prompts find out that the account is refused; from then on one request goes out in half a minute."""
    vendor, keep = VENDORS["xr2"], keeping(place, request)
    names = [f"p{at}" for at in range(10)]
    for name in names:
        platform.backend("xr2").add_prompt(name, [{"user_prompt": TEXT}])
    async with AsyncClient("xr2", ttl=TTL, stale=STALE, **vendor.settings(platform, **keep())) as client:
        for name in names:
            await client.get(name)
        wall.ahead += TTL + STALE + 100
        platform.script("xr2", {"times": None, **REFUSALS["401"]})
        before = len(platform.requests)
        for _ in range(60):  # ten minutes
            for name in names:
                assert (await client.get(name)).messages[-1].content == TEXT
            await until(lambda: not client._cache.state.refreshing)
            wall.ahead += 10
        sent = len(platform.requests) - before
        print(f"D17: {len(names)} prompts of a refused account, 600 gets in ten minutes, {place}: {sent} requests")
        assert 10 <= sent <= ROW + 600 / REFUSED + 1
    platform.reset()
