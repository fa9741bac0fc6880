"""C9: whatever stands below the top of an answer, of every operation of every contract, it is read, and kept as it came."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from importlib import import_module, resources
from typing import Any

import pytest
from generator import contract

from promptport.model import Unreadable

pytestmark = [pytest.mark.promise("C9"), pytest.mark.one_python("JSON is the same on all")]
ROOMS = ("xr2", "promptrails", "scope", "promptic", "langfuse")
ODD: list[Any] = [
    None, True, 7, -1.5, 10**30, "", "2026-13-45T99:99:99Z", [], {}, [1, "a", None], [[[]]], {"a": {"b": [{}]}},
    {"": 1, "keys": 2, "items": 3, "_more": 4, "__class__": 5},
]  # fmt: skip
MISSING = object()


def operations(room: str) -> Iterator[tuple[str, str, Any, int]]:
    """Tag, id and example of each operation that answers JSON, and how many envelopes that has."""
    text = (resources.files(f"promptport_api.{room}") / "contract.json").read_text(encoding="utf-8")
    for methods in contract.unpacked(text)["paths"].values():
        for each in methods.values():
            if not isinstance(each, dict) or "operationId" not in each or each.get("x-stream") or each.get("x-hidden"):
                continue
            for status, answer in each["responses"].items():
                example = answer.get("content", {}).get("application/json", {}).get("example", MISSING)
                if status.startswith("2") and example is not MISSING:
                    unwrap = each.get("x-unwrap", [])
                    yield (
                        each["tags"][0],
                        each["operationId"],
                        example,
                        len([unwrap] if isinstance(unwrap, str) else unwrap),
                    )
                    break


def changed(value: Any, chance: random.Random, depth: int = 0) -> tuple[Any, int]:
    """A value of which one place is missing, or another; and how deep that is."""
    if (depth and chance.random() < 0.3) or not isinstance(value, dict | list) or not value:
        return chance.choice([MISSING, *ODD]), depth
    made: Any = value.copy()
    place: Any = chance.choice([*value]) if isinstance(value, dict) else chance.randrange(len(value))
    inside, depth = changed(value[place], chance, depth + 1)
    if inside is MISSING:
        del made[place]
    else:
        made[place] = inside
    return made, depth


@pytest.mark.parametrize("room", ROOMS)
def test_c9_every_operation(room: str, size: float) -> None:
    """Below its envelope and the items of a page, whatever came is read, and held; above, nothing but `Unreadable` is raised."""
    chance, read = random.Random(9), 0
    found = list(operations(room))
    for tag, name, example, envelopes in found:
        parse = import_module(f"promptport_api.{room}.api.{tag}.{name}").parse
        for _ in range(max(5, 100 // len(found), int(300 * size))):
            odd, depth = changed(example, chance)
            content = json.dumps(odd).encode()
            if depth > envelopes + 1:
                answer = parse(content)
                assert repr(answer)
                assert deepcopy(answer) == answer
                read += 1
            else:
                with suppress(Unreadable):
                    parse(content)
                    read += 1
    assert read
