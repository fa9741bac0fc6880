"""What a server makes of a request by the document alone: each part decoded as OpenAPI says, and judged by JSON Schema."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import Any
from urllib.parse import parse_qsl, unquote, unquote_plus

from jsonschema import Draft202012Validator

from .chance import Json
from .echo import Sent

BETWEEN = {"pipeDelimited": "%7C", "spaceDelimited": "%20"}


def seen_from(document: Json, skipped: str) -> Json:
    """The document without the fields that go the other way."""
    found = deepcopy(document)
    _without(found, skipped)
    return found


def _without(node: Any, skipped: str) -> None:
    if isinstance(node, dict) and isinstance(node.get("properties"), dict):
        gone = [
            name for name, each in node["properties"].items() if isinstance(each, dict) and each.get(skipped) is True
        ]
        for name in gone:
            del node["properties"][name]
        if "required" in node:
            node["required"] = [each for each in node["required"] if each not in gone]
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _without(each, skipped)


def faults(document: Json, schema: Any, value: Any) -> list[str]:
    """What is wrong with a value by a schema of the document."""
    root = {"allOf": [schema], "components": document["components"]}
    return [each.message for each in Draft202012Validator(root).iter_errors(value)]


def decoded(text: str, schema: Json) -> Any:
    """A scalar of a path, a query, a header or a form."""
    given = schema.get("type")
    for kind, make in (("boolean", {"true": True, "false": False}.__getitem__), ("integer", int), ("number", float)):
        if given == kind:
            return make(text)
    return text


def parameter(about: Json, template: str, sent: Sent) -> Any:
    """What was sent for a parameter; None where nothing was."""
    name, where = about["name"], about["in"]
    path, _, query = sent.target.partition("?")
    if where == "header":
        text = sent.headers.get(name.lower())
        return None if text is None else decoded(text, about["schema"])
    if where == "cookie":
        found = dict(each.split("=", 1) for each in sent.headers.get("cookie", "").split("; ") if each)
        return decoded(unquote(found[name]), about["schema"]) if name in found else None
    if where == "path":
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(template))
        met = re.fullmatch(pattern, path)
        assert met is not None, (template, path)
        return decoded(unquote(met[name]), about["schema"])
    pairs = [each.partition("=") for each in query.split("&") if each]
    if "content" in about:
        return next((json.loads(unquote_plus(value)) for key, _, value in pairs if unquote(key) == name), None)
    schema = about["schema"]
    if schema.get("type") == "object":
        return {key: decoded(unquote(value), schema["properties"][key]) for whole, _, value in pairs
                if (key := unquote(whole).removeprefix(f"{name}[").removesuffix("]")) in schema["properties"]
                and unquote(whole) == f"{name}[{key}]"} or None  # fmt: skip
    values = [value for key, _, value in pairs if unquote(key) == name]
    if schema.get("type") != "array":
        assert len(values) < 2
        return decoded(unquote(values[0]), schema) if values else None
    if about.get("explode") is False:
        values = values[0].split(BETWEEN.get(about.get("style", ""), ",")) if values else []
    return [decoded(unquote(value), schema["items"]) for value in values] or None


def body(content: Json, sent: Sent) -> Any:
    """What was sent as a body of JSON, a form, parts or bytes."""
    media = sent.headers["content-type"].partition(";")[0]
    assert media in content, media
    fields = content[media]["schema"].get("properties", {})
    if media.endswith("json"):
        return json.loads(sent.body)
    if media == "application/x-www-form-urlencoded":
        return {key: decoded(value, fields[key]) for key, value in parse_qsl(sent.body.decode(), True, True)}
    if media == "multipart/form-data":
        parts = {each["name"]: each["body"].encode("latin-1").decode() for each in sent.seen("parts")}
        return {key: decoded(value, fields[key]) for key, value in parts.items()}
    return sent.body.decode()
