"""What of a contract becomes Python, asked for once before anything is written, so that a refusal knows its place."""

from __future__ import annotations

import re

from . import choices, media, security
from .aliases import aliases
from .answers import successes, unwrapping
from .arguments import Argument, signature
from .contract import Json, operations, target
from .fields import fields
from .keys import keys
from .notices import failures
from .operations import page, values
from .places import Refusal, Refusals, at
from .python_types import Types, references
from .quoting import literal, short, text
from .view import View

PATH = re.compile(r"/(?:[A-Za-z0-9._~!$&'()*+,;=:@%/-]|\{[^{}/?#\x00-\x1f]++\})*+")
TAKEN = frozenset({"cached_property", "walk", "walk_async"})  # what the modules call that operations and tags lie in
CLASSES = frozenset(
    {"Any", "AsDict", "Client", "Iterator", "Literal", "Mapping", "Result", "Sender", "Sequence", "Stream", "Unpack"}
)
KINDS = {"string": str, "integer": int, "number": int | float, "boolean": bool, "array": list, "object": dict}


def check_names(document: Json, refusals: Refusals) -> None:
    """Refuse operations, resources and schemas that can't be called in Python as they are called in the contract.

    Args:
        document: What `contract.load` answers.
        refusals: Where what is refused is kept.
    """
    ids: set[str] = set()
    types = Types(document["components"]["schemas"])
    for template in document["paths"]:
        if not PATH.fullmatch(template):
            what = (
                "a path begins with a slash, has what stands in URLs, and in braces the name of each of its parameters"
            )
            refusals.add(what, ("paths", template))
    for template, method, operation in operations(document):
        with refusals.at("paths", template, method):
            _names(operation)
            if (known := operation["operationId"]) in ids:
                raise Refusal(f"another operation is called {known}: write another id", ("operationId",))
            ids.add(known)
    for name in document["components"]["schemas"]:
        with refusals.at("components", "schemas", name):
            references(types, document["components"]["schemas"][name])
            types.resolve({"$ref": f"#/components/schemas/{name}"})


def _names(operation: Json) -> None:
    for place, name in (
        (("operationId",), operation["operationId"]),
        *((("tags",), each) for each in operation["tags"]),
    ):
        if name in TAKEN:
            raise Refusal(f"generated code has taken the name {name}: write another", place)


def check(view: View, refusals: Refusals) -> None:
    """Refuse what can't be Python: names, types, literals, texts, extensions.

    Args:
        view: A contract whose names are right.
        refusals: Where what is refused is kept.
    """
    with refusals.at("info"):
        text(view.title)
    for name in security.used(view.document):
        with refusals.at("components", "securitySchemes", name):
            found = view.document["components"]["securitySchemes"][name]
            security.scheme(target(view.document, found, "securitySchemes"))
    for number, tag in enumerate(view.document.get("tags") or []):
        with refusals.at("tags", number):
            text(tag.get("description"))
    for operation in view.operations.values():
        with refusals.at("paths", operation["path"], operation["method"].lower()):
            _check_operation(view, operation)
    if refusals:
        return
    for tag in view.tags:
        methods = view.methods(tag)
        names = [(each.name, each) for each in methods] + [(each.walk, each) for each in methods if each.walk]
        for twice in sorted({each for each, _ in names}):
            found = [method.operation for each, method in names if each == twice]
            if len(found) > 1:
                with refusals.at("paths", found[-1]["path"], found[-1]["method"].lower()):
                    what = f"the resource {tag} has two methods {twice}: write another operationId"
                    raise Refusal(what, ("operationId",))
    flat = {name for each in view.methods("client") for name in (each.name, each.walk)}
    for operation in view.operations.values():
        if operation["tags"][0] in flat:
            with refusals.at("paths", operation["path"], operation["method"].lower()):
                what = f"the client has a method {operation['tags'][0]} already: write another tag"
                raise Refusal(what, ("tags", 0))
    aliases(view.types, view.used, view.sent)  # each is made once, so that what can't be is refused
    for name in view.models:
        with refusals.at(*view.place(name)):
            _check_schema(view, name)


