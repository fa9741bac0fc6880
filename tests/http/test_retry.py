"""Proves that decisions about repeating are right, as values: nothing here waits or sends."""

from __future__ import annotations

from threading import Thread

import pytest

from promptport.http.retry import Budget, Failed, Policy, Retry, Stop, decide
from promptport.model import Repeatable

POLICY = Policy(retries=3, factor=0.5)


def decision(
    failed: Failed, attempt: int = 1, repeatable: Repeatable = True, remaining: float = 40.0, chance: float = 1.0
) -> Retry | Stop:
    """What follows on a failure."""
    return decide(
        failed, attempt=attempt, repeatable=repeatable, remaining=remaining, policy=POLICY, random=lambda: chance
    )


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 520, 599])
def test_what_may_pass_is_repeated(status: int) -> None:
    """Time-outs, throttling and failures of the server."""
    assert decision(Failed(status)) == Retry(0.5)


@pytest.mark.parametrize("status", [300, 301, 307, 400, 401, 403, 404, 409, 410, 413, 418, 422, 499])
def test_what_is_final_costs_one_request(status: int) -> None:
    """Every other refusal is final, redirects included."""
    assert isinstance(decision(Failed(status)), Stop)


def test_waits_grow_and_are_spread() -> None:
    """The wait is a random part of a limit that doubles."""
    assert [decision(Failed(503), attempt) for attempt in (1, 2, 3)] == [Retry(0.5), Retry(1.0), Retry(2.0)]
    assert decision(Failed(503), 3, chance=0.25) == Retry(0.5)
    assert isinstance(decision(Failed(503), 4), Stop)


def test_what_may_not_be_sent_twice() -> None:
    """An operation that is not repeatable is repeated only where the platform can't have received it."""
    assert isinstance(decision(Failed(503), repeatable=False), Stop)
    assert isinstance(decision(Failed(sent=True), repeatable=False), Stop)
    assert decision(Failed(sent=False), repeatable=False) == Retry(0.5)


@pytest.mark.parametrize(
    ("failed", "again"),
    [
        *((Failed(status), True) for status in (429, 500, 503)),
        *((Failed(status), False) for status in (0, 408, 501, 502, 504, 520, 599)),
        (Failed(sent=False), True),
        (Failed(404), False),
    ],
)
def test_what_may_be_sent_again_only_when_the_first_has_ended(failed: Failed, again: bool) -> None:
    """An answer of the platform's own ends it; silence, and what stands before the platform, do not."""
    assert isinstance(decision(failed, repeatable="answered"), Retry) is again
    assert failed.unknown is (not again and failed.status != 404)


def test_retry_after_is_obeyed_or_ends_the_call() -> None:
    """What the platform asks for is what is waited, unless it does not fit before the deadline."""
    assert decision(Failed(429, retry_after=7.0)) == Retry(7.0)
    assert decision(Failed(429, retry_after=0.0)) == Retry(0.0)
    assert decision(Failed(503, retry_after=-5.0)) == Retry(0.0)
    assert isinstance(decision(Failed(429, retry_after=300.0)), Stop)
    assert isinstance(decision(Failed(503), remaining=0.4), Stop)


def test_budget_bounds_an_outage() -> None:
    """D6, the arithmetic of it: one call has all its retries, ten thousand failing calls get at most a tenth each."""
    budget = Budget()
    budget.earn()
    assert [budget.spend() for _ in range(3)] == [True] * 3

    budget, sent = Budget(), 0
    for _ in range(10_000):
        budget.earn()
        sent += 1
        sent += sum(budget.spend() for _ in range(3))
    assert sent <= 11_000


def test_budget_counts_right_from_many_threads() -> None:
    """No retry is spent twice."""
    budget = Budget(start=100.0, earned=0.0)
    spent: list[bool] = []
    threads = [Thread(target=lambda: spent.extend(budget.spend() for _ in range(50))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(spent) == 100
