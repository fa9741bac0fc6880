"""Proves that ids of spans are like no others, also in a forked child and where an application seeds `random`."""

from __future__ import annotations

import os
import random
import re

import pytest

from promptport.promptrails.tracing.ids import ids


def test_ids_have_their_size_and_differ() -> None:
    """As the platform wants them: 16 bytes a trace, 8 a span."""
    made = []
    for _ in range(2):
        random.seed(1)
        made += [ids.new(8) for _ in range(500)]
    assert len(set(made)) == 1000
    assert all(re.fullmatch("[0-9a-f]{16}", each) for each in made)
    assert re.fullmatch("[0-9a-f]{32}", ids.new(16))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_child_makes_others() -> None:
    """Both go on from the same point, and go apart."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.write(writing, ids.new(16).encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 32).decode() != ids.new(16)
    os.close(reading)
    os.close(writing)
