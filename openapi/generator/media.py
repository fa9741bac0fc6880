"""Media types: which are JSON, forms, texts or bytes, and which of several is meant."""

from __future__ import annotations

from .contract import Json

FIELDS = frozenset({"json", "form", "multipart"})  # what fields can be written as


def kind(media: str) -> str:
    """What a media type is: `json`, `form`, `multipart`, `text`, `xml`, `events`, or `bytes`."""
    plain = media.partition(";")[0].strip().lower()
    if plain.endswith(("/json", "+json")):
        return "json"
    if plain.endswith(("/xml", "+xml")):
        return "xml"
    known = {
        "application/x-www-form-urlencoded": "form",
        "multipart/form-data": "multipart",
        "text/event-stream": "events",
    }
    return known.get(plain, "text" if plain.startswith("text/") else "bytes")


def sent(content: Json) -> list[str]:
    """The media types in which a body can go out, the usual one first: XML behind others, since only callers can write it."""
    return sorted(content, key=lambda each: kind(each) == "xml")


def described(content: Json) -> list[str]:
    """The media types of a body whose schemas say what callers give: those of fields, and the usual one."""
    return [each for number, each in enumerate(sent(content)) if not number or kind(each) in FIELDS]


def asked(content: Json) -> str:
    """The media type that is asked for, of those of an answer: the first of JSON, else the first; empty where there is none."""
    return next((each for each in content if kind(each) == "json"), next(iter(content), ""))
