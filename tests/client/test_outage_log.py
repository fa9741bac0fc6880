"""Proves what the log says of an outage, word by word: once a client and cause, the end, and nothing else above INFO."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from promptport.client.outage_log import AGAIN, LINES, OutageLog, cause_of, plain
from promptport.errors import CallError, ConfigurationError, Error, NotFound
from promptport.platform import Fetched, Query
from promptport.prompt.prompt import Prompt

from .test_failure_tracker import Clock

A, B, C, D = (Query(name) for name in "abcd")
DOWN = CallError("Try later", 503, hint="The platform is down: nothing to do.")
REFUSED = CallError("bad key", 401, hint="Check the key.")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(clock: Clock) -> OutageLog:
    return OutageLog("xr2", clock)


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What was logged since the last look."""
    caplog.set_level(logging.INFO, "promptport")

    def found() -> list[str]:
        seen = [f"{each.levelname} {each.getMessage()}" for each in caplog.records]
        caplog.clear()
        return seen

    return found


def prompt(query: Query, source: str = "stale") -> Prompt:
    """A prompt as it is served."""
    return Prompt.of(Fetched(query.name, ({"role": "user", "content": "x"},)), "xr2", source)


def test_begins_and_ends(log: OutageLog, clock: Clock, lines: Callable[[], list[str]]) -> None:
    """A warning, then a line a prompt, then the end; calls add nothing."""
    for query in (A, B, A, C, A, B):
        log.serves(query, prompt(query, "fallback" if query == C else "stale"), DOWN, clock())
        clock.now += 10
    assert lines() == [
        f"WARNING xr2 fails (HTTP 503: Try later), so a comes from a copy, 0 s old (1 prompt so far). {DOWN.hint}",
        "INFO b comes from a copy, 0 s old: xr2 fails (HTTP 503: Try later)",
        "INFO c comes from the fallback: xr2 fails (HTTP 503: Try later)",
    ]
    assert log.served == {A: "stale", B: "stale", C: "fallback"}
    log.answered(D)
    log.answered(A)
    assert lines() == [
        "WARNING xr2 answers again after 60 s; 6 calls of 3 prompts came from copies or fallbacks meanwhile."
    ]
    assert log.served == {}


def test_what_is_left_of_an_outage_is_no_new_one(log: OutageLog, clock: Clock, lines: Callable[[], list[str]]) -> None:
    """A prompt that failed before the end, and is not yet asked for again."""
    for query in (A, B, C):
        log.serves(query, prompt(query), DOWN, clock())
    log.answered(A)
    lines()
    log.serves(B, prompt(B), DOWN, clock())
    assert lines() == []
    clock.now += 1
    log.serves(B, prompt(B), DOWN, clock())
    assert len(lines()) == 1


def test_each_cause_once(log: OutageLog, clock: Clock, lines: Callable[[], list[str]]) -> None:
    errors = [DOWN, CallError("slow", kind="timeout"), CallError("odd", 502), CallError("slow", kind="timeout"), DOWN]
    for error in errors:
        log.serves(A, prompt(A), error, clock())
    assert [each.split(" (")[0] for each in lines()] == ["WARNING xr2 fails", "WARNING xr2 does not answer in time"]


def test_a_refusal_is_an_error_and_again_each_hour(
    log: OutageLog, clock: Clock, lines: Callable[[], list[str]]
) -> None:
    for _ in range(int(2.5 * AGAIN / 30)):
        log.serves(A, prompt(A), REFUSED, clock())
        clock.now += 30
    line = "ERROR xr2 refuses the account (HTTP 401: bad key), so a comes from a copy, 0 s old (1 prompt so far)."
    assert lines() == [f"{line} {REFUSED.hint}"] * 3


