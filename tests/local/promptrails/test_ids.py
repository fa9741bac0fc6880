"""Proves the identifiers of PromptRails: they grow with time, and repeat with their chance."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta

from promptport_local.promptrails.ids import hexadecimal, ksuid

MOMENT = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)


def test_a_ksuid() -> None:
    made = [ksuid(MOMENT + timedelta(seconds=at), random.Random(1)) for at in (0, 1, 1000)]
    assert all(re.fullmatch("[0-9A-Za-z]{27}", each) for each in made)
    assert made == sorted(made)
    assert ksuid(MOMENT, random.Random(1)) == made[0] != ksuid(MOMENT, random.Random(2))


def test_digits() -> None:
    """So many, however small the number."""
    assert all(re.fullmatch("[0-9a-f]{3}", hexadecimal(3, random.Random(at))) for at in range(50))
