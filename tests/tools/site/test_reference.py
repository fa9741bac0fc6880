"""Proves that the page of a module has each public name once, and the two forms of a client as one."""

from __future__ import annotations

import re

import griffe
import pytest

import promptport
from tools.site import reference
from tools.site.sources import ROOT

CODE = '''
"""A room."""

__all__ = ["AsyncThing", "LIMIT", "Thing", "ThingError", "Things", "answer"]
LIMIT = 3

class Things:
    """What there is."""

class Thing:
    """A thing."""

    def get(self): ...
    def close(self): ...
    def _hidden(self): ...

class AsyncThing:
    """A thing, for asyncio."""

    async def get(self): ...
    async def aclose(self): ...

class ThingError(Exception):
    """It failed."""

def answer():
    """The answer."""
'''

pytestmark = pytest.mark.one_python("it makes texts of texts")


@pytest.fixture
def text() -> str:
    with griffe.temporary_visited_module(CODE, module_name="room") as module:
        return "\n".join(reference.page(module, None))


def test_every_name_stands_once(text: str) -> None:
    """Clients first, then the rest, then errors, then values."""
    assert text.startswith("# room\n\nA room.\n")
    assert re.findall(r"^::: (.+)$|^## (.+?)(?: \{.*)?$", text, re.MULTILINE) == [
        ("room.Thing", ""), ("", "AsyncThing"), ("room.Things", ""), ("room.answer", ""),
        ("", "Errors"), ("room.ThingError", ""),
        ("", "Types and values"), ("room.LIMIT", ""),
    ]  # fmt: skip


def test_what_is_said_of_the_asyncio_form(text: str) -> None:
    assert "- To be awaited: `get`, `aclose`\n- Its own: `aclose`\n- Of `Thing` alone: `close`\n" in text


def test_a_page_as_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the place of a name stand signature and docstring, and those of its public members that have one."""
    code = '''class Thing:
    """A thing.

    Args:
        name: Its name.
    """

    def __init__(self, name: str = "a") -> None: ...
    def get(*, version: int) -> str:
        """Get it."""
    def _hidden(self) -> None:
        """Not shown."""
'''
    with griffe.temporary_visited_module(code, module_name="room") as module:
        monkeypatch.setattr(reference, "code", lambda: {"room.Thing": module["Thing"]})
        text = reference.as_markdown("# room\n\n::: room.Thing\n    options:\n      heading_level: 2\n\nEnd.\n")
    assert text == (
        "# room\n\n## Thing\n\n```python\nThing(name: str = 'a')\n```\n\nA thing.\n\nArgs:\n    name: Its name.\n\n"
        "### get\n\n```python\nget(*, version: int) -> str\n```\n\nGet it.\n\n\nEnd.\n"
    )


def test_the_modules_are_there() -> None:
    """Every room, by looking; and what is listed by name."""
    modules = reference.modules()
    assert {f"promptport.{each}" for each in ("files", "langfuse", "promptic", "promptrails", "scope", "xr2")} <= {
        *modules
    }
    assert {f"promptport.{each}" for each in promptport.__all__ if hasattr(getattr(promptport, each), "__path__")} <= {
        *modules
    }
    for module, names in reference.OTHERS.items():
        source = (ROOT / "wrapper" / f"{module.replace('.', '/')}.py").read_text("utf-8")
        assert all(f"\nclass {each}" in source for each in names)