def _check_operation(view: View, operation: Json) -> None:
    for word in ("summary", "description"):
        with at(word):
            text(operation.get(word))
    failures(operation)
    with at("tags", 0):
        try:
            called = view.resource(operation["tags"][0])
        except ValueError:
            raise ValueError(f"no class can be called after the tag {operation['tags'][0]}: write another") from None
        if called in CLASSES and operation["tags"][0] != "client":
            raise ValueError(f"generated code has taken the name {called}: write another tag")
    also = operation.get("x-also", {})
    if not isinstance(also, dict) or not set(also) <= {*view.tags} - {*operation["tags"][:1]}:
        raise Refusal(f"{short(also)} is no x-also: write a mapping from other tags to names of methods", ("x-also",))
    _check_extensions(operation)
    arguments = view.arguments(operation)
    _check_positional(operation, arguments)
    for each in arguments:
        with at(*each.stands(operation)):
            text(each.about)
            if each.hidden and each.required and each.value is None:
                raise Refusal("nobody can give what is hidden: write the default that is sent, or take x-hidden out")
            if each.value is not None and not _fits(each):
                what = f"{each.wire} is no {each.kind} by default: write another default than {short(each.value)}"
                raise Refusal(what, ("default",) if each.place == "body" else ("schema", "default"))
    choices.check(operation)
    values(operation, arguments, view.types, view.answers), signature(arguments), view.forms(operation)
    for parser in view.parsers(operation):
        view.answers.parse(parser.operation)
    if "x-stream" in operation and not any(media.kind(each.media) == "events" for each in successes(operation)):
        what = (
            "x-stream reads a stream of events: write text/event-stream as the media type of the answer, or take it out"
        )
        raise Refusal(what, ("x-stream",))
    for each in operation["parameters"] if view.types.as_dicts else ():
        if each.get("x-page"):
            what = "x-page goes through pages that are objects, and here answers are dicts (x-answers): take it out"
            raise Refusal(what, ("parameters", f"{each['in']} {each['name']}", "x-page"))
    for method in view.methods(operation["tags"][0]):
        if method.operation is operation and method.walk:
            _check_page(view, operation, page(operation, arguments))


def _check_extensions(operation: Json) -> None:
    """Refuse extensions of an operation that mean nothing there."""
    found = successes(operation)
    if operation.get("x-redirects") and operation["method"] != "GET":
        raise Refusal(f"redirects of a {operation['method']} are not followed: take it out", ("x-redirects",))
    if operation.get("x-unwrap") and not operation.get("x-discard") and all(each.schema is None for each in found):
        raise Refusal("there is nothing in the answer to unwrap: take it out", unwrapping(operation))


def _check_page(view: View, operation: Json, first: Argument) -> None:
    """Refuse pages that don't say what they hold; what a page says wrongly is refused with its schema."""
    with at(*first.stands(operation)):
        if first.kind != "integer":
            raise Refusal("x-page is the number of a page: write type: integer in its schema", ("x-page",))
        if first.default == "None":
            raise Refusal("a walk begins at a number: write a default in its schema, or required: true", ("x-page",))
    found = view.types.resolve(successes(operation)[0].schema or {})
    if "x-items" not in found or "properties" not in found:
        with at(*first.stands(operation), "x-page"):
            view.answers.items(found)


def _check_positional(operation: Json, arguments: list[Argument]) -> None:
    known = [each.wire for each in arguments if not each.hidden]
    for number, name in enumerate(operation.get("x-positional", [])):
        if name not in known:
            what = f"{short(name)} is no argument: write {', '.join(map(short, known)) or 'none'}"
            raise Refusal(what, ("x-positional", number))


def _fits(argument: Argument) -> bool:
    kind = KINDS.get(argument.kind, object)
    return isinstance(argument.value, kind) and (kind is bool or not isinstance(argument.value, bool) or kind is object)


def _check_schema(view: View, name: str) -> None:
    schema = view.types.schemas[name]
    text(schema.get("description"))
    if name in view.sent or name in view.types.dicts:
        keys(view.types, name)
        if "x-items" in schema and name not in view.sent:
            view.answers.items(schema)
        return
    for each in fields(view.types, name):
        text(each.about), literal(each.absent)
    if "x-items" in schema:
        view.answers.items(schema), view.answers.pages(schema)
