"""What it means to users that something came with a release of the vendor's, or has ended with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.history import MARKS

from tools.report.entry import CHANGED, DEPRECATED, Json, Meaning

WORDS = frozenset({*MARKS, "x-values"})  # which have their rules here


def own(node: Any) -> Json:
    """What is said of something itself, also in its parts, and not of what it refers to."""
    parts = (*(node.get("allOf") or ()), node) if isinstance(node, dict) else ()
    words = {"deprecated", *MARKS}
    return {word: each for part in parts if isinstance(part, dict) for word, each in part.items() if word in words}


def history(old: Json, new: Json) -> Iterator[Meaning]:
    """What has become of something that both contracts have."""
    was, now = (each.get("x-until") for each in (old, new))
    if was and now and was != now:
        yield CHANGED, f"ended with release {now}; it was with release {was}"
    elif was != now:
        yield (DEPRECATED, ended(new)) if now else (CHANGED, f"has not ended any more; it had with release {was}")
    elif bool(old.get("deprecated")) != bool(new.get("deprecated")):
        yield (
            (DEPRECATED, f"is deprecated{instead(new)}")
            if new.get("deprecated")
            else (CHANGED, "is deprecated no more")
        )
    elif old.get("x-replaced-by") != new.get("x-replaced-by"):
        yield CHANGED, f"is replaced by {_names(new) or 'nothing'}; it was by {_names(old) or 'nothing'}"
    if old.get("x-since") != new.get("x-since"):
        yield (
            CHANGED,
            f"is there {since(new) or 'since the first release'}; it was {since(old) or 'since the first release'}",
        )


def values(old: Json, new: Json, known: Iterable[str]) -> Iterator[Meaning]:
    """What has become of values that both contracts have."""
    was, now = (each.get("x-values") or {} for each in (old, new))
    for value in known:
        for grade, what in history(was.get(value, {}), now.get(value, {})):
            yield grade, f"the value {value} {what}"


def ended(node: Json) -> str:
    """That something has ended, and what to use."""
    return f"ended with release {node['x-until']}, and stays in the client{instead(node)}"


def new(node: Json) -> str:
    """When something new came, and whether it has ended already; to be put behind that it is new."""
    until = f"until release {node['x-until']}{instead(node)}" if "x-until" in node else ""
    said = ", ".join(filter(None, (since(node), until)))
    return f" ({said})" if said else ""


def since(node: Json) -> str:
    """Since when something is there; empty where it was always there."""
    return f"since release {node['x-since']}" if "x-since" in node else ""


def instead(node: Json) -> str:
    """What to use instead; empty where there is nothing."""
    return f"; use {_names(node)}" if node.get("x-replaced-by") else ""


def _names(node: Json) -> str:
    given = node.get("x-replaced-by") or ()
    return " or ".join([given] if isinstance(given, str) else given)
