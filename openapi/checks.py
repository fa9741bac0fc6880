"""What of a contract becomes Python, asked for once before anything is written, so that a refusal knows its place."""

from __future__ import annotations

import re

from arguments import Argument, body, signature
from contract import METHODS, Json, hidden
from fields import fields
from keys import keys
from names import python_name
from operations import page, values
from places import Refusal, at
from python_types import Types, references
from quoting import class_identifier, identifier, literal, short, text
from view import View

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # of RFC 9110, which names of headers and halves of media types are
MEDIA = re.compile(rf"{TOKEN.pattern}/{TOKEN.pattern}(; ?{TOKEN.pattern}=({TOKEN.pattern}|\"[ !#-~]*\"))*")
SERVER = re.compile(r"https?://[A-Za-z0-9._~:/%@\[\]-]+")
PATH = re.compile(r"/(?:[A-Za-z0-9._~!$&'()*+,;=:@%/-]|\{[A-Za-z_-][A-Za-z0-9_-]*\})*")
TAKEN = frozenset({"cached_property", "walk", "walk_async"})  # what the modules call that operations and tags lie in
CLASSES = frozenset(
    {"Any", "AsDict", "Client", "Iterator", "Mapping", "Result", "Sender", "Sequence", "Stream", "Unpack"}
)
KINDS = {"string": str, "integer": int, "number": int | float, "boolean": bool, "array": list, "object": dict}


def check_names(document: Json) -> None:
    """Refuse operations, resources and schemas that can't be called in Python as they are called in the contract.

    Args:
        document: What `contract.load` answers.

    Raises:
        Refusal: The place, and what to write.
    """
    ids: set[str] = set()
    types = Types(document["components"]["schemas"])
    for template, item in document["paths"].items():
        for method in METHODS:
            if method in item and not hidden(item[method]):
                with at("paths", template, method):
                    _names(item[method], template)
                    if item[method]["operationId"] in ids:
                        raise ValueError(f"another operation is called {item[method]['operationId']}: write another id")
                    ids.add(item[method]["operationId"])
    for name in document["components"]["schemas"]:
        with at("components", "schemas", name):
            class_identifier(name)
            references(types, document["components"]["schemas"][name])


def _names(operation: Json, template: str) -> None:
    if not isinstance(operation["tags"], list):
        raise ValueError("tags are a list of names")
    for each in (operation["operationId"], *operation["tags"]):
        identifier(each)
        if python_name(each) != each:
            raise ValueError(f"{each} is not in snake case: write {python_name(each)}")
    if taken := TAKEN.intersection([operation["operationId"], *operation["tags"]]):
        raise ValueError(f"generated code has taken the name {min(taken)}: write another")
    for each in operation["responses"]:
        if not re.fullmatch("[1-5](?:[0-9]{2}|XX)|default", each):
            raise ValueError(f"{short(each)} is no status of an answer: write one such as 200")
    places = {each["name"] for each in operation["parameters"] if each["in"] == "path"}
    if not PATH.fullmatch(template) or set(re.findall(r"\{([^{}]*)\}", template)) != places:
        raise ValueError(
            "a path begins with a slash, has what stands in URLs, and in braces the name of each of its parameters"
        )
    for each in operation["parameters"]:
        if each["in"] == "header" and not TOKEN.fullmatch(each["name"]):
            raise ValueError(f"{short(each['name'])} is no name of a header: write letters, digits and dashes")
    for each in operation["servers"]:
        if not SERVER.fullmatch(each["url"]):
            raise ValueError(f"{short(each['url'])} is no server: write https://HOST")


def check(view: View) -> None:
    """Refuse what can't be Python: names, types, literals, texts, extensions.

    Args:
        view: A contract whose names are right.

    Raises:
        Refusal: The place, and what to write.
    """
    with at("info"):
        text(view.title)
    for number, tag in enumerate(view.document.get("tags") or []):
        with at("tags", number):
            text(tag.get("description"))
    for operation in view.operations.values():
        with at("paths", operation["path"], operation["method"].lower()):
            _check_operation(view, operation)
    for tag in view.tags:
        names = [each.name for each in view.methods(tag)] + [each.walk for each in view.methods(tag) if each.walk]
        if twice := sorted({each for each in names if names.count(each) > 1}):
            raise Refusal(f"the resource {tag} has two methods {', '.join(twice)}: write another operationId")
    for name in sorted(view.used):
        if view.types.is_model(name):
            with at("components", "schemas", name):
                _check_schema(view, name)


def _check_operation(view: View, operation: Json) -> None:
    text(operation.get("summary")), text(operation.get("description"))
    if view.resource(operation["tags"][0]) in CLASSES and operation["tags"][0] != "client":
        raise ValueError(f"generated code has taken the name {view.resource(operation['tags'][0])}: write another tag")
    also = operation.get("x-also", {})
    if not isinstance(also, dict) or not set(also) <= set(view.tags):
        raise ValueError(f"{short(also)} is no x-also: write a mapping from other tags to names of methods")
    arguments = view.arguments(operation)
    for each in arguments:
        text(each.about)
        if each.value is not None and not _fits(each):
            raise ValueError(
                f"{each.wire} is no {each.kind} by default: write another default than {short(each.value)}"
            )
    types = [view.answers.accept(operation), *([body(operation)[0]] if operation.get("requestBody") else [])]
    for media in types:
        if not MEDIA.fullmatch(media):
            raise ValueError(f"{short(media)} is no media type: write one such as application/json")
    values(operation, arguments, view.answers.accept(operation)), signature(arguments)
    view.answers.returns(operation), view.answers.parse(operation)
    for method in view.methods(operation["tags"][0]):
        if method.operation is operation and method.walk:
            page(operation, arguments), view.answers.item(operation)


def _fits(argument: Argument) -> bool:
    kind = KINDS.get(argument.kind, object)
    return isinstance(argument.value, kind) and (kind is bool or not isinstance(argument.value, bool) or kind is object)


def _check_schema(view: View, name: str) -> None:
    schema = view.types.schemas[name]
    text(schema.get("description"))
    if name in view.sent:
        keys(view.types, name)
        return
    for each in fields(view.types, name):
        text(each.about), literal(each.absent)
    if "x-items" in schema:
        view.answers.items(schema), view.answers.pages(schema)
