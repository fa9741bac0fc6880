"""Answers that come in several media types, among which a caller chooses: the usual one, and the operation as each makes it."""

from __future__ import annotations

from typing import NamedTuple

from . import answers, media
from .contract import Json
from .places import Refusal
from .quoting import short

RANGES = ("*/*", "application/*")  # to which JSON belongs


class Choice(NamedTuple):
    """A media type that can be asked for, and the operation that answers in no other."""

    media: str
    operation: Json


def choices(operation: Json) -> list[Choice]:
    """What a caller can ask for, the usual one first; one alone where there is nothing to choose."""
    usual = answers.usual(answers.successes(operation))
    content = operation["responses"][usual.status].get("content", {}) if usual.media else {}
    names = [usual.media, *(each for each in content if each != usual.media)]
    if len(names) == 1 or "x-stream" in operation:
        return [Choice(usual.media, operation)]
    return [Choice(name, {**operation, "responses": _alone(operation["responses"], name)}) for name in names]


def _alone(responses: Json, name: str) -> Json:
    found = dict(responses)
    for status, each in responses.items():
        if (status.startswith("2") or status == "default") and name in each.get("content", {}):
            found[status] = {**each, "content": {name: each["content"][name]}}
    return found


def besides(operation: Json) -> list[str]:
    """What other successes than the usual one are answered as, where that has several media types."""
    found = answers.successes(operation)
    named = [each.media for each in found if each is not answers.usual(found) and each.media]
    return list(dict.fromkeys(named))


def schemas(operation: Json) -> list[Json]:
    """What the answers are made of that are read."""
    try:
        found = choices(operation)
    except ValueError:
        return answers.schemas(operation)  # it is refused where it is made
    read = [each for number, each in enumerate(found) if not number or media.kind(each.media) == "json"]
    return [schema for each in read for schema in answers.schemas(each.operation)]


def check(operation: Json) -> None:
    """Refuse a stream of events beside another answer: a method answers the one or the other.

    Raises:
        Refusal: Both are there, under one status.
    """
    for status, answer in operation["responses"].items():
        for name in answer.get("content", {}) if status.startswith("2") and len(answer.get("content", {})) > 1 else ():
            if media.kind(name) == "events" and "x-stream" not in operation:
                what = f"{short(name)} stands beside another answer: give the stream an operation of its own, or take it out"
                raise Refusal(what, ("responses", status, "content", name))
            if media.kind(name) != "events" and "x-stream" in operation:
                what = f"x-stream reads a stream of events: give {short(name)} an operation of its own, or take it out"
                raise Refusal(what, ("responses", status, "content", name))


def settled(content: Json, schemas: Json) -> Json:
    """The content of an answer in which no range stands that means JSON.

    Args:
        content: What stands by media types, with plain schemas.
        schemas: The plain schemas, by their names.

    Raises:
        Refusal: A range may mean JSON, or a text.
    """
    found: Json = {}
    for name, about in content.items():
        schema = about.get("schema", {})
        while "$ref" in schema:
            schema = schemas.get(schema["$ref"].rpartition("/")[2], {})
        if name not in RANGES or not schema or schema.get("format") == "binary":
            found[name] = about
        elif schema.get("type") == "string":
            raise Refusal(
                f"a text as {short(name)} may be JSON, or not: write application/json, or text/plain", (name,)
            )
        else:
            found.setdefault("application/json", about)
    return found
