"""A draft of what a contract needs for a release: an OpenAPI Overlay, which can be laid beside it and tried at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.contract import Json

from tools.report.shapes import named
from tools.vendors.as_of import number
from tools.vendors.compare import methods
from tools.vendors.contracts import Contract
from tools.vendors.difference import CHANGED, ENDED, FIELD, METHOD, NAME, NEW, SIGNATURE, TYPE, Difference
from tools.vendors.guess import LOOK, Known, schema
from tools.vendors.methods import Compared
from tools.vendors.operation import operation, property_of
from tools.vendors.release import Request
from tools.vendors.writing import written


def draft(by: Compared, contract: Contract, differences: Iterable[Difference], published: Sequence[str] = ()) -> str:
    """The draft, as YAML. Comments that begin with `look:` say what a person must see to.

    Args:
        by: What was compared.
        contract: The contract.
        differences: What was found.
        published: All releases of the package, where they are known.
    """
    return Draft(by, contract, list(differences), published).text()


class Draft:
    """Writes one draft.

    Args:
        by: What was compared.
        contract: The contract.
        differences: What was found.
        published: All releases of the package, where they are known.
    """

    def __init__(
        self, by: Compared, contract: Contract, differences: list[Difference], published: Sequence[str]
    ) -> None:
        self._by, self._contract, self._all = by, contract, differences
        self._which = by.release.number
        before = [each for each in contract.releases if number(each) < number(self._which)]
        self._before = before[-1] if before else self._which
        self._between = [each for each in published if number(self._before) < number(each) < number(self._which)]
        self._methods = methods(by)
        schemas = contract.document["components"]["schemas"].values()
        self._pages = next((str(each["x-pages"]) for each in schemas if "x-pages" in each), "")
        self._twice: list[str] = []
        fresh = {each.where for each in differences if (each.part, each.kind) == (TYPE, NEW)}
        values = {name: each.values for name, each in by.release.types.items() if each.values}
        self._known = Known(fresh | contract.document["components"]["schemas"].keys(), values)

    def text(self) -> str:
        """The draft, as YAML."""
        title = (
            f"What {self._contract.package} {self._which} has that the contract of {self._contract.platform} has not."
        )
        actions = [
            {"target": target, "update": update} if update else {"target": target, "remove": True}
            for target, update in self._actions()
        ]
        overlay = {"overlay": "1.0.0", "info": {"title": title, "version": self._which}, "actions": actions}
        return "\n".join([*(f"# {each}" for each in self._head()), written(overlay)])

    def _head(self) -> Iterator[str]:
        platform, package = self._contract.platform, self._contract.package
        yield f"A draft for openapi/{platform}.yaml, by {package} {self._which}. Laid beside it as {platform}.overlay.yaml"
        yield "it can be tried; then write it into the contract itself. Types are guessed: `look` marks what to see to."
        if self._between:
            yield f"look: whatever is new or ended may be so since {', '.join(self._between)} already: run the watch on these"
        yield from (f"look: {each}" for each in self._twice)
        for each in self._all:
            if each.kind == CHANGED or (each.part == NAME and each.kind == NEW):
                yield f"look: {each.line}"

    def _actions(self) -> Iterator[tuple[str, Json]]:
        document = self._contract.document
        listed = [] if "x-releases" in document else list(self._contract.releases)
        if self._which not in self._contract.releases:
            listed.append(self._which)
        if listed:
            package = {} if "x-package" in document else {"x-package": self._contract.package}
            yield "$", {**package, "x-releases": listed}
        yield from self._new_methods()
        for each in self._of(SIGNATURE, NEW):
            yield from self._new_argument(each)
        if fresh := {each.where: self._type(each.where) for each in self._of(TYPE, NEW)}:
            yield "$.components.schemas", fresh
        for each in self._of(FIELD, NEW):
            yield _schema(each.where), {"properties": {each.detail.partition("=")[0]: self._field(each)}}
        yield from self._ended()

    def _ended(self) -> Iterator[tuple[str, Json]]:
        ends = self._ends
        for each in self._of(METHOD, ENDED):
            if each.where in self._by.expected.methods:
                yield self._operation(each.where), {**ends, LOOK: "what replaces it (x-replaced-by)?"}
        for each in self._of(SIGNATURE, ENDED):
            yield from self._ended_argument(each)
        for each in self._of(TYPE, ENDED):
            yield _schema(each.where), dict(ends)
        for each in self._of(FIELD, ENDED):
            field, equals, value = each.detail.partition("=")
            told = {"x-values": {value: {"x-until": self._before}}} if equals else dict(ends)
            yield _schema(each.where), {"properties": {field: told}}
            if not equals:
                yield from self._not_required(each.where, field)

    def _not_required(self, name: str, field: str) -> Iterator[tuple[str, Json]]:
        """What has ended can't be required."""
        schema = self._contract.document["components"]["schemas"].get(name, {})
        if field in schema.get("required", ()):
            yield f"{_schema(name)}.required[?@=={_quoted(field)}]", {}

    @property
    def _ends(self) -> Json:
        return {"deprecated": True, "x-until": self._before}

    def _of(self, part: str, kind: str) -> list[Difference]:
        return [each for each in self._all if (each.part, each.kind) == (part, kind)]

    def _new_methods(self) -> Iterator[tuple[str, Json]]:
        shapes = {re.sub(r"\{[^{}]*\}", "{}", each): each for each in self._contract.document["paths"]}
        known = {each["name"] for each in self._contract.document.get("tags", ())}
        found: dict[str, Json] = {}
        tags: dict[str, None] = {}
        # What goes with another method comes behind it, since both may send the same.
        for each in sorted(self._of(METHOD, NEW), key=lambda each: each.where in self._by.aside.follows):
            method = self._methods[each.where]
            for request in method.requests[:1]:
                made = operation(method, request, self._by.release.types, self._known, self._pages)
                tags |= dict.fromkeys(tag for tag in made["tags"] if tag not in known)
                path, verb = _renamed(made, request, shapes), request.verb.lower()
                same = found.get(path, {}).get(verb) or self._contract.document["paths"].get(path, {}).get(verb)
                if same:
                    self._twice.append(
                        f"{each.where} sends what {same['operationId']} sends: is it by hand, or x-also?"
                    )
                    continue
                found.setdefault(path, {})[verb] = _after(made, "tags", {"x-since": self._which})
        for tag in tags:
            yield (
                "$.tags",
                {"name": tag, "description": f"{tag.replace('_', ' ').capitalize()}.", LOOK: "say what it is"},
            )
        if found:
            yield "$.paths", found

    def _type(self, name: str) -> Json:
        fields = self._by.release.types[name].fields or {}
        return {"type": "object", "properties": {each: schema(typed, self._known) for each, typed in fields.items()}}

    def _field(self, each: Difference) -> Json:
        field, equals, value = each.detail.partition("=")
        if equals:
            return {"enum": [value], "x-values": {value: {"x-since": self._which}}}
        typed = (self._by.release.types[each.where].fields or {}).get(field, "")
        return {**schema(typed, self._known), "x-since": self._which}

    def _new_argument(self, each: Difference) -> Iterator[tuple[str, Json]]:
        method, ours = self._methods[each.where], self._by.expected.methods[each.where]
        name, equals, value = each.detail.partition("=")
        since = {"x-since": self._which}
        if equals:
            told = {"enum": [value], "x-values": {value: since}}
            for argument in ours.arguments:
                if argument.name == name and argument.place == "body":
                    yield self._body(each.where), {"properties": {argument.wire: told}}
            return
        for request in method.requests[:1]:
            for key in request.query:
                if name in _spelt(key):
                    typed = next(one.type for one in method.parameters if one.name == name)
                    found = {"name": key, "in": "query", "schema": schema(typed, self._known), **since}
                    yield f"{self._operation(each.where)}.parameters", found
            for key in request.body or ():
                if name in _spelt(key):
                    found = {**property_of(key, method, request, self._known), **since}
                    yield self._body(each.where), {"properties": {key: found}}

    def _ended_argument(self, each: Difference) -> Iterator[tuple[str, Json]]:
        name, equals, value = each.detail.partition("=")
        argument = next((one for one in self._by.expected.methods[each.where].arguments if one.name == name), None)
        if argument is None:
            return
        told = {"x-values": {value: {"x-until": self._before}}} if equals else dict(self._ends)
        if argument.place == "body":
            yield self._body(each.where), {"properties": {argument.wire: told}}
            content = next(iter(self._by.expected.methods[each.where].operation["requestBody"]["content"].values()))
            yield from () if equals else self._not_required(named(content.get("schema")), argument.wire)
        elif not equals:
            yield f"{self._operation(each.where)}.parameters[?@.name=={_quoted(argument.wire)}]", told

    def _operation(self, name: str) -> str:
        operation = self._by.expected.methods[name].operation
        return f"$.paths[{_quoted(operation['path'])}].{operation['method'].lower()}"

    def _body(self, name: str) -> str:
        """Where the schema of a method's body stands."""
        content = self._by.expected.methods[name].operation["requestBody"]["content"]
        media, about = next(iter(content.items()))
        inside = f"{self._operation(name)}.requestBody.content[{_quoted(media)}].schema"
        return _schema(named(about.get("schema"))) if named(about.get("schema")) else inside


def _schema(name: str) -> str:
    return f"$.components.schemas[{_quoted(name)}]"


def _renamed(made: Json, request: Request, shapes: dict[str, str]) -> str:
    """The path of a new operation; where the contract has it, with the contract's names of its parameters."""
    path = shapes.get(request.shape, request.path)
    names = re.findall(r"\{([^{}]*)\}", path)
    for parameter, name in zip(made.get("parameters", ()), names, strict=False):
        parameter["name"] = name
    return path


def _after(node: Json, key: str, more: Json) -> Json:
    """A mapping with more behind one of its keys."""
    found: Json = {}
    for name, value in node.items():
        found[name] = value
        found |= more if name == key else {}
    return found


def _spelt(key: str) -> set[str]:
    return {key, re.sub(r"(?<!^)(?=[A-Z])", "_", key).lower()}


def _quoted(name: str) -> str:
    """A name as JSONPath writes it."""
    return json.dumps(name, ensure_ascii=False)
