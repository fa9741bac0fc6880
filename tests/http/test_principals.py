"""Proves that it is known whom a platform has answered: the key that was sent, not the one of the moment at which it is asked."""

from __future__ import annotations

from promptport.http.principals import answered_to, note_principal, principals
from promptport.platform import Fetched, Principal

FIRST, SECOND = Principal("a", "first"), Principal("a", "second")


def test_nobody_asks() -> None:
    note_principal(FIRST)
    with principals() as seen:
        pass
    assert seen == []


def test_calls_within_calls() -> None:
    """Each block has its own; what nobody knows is not noted."""
    with principals() as outer:
        note_principal(FIRST)
        with principals() as inner:
            note_principal(SECOND)
            note_principal(None)
        note_principal(FIRST)
    assert (outer, inner) == ([FIRST, FIRST], [SECOND])


def test_what_was_fetched_with_several_keys() -> None:
    """It counts as the first one's; what a source says itself stays."""
    fetched = Fetched("p", ())
    assert answered_to([], fetched).principal is None
    assert answered_to([FIRST, SECOND], fetched).principal == FIRST
    assert answered_to([FIRST], fetched._replace(principal=SECOND)).principal == SECOND
