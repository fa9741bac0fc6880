"""Proves whose failure it is: a prompt's alone where the platform answered, everybody's where it did not."""

from __future__ import annotations

import pytest

from promptport.cache.failures import MOST, Failures
from promptport.errors import CallError
from promptport.platform import Query

ONE, OTHER = Query("one"), Query("other")
REFUSED = CallError("no", 401)


class Hand:
    """A clock that is moved by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def failures(hand: Hand) -> Failures:
    return Failures(hand)


@pytest.mark.parametrize("error", [CallError("busy", 503), CallError("gone", kind="timeout"), REFUSED])
def test_a_prompt_that_fails_is_no_outage_of_others(failures: Failures, error: CallError) -> None:
    for _ in range(5):
        failures.add(ONE, error, 5.0)
    failures.add(ONE._replace(version=2), error, 5.0)
    failures.add(ONE._replace(label="x"), error, 5.0)  # which is the same prompt
    assert str(failures.outage(ONE)).startswith(error.message)
    assert failures.outage(OTHER) is None
    assert failures.of_platform is None
    assert (failures.take_turn(ONE), failures.take_turn(OTHER)) == (False, True)


@pytest.mark.parametrize(
    ("error", "took", "opens"),
    [
        (CallError("gone", kind="timeout"), 0.0, True),
        (CallError("gone", kind="connection"), 0.0, True),
        (CallError("no key", kind="credential"), 0.0, True),
        (CallError("busy", 503), 1.4, True),
        (CallError("a page", kind="unreadable"), 1.4, True),
        (CallError("no", 403), 0.0, True),
        (CallError("busy", 503), 0.01, False),
        (CallError("a page", kind="unreadable"), 0.01, False),
    ],
)
def test_three_in_a_row_are_the_platforms(failures: Failures, error: CallError, took: float, opens: bool) -> None:
    """Where they made callers wait, or it is about the account: 1,000 prompts then cost three waits, and not 1,000."""
    for name in "abc":
        assert failures.outage(OTHER) is None
        failures.add(Query(name), error, took)
    assert (failures.outage(OTHER) is not None) is opens
    assert (failures.refused_since(OTHER) is not None) is (opens and error.refused)


def test_one_that_succeeds_between_shows_that_it_is_there(failures: Failures) -> None:
    for name in "abcabc":
        failures.add(Query(name), CallError("busy", 503), 1.4)
        if name == "b":
            failures.clear(OTHER)
    assert failures.outage(OTHER) is None


def test_while_all_of_it_fails_one_tries(failures: Failures, hand: Hand) -> None:
    """Everybody else rests: of 1,000 prompts one is asked for in half a minute after a refusal."""
    for name in "abc":
        failures.add(Query(name), REFUSED)
    for _ in range(5):
        hand.now += 30.1
        assert [failures.take_turn(Query(f"p{at}")) for at in range(100)].count(True) == 1
        assert failures.outage(OTHER) is not None
        failures.add(Query("p0"), REFUSED)
    hand.now += 100  # nobody has tried for long: now one of those who ask waits for it, and the others don't
    assert failures.outage(OTHER) is None
    failures.begin()
    assert [failures.outage(Query(f"q{at}")) is None for at in range(100)].count(True) == 0
    failures.clear(OTHER)
    assert [failures.outage(Query(f"q{at}")) is None for at in range(100)].count(True) == 100


def test_an_answer_clears_it(failures: Failures) -> None:
    failures.add(ONE, CallError("gone", kind="connection"))
    failures.add(OTHER, REFUSED)
    assert failures.outage(ONE) is not None
    failures.clear(ONE)
    assert (failures.outage(ONE), failures.refused_since(ONE)) == (None, None)
    assert failures.outage(OTHER) is not None
    assert failures.refused_since(OTHER) == 100.0


def test_names_do_not_pile_up(failures: Failures) -> None:
    """They may be anybody's."""
    for at in range(MOST + 2):
        failures.add(Query(f"p{at}"), CallError("busy", 503))
    assert len(failures) <= MOST + 1


def test_since_when_it_is_refused(failures: Failures, hand: Hand) -> None:
    """From the first refusal on, of a prompt or of the account, whichever it was: what a copy is still good for ends by it."""
    failures.add(ONE, REFUSED)
    for name in "ab":
        hand.now += 10
        failures.add(Query(name), REFUSED)
    hand.now += 10
    failures.add(OTHER, REFUSED)
    assert (failures.refused_since(ONE), failures.refused_since(OTHER), failures.refused_since(Query("c"))) == (
        100.0,
        120.0,
        120.0,
    )
