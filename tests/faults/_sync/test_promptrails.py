# Made from tests/faults/_async/test_promptrails.py by `python tools/unasync.py`: change that file, never this one.
"""Proves how the calls of PromptRails end whatever happens: every operation, the error, the number of requests."""

from __future__ import annotations

import logging
import traceback
from typing import Any

import pytest

from promptport import promptrails
from promptport.promptrails import PromptRails, PromptRailsError
from promptport.testing import Fault, FaultProxy, Platform, without_waiting

from ..pairs import by_row
from ..promptrails_rows import CALLS, CLASSES, ROWS, Call

pytestmark = pytest.mark.one_python("many operations that go the same way")

LOST = ("502, a page", "closed without an answer", "200, cut")
SECRET = "pr-planted-0123456789"


def test_every_operation_has_its_rows() -> None:
    """137 operations, and none is left out."""
    assert len(CALLS) == 137
    assert sum(not each.repeatable for each in CALLS.values()) == 46
    assert {each.id for each in CALLS.values() if each.stream} == {"executions_stream", "chat_send_message_stream"}


def perform(client: PromptRails, call: Call) -> Any:
    """Make the call; of a stream, the types of all events."""
    found = getattr(getattr(client, call.resource), call.method)(**call.arguments)
    if call.stream:
        return [event.type for event in found]
    return found


@pytest.mark.promise("D5", "D15", "S2")
@pytest.mark.parametrize(("name", "operations"), by_row(ROWS, CLASSES))
def test_fault_table(
    platform: Platform, operations: list[str], name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Every fault ends in a good answer or in an error of ours, after no more requests than are of use (D5, D15).

    What may not be sent twice is sent once; and nothing shows the key (S2).
    """
    for operation in operations:
        meet(platform, operation, name, caplog)
        caplog.clear()


def meet(platform: Platform, operation: str, name: str, caplog: pytest.LogCaptureFixture) -> None:
    """Let an operation meet a fault."""
    row, call = ROWS[name], CALLS[operation]
    kind, requests = row.again if call.repeatable else (row.error, 1)
    if row.unread and not call.reads:
        kind, requests = "", 1
    if row.begins and call.stream:
        kind, requests = row.error, 1  # a stream that has begun is never begun again: its events were seen
    for answer in row.meets:
        platform.script("promptrails", {**call.example, **row.begins} if row.begins and call.stream else answer)
    platform.script("promptrails", {**call.example, "times": None})
    error: PromptRailsError | None = None
    with caplog.at_level(logging.DEBUG), without_waiting():
        with PromptRails(SECRET, base_url=platform.url("promptrails")) as client:
            try:
                found = perform(client, call)
            except PromptRailsError as raised:
                error = raised
    sent = len(platform.requests)
    platform.reset()

    assert sent == requests
    if not kind:
        assert error is None
        assert (found is None) is not call.reads
        return
    assert error is not None
    assert type(error) is getattr(promptrails, kind)
    assert (error.status_code, error.operation, error.attempts) == (row.status, operation, requests)
    assert row.words in str(error)
    if not call.stream:  # one that has begun has arrived
        unknown = name in LOST or getattr(error, "kind", "") == "unreadable"
        assert ("It may have arrived" in str(error)) is (unknown and not call.repeatable)
    trace = "".join(traceback.format_exception(error))
    assert SECRET not in f"{error!r} {vars(error)} {client!r} {trace} {caplog.text}"


FOUR = ("agents_get", "agents_execute", "executions_stream", "chat_send_message_stream")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault("refuse"), "There is no connection"),
        (Fault("reset"), "The connection broke"),
        (Fault("reset", after=200), "The connection broke"),
        (Fault("cut", after=200), "The connection broke"),
        (Fault("hang"), "No whole answer came in time"),
        (Fault("dribble", seconds=0.05), "No whole answer came in time"),
    ],
)
@pytest.mark.parametrize("operation", FOUR)
def test_connections(platform: Platform, operation: str, fault: Fault, words: str) -> None:
    """What HTTP can't express: a call that reads and one that must not be sent twice, with an answer and with events."""
    call = CALLS[operation]
    timed: dict[str, Any] = {"timeout": 0.25, "max_retries": 0} if "in time" in words else {"max_retries": 1}
    platform.script("promptrails", {**call.example, "times": None})
    with FaultProxy(platform.url("promptrails"), fault) as proxy, without_waiting():
        with PromptRails(SECRET, base_url=proxy.url, **timed) as client:
            with pytest.raises(PromptRailsError, match=words) as caught:
                perform(client, call)
    sent = len(platform.requests)
    platform.reset()

    begun = call.stream and fault.after  # the head was there
    again = ((call.repeatable and not begun) or fault.kind == "refuse") and "in time" not in words
    assert caught.value.attempts == (2 if again else 1)
    assert sent == (0 if fault.kind == "refuse" else caught.value.attempts)
    assert caught.value.kind == ("timeout" if "in time" in words else "connection")


@pytest.mark.parametrize("operation", FOUR[2:])
def test_silent_stream(platform: Platform, operation: str) -> None:
    """A stream may be silent for longer than an attempt may take, but not for ever."""
    platform.script("promptrails", {**CALLS[operation].example, "times": None})
    fault = Fault("hang", after=250)
    with FaultProxy(platform.url("promptrails"), fault) as proxy:
        with PromptRails(SECRET, base_url=proxy.url, timeout=0.3, idle_timeout=0.6) as client:
            with pytest.raises(PromptRailsError, match=r"The stream was silent for 0\.6 s\..*`idle_timeout`") as caught:
                perform(client, CALLS[operation])
    assert caught.value.kind == "timeout"
    assert len(platform.requests) == 1
    platform.reset()
