"""What the docstring of a method tells beside its arguments: what may go wrong, and that the platform calls it deprecated."""

from __future__ import annotations

from .contract import Json
from .places import at
from .prose import DEPRECATED
from .quoting import Code, code, literal, text


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


def deprecated(operation: Json) -> Code:
    """What a type checker says to who calls a deprecated operation, as a literal; empty where it is none."""
    if not operation.get("deprecated"):
        return code("")
    about = " ".join(str(operation.get("description") or "").split())
    return literal(f"{DEPRECATED} {about}".strip())
