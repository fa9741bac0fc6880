"""What a change of a schema means to users, who send it or get it as an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.grammar import DOCUMENTATION, EXTENSIONS, JUDGED
from generator.names import python_name

from tools.report import history
from tools.report.bounds import bounds
from tools.report.entry import ADDED, BREAKING, CHANGED, DEPRECATED, Json, Meaning, shown
from tools.report.extensions import extensions
from tools.report.shapes import Shape, any_kind, apart, named

Note = Callable[[str, Meaning], None]
TYPED = (
    {"date-time", "binary"},
    {"binary"},
)  # formats that are another type in Python: of what is got, of what is sent
NAMED = ("x-aliases", "x-python-name")
HEEDED = frozenset({
    "$ref", "type", "properties", "required", "items", "additionalProperties", "enum", "const", "format", "anyOf", "oneOf",
    "allOf", "readOnly", "writeOnly", "deprecated", "nullable", "default", "description",
})  # fmt: skip


class Schemas:
    """Compares the schemas of two documents.

    Args:
        old: The schemas of the one, by their names.
        new: Those of the other.
        note: Is told where something changed, and what that means.
    """

    def __init__(self, old: Json, new: Json, note: Note) -> None:
        self._old, self._new, self._note = old, new, note
        self._met: set[tuple[str, str, bool]] = set()

    def compare(self, old: Any, new: Any, sent: bool, where: str, missing: bool = False) -> None:
        """Compare one schema, and what it is made of; a schema that has a name once, under that name.

        Args:
            old: How it was.
            new: How it is.
            sent: Whether users send it; else they get it.
            where: What it is the schema of.
            missing: It could be missing, which in an answer reads as null does; of what is sent, it may be left out.
        """
        names = named(old), named(new)
        if all(names):
            if (*names, sent) in self._met:
                return
            self._met.add((names[0], names[1], sent))
            where = names[1]
            for meaning in history.history(*(history.own(each) for each in (self._old[names[0]], self._new[where]))):
                self._note(where, meaning)
        elif where.count(".") + where.count("[") > 40:  # a schema in itself, by another way than its name
            return
        was, now = Shape(old, self._old), Shape(new, self._new)
        alone = _alone(old), _alone(new)
        if all(alone) and not all(names):  # told of under its name
            for meaning in (*_null(was, now, sent, missing), *extensions(old, new, sent)):
                self._note(where, meaning)
            self.compare(alone[0], alone[1], sent, where)
            return
        for meaning in self._itself(was, now, sent, missing):
            self._note(where, meaning)
        if len(was.variants) > 1 or len(now.variants) > 1:
            self._variants(was, now, sent, where)
            return
        if apart(was, now):
            return  # nothing in the one has become anything in the other
        self._properties(was.node, now.node, sent, where)
        if "items" in was.node or "items" in now.node:
            self.compare(was.node.get("items", {}), now.node.get("items", {}), sent, f"{where}[]")
        self._others(was.node, now.node, sent, where)

    def _itself(self, was: Shape, now: Shape, sent: bool, missing: bool) -> Iterator[Meaning]:
        """What changed of a value, whatever is in it."""
        old, new = was.node, now.node
        yield from _null(was, now, sent, missing)
        if len(was.variants) <= 1 and len(now.variants) <= 1:
            yield from _kinds(was, now, sent)
        yield from _values(old, new, sent)
        if old.get("format") != new.get("format"):
            typed = TYPED[sent] & {old.get("format"), new.get("format")} and "x-python-type" not in new
            was_, now_ = (each.get("format") or "no format" for each in (old, new))
            yield BREAKING if typed else CHANGED, f"is {now_}; it was {was_}"
        must_be_given = sent and not missing and "default" not in new  # so that it must be given
        if not must_be_given and (old.get("default") != new.get("default") or ("default" in old) != ("default" in new)):
            was_, now_ = (shown(each["default"]) if "default" in each else "nothing" for each in (old, new))
            yield CHANGED, f"where it is not given, {now_} is meant; it was {was_}"
        if bool(old.get("deprecated")) != bool(new.get("deprecated")) and old.get("x-until") == new.get("x-until"):
            yield (DEPRECATED, "is deprecated") if new.get("deprecated") else (CHANGED, "is deprecated no more")
        word, verb = ("readOnly", "sent") if sent else ("writeOnly", "answered")
        if bool(old.get(word)) != bool(new.get(word)):
            yield (BREAKING, f"is not {verb} any more ({word})") if new.get(word) else (ADDED, f"is {verb} now")
        yield from bounds(old, new, sent)
        yield from extensions(old, new, sent)
        for word in sorted((old.keys() | new.keys()) - HEEDED - JUDGED - DOCUMENTATION["schema"] - EXTENSIONS.keys()):
            if old.get(word) != new.get(word) and "-" not in word:
                yield CHANGED, f"{word} is {shown(new.get(word))}; it was {shown(old.get(word))}"

    def _properties(self, old: Json, new: Json, sent: bool, where: str) -> None:
        was, now = old.get("properties") or {}, new.get("properties") or {}
        required = [_required_fields(old, self._old, sent), _required_fields(new, self._new, sent)]
        renamed = _renamed(was, now)
        for name, other in renamed.items():
            self._note(f"{where}.{name}", (CHANGED, f"comes as {other}, or as {name} still, and is the same in Python"))
            pair = [
                {word: found for word, found in each.items() if word not in NAMED} for each in (was[name], now[other])
            ]
            self.compare(pair[0], pair[1], sent, f"{where}.{name}", sent or name not in required[0])
        was = {name: each for name, each in was.items() if name not in renamed}
        now = {name: each for name, each in now.items() if name not in renamed.values()}
        for name in dict.fromkeys([*was, *now, *sorted(required[0] ^ required[1])]):
            field = f"{where}.{name}"
            if name not in was and name not in now:
                for meaning in _required(name in required[0], name in required[1], sent):
                    self._note(field, meaning)
            elif name not in now:
                self._note(field, (BREAKING, "is gone"))
            elif name not in was:
                grave = sent and name in required[1]
                came = (ADDED, f"is new{history.new(history.own(now[name]))}")
                self._note(field, (BREAKING, "is new, and must be given") if grave else came)
            else:
                self._python_name(name, was, now, field)
                said = [history.own(each[name]) for each in (was, now)]
                for meaning in history.history(*said):
                    self._note(field, meaning)
                ends = (
                    "x-until" in said[1] and "x-until" not in said[0]
                )  # so that it may be missing where it came always
                if now[name].get("x-promised") and not sent and name in required[0] and name not in required[1]:
                    self._note(field, (CHANGED, "may be missing, though its type says that it is there"))
                    now[name] = {word: each for word, each in now[name].items() if word != "x-promised"}
                elif sent or not ends:
                    for meaning in _required(name in required[0], name in required[1], sent):
                        self._note(field, meaning)
                self.compare(was[name], now[name], sent, field, name not in required[sent])

    def _python_name(self, name: str, was: Json, now: Json, where: str) -> None:
        """Tell of a field's other name in Python, and take that out of what is compared."""
        given = [each[name].get("x-python-name") if isinstance(each[name], dict) else None for each in (was, now)]
        if given[0] != given[1]:
            called = [_python(name, each[name]) for each in (was, now)]
            if called[0] != called[1]:
                self._note(where, (BREAKING, f"is called {called[1]} in Python; it was {called[0]}"))
            for each in (was, now):
                if isinstance(each[name], dict):
                    each[name] = {word: found for word, found in each[name].items() if word != "x-python-name"}

    def _others(self, old: Json, new: Json, sent: bool, where: str) -> None:
        """The fields that have no name in the contract."""
        was, now = (each.get("additionalProperties", True) for each in (old, new))
        if was == now or (was in (True, {}) and now in (True, {})):
            return
        if now is False:
            self._note(where, (BREAKING if sent else CHANGED, "has no fields of other names any more"))
        elif was is False:
            self._note(where, (ADDED if sent else CHANGED, "may have fields of other names"))
        else:
            self.compare({} if was is True else was, {} if now is True else now, sent, f"{where}.*")

    def _variants(self, was: Shape, now: Shape, sent: bool, where: str) -> None:
        """The kinds of a union; those of one kind are compared."""
        old, new = was.by_kind(), now.by_kind()
        for name in dict.fromkeys([*old, *new]):
            if name not in new:
                self._note(where, (BREAKING if sent else CHANGED, f"is no {name} any more"))
            elif name not in old:
                known = {kind for each in old.values() for kind in Shape(each, self._old).kinds}
                more = bool(Shape(new[name], self._new).kinds - known) or not known
                self._note(where, (BREAKING if more and not sent else ADDED, f"may be {name} too"))
            else:
                self.compare(old[name], new[name], sent, where)


