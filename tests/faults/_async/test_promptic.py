"""Proves how every operation of Promptic ends whatever the platform does: the outcome, the error, the number of requests."""

from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import Iterator

import pytest

import promptport
from promptport.promptic import AsyncPrompticClient, PrompticAPIError
from promptport.testing import FaultProxy, Platform, without_waiting

from ...promptic.wire import example, needed
from ..pairs import by_row
from ..promptic_rows import CLASSES, CONNECTIONS, ROWS, SECRET, SLOW

pytestmark = pytest.mark.one_python("many operations that go the same way")


def good(operation: str) -> dict[str, object]:
    """The contract's answer to a success, as a scripted one."""
    answer = example(operation)
    # Long enough for a fault in the middle of it; a field that the contract does not know is no harm.
    return {"status": answer.status_code, **({"json": {**answer.json(), "more": "x" * 500}} if answer.content else {})}


OF_JSON = ("expected JSON", "expected an object", "an empty body")  # which bytes need not be


# Where redirects are followed is a matter of `tests/http/test_redirects.py`.
@pytest.mark.promise("D5", "D15", "S2")
@pytest.mark.parametrize(("name", "methods"), by_row(ROWS, CLASSES))
async def test_fault_table(platform: Platform, name: str, methods: list[str], caplog: pytest.LogCaptureFixture) -> None:
    """Every fault ends in a good answer or in the one error, whose message is a text, after no useless request (D5, D15).

    And nothing of it shows the key (S2): no text, no repr, no log line of any library, no traceback.
    """
    for method in methods:
        if not (CLASSES[method].raw and name.startswith("redirect")):
            await meet(platform, name, method, caplog)
            caplog.clear()


async def meet(platform: Platform, name: str, method: str, caplog: pytest.LogCaptureFixture) -> None:
    """Let an operation meet a fault."""
    row = ROWS[name]
    for answer in (*row.does, good(method)):
        platform.script("promptic", answer)
    twice, blank, nullable, raw = CLASSES[method]
    status, requests = (row.once, 1) if row.once is not None and not twice else (row.status, row.requests)
    if (row.blank and blank) or (row.null and nullable) or (raw and row.words.startswith(OF_JSON)):
        status = None

    error: PrompticAPIError | None = None
    with caplog.at_level(logging.DEBUG), without_waiting() as waits:
        async with AsyncPrompticClient(SECRET, endpoint=platform.url("promptic"), backoff_factor=0) as client:
            try:
                found = await getattr(client, method)(**needed(method))
            except PrompticAPIError as failed:
                error = failed
    sent = [(each.operation, each.header("authorization")) for each in platform.requests]
    platform.reset()

    assert sent == [(method, f"Bearer {SECRET}")] * requests
    assert (None if error is None else error.status_code) == status, error or found
    assert row.waits is None or not twice or waits == pytest.approx(row.waits, rel=0.1)
    if error is not None:
        assert type(error.message) is str
        assert (row.words if status == row.status else str(row.once)) in str(error)
        assert (error.operation, error.platform) == (method, "promptic")
        assert isinstance(error, promptport.Error)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
    trace = "".join(traceback.format_exception(error)) if error else ""
    assert SECRET not in f"{error!r} {vars(error) if error else ''} {client!r} {trace} {caplog.text}"


@pytest.fixture(scope="module")
def running_broken(running_platform: Platform) -> Iterator[FaultProxy]:
    """One proxy before the local platform's Promptic, for all tests."""
    with FaultProxy(running_platform.url("promptic")) as proxy:
        yield proxy


@pytest.mark.promise("D15")
@pytest.mark.parametrize(
    "method", ["get_workspace", "delete_component", "upsert_annotation", "create_component", "update_experiment"]
)
@pytest.mark.parametrize("name", CONNECTIONS)
async def test_connections(platform: Platform, running_broken: FaultProxy, name: str, method: str) -> None:
    """A broken connection is the same error, and nothing that must not is sent twice."""
    row = CONNECTIONS[name]
    for _ in range(3):
        platform.script("promptic", good(method))
    running_broken.fault = row.does
    timeout = SLOW if row.words == "in time" else 5.0

    error: PrompticAPIError | None = None
    with without_waiting():
        async with AsyncPrompticClient(
            SECRET, endpoint=running_broken.url, timeout=timeout, backoff_factor=0
        ) as client:
            try:
                await getattr(client, method)(**needed(method))
            except PrompticAPIError as failed:
                error = failed
    sent = [each.operation for each in platform.requests]
    platform.reset()

    # An answer without a body is whole before a fault that comes behind it.
    short = method == "delete_component" and row.does.after
    assert sent == [method] * (1 if short else row.requests if CLASSES[method].twice else row.once)
    assert (error is None) == (not row.words or bool(short)), error
    if error is not None:
        assert (error.status_code, type(error.message)) == (0, str)
        assert row.words in error.message
        assert error.kind == ("timeout" if row.words == "in time" else "connection")


async def test_an_argument_is_no_failure_of_the_platform(platform: Platform) -> None:
    """S3: what would name another thing is never sent, so that nothing else is removed."""
    async with AsyncPrompticClient(SECRET, endpoint=platform.url("promptic")) as client:
        for name in ("..", ".", ""):
            with pytest.raises(promptport.ArgumentError, match="`dataset_id`"):
                await client.delete_dataset("c1", name)
    assert not platform.requests
