"""Proves whose failure it is: a prompt's alone where the platform answered, everybody's where it did not."""

from __future__ import annotations

import pytest

from promptport.cache.failures import MOST, Failures
from promptport.errors import CallError
from promptport.platform import Query

ONE, OTHER = Query("one"), Query("other")


@pytest.fixture
def failures() -> Failures:
    return Failures(lambda: 100.0)


def test_a_refused_prompt_is_no_outage_of_others(failures: Failures) -> None:
    failures.add(ONE, CallError("busy", 503))
    assert str(failures.outage(ONE)).startswith("busy")
    assert failures.outage(OTHER) is None
    assert (failures.resting(ONE), failures.resting(OTHER)) == (True, False)


@pytest.mark.parametrize("kind", ["connection", "timeout"])
def test_a_platform_that_is_not_there_is_everybodys(failures: Failures, kind: str) -> None:
    failures.add(ONE, CallError("gone", kind=kind))  # type: ignore[arg-type] # one of the two
    assert str(failures.outage(OTHER)).startswith("gone")
    assert not failures.resting(OTHER)  # it may be tried by itself


def test_an_answer_clears_it(failures: Failures) -> None:
    failures.add(ONE, CallError("gone", kind="connection"))
    failures.add(OTHER, CallError("busy", 503))
    failures.clear(ONE)
    assert failures.outage(ONE) is None
    assert failures.outage(OTHER) is not None


def test_names_do_not_pile_up(failures: Failures) -> None:
    """They may be anybody's."""
    for at in range(MOST + 2):
        failures.add(Query(f"p{at}"), CallError("busy", 503))
    assert len(failures) <= MOST + 1
