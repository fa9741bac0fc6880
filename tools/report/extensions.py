"""What a change of our own extensions (`x-…`) means to users."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.grammar import EXTENSIONS

from tools.report.annotations import breaks
from tools.report.entry import ADDED, BREAKING, CHANGED, Json, Meaning, shown
from tools.report.history import WORDS

Rule = Callable[[Any, Any], Iterator[Meaning]]


def _flag(on: Meaning, off: Meaning) -> Rule:
    """A flag, which is off where it does not stand."""

    def rule(old: Any, new: Any) -> Iterator[Meaning]:
        if bool(old) != bool(new):
            yield on if new else off

    return rule


def _repeatable(old: Any, new: Any) -> Iterator[Meaning]:
    if new == "answered":
        yield (
            CHANGED,
            "is sent again only after an answer of 429, 500 or 503: such a call fails at once where its answer was lost",
        )
    elif new:
        yield CHANGED, "is sent again where its answer was lost: the platform may get it twice"
    elif old == "answered":
        yield CHANGED, "is not sent again, whatever is answered: such a call fails at once"
    else:
        yield CHANGED, "is no longer sent again where its answer was lost: such a call fails at once"


def _value(grade: str, what: str, nothing: str = "nothing") -> Rule:
    """A value of any kind: what it was and what it is."""

    def rule(old: Any, new: Any) -> Iterator[Meaning]:
        was, now = (nothing if each is None else shown(each) for each in (old, new))
        yield grade, what.format(old=was, new=now)

    return rule


def _names(gone: str, come: str) -> Rule:
    """Several names: each that is gone breaks those who use it."""

    def rule(old: Any, new: Any) -> Iterator[Meaning]:
        was, now = ({*(map(str, [each] if isinstance(each, str) else each or ()))} for each in (old, new))
        yield from ((BREAKING, gone.format(each)) for each in sorted(was - now))
        yield from ((ADDED, come.format(each)) for each in sorted(now - was))

    return rule


def _releases(old: Any, new: Any) -> Iterator[Meaning]:
    was, now = list(old or ()), list(new or ())
    if gone := [each for each in was if each not in now]:
        yield CHANGED, f"the contract covers the releases {', '.join(gone)} no more"
    if come := [each for each in now if each not in was]:
        yield ADDED, f"the contract covers the releases {', '.join(come)}"


def _left_out(old: Any, new: Any) -> Iterator[Meaning]:
    was, now = old or {}, new or {}
    yield from ((ADDED, f"{each} is left out no more") for each in was if each not in now)
    yield from ((CHANGED, f"{name} is left out: {why}") for name, why in now.items() if was.get(name) != why)


def _also(old: Any, new: Any) -> Iterator[Meaning]:
    was, now = ({f"{tag}.{name}" for tag, name in (each or {}).items()} for each in (old, new))
    yield from ((BREAKING, f"is no longer there as {each} too") for each in sorted(was - now))
    yield from ((ADDED, f"is there as {each} too") for each in sorted(now - was))


def _stream(old: Any, new: Any) -> Iterator[Meaning]:
    if not isinstance(old, dict) or not isinstance(new, dict):
        yield BREAKING, "answers a stream of events" if new else "answers no stream of events any more"
        return
    was, now = (each.get("events") or {} for each in (old, new))
    yield from ((BREAKING, f"the stream has no event {each} any more") for each in sorted(was.keys() - now.keys()))
    yield from ((ADDED, f"the stream has an event {each}") for each in sorted(now.keys() - was.keys()))
    for name in sorted(was.keys() & now.keys()):
        if was[name] != now[name]:
            yield BREAKING, f"the stream's event {name} is a {_schema(now[name])}; it was a {_schema(was[name])}"
    if old.get("ends") != new.get("ends"):
        yield CHANGED, f"the stream ends with {shown(new.get('ends'))}; it ended with {shown(old.get('ends'))}"


def _schema(reference: Any) -> str:
    return str(reference).rpartition("/")[2]


def _positional(old: Any, new: Any) -> Iterator[Meaning]:
    was, now = list(old or ()), list(new or ())
    if now[: len(was)] == was:
        yield from ((ADDED, f"the argument {each} may be given by position") for each in now[len(was) :])
    else:
        yield BREAKING, f"by position go {shown(now)}; it were {shown(was)}"


def _items(old: Any, new: Any) -> Iterator[Meaning]:
    if old and new:
        yield CHANGED, f"the items of a page are in {new}; they were in {old}"
    else:
        yield (ADDED, f"is a page of the items in {new}") if new else (BREAKING, "is no page of items any more")


RULES: Mapping[str, Rule] = {
    "x-repeatable": _repeatable,
    "x-unwrap": _value(BREAKING, "answers {new} of the envelope; it answered {old}", nothing="all"),
    "x-discard": _flag((BREAKING, "answers nothing (None) any more"), (ADDED, "answers what comes; it answered None")),
    "x-also": _also,
    "x-answers": _value(BREAKING, "answers are {new}; they were {old}", nothing="objects"),
    "x-by-hand": _flag(
        (CHANGED, "the method is written by hand now"), (CHANGED, "the method is generated; it was written by hand")
    ),
    "x-page": _flag(
        (ADDED, "counts pages: there is a method that goes through all of them"),
        (BREAKING, "counts no pages any more: the method that goes through all of them is gone"),
    ),
    "x-spread": _flag(
        (ADDED, "takes keywords of any name"), (BREAKING, "takes no keywords of any name any more: it is an object")
    ),
    "x-items": _items,
    "x-pages": _value(CHANGED, "the number of pages is in {new}; it was in {old}"),
    "x-itself": _value(BREAKING, "an object answers itself under {new}; it did under {old}"),
    "x-stream": _stream,
    "x-positional": _positional,
    "x-result": _value(BREAKING, "calls answer failures as {new}; it was {old}"),
    "x-python-name": _value(BREAKING, "is called {new} in Python; it was {old}", nothing="as on the wire"),
    "x-python-type": _value(CHANGED, "its type in Python is {new}; it was {old}"),
    "x-hidden": _flag((BREAKING, "is for callers no more"), (ADDED, "is for callers now")),
    "x-omit-empty": _flag(
        (CHANGED, "is not sent where it is empty"), (CHANGED, "is sent also where it is empty")
    ),
    "x-absent": _value(CHANGED, "reads as {new} where it did not come; it was {old}"),
    "x-null-absent": _flag(
        (CHANGED, "null reads as if it had not come"), (CHANGED, "null reads as None")
    ),
    "x-aliases": _names("is no longer read where it comes as {}", "is read also where it comes as {}"),
    "x-alone": _flag(
        (ADDED, "one object stands for the list that holds it"),
        (BREAKING, "one object no longer stands for the list that holds it"),
    ),
    "x-package": _value(CHANGED, "the vendor's package is {new}; it was {old}"),
    "x-promised": _flag(
        (ADDED, "its type says that it is there"), (CHANGED, "its type says that it may be absent")
    ),
    "x-redirects": _flag((CHANGED, "follows a redirect"), (CHANGED, "follows no redirect any more")),
    "x-releases": _releases,
    "x-left-out": _left_out,
    "x-secret": _flag((CHANGED, "is hidden in a repr"), (CHANGED, "is shown in a repr")),
}  # fmt: skip


def extensions(old: Json, new: Json, given: bool = True) -> Iterator[Meaning]:
    """What changed in the extensions of an object of a contract; those that the generator doesn't know are for people.

    Args:
        old: The object as it was.
        new: As it is.
        given: Whether a program gives such a value; else it gets one.
    """
    for name in (each for each in EXTENSIONS if each not in WORDS):
        was, now = old.get(name), new.get(name)
        if was == now:
            continue
        for grade, what in RULES.get(name, _value(CHANGED, f"{name} is {{new}}; it was {{old}}"))(was, now):
            typed = name == "x-python-type" and was and now and breaks(was, now, given)
            yield BREAKING if typed else grade, what