def test_one_prompt_that_fails_among_others_is_told_once(
    log: OutageLog, clock: Clock, lines: Callable[[], list[str]]
) -> None:
    """Others that are answered are no end of it; its own answer is, or that nobody asks for it any more."""
    for _ in range(20):
        log.serves(A, prompt(A), DOWN, clock())
        clock.now += 20
        log.answered(B)
    assert len(lines()) == 1
    log.answered(A)
    assert [each[:25] for each in lines()] == ["WARNING xr2 answers again"]
    clock.now += 1000
    log.serves(A, prompt(A), DOWN, clock())
    lines()
    clock.now += 100
    log.answered(B)
    assert len(lines()) == 1


def test_a_platform_that_comes_and_goes(log: OutageLog, clock: Clock, lines: Callable[[], list[str]]) -> None:
    """Ten minutes of it are ten lines at the most; what is left out is told as soon as there is room."""
    for _ in range(300):
        clock.now += 1
        log.serves(A, prompt(A), CallError("gone", kind="connection"), clock())
        clock.now += 1
        log.answered(A)
    assert sum(each.startswith("WARNING") for each in lines()) == 2 * LINES
    log.serves(A, prompt(A), DOWN, clock() + 1)
    clock.now += 600
    log.serves(A, prompt(A), DOWN, clock())
    assert [each[:17] for each in lines()][-1] == "WARNING xr2 fails"


def test_a_fallback_for_what_does_not_exist_is_no_outage(
    log: OutageLog, clock: Clock, lines: Callable[[], list[str]]
) -> None:
    for query in (A, B, A, B):
        log.serves(query, prompt(query, "fallback"), NotFound("There is none.", query.name), clock())
        log.answered(query)
    assert lines() == [
        "WARNING a comes from the fallback: xr2 has no such prompt (There is none)",
        "INFO b comes from the fallback: xr2 has no such prompt (There is none)",
    ]


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (CallError("", 500), "failing"),
        (CallError("", 408), "failing"),
        (CallError("", 302), "failing"),
        (CallError("", 429), "limited"),
        (CallError("", 401), "refused"),
        (CallError("", 403), "refused"),
        (CallError("", 407), "refused"),
        (CallError("", kind="connection"), "connection"),
        (CallError("", kind="timeout"), "timeout"),
        (CallError("", kind="unreadable"), "unreadable"),
        (ConfigurationError("no key"), "credential"),
        (NotFound(""), "missing"),
    ],
)
def test_causes(error: Error, cause: str) -> None:
    assert cause_of(error) == cause


def test_a_line_is_a_line(log: OutageLog, clock: Clock, lines: Callable[[], list[str]]) -> None:
    """Whatever a platform says, and whatever a prompt is called."""
    error = CallError("one\ntwo\x1b[2J\u2028 %s " + "x" * 100_000, 500, hint="a\r\nb")
    query = Query("p\nq %d \ud800")
    log.serves(query, prompt(query), error, clock())
    (line,) = lines()
    assert "\n" not in line
    assert "\x1b" not in line
    assert "one two [2J %s xxx" in line
    assert "p q %d comes from a copy" in line
    assert len(line) < 600
    assert plain("ä\u0085☃") == "ä ☃"


def test_a_child_tells_of_the_outage_itself(log: OutageLog, clock: Clock, lines: Callable[[], list[str]]) -> None:
    log.serves(A, prompt(A), DOWN, clock())
    log.after_fork()  # which `concurrency.fork` calls there
    log.serves(A, prompt(A), DOWN, clock())
    assert len(lines()) == 2


def test_within_a_line_a_signal_handler_may_need_another(log: OutageLog, clock: Clock, monkeypatch: Any) -> None:
    """The lock is not held while the log is written, and lets the same thread in again."""
    seen: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record.getMessage())
            if len(seen) == 1:
                log.serves(B, prompt(B), DOWN, clock())
                log.answered(C)

    logger = logging.getLogger("promptport")
    handler = Handler()
    logger.addHandler(handler)
    monkeypatch.setattr(logger, "level", logging.INFO)
    try:
        log.serves(A, prompt(A), DOWN, clock())
    finally:
        logger.removeHandler(handler)
    assert len(seen) == 2
