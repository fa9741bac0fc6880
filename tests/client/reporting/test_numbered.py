"""Proves that what an application has brought has a name that the next process gives it as well."""

from __future__ import annotations

from promptport.client.reporting.numbered import Numbered


class Thing:
    """Something that an application brings."""

    def method(self) -> None:
        """Be another object each time."""


def test_names() -> None:
    """Two at once are two, the same one twice is one, and a name that was given back is given to the next."""
    names, one, other = Numbered(), Thing(), Thing()
    assert [names.take("Thing", each) for each in (one, other, one)] == ["Thing#1", "Thing#2", "Thing#1"]
    names.give_back("Thing#1")
    assert names.take("Thing", third := Thing()) == "Thing#3"
    names.give_back("Thing#1")
    assert names.take("Thing", Thing()) == "Thing#1"
    assert names.take("Thing", third) == "Thing#3"
    assert names.take("a#b", one) == "a#b#1"
    names.give_back("a#b#1")


def test_methods() -> None:
    """A method is one, though Python makes another object of it each time."""
    names, thing = Numbered(), Thing()
    assert names.take("m", thing.method) == names.take("m", thing.method) == "m#1"
    assert names.take("m", Thing().method) == "m#2"
