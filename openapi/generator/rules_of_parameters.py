"""What OpenAPI says of parameters beyond their words: where each may stand, and how its value can be written there."""

from __future__ import annotations

import re
from typing import Any

from .places import Place, Refusals
from .quoting import short
from .reading import Json
from .rules_of_schemas import SchemaRules
from .words import named

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # of RFC 9110, which names of headers and halves of media types are
PLACES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
LISTS = ("spaceDelimited", "pipeDelimited")  # styles of nothing else
OURS = frozenset({"connection", "content-length", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade",
                  "user-agent"})  # fmt: skip
IGNORED = frozenset({"accept", "authorization", "content-type"})  # as names of header parameters, says OpenAPI
JSON = re.compile(r"application/([a-z0-9.+-]+\+)?json", re.IGNORECASE)


class ParameterRules:
    """Looks at the parameters of a document.

    Args:
        document: A document whose words are right.
        refusals: Where what is refused is kept.
        schemas: What is said of their schemas.
    """

    def __init__(self, document: Json, refusals: Refusals, schemas: SchemaRules) -> None:
        self._document, self._refusals, self._schemas = document, refusals, schemas

    def all(self, parameters: list[Json], place: Place) -> list[tuple[str, str]]:
        """Check some that stand together; answers name and place of each."""
        found: list[tuple[str, str]] = []
        for number, given in enumerate(parameters):
            each = self._there(given, "parameters")
            if "$ref" not in given:
                self.check(each, (*place, number))
            where, name = each.get("in", ""), each.get("name", "")
            if (name.lower() if where == "header" else name, where) in found:
                self._refuse(f"another parameter of {where} is called {short(name)}: write it once", *place, number)
            found.append((name.lower() if where == "header" else name, where))
        return found

    def check(self, parameter: Json, place: Place) -> None:
        """Check one."""
        if "$ref" in parameter:
            return
        self._schemas.python(parameter, place)
        where, name = parameter["in"], parameter["name"]
        if where not in PLACES:
            self._refuse(f"{short(where)} is no place of a parameter: write {', '.join(PLACES)}", *place, "in")
            self._schemas.check(parameter.get("schema"), (*place, "schema"))
            return
        if where == "path" and parameter.get("required") is not True:
            self._refuse("a parameter of the path is required: write required: true", *place)
        if where == "header" and not TOKEN.fullmatch(name):
            self._refuse(f"{short(name)} is no name of a header: write letters, digits and dashes", *place, "name")
        if where == "header" and name.lower() in IGNORED and not parameter.get("x-hidden"):
            self._refuse(f"OpenAPI heeds no parameter {name}: write security, or content, instead", *place, "name")
        if where == "header" and name.lower() in OURS:
            self._refuse(f"the client writes {name} itself: take the parameter out", *place, "name")
        if where == "cookie" and not TOKEN.fullmatch(name):
            self._refuse(f"{short(name)} is no name of a cookie: write letters, digits and dashes", *place, "name")
        if ("schema" in parameter) == ("content" in parameter):
            self._refuse("a parameter has either a schema or content: write one of them", *place)
        if "x-page" in parameter and where not in ("query", "header"):
            self._refuse("x-page is for a parameter of the query, which callers give by name", *place, "x-page")
        if parameter.get("x-spread") and (where != "query" or parameter.get("schema", {}).get("type") != "object"):
            self._refuse(
                "x-spread is for an object of the query, whose fields callers give by name", *place, "x-spread"
            )
        if parameter.get("allowReserved"):
            self._refuse("reserved characters are always encoded: take allowReserved out", *place, "allowReserved")
        self._content(parameter, place)
        if "schema" in parameter:
            self._schemas.check(parameter["schema"], (*place, "schema"))
            self._style(parameter, where, place)

    def keys(self, item: Json, operation: Json, known: set[tuple[str, str]], place: Place) -> None:
        """Refuse a parameter that is the key of a security scheme as well, which would be sent twice.

        Args:
            item: The operation's path.
            operation: The operation.
            known: Name and place of each of its parameters, as `all` answers them.
            place: Where it stands.
        """
        schemes = self._document.get("components", {}).get("securitySchemes", {})
        holder = operation if "security" in operation else self._document
        requirements: list[Json] = holder.get("security", [])
        for name in dict.fromkeys(name for each in requirements for name in each):
            scheme = self._there(schemes.get(name, {}), "securitySchemes")
            where, key = scheme.get("in", ""), scheme.get("name", "")
            if scheme.get("type") == "apiKey" and (key.lower() if where == "header" else key, where) in known:
                given = [
                    self._there(each, "parameters") for part in (item, operation) for each in part.get("parameters", [])
                ]
                written = [
                    each["name"] for each in given if each["in"] == where and each["name"].lower() == key.lower()
                ]
                what = f"this is what the securityScheme {short(name)} sends: take the parameter, or the scheme, out"
                self._refuse(what, *place, "parameters", f"{where} {written[-1]}")

    def _refuse(self, problem: str, *place: str | int) -> None:
        self._refusals.add(problem, place)

    def _content(self, parameter: Json, place: Place) -> None:
        content = parameter.get("content", {})
        if "content" in parameter and len(content) != 1:
            self._refuse("the content of a parameter has one media type: write one", *place, "content")
        for media, each in content.items():
            if not JSON.fullmatch(media):
                what = f"a parameter is written as JSON, or in a style, but not as {short(media)}"
                self._refuse(f"{what}: write application/json, or a schema", *place, "content", media)
            self._schemas.check(each.get("schema"), (*place, "content", media, "schema"))

    def _style(self, parameter: Json, where: str, place: Place) -> None:
        style = parameter.get("style", PLACES[where][0])
        if style not in PLACES[where]:
            self._refuse(f"{short(style)} is no style in {where}: write {' or '.join(PLACES[where])}", *place, "style")
            return
        schema = self._meant(parameter["schema"])
        kinds = self._kinds(schema)
        if style in LISTS and kinds and not kinds & {"array", "object"}:
            self._refuse(f"{style} is a style of lists: take it out, or write type: array", *place, "style")
        if style in LISTS and parameter.get("explode") is True:
            self._refuse(f"OpenAPI says nothing of {style} that is exploded: write explode: false", *place, "explode")
        if style == "deepObject" and kinds and "object" not in kinds:
            self._refuse("deepObject is a style of objects: take it out, or write type: object", *place, "style")
        if where == "cookie" and kinds & {"array", "object"} and parameter.get("explode") is not False:
            self._refuse("a cookie has one value: write explode: false", *place)
        inside = [schema.get("items", {})] if "array" in kinds else []
        if style != "deepObject":
            inside += [*schema.get("properties", {}).values(), schema.get("additionalProperties", {})]
        for each in inside:
            if self._kinds(self._meant(each)) & {"array", "object"}:
                what = f"lists and objects within a value can't be written in this way in a {where}"
                self._refuse(f"{what}: write content: {{application/json: {{schema: …}}}}", *place, "schema")
                return

    def _meant(self, schema: Any) -> Json:
        return self._there(schema, "schemas") if isinstance(schema, dict) else {}

    def _kinds(self, schema: Json) -> set[str]:
        given = schema.get("type", ["object"] if "properties" in schema else [])
        return {given} if isinstance(given, str) else set(given)

    def _there(self, node: Json, section: str) -> Json:
        """What a reference stands for; such as loop are refused where they are resolved."""
        met: list[str] = []
        while "$ref" in node and node["$ref"] not in met:
            met.append(node["$ref"])
            there = self._document.get("components", {}).get(section, {}).get(named(node["$ref"], section), {})
            node = there if isinstance(there, dict) else {}
        return node
