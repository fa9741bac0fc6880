"""Proves what has the form of an id, and that ids repeat with the seed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from promptport_local.scope.backend import Backend
from promptport_local.scope.ids import prompt_id

from ..conftest import Clock

ULID = "01JH8X5G8T3V9QYB2M4N6P7R0S"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"prompt_{ULID}", f"prompt_{ULID}"),
        (f"prompt_{ULID.lower()}", f"prompt_{ULID}"),
        ("prompt_7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "prompt_7ZZZZZZZZZZZZZZZZZZZZZZZZZ"),
        ("prompt_8ZZZZZZZZZZZZZZZZZZZZZZZZZ", None),
        (f"PROMPT_{ULID}", None),
        (f"prompt_{ULID[:-1]}", None),
        (f"prompt_{ULID}0", None),
        (f"prompt_{ULID}\n", None),
        *((f"prompt_{ULID[:-1]}{letter}", None) for letter in "ILOUilou-_\u212a\u017f"),
        ("prompt_01HXYZ...", None),
        (ULID, None),
        ("prompt_", None),
    ],
)
def test_what_is_an_id(text: str, found: str | None) -> None:
    assert prompt_id(text) == found


def test_ids_repeat_with_the_seed_and_carry_the_moment(scope: Backend, clock: Clock) -> None:
    # The moment of the example in ULID's own specification, and how it begins.
    clock.moment = datetime(2016, 7, 30, 22, 36, 16, 385000, tzinfo=UTC)
    first = scope.add_prompt("p")
    assert first.startswith("prompt_01ARYZ6S41")
    scope.reset()
    assert scope.add_prompt("p") == first
    clock.forward(days=1)
    assert scope.add_prompt("q") > first
