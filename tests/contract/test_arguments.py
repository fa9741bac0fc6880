"""Proves that an argument goes out as the vendor's own client sends it, or as it was meant, or is named and not sent."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from urllib.parse import quote

import pytest

from promptport.errors import ArgumentError
from promptport.testing import Platform

from .argument_rows import ALLOWED, ARGUMENTS, MEANT, SLOTS, Allowed, Slot
from .vendor import sent

CLIENTS = {
    "promptrails": ("promptrails", ("PromptRails", "AsyncPromptRails"), "base_url", {"max_retries": 0}),
    "promptic": ("promptic_sdk", ("PrompticClient", "AsyncPrompticClient"), "endpoint", {}),
    "xr2": ("xr2_sdk.client", ("xR2Client", "AsyncxR2Client"), "base_url", {"total_retries": 0}),
}
WORLDS = ("blocking", "asyncio")
SAID = ("method", "path", "body")  # by which a request says its arguments, beside the query
USED: set[Allowed] = set()


class Caller:
    """A client whose calls say what they send.

    Args:
        client: The client, of either world.
        platform: Where its requests arrive.
    """

    def __init__(self, client: Any, platform: Platform) -> None:
        self.client, self._platform = client, platform
        self._runner = asyncio.Runner()

    def done(self, value: Any) -> Any:
        """A value, awaited where it is to be."""

        async def wait() -> Any:
            return await value

        return self._runner.run(wait()) if inspect.isawaitable(value) else value

    def sends(self, slot: Slot, kind: str) -> tuple[list[dict[str, Any]], Exception | None]:
        """The requests of a call, and what it raises."""
        before, raised = len(self._platform.requests), None
        try:
            self.done(slot.call(self.client, ARGUMENTS[kind]()))
        except Exception as error:  # what is made of the answer is another test's affair
            raised = error
        made = [sent(each) for each in self._platform.requests[before:]]
        return [{**{name: each[name] for name in SAID}, "query": sorted(each["query"])} for each in made], raised

    def close(self) -> None:
        """End the client, where it can be ended."""
        ends = getattr(self.client, "close", None) or getattr(self.client, "aclose", None)
        self.done((ends or self.client._session.close)())
        self._runner.close()


@pytest.fixture(scope="module")
def callers() -> Iterator[Any]:
    """Makes the pair of clients of a platform and world: the vendor's and ours."""
    made: dict[tuple[str, str], list[Caller]] = {}
    with Platform() as local:

        def pair(platform: str, world: str) -> list[Caller]:
            if (platform, world) not in made:
                package, names, address, more = CLIENTS[platform]
                kinds = [import_module(each) for each in (package, f"promptport.{platform}")]
                made[platform, world] = [
                    Caller(
                        getattr(each, names[WORLDS.index(world)])(
                            "YOUR_API_KEY", **{address: local.url(platform)}, **more
                        ),
                        local,
                    )
                    for each in kinds
                ]
            return made[platform, world]

        yield pair
        for each in made.values():
            for caller in each:
                caller.close()
        local.violations.clear()  # a vendor's client sends what no contract has


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize(("platform", "name"), [(each, name) for each, slots in SLOTS.items() for name in slots])
def test_arguments_go_out_as_the_vendor_sends_them(callers: Any, platform: str, name: str, world: str) -> None:
    """C8: the same request; what theirs can't send, ours sends as meant, or refuses by its name."""
    slot = SLOTS[platform][name]
    theirs, ours = callers(platform, world)
    counts: Counter[str] = Counter()
    for kind in ARGUMENTS:
        (wanted, _), (found, raised) = theirs.sends(slot, kind), ours.sends(slot, kind)
        if not found:
            assert isinstance(raised, ArgumentError), (kind, raised)
            assert f"`{slot.name}" in str(raised) or f"`{slot.wire[0] if slot.wire else ''}" in str(raised), (
                kind,
                raised,
            )
        if wanted and wanted == found:
            counts["the same"] += 1
        elif wanted:
            row = allowed(platform, name, slot, kind)
            assert row is not None, (kind, wanted, found, raised)
            assert row.ours is None if not found else row.ours is not None and there(row.ours, found[0]), (kind, found)
            USED.add(row)
            counts["otherwise, with a reason"] += 1
        elif found:
            value: Any = json.loads(found[0]["body"])
            for step in slot.wire:
                value = value[step]
            assert value == MEANT[kind], (kind, value)
            counts["sent as meant"] += 1
        else:
            counts["refused by both"] += 1
    print(f"{platform} {name}, {world}: {dict(counts)}")
    assert counts["the same"] >= 3


def allowed(platform: str, name: str, slot: Slot, kind: str) -> Allowed | None:
    """The row that lets ours differ."""
    where = {platform, name, slot.place}
    return next((each for each in ALLOWED if kind in each.kinds and where & set(each.places)), None)


def there(text: str, request: dict[str, Any]) -> bool:
    """Whether a request has a text in its path or its query."""
    return quote(text, safe="%") in request["path"] or text in [value for _, value in request["query"]]


def test_no_allowed_row_is_idle() -> None:
    """Every difference that is allowed was met. It stands behind the others."""
    assert [row.kinds for row in ALLOWED if row not in USED] == []
