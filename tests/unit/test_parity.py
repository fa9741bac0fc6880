"""Promise C6: blocking is asyncio without the waiting. The same methods, the same signatures, the same tests."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import promptport
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


PAIRS: dict[str, tuple[type, type, set[str]]] = {
    "xr2": (AsyncxR2Client, xR2Client, {"aclose", "check_api_key", "get_prompt", "track_event"}),
    "scope": (AsyncScopeClient, ScopeClient, {"aclose", "get_prompt_version", "render_prompt"}),
    "any platform": (promptport.AsyncClient, promptport.Client, {"aclose", "clear_cache", "get", "list", "render"}),
}


@pytest.mark.promise
@pytest.mark.parametrize("pair", PAIRS)
def test_c6_same_surface(pair: str) -> None:
    """Every method of one is a method of the other, with the same parameters, defaults and answers."""
    asyncio, blocking, expected = PAIRS[pair]

    assert surface(asyncio) == surface(blocking)
    awaited = {name for name, member in inspect.getmembers(asyncio, inspect.iscoroutinefunction) if name[0] != "_"}
    assert awaited == expected
    assert not [name for name, member in inspect.getmembers(blocking, inspect.iscoroutinefunction)]


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
