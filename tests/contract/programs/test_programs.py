"""Proves that programs written for a vendor's package show the same with ours, its imports changed; what differs is marked."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

import pytest

from promptport.testing import Platform

from ...seeds.documents import PACKAGES
from .running import expected, same, shown, text
from .table import Row, Table, read

MOMENT = datetime(2026, 1, 15, 9, 30, 0, 123456, tzinfo=UTC)
ENVIRONMENT = {  # what each vendor documents; xR2's package has no variables that are read late
    "promptrails": {},
    "promptic": {"PROMPTIC_API_KEY": "pk_local_dev", "PROMPTIC_ENDPOINT": "<url>"},
    "scope": {
        "SCOPE_ORG_ID": "my-org",
        "SCOPE_API_KEY": "key_abc123",
        "SCOPE_API_SECRET": "secret_xyz",
        "SCOPE_API_URL": "<url>",
        "SCOPE_AUTH_API_URL": "<url>",
    },
    "xr2": {},
}
TABLES: dict[str, Table] = {platform: read(platform) for platform in ENVIRONMENT}
# Scope's package is on no registry.
VENDORS = {name.removeprefix("promptport."): find_spec(package) is not None for package, name in PACKAGES.items()}
ROWS = [
    pytest.param(platform, row, id=f"{platform}: {row.name}")
    for platform, table in TABLES.items()
    for row in table.rows
]


@pytest.fixture(scope="module")
def local_platform() -> Iterator[Platform]:
    """A local platform whose clock stands and whose ids come again after every `reset`."""
    with Platform(seed=1, now=lambda: MOMENT) as platform:
        yield platform


@pytest.fixture
def run(local_platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Runs a row in a state that is the same each time."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")  # the vendors' clients go by it

    def go(platform: str, row: Row, ours: bool) -> dict[str, Any]:
        local_platform.reset()
        url = local_platform.url(platform)
        for name, value in ENVIRONMENT[platform].items():
            monkeypatch.setenv(name, value.replace("<url>", url))
        return shown(row, TABLES[platform], local_platform, url, ours)

    yield go
    gc.collect()  # a client that a program left open says so here, and not in a test that comes later
    violations, left = list(local_platform.violations), local_platform.unused
    local_platform.violations.clear()
    assert violations == []
    assert left == {}, "a row scripted more answers than ours fetched"


@pytest.mark.promise("C8")
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("platform", "row"), ROWS)
def test_a_program_shows_the_same(platform: str, row: Row, run: Any) -> None:
    """With the vendor's package first, then with ours, each in a fresh state of the same platform."""
    theirs = expected(row)
    if VENDORS[platform]:
        assert (row.result, row.printed) == (None, ()), "the vendor's package says what is right"
        theirs = run(platform, row, ours=False)
        if theirs["raised"] != row.raises:
            raise AssertionError(f"The vendor's package ends it by {theirs['raised'] or 'nothing'}.") from theirs["why"]
    assert theirs["result"] is not None or theirs["printed"] or theirs["raised"], "it shows nothing"

    ours = run(platform, row, ours=True)

    if row.differs:
        assert not same(theirs, ours), f"Ours does the same by now; take the mark away: {row.differs}"
    elif not same(theirs, ours):
        raise AssertionError(f"Theirs: {text(theirs)}\nOurs:   {text(ours)}") from ours["why"]


@pytest.mark.parametrize("platform", TABLES)
def test_the_counts(platform: str) -> None:
    """Each table says how much it holds."""
    table = TABLES[platform]
    counts = Counter("differ, and say why" if row.differs else "show the same" for row in table.rows)
    print(f"{platform}: {len(table.rows)} programs; {', '.join(f'{n} {what}' for what, n in sorted(counts.items()))}")
    assert table.rows
