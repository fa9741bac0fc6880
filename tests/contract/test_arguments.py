"""Proves that an argument goes out as the vendor's own client sends it, or as it was meant, or is named and not sent."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from promptport.errors import ArgumentError
from promptport.testing import Platform
from promptport_local import LoggedRequest
from tools.vendors.vendor import Vendor

from .argument_rows import ALLOWED, ARGUMENTS, LATER, MEANT, SLOTS, Allowed, Slot
from .driven import vendor_of
from .vendor import sent

CLIENTS = {
    "promptrails": ("promptrails", ("PromptRails", "AsyncPromptRails"), "base_url", {"max_retries": 0}),
    "promptic": ("promptic_sdk", ("PrompticClient", "AsyncPrompticClient"), "endpoint", {}),
    "xr2": ("xr2_sdk.client", ("xR2Client", "AsyncxR2Client"), "base_url", {"total_retries": 0}),
}
PACKAGES = {"promptrails": "promptrails", "promptic": "promptic-sdk"}
ROWS = Path(__file__).with_name("argument_rows.py")
WORLDS = ("blocking", "asyncio")
SAID = ("method", "path", "body")  # by which a request says its arguments, beside the query
USED: set[Allowed] = set()


def described(requests: Sequence[LoggedRequest]) -> list[dict[str, Any]]:
    """What requests say of their arguments."""
    made = [sent(each) for each in requests]
    return [{**{name: each[name] for name in SAID}, "query": sorted(each["query"])} for each in made]


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
        before = len(self._platform.requests)
        try:
            # xR2's clients answer a failure, also one of an argument that JSON can't express.
            raised = getattr(self.done(slot.call(self.client, ARGUMENTS[kind]())), "exception", None)
        except Exception as error:  # what is made of the answer is another test's affair
            raised = error
        return described(self._platform.requests[before:]), raised

    def close(self) -> None:
        """End the client, where it can be ended."""
        ends = getattr(self.client, "close", None) or getattr(self.client, "aclose", None)
        self.done((ends or self.client._session.close)())
        self._runner.close()


class ReleaseCaller:
    """A client of a later release, in its own process, to which the rows go as they are written.

    Args:
        vendor: The package.
        world: Which client, `blocking` or `asyncio`.
        platform: Where its requests arrive.
        name: The platform's name.
    """

    def __init__(self, vendor: Vendor, world: str, platform: Platform, name: str) -> None:
        self._vendor, self._platform, self._name = vendor, platform, name
        package, names, address, more = CLIENTS[name]
        given = {"api_key": "YOUR_API_KEY", address: platform.url(name), **more}
        told = vendor.run(ROWS.read_text("utf-8"))
        assert not told["raised"], told["why"]
        kind = names[WORLDS.index(world)]
        told = vendor.run(f"import inspect, {package}\nclient = {package}.{kind}(**GIVEN)", GIVEN=given)
        assert not told["raised"], told["why"]

    def sends(self, name: str, kind: str) -> list[dict[str, Any]]:
        """The requests of the call of a row."""
        before = len(self._platform.requests)
        call = f"made = LATER[{self._name!r}][1][{name!r}].call(client, ARGUMENTS[{kind!r}]())"
        self._vendor.run(f"{call}\nif inspect.isawaitable(made): await made")
        return described(self._platform.requests[before:])


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
    theirs, ours = callers(platform, world)
    slot = SLOTS[platform][name]
    compared(platform, name, slot, lambda kind: theirs.sends(slot, kind)[0], ours, world)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("platform", LATER)
def test_arguments_of_later_releases(platform: str, world: str) -> None:
    """C8: likewise for what a later release has, beside the package of that release."""
    release, slots = LATER[platform]
    _, names, address, more = CLIENTS[platform]
    with Platform() as local, vendor_of(PACKAGES[platform], release) as vendor:
        theirs = ReleaseCaller(vendor, world, local, platform)
        kind = getattr(import_module(f"promptport.{platform}"), names[WORLDS.index(world)])
        ours = Caller(kind("YOUR_API_KEY", **{address: local.url(platform)}, **more), local)
        for name, slot in slots.items():
            compared(platform, name, slot, partial(theirs.sends, name), ours, world)
        ours.close()
        local.violations.clear()  # a vendor's client sends what no contract has


def compared(
    platform: str, name: str, slot: Slot, theirs: Callable[[str], list[dict[str, Any]]], ours: Caller, world: str
) -> None:
    """Compare what both send of every kind of argument."""
    counts: Counter[str] = Counter()
    for kind in ARGUMENTS:
        wanted, (found, raised) = theirs(kind), ours.sends(slot, kind)
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
