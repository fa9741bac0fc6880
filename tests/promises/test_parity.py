"""Promise C6: blocking is asyncio without the waiting. The same methods, the same signatures, the same tests."""

from __future__ import annotations

import inspect
import re
from functools import cached_property
from pathlib import Path

import pytest

import promptport
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
            signature = re.sub(r"Async(?=[A-Zx])", "", str(inspect.signature(member)))
            found[name.replace("aclose", "close")] = signature
    return found


ANY = {"clear_cache", "get", "list", "render", "flush", "create_version", "label", "delete"}
PAIRS: dict[str, tuple[type, type, set[str]]] = {  # and the calls; none stands for all methods
    "promptic": (AsyncPrompticClient, PrompticClient, set()),
    "scope": (AsyncScopeClient, ScopeClient, {"get_prompt_version", "render_prompt"}),
    "xr2": (AsyncxR2Client, xR2Client, {"check_api_key", "get_prompt", "track_event"}),
    "any platform": (promptport.AsyncClient, promptport.Client, ANY),
}


@pytest.mark.promise("C6")
@pytest.mark.parametrize("pair", PAIRS)
def test_c6_same_surface(pair: str) -> None:
    """Every method of one is a method of the other, with the same parameters, defaults and answers; calls are awaited."""
    asynchronous, blocking, calls = PAIRS[pair]

    assert surface(asynchronous) == surface(blocking)
    awaited = {name for name, _ in inspect.getmembers(asynchronous, inspect.iscoroutinefunction) if name[0] != "_"}
    plain = surface(blocking).keys() - {
        "__init__",
        "with_options",
        "close",
        "clear_cache",
        "track",
        "score",
        "invocation",
    }
    assert {"aclose", *(calls or plain)} <= awaited
    assert not [name for name, _ in inspect.getmembers(blocking, inspect.iscoroutinefunction)]


@pytest.mark.promise("C6")
def test_c6_same_surface_of_every_resource() -> None:
    """The same of PromptRails, whose methods are those of its resources: 137, the 22 walks, and three under another resource."""
    pair = AsyncPromptRails("key"), PromptRails("key")
    assert surface(AsyncPromptRails) == surface(PromptRails)
    names = [name for name, each in inspect.getmembers(type(pair[0])) if isinstance(each, cached_property)]
    halves = [[surface(type(getattr(client, name))) for name in names] for client in pair]
    assert len(names) == 25
    assert [{name: text.replace("Async", "") for name, text in each.items()} for each in halves[0]] == halves[1]
    # Less the constructors; memories are walked twice.
    assert sum(len(each) - 1 for each in halves[1]) == 137 + 22 + 3 + 1


@pytest.mark.promise("C6")
def test_c6_same_tests() -> None:
    """Every test of one world is run in the other."""
    halves = {}
    for half in ("_async", "_sync"):
        files = sorted(TESTS.rglob(f"{half}/test_*.py"))
        halves[half] = {
            (path.parents[1], path.name): re.findall(r"^(?:async )?def (test_\w+)", path.read_text(), re.MULTILINE)
            for path in files
        }

    assert halves["_async"] == halves["_sync"]
    print(f"C6: {sum(map(len, halves['_async'].values()))} test functions run in both worlds")
