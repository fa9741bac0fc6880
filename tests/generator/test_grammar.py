"""Proves that people can read which words are passed over, and which are left to the platform's judgement."""

from __future__ import annotations

from pathlib import Path

import pytest
from generator.grammar import DOCUMENTATION, EXTENSIONS, JUDGED

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def test_lists_for_people() -> None:
    """CONTRIBUTING.md has every word that has no effect on what is generated, and every extension."""
    page = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for kind, words in DOCUMENTATION.items():
        assert f"| {kind} | {', '.join(f'`{each}`' for each in sorted(words))} |" in page
    assert [each for each in sorted({*JUDGED, *EXTENSIONS}) if f"`{each}`" not in page] == []