def _required_fields(node: Json, schemas: Json, sent: bool) -> set[str]:
    """The fields that must be there; of what is sent, those that callers must give."""
    fields = node.get("properties") or {}
    return {
        name
        for name in node.get("required") or ()
        if not sent or "default" not in Shape(fields.get(name, {}), schemas).node
    }


def _renamed(was: Json, now: Json) -> dict[str, str]:
    """The fields that come under another name first, and under theirs still, as the same field in Python."""
    gone = {name: each for name, each in was.items() if name not in now}
    return {
        name: other
        for name, each in gone.items()
        for other, found in now.items()
        if other not in was and name in (found.get("x-aliases") or ()) and _python(name, each) == _python(other, found)
    }


def _python(name: str, field: Any) -> str:
    return str(python_name(name, field.get("x-python-name") if isinstance(field, dict) else None))


def _alone(node: Any) -> Json | None:
    """The reference that a schema is, perhaps beside null."""
    kinds = [each for word in ("anyOf", "oneOf") for each in node.get(word) or ()] if isinstance(node, dict) else []
    rest = [each for each in [node, *kinds] if named(each)]
    others = [each for each in kinds if not named(each) and each != {"type": "null"}]
    return {"$ref": rest[0]["$ref"]} if len(rest) == 1 and not others else None


