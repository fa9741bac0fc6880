"""What docstrings tell beside a contract's own words: what may go wrong, what has ended or is deprecated, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .contract import Json
from .history import history_of
from .places import at
from .quoting import Code, code, literal, text

DEPRECATED = "Deprecated: the platform may take it away."


def described(node: Mapping[str, Any], *others: Mapping[str, Any]) -> Any:
    """What a contract says of something: its words, those of the first that has some, and its history.

    Args:
        node: What is described.
        others: What it is made of; what those have gone through is not its own.
    """
    nodes = (node, *others)
    about = next((each["description"] for each in nodes if each.get("description")), None)
    if about is not None and not isinstance(about, str):
        return about  # refused where it is put into a docstring
    said = history(*nodes)
    if not about or not said:
        return about or said or None
    return f"{about.rstrip()}{chr(10) * 2 if chr(10) in about.strip() else ' '}{said}"


def history(*nodes: Mapping[str, Any], wire: bool = False) -> str:
    """What is told of the history of something: since when, until when, what instead, or that it is deprecated.

    Args:
        nodes: What it is, and what it is made of.
        wire: Whether others are called by their names on the wire.
    """
    own = [each for number, each in enumerate(nodes) if not number or "properties" not in each]
    said = next((found for each in own if (found := history_of(each).sentences(wire))), "")
    ended = any(history_of(each).mark.removed_in or history_of(each).mark.instead for each in own)
    deprecated = any(each.get("deprecated") is True for each in own) and not ended
    return " ".join(filter(None, (DEPRECATED if deprecated else "", said)))


def failures(operation: Json) -> Code:
    """What the method raises, as an entry of `Raises`: the failures that the contract lists, by their statuses."""
    found: dict[str, list[str]] = {}
    for status, answer in operation["responses"].items():
        if not status.startswith("2"):
            with at("responses", status, "description"):
                text(answer.get("description"))
            about = " ".join(str(answer.get("description") or "").split()).rstrip(".")
            found.setdefault(about, []).append("another status" if status == "default" else status)
    said = [f"{' or '.join(each)} ({about})" if about else " or ".join(each) for about, each in found.items()]
    return text(", ".join(["No good answer came", *said]) + ".", 16, 104, "promptport.Error")


def deprecated(node: Json) -> Code:
    """What a type checker says to who uses what is deprecated, as a literal; empty where it is not."""
    if not node.get("deprecated"):
        return code("")
    about = "" if history_of(node).mark.removed_in else " ".join(str(node.get("description") or "").split())
    return literal(f"{history_of(node).mark.sentence() or DEPRECATED} {about}".strip())
