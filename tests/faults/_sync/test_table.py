# Made from tests/faults/_async/test_table.py by `python tools/unasync.py`: change that file, never this one.
"""Promises D2, D5, D15 and S2 over the fault table: how a call of any platform ends, whatever the platform does."""

from __future__ import annotations

import logging
import time
import traceback

import pytest

from promptport.testing import FaultProxy, Platform, without_waiting

from ..langfuse_rows import TABLE as LANGFUSE
from ..scope_rows import EXCHANGE, FETCH
from ..xr2_rows import ARRIVED, EVENTS, LOST
from ..xr2_rows import TABLE as XR2
from . import calls

pytestmark = pytest.mark.oldest_and_newest("every fault of every platform")
TABLES = {
    "xr2": (XR2, calls.xr2),
    "xr2's events": (EVENTS, calls.xr2_event),
    "langfuse": (LANGFUSE, calls.langfuse),
    "scope": (FETCH, calls.scope),
    "scope's exchange": (EXCHANGE, calls.scope_exchange),
}
ONCE = pytest.mark.one_python("the road of `get_prompt`, but for what is sent again")
EVERY_ROW = [
    pytest.param(table, row, marks=ONCE if table in ("xr2's events", "langfuse") else ())
    for table in TABLES
    for row in TABLES[table][0].rows
]


@pytest.mark.promise("D2", "D5", "D15", "S2")
@pytest.mark.parametrize(("table", "name"), EVERY_ROW)
def test_fault_table(
    platform: Platform, proxy: FaultProxy, table: str, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Every fault ends in a good answer or in an error of ours, in time, after no more requests than are of use (D2, D5).

    And nothing of it shows a credential (S2): no text, no repr, no log line of any library, no traceback.
    """
    tried, call = TABLES[table]
    row = tried.rows[name]
    address, other = tried.begin(name, platform, proxy)
    began = time.monotonic()
    with caplog.at_level(logging.DEBUG), without_waiting() as waits:
        error, seen = call(row, address, other)
    took = time.monotonic() - began

    assert type(error) is (tried.error(row) if row.kind != "ok" else type(None)), (error, seen)
    if error is not None:
        assert (error.status_code, getattr(error, "kind", "status")) == (row.status, row.kind)
        assert row.words in str(error)
        assert (ARRIVED in str(error)) is (tried is EVENTS and (name in LOST or row.kind == "unreadable"))
    sent = [request for request in platform.requests if request.operation == tried.operation]
    assert len(sent) == (row.requests or 0)
    assert took <= row.longest
    assert row.waits is None or waits == pytest.approx(row.waits, rel=0.1)
    trace = "".join(traceback.format_exception(error)) if error else ""
    told = f"{seen!r} {error!r} {vars(error) if error else ''} {trace} {caplog.text}"
    assert [secret for secret in tried.secrets(platform) if secret in told] == []
