"""Proves that the draft has the form of CHANGELOG.md, and says each thing once."""

from __future__ import annotations

import pytest

from tools.report.draft import draft
from tools.report.entry import Entry

pytestmark = pytest.mark.one_python("it words data")


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
