"""Proves that programs written for a later release of a vendor's package show the same with ours, its imports changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from promptport.testing import Platform

from ..driven import vendor_of
from .running import same, shown, text
from .table import read

MOMENT = datetime(2026, 1, 15, 9, 30, 0, 123456, tzinfo=UTC)
PAGES = {
    "promptrails-0.9": ("promptrails", "0.9.2"),
    "promptic-1.1": ("promptic-sdk", "1.1.0"),
}  # and the vendor's package


@pytest.mark.promise("C8")
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("page", PAGES)
def test_programs_show_the_same(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the vendor's package of the release first, then with ours, each in a fresh state of the platform as of it."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    platform, (package, release) = page.partition("-")[0], PAGES[page]
    table = read(page)
    with (
        vendor_of(package, release) as vendor,
        Platform(seed=1, now=lambda: MOMENT, releases={platform: release}) as local,
    ):
        url = local.url(platform)
        for row in table.rows:
            local.reset()
            awaits = "await " in row.source
            opened = vendor.run(table.before["asyncio" if awaits else "blocking"], URL=url)
            assert not opened["raised"], opened["why"]
            theirs = vendor.run(row.source)
            assert theirs["raised"] == row.raises, (row.name, theirs["why"])
            assert theirs["result"] is not None or theirs["printed"] or theirs["raised"], f"{row.name} shows nothing"
            local.reset()
            ours = shown(row, table, local, url, ours=True)
            if row.differs:
                assert not same(theirs, ours), f"Ours does the same by now; take the mark away: {row.differs}"
            elif not same(theirs, ours):
                raise AssertionError(f"{row.name}\nTheirs: {text(theirs)}\nOurs:   {text(ours)}") from ours["why"]
        assert local.violations == []
    print(f"{page}: {len(table.rows)} programs")
