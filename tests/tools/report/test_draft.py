"""Proves that the draft has the form of CHANGELOG.md, and says each thing once."""

from __future__ import annotations

import pytest

from tools.report.draft import draft
from tools.report.entry import Entry

pytestmark = pytest.mark.one_python("it words data")


def test_a_break_of_generated_code_is_never_left_out() -> None:
    """But for one that the contract's entries tell of, by this name or the wire's; or where they tell of all there is."""
    place = "promptport_api.xr2.models.Made"
    python = [
        Entry("breaking", "python", "promptport_api", each, "is gone") for each in (place, f"{place}.target_model")
    ]
    wire = [
        Entry("breaking", "wire", "xr2", "Made.targetModel", "is gone"),
        Entry("added", "wire", "xr2", "b", "is new"),
    ]
    assert f"- **Breaking:** `{place}` is gone." in draft([*python, *wire])
    assert f"`{place}.target_model`" not in draft([*python, *wire])
    assert place not in draft([*python, Entry("breaking", "wire", "xr2", "", "answers are dicts; they were objects")])


def test_a_draft() -> None:
    """What generated code has of a contract that changed is told by the contract's entries."""
    entries = [
        Entry("breaking", "wire", "xr2", "old", "is gone"),
        Entry("breaking", "wire", "xr2", "get(a)", "must be given"),
        Entry("deprecated", "wire", "xr2", "", "the platform is deprecated"),
        Entry("added", "python", "promptport", "promptport.Client.health", "is new"),
        Entry("added", "python", "promptport_api", "promptport_api.xr2.api.client.Client.x", "is new"),
        Entry("changed", "python", "promptport_api", "promptport_api.scope.models.M.x", "is int; it was float"),
    ]
    assert draft(entries).splitlines() == [
        "### Added",
        "",
        "- `promptport.Client.health` is new.",
        "",
        "### Changed",
        "",
        "- **Breaking:** xr2, `get(a)` must be given.",
        "- `promptport_api.scope.models.M.x` is int; it was float.",
        "",
        "### Deprecated",
        "",
        "- xr2, the platform is deprecated.",
        "",
        "### Removed",
        "",
        "- **Breaking:** xr2, `old` is gone.",
    ]