def _required(was: bool, now: bool, sent: bool) -> Iterator[Meaning]:
    if sent and was != now:
        yield (BREAKING, "must be given") if now else (CHANGED, "may be left out")
    elif was != now:
        yield (CHANGED, "always comes") if now else (BREAKING, "may be missing")


def _null(was: Shape, now: Shape, sent: bool, missing: bool) -> Iterator[Meaning]:
    if was.nullable == now.nullable or any_kind(was) or any_kind(now):
        return
    given = str(now.node.get("x-python-type", ""))
    if now.nullable and not sent and given and "None" not in given:
        yield CHANGED, "may be null, though its type says that it is not"
    elif now.nullable:
        yield ADDED if sent else CHANGED if missing else BREAKING, "may be null"
    else:
        yield (BREAKING, "must not be null") if sent else (CHANGED, "is never null")


def _kinds(was: Shape, now: Shape, sent: bool) -> Iterator[Meaning]:
    """What kinds of JSON a value may be of; a number may be an integer. No kind stands for all of them."""
    if was.kinds == now.kinds:
        return
    wide, narrow = (now, was) if sent else (was, now)
    loose = any_kind(wide) or (not any_kind(narrow) and narrow.kinds <= wide.kinds | _integers(wide))
    what = f"is {now.kind_names}; it was {was.kind_names}"
    yield (ADDED if sent else CHANGED, what) if loose else (BREAKING, what)


def _integers(shape: Shape) -> set[str]:
    return {"integer"} if "number" in shape.kinds else set()


def _values(old: Json, new: Json, sent: bool) -> Iterator[Meaning]:
    """Which values it may have: `enum` and `const`."""
    if old.get("const") != new.get("const"):
        appears, gone = "const" not in old, "const" not in new
        was, now = shown(old.get("const")), shown(new.get("const"))
        if gone:
            yield ADDED if sent else CHANGED, f"may be another than {was}"
        else:
            yield (
                BREAKING if sent or not appears else CHANGED,
                f"is always {now}" + ("" if appears else f"; it was {was}"),
            )
    was_, now_ = ({shown(each): each for each in node.get("enum") or () if each is not None} for node in (old, new))
    if bool(was_) != bool(now_):
        grades = (BREAKING, ADDED) if sent else (CHANGED, CHANGED)
        yield (grades[0], f"has values: {', '.join(now_)}") if now_ else (grades[1], "may have any value")
        return
    if not now_:  # a text whose values are known, and not listed
        now_ = was_ = {each: each for node in (old, new) for each in node.get("x-values") or {}}
    yield from ((BREAKING if sent else CHANGED, f"has no value {each} any more") for each in was_ if each not in now_)
    marks = new.get("x-values") or {}
    yield from (
        (ADDED, f"has a new value, {each}{history.new(marks.get(each, {}))}") for each in now_ if each not in was_
    )
    yield from history.values(old, new, [each for each in now_ if each in was_])


def reached(schemas: Mapping[str, Any], node: Any, found: set[str]) -> set[str]:
    """The names of the schemas that a part of a document is made of, however deep."""
    if isinstance(node, list):
        for each in node:
            reached(schemas, each, found)
    elif isinstance(node, dict):
        name = named(node)
        if name and name not in found:
            found.add(name)
            reached(schemas, schemas.get(name), found)
        for key, each in node.items():
            if key not in ("example", "examples", "default"):
                reached(schemas, each, found)
    return found
