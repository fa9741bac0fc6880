"""Promise C6: blocking is asyncio without the waiting. The same methods, the same signatures, the same tests."""

from __future__ import annotations

import inspect
import re
from functools import cached_property
from pathlib import Path

import pytest

from promptport.promptic import AsyncPrompticClient, PrompticClient
from promptport.promptrails import AsyncPromptRails, PromptRails
from promptport.scope import AsyncScopeClient, ScopeClient
from promptport.xr2 import AsyncxR2Client, xR2Client

TESTS = Path(__file__).parents[1]


def surface(kind: type) -> dict[str, str]:
    """The public methods of a client, with their signatures, as the blocking half would write them."""
    found = {}
    for name, member in inspect.getmembers(kind, callable):
        if not name.startswith("_") or name == "__init__":
            signature = str(inspect.signature(member)).replace("Async", "")
            found[name.replace("aclose", "close")] = signature
    return found


PAIRS = [  # and the calls; none stands for all methods
    (AsyncPrompticClient, PrompticClient, set()),
    (AsyncScopeClient, ScopeClient, {"get_prompt_version", "render_prompt"}),
    (AsyncxR2Client, xR2Client, {"check_api_key", "get_prompt", "track_event"}),
]


@pytest.mark.promise
@pytest.mark.parametrize(("asynchronous", "blocking", "calls"), PAIRS)
def test_c6_same_surface(asynchronous: type, blocking: type, calls: set[str]) -> None:
    """Every method of one is a method of the other, with the same parameters, defaults and answers; calls are awaited."""
    assert surface(asynchronous) == surface(blocking)
    awaited = {name for name, _ in inspect.getmembers(asynchronous, inspect.iscoroutinefunction) if name[0] != "_"}
    plain = surface(blocking).keys() - {"__init__", "with_options", "close", "clear_cache"}
    assert {"aclose", *(calls or plain)} <= awaited


@pytest.mark.promise
def test_c6_same_surface_of_every_resource() -> None:
    """The same of PromptRails, whose methods are those of its resources: 110, the 20 walks, and three under another resource."""
    pair = AsyncPromptRails("key"), PromptRails("key")
    assert surface(AsyncPromptRails) == surface(PromptRails)
    names = [name for name, each in inspect.getmembers(type(pair[0])) if isinstance(each, cached_property)]
    halves = [[surface(type(getattr(client, name))) for name in names] for client in pair]
    assert len(names) == 23
    assert [{name: text.replace("Async", "") for name, text in each.items()} for each in halves[0]] == halves[1]
    assert (
        sum(len(each) - 1 for each in halves[1]) == 110 + 20 + 3 + 1
    )  # less the constructors; memories are walked twice


@pytest.mark.promise
def test_c6_same_tests() -> None:
    """Every test of one world is run in the other."""
    halves = {}
    for half in ("_async", "_sync"):
        files = sorted(TESTS.rglob(f"{half}/test_*.py"))
        halves[half] = {
            path.name: re.findall(r"^(?:async )?def (test_\w+)", path.read_text(), re.MULTILINE) for path in files
        }

    assert halves["_async"] == halves["_sync"]
    print(f"C6: {sum(map(len, halves['_async'].values()))} test functions run in both worlds")
