"""Proves that the local Langfuse returns to its fixture, options and all."""

from __future__ import annotations

from promptport_local.langfuse.backend import Backend
from promptport_local.langfuse.state import Options

from .conftest import create


def test_a_reset_forgets_everything_and_repeats(langfuse: Backend) -> None:
    before = langfuse.state()
    made = create(langfuse, "welcome", "other")
    langfuse.options = Options(lenient_pairs=True, general_limit=1)
    langfuse.add_key("pk", "sk")
    assert langfuse.state() != before
    langfuse.reset()
    assert langfuse.state() == before
    assert create(langfuse, "welcome", "other") == made  # its id too: randomness begins anew
