"""What a change of an operation's answers means to users: what they get, and which failures are documented."""

from __future__ import annotations

from typing import Any

from generator.media import asked, kind

from tools.report.entry import ADDED, BREAKING, CHANGED, Json
from tools.report.extensions import extensions
from tools.report.schemas import Note, Schemas
from tools.report.shapes import Shape


class Answers:
    """Compares the answers of operations.

    Args:
        schemas: Compares what they are made of.
        old: The schemas of the one document, by their names.
        new: Those of the other.
        note: Is told where something changed, and what that means.
    """

    def __init__(self, schemas: Schemas, old: Json, new: Json, note: Note) -> None:
        self._schemas, self._note = schemas, note
        self._old, self._new = old, new
        self._failures = Schemas(old, new, lambda where, meaning: note(where, (CHANGED, meaning[1])))

    def compare(self, old: Json, new: Json, where: str) -> None:
        """Compare the answers of two operations, as callers get them.

        Args:
            old: The operation as it was.
            new: As it is.
            where: How it is called.
        """
        answers = [_inside(old, self._old), _inside(new, self._new)]
        was, now = ({status: found[status] for status in _successes(found)} for found in answers)
        if bool(old.get("x-discard")) == bool(new.get("x-discard")):
            self._statuses(was, now, where)
        for status in dict.fromkeys([*answers[0], *answers[1]]):
            if status not in was.keys() | now.keys():
                self._failure(answers[0].get(status), answers[1].get(status), status, where)

    def _statuses(self, was: Json, now: Json, where: str) -> None:
        gone, come = ([each for each in one if each not in other] for one, other in ((was, now), (now, was)))
        pairs = [(status, status) for status in was if status in now]
        for before, after in zip(gone, come, strict=False):
            self._note(where, (CHANGED, f"is answered with {after}; it was {before}"))
            pairs.append((before, after))
        for status in gone[len(come) :]:
            self._note(where, (CHANGED, f"is not answered with {status} any more"))
        for status in come[len(gone) :]:
            known = now[status].get("content") in [None, {}, *(each.get("content") for each in was.values())]
            self._note(where, (ADDED if known else BREAKING, f"may be answered with {status} too"))
        for before, after in pairs:
            self._content(was[before].get("content") or {}, now[after].get("content") or {}, where)
            for meaning in extensions(was[before], now[after]):
                if "x-unwrap" in was[before] or "x-unwrap" in now[after]:
                    continue  # told of the operation, which has it from its answer
                self._note(where, meaning)

    def _content(self, was: Json, now: Json, where: str) -> None:
        if bool(was) != bool(now):
            self._note(where, (ADDED, "answers something") if now else (BREAKING, "answers nothing any more"))
            return
        usual = asked(was), asked(now)
        if usual[0] != usual[1]:
            alike = kind(usual[0]) == kind(usual[1])
            self._note(where, (CHANGED if alike else BREAKING, f"is answered as {usual[1]}; it was {usual[0]}"))
            if alike and usual[0] not in now:
                self._schema(was[usual[0]], now[usual[1]], where)
        for media in dict.fromkeys([*was, *now]):
            if media in was and media in now:
                self._schema(was[media], now[media], where)
            elif media in was and media != usual[0]:
                self._note(where, (BREAKING, f"can't be answered as {media} any more"))
            elif media in now and media != usual[1]:
                self._note(where, (ADDED, f"can be answered as {media} too"))

    def _schema(self, was: Json, now: Json, where: str) -> None:
        self._schemas.compare(was.get("schema", {}), now.get("schema", {}), False, f"{where} → answer")

    def _failure(self, old: Json | None, new: Json | None, status: str, where: str) -> None:
        if old is None or new is None:
            what = "is no documented failure any more" if new is None else "is a documented failure"
            self._note(where, (CHANGED, f"{status} {what}"))
            return
        was, now = (each.get("content") or {} for each in (old, new))
        if was.keys() != now.keys():
            forms = [", ".join(each) or "nothing" for each in (was, now)]
            self._note(where, (CHANGED, f"{status} is answered as {forms[1]}; it was {forms[0]}"))
        for media in (each for each in was if each in now):
            pair = was[media].get("schema", {}), now[media].get("schema", {})
            self._failures.compare(pair[0], pair[1], False, f"{where} → {status}")


def _successes(answers: Json) -> list[str]:
    """The statuses of success; where there is none, that of all others."""
    return [each for each in answers if each.startswith("2")] or [each for each in answers if each == "default"]


def _inside(operation: Json, schemas: Json) -> Json:
    """The answers of an operation as callers get them: without their envelopes (`x-unwrap`)."""
    found: Json = {}
    for status, answer in operation["responses"].items():
        path = answer.get("x-unwrap", operation.get("x-unwrap")) if status.startswith("2") else None
        content = answer.get("content") or {}
        if status.startswith("2") and (operation.get("x-discard") or operation["method"] == "HEAD"):
            content = {}
        if path:
            keys = [path] if isinstance(path, str) else path
            content = {
                media: {**each, "schema": _below(each.get("schema", {}), keys, schemas)}
                for media, each in content.items()
            }
        found[status] = {**answer, "content": content}
    return found


def _below(schema: Any, keys: list[str], schemas: Json) -> Any:
    """What stands under keys of a value, one within the other, as far as they are there."""
    for key in keys:
        properties = Shape(schema, schemas).node.get("properties") or {}
        if key not in properties:
            break
        schema = properties[key]
    return schema
