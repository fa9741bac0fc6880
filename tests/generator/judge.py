"""What a server makes of a request by the document alone: each part decoded as OpenAPI says, and judged by JSON Schema."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from copy import deepcopy
from typing import Any
from urllib.parse import parse_qsl, unquote, unquote_plus

from jsonschema import Draft202012Validator

from .chance import Json, deref
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
    """What is wrong with a value by a schema of the document. What fits several kinds of a union is no fault of the client's."""
    root = {"allOf": [schema], "components": document["components"]}
    loose = json.loads(json.dumps(root).replace('"oneOf"', '"anyOf"'))
    return [each.message for each in Draft202012Validator(loose).iter_errors(value)]


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
        return None if text is None else _simple(text, about["schema"], about.get("explode") is True)
    if where == "cookie":
        found = dict(each.split("=", 1) for each in sent.headers.get("cookie", "").split("; ") if each)
        return _simple(found[name], about["schema"], False) if name in found else None
    if where == "path":
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+?)", re.escape(template))
        met = re.fullmatch(f".*{pattern}", path)  # a server's own path may stand before it
        assert met is not None, (template, path)
        return _in_path(met[name], about)
    pairs = [each.partition("=") for each in query.split("&") if each]
    if "content" in about:
        return next((json.loads(unquote_plus(value)) for key, _, value in pairs if unquote(key) == name), None)
    schema = about["schema"]
    if schema.get("type") == "object":
        return _object_of_query(about, [(unquote(key), value) for key, _, value in pairs])
    values = [value for key, _, value in pairs if unquote(key) == name]
    if schema.get("type") != "array":
        assert len(values) < 2
        return decoded(unquote(values[0]), schema) if values else None
    if about.get("explode") is False:
        values = values[0].split(BETWEEN.get(about.get("style", ""), ",")) if values else []
    return [decoded(unquote(value), schema["items"]) for value in values] or None


def _object_of_query(about: Json, pairs: list[tuple[str, str]]) -> Any:
    fields, name = about["schema"]["properties"], about["name"]
    if about.get("explode") is False:
        values = [value for key, value in pairs if key == name]
        parts = values[0].split(BETWEEN.get(about.get("style", ""), ",")) if values else []
        return {unquote(key): decoded(unquote(value), fields[unquote(key)])
                for key, value in zip(parts[::2], parts[1::2], strict=True)} or None  # fmt: skip
    names = {f"{name}[{key}]" if about.get("style") == "deepObject" else key: key for key in fields}
    return {names[key]: decoded(unquote(value), fields[names[key]]) for key, value in pairs if key in names} or None


def _in_path(text: str, about: Json) -> Any:
    style, explode, name = about.get("style", "simple"), about.get("explode") is True, about["name"]
    if style == "simple":
        return _simple(text, about["schema"], explode)
    first = {"label": ".", "matrix": ";"}[style]
    assert text.startswith(first), text
    kind, text = about["schema"].get("type"), text[1:]
    if style == "label":
        return _simple(text, about["schema"], explode, "." if explode else ",")
    if not explode or kind not in ("array", "object"):
        assert text.startswith(f"{name}="), text
        return _simple(text.removeprefix(f"{name}="), about["schema"], False)
    if kind == "object":
        return _simple(text, about["schema"], True, ";")
    assert all(each.startswith(f"{name}=") for each in text.split(";")), text
    return _simple(text.replace(f"{name}=", ""), about["schema"], True, ";")


def _simple(text: str, schema: Json, explode: bool, between: str = ",") -> Any:
    """What stands without a name, between commas where it is several; `%` is one wherever it is no code."""
    kind, parts = schema.get("type"), text.split(between) if text else []
    if kind == "array":
        return [decoded(unquote(each), schema["items"]) for each in parts]
    if kind != "object":
        return decoded(unquote(text), schema)
    if explode:
        parts = [part for each in parts for part in each.split("=", 1)]
    fields = schema["properties"]
    return {key: decoded(unquote(value), fields[key]) for key, value in zip(parts[::2], parts[1::2], strict=True)}


def accepted(document: Json, about: Json, sent: Sent) -> bool:
    """Whether a request shows what one of the alternatives asks for, and nothing else; `KEY` is every secret."""
    authorization = sent.headers.get("authorization")
    basic = "Basic " + b64encode(b"me:KEY").decode()
    shown = {
        "bearer": authorization == "Bearer KEY", "user": authorization == basic, "X key": sent.headers.get("x-key") == "KEY",
        "q": "api%20key=KEY" in sent.target, "crumb": "crumb=KEY" in sent.headers.get("cookie", "").split("; "),
    }  # fmt: skip
    alike = {"token": "bearer", "grant": "bearer"}
    asked = [{alike.get(name, name) for name in each} for each in about.get("security", document["security"]) or [{}]]
    return {name for name, each in shown.items() if each} in asked


def body(document: Json, content: Json, sent: Sent) -> Any:
    """What was sent as a body of JSON, a form, parts, a text or bytes."""
    media = sent.headers["content-type"]
    media = media if media in content else media.partition(";")[0]
    assert media in content, media
    fields = content[media]["schema"].get("properties", {})
    if media.partition(";")[0].endswith("json"):
        return json.loads(sent.body)
    if media == "application/x-www-form-urlencoded":
        encoding = content[media].get("encoding", {})
        pairs = parse_qsl(sent.body.decode(), True, True)
        return {
            key: value for key, each in fields.items() if (value := _of_form(key, each, encoding, pairs)) is not None
        }
    if media == "multipart/form-data":
        found: Json = {}
        for part in sent.seen("parts"):
            key, text = part["name"], part["body"].encode("latin-1").decode()
            schema = deref(document, fields[key])
            if schema.get("type") == "array":
                found.setdefault(key, []).append(text)
            else:
                found[key] = json.loads(text) if part.get("type") == "application/json" else decoded(text, schema)
            wanted = content[media].get("encoding", {}).get(key, {}).get("contentType")
            assert wanted is None or part["type"] == wanted, part
        return found
    return sent.body.decode()


def _of_form(key: str, schema: Json, encoding: Json, pairs: list[tuple[str, str]]) -> Any:
    values = [value for name, value in pairs if name == key]
    if schema["type"] == "array":
        values = values[0].split(",") if key in encoding and values else values
        return [decoded(each, schema["items"]) for each in values] or None
    if schema["type"] == "object":
        fields = schema["properties"]
        return {
            name: decoded(value, fields[name]) for at, value in pairs for name in fields if at == f"{key}[{name}]"
        } or None
    return decoded(values[0], schema) if values else None
