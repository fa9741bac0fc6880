"""Proves that ours sends what PromptRails' own client of every release sends, and reads what it reads.

A release's package runs unmodified in a process of its own, blocking and asyncio. Every one of its operations succeeds on the
local platform as of that release and as of all of them, and ours sends the same for each; then every method is called with
little and with everything, made from the vendor's signatures, so that no method and no parameter of it can be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from promptport import promptrails as ours
from promptport.testing import Platform
from tools.vendors.vendor import Vendor

from ..faults.promptrails_rows import CALLS
from .driven import Ours, operations, signatures, told, vendor_of
from .promptrails_calls import CONFIGS, MORE, Earlier, any_calls, good_calls
from .promptrails_clients import KEY, no_example
from .vendor import Allowed, Call, Difference, differing, not_allowed, unused

MOMENT = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
RELEASES = tuple(CONFIGS)
OPERATIONS = {"0.3.0": 110, "0.9.2": 102}
WORLDS = {"blocking": ("PromptRails", ours.PromptRails), "asyncio": ("AsyncPromptRails", ours.AsyncPromptRails)}
ALLOWED = (Allowed("*", "content-type", ["application/json"], [], "a request without a body has no type of a body"),)


@contextmanager
def platform_of(release: str | None, patch: pytest.MonkeyPatch) -> Iterator[Platform]:
    """A local PromptRails whose ids come again after every `reset`; no answer may break the contract, or be its example."""
    patch.setattr("promptport_local.endpoint._example", no_example)
    with Platform(seed=0, now=lambda: MOMENT, releases={"promptrails": release} if release else {}) as platform:
        yield platform
        assert platform.violations == []


@pytest.mark.promise("C2", "C11")
@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("release", RELEASES)
def test_every_operation_of_a_release(release: str, world: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each method finds the fixture's records, on both platforms, by theirs and by ours; every operation is among them."""
    name, kind = WORLDS[world]
    known = set(operations("promptrails", release))
    assert len(known) == OPERATIONS[release]
    with ExitStack() as stack:
        vendor = stack.enter_context(vendor_of("promptrails", release))
        plan = list(good_calls(signatures(vendor, f"promptrails.{name}"), release))
        union = stack.enter_context(platform_of(None, monkeypatch))
        platforms = [union, stack.enter_context(platform_of(release, monkeypatch))]
        for platform in platforms:
            vendor.client("theirs", f"promptrails.{name}", platform.url("promptrails"), api_key=KEY)
            made = list(called(vendor, plan))
            all_succeeded(platform, known)
        theirs = told(union.requests)
        assert all(told(each.requests) == theirs for each in platforms)
        found: list[Difference] = []
        for platform in platforms:
            platform.reset()
            client = Ours(kind(KEY, base_url=platform.url("promptrails")), ours)
            for path, arguments in made:
                client.call(path, **arguments)
            client.close()
            all_succeeded(platform, known)
            found += differences(made, theirs, told(platform.requests))
    print(f"C11: promptrails {release}, {world}: {len(known)} operations on {len(platforms)} platforms")
    assert not_allowed(found, ALLOWED) == []


def all_succeeded(platform: Platform, known: set[str]) -> None:
    """Every operation was asked for; each answered well, and knew everything in the request."""
    assert {each.operation for each in platform.requests} == known
    failed = [each for each in platform.requests if each.status is None or each.status >= 300 or each.ignored]
    assert [(each.operation, each.status, each.ignored) for each in failed] == []


def called(vendor: Vendor, plan: list[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Make the calls of a plan, each of which must succeed. Answers them as they were made."""
    answers: dict[str, list[Any]] = {}
    for path, planned in plan:
        arguments = {
            name: answers[each.path][each.at][each.field] if isinstance(each, Earlier) else each
            for name, each in planned.items()
        }
        answer = vendor.call("theirs", path, **arguments)
        assert "raised" not in answer, (path, arguments, answer["raised"])
        answers.setdefault(path, []).append(answer["answer"])
        yield path, arguments


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("release", RELEASES)
def test_same_requests_and_answers(release: str, world: str, platform: Platform) -> None:
    """Every method, with little and with everything: the same request, but for the allowed rows; the same answer."""
    name, kind = WORLDS[world]
    address = platform.url("promptrails")
    found: list[Difference] = []
    with vendor_of("promptrails", release) as vendor:
        vendor.client("theirs", f"promptrails.{name}", address, api_key=KEY)
        client = Ours(kind(KEY, base_url=address), ours)
        for path, signature in signatures(vendor, f"promptrails.{name}").items():
            call = CALLS[path.replace(".", "_")]
            platform.script("promptrails", {**call.example, "times": None})
            made = list(any_calls(path, signature, release, MORE.get(path, call.arguments)))
            assert len(made) >= 1
            for arguments in made:
                compared(vendor, client, path, arguments)
            half = len(platform.requests) // 2
            requests = told(platform.requests)
            found += differences([(path, each) for each in made], requests[0::2], requests[1::2])
            assert half == len(made)
            platform.reset()
        client.close()
    assert not_allowed(found, ALLOWED) == []
    assert unused(found, ALLOWED) == []


def compared(vendor: Vendor, client: Ours, path: str, arguments: dict[str, Any]) -> None:
    """Make a call by both, theirs first, and compare what they answer."""
    theirs = vendor.call("theirs", path, **arguments)
    assert "raised" not in theirs, (path, arguments, theirs["raised"])
    same(theirs["answer"], client.call(path, **arguments), path)


def differences(
    made: list[tuple[str, dict[str, Any]]], theirs: list[dict[str, Any]], mine: list[dict[str, Any]]
) -> Iterator[Difference]:
    """What differs between the requests of two clients that made the same calls."""
    for (path, arguments), one, other in zip(made, theirs, mine, strict=True):
        yield from differing(Call(path, arguments), one, other)


def same(theirs: Any, mine: Any, where: str) -> None:
    """Compare two answers: every field of theirs is one of ours, with the same value, and of the same kind."""
    if isinstance(theirs, dict) and "$type" in theirs:
        kind = theirs["$type"].rpartition(".")[2]
        assert type(mine).__name__.endswith("Page") or type(mine).__name__ == kind, where
        for name, value in theirs.items():
            if name != "$type":
                same(value, getattr(mine, name), f"{where}.{name}")
    elif isinstance(theirs, list) and mine is not None:
        assert type(mine) is list, where
        for at, pair in enumerate(zip(theirs, mine, strict=True)):
            same(*pair, f"{where}.{at}")
    elif theirs or mine is not None:  # what did not come is None here, and in part empty there
        assert mine == theirs, where
        assert isinstance(mine, dict) is isinstance(theirs, dict), where
