"""What OpenAPI says of words that are right each by itself, and whose combination may yet mean nothing."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from grammar import METHODS
from places import Place, Refusal, Refusals
from quoting import short
from reading import Json

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # of RFC 9110, which names of headers and halves of media types are
MEDIA = re.compile(rf"{TOKEN.pattern}/{TOKEN.pattern}(; ?{TOKEN.pattern}=({TOKEN.pattern}|\"[ !#-~]*\"))*")
SERVER = re.compile(r"(https?://[A-Za-z0-9._~:%@\[\]-]+)?(/[A-Za-z0-9._~:/%@-]*)?")
STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")
PLACES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
IGNORED = frozenset({"accept", "authorization", "content-type"})  # as names of header parameters, says OpenAPI
TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
SCHEMES = ("apiKey", "http", "oauth2", "openIdConnect")


class Rules:
    """Looks at the combinations of words in a document.

    Args:
        document: A document whose words are right.
        refusals: Where what is refused is kept.
    """

    def __init__(self, document: Json, refusals: Refusals) -> None:
        self._document, self._refusals = document, refusals

    def check(self) -> None:
        """Refuse each combination that means nothing, or two things."""
        document = self._document
        if not document.get("servers") and not self._own_servers():
            self._refusals.add("the document has no servers: write servers: [{url: https://HOST}]", ())
        self._servers(document.get("servers", []), ("servers",))
        for template, item in document["paths"].items():
            if not template.startswith("x-"):
                self._path(template, item, ("paths", template))
        components = document.get("components", {})
        for name, each in components.get("schemas", {}).items():
            self._schema(each, ("components", "schemas", name))
        for name, each in components.get("parameters", {}).items():
            self._parameter(each, ("components", "parameters", name))
        for section in ("requestBodies", "responses"):
            for name, each in components.get(section, {}).items():
                self._content(each, ("components", section, name))
        for name, each in components.get("securitySchemes", {}).items():
            self._scheme(each, ("components", "securitySchemes", name))
        self._requirements(document.get("security", []), ("security",))

    def _own_servers(self) -> bool:
        items = [each for name, each in self._document["paths"].items() if not name.startswith("x-")]
        return all(
            item.get("servers") or all(item[method].get("servers") for method in METHODS if method in item)
            for item in items
        ) and bool(items)

    def _refuse(self, problem: str, *place: str | int) -> None:
        self._refusals.add(problem, place)

    def _servers(self, servers: list[Json], place: Place) -> None:
        for number, server in enumerate(servers):
            url, variables = server["url"], server.get("variables", {})
            for name in re.findall(r"\{([^{}]*)\}", url):
                if name not in variables:
                    self._refuse(f"the variable {short(name)} is not declared: write it in variables, with a default",
                                 *place, number, "url")  # fmt: skip
                url = url.replace(f"{{{name}}}", str(variables.get(name, {}).get("default", "x")))
            for name, variable in variables.items():
                if f"{{{name}}}" not in server["url"]:
                    self._refuse(f"the address has no {{{name}}}: write it there, or take the variable out",
                                 *place, number, "variables", name)  # fmt: skip
                if "enum" in variable and variable["default"] not in variable["enum"]:
                    self._refuse(f"{short(variable['default'])} is none of its values: write one of them",
                                 *place, number, "variables", name, "default")  # fmt: skip
            if not url or not SERVER.fullmatch(url):
                self._refuse(f"{short(server['url'])} is no server: write https://HOST", *place, number, "url")

    def _path(self, template: str, item: Json, place: Place) -> None:
        self._servers(item.get("servers", []), (*place, "servers"))
        shared = self._parameters(item.get("parameters", []), (*place, "parameters"))
        for method in METHODS:
            if method not in item:
                continue
            operation, there = item[method], (*place, method)
            own = self._parameters(operation.get("parameters", []), (*there, "parameters"))
            self._in_path(template, {name for name, where in {*shared, *own} if where == "path"}, there)
            if "requestBody" in operation:
                self._content(operation["requestBody"], (*there, "requestBody"))
                if method in ("get", "head", "trace"):
                    self._refuse(f"{method.upper()} has no body: take the requestBody out, or write post",
                                 *there, "requestBody")  # fmt: skip
            for status, answer in operation["responses"].items():
                if not STATUS.fullmatch(status) and not status.startswith("x-"):
                    self._refuse(
                        f"{short(status)} is no status of an answer: write one such as 200", *there, "responses", status
                    )
                self._content(answer, (*there, "responses", status))
            self._requirements(operation.get("security", []), (*there, "security"))
            self._servers(operation.get("servers", []), (*there, "servers"))

    def _in_path(self, template: str, names: set[str], place: Place) -> None:
        found = re.findall(r"\{([^{}]*)\}", template)
        for name in sorted({each for each in found if found.count(each) > 1}):
            self._refuse(f"{{{name}}} stands twice in the path: give each a name of its own", *place)
        for name in dict.fromkeys(found):
            if name not in names:
                self._refuse(f"the path has {{{name}}}, which is no parameter: write one with in: path", *place)
        for name in sorted(names - set(found)):
            self._refuse(f"the path lacks {{{name}}}, which is a parameter of it: write it in braces", *place)

    def _parameters(self, parameters: list[Json], place: Place) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for number, given in enumerate(parameters):
            each = self._there(given, "parameters")
            if "$ref" not in given:
                self._parameter(each, (*place, number))
            if (each.get("name"), each.get("in")) in found:
                self._refuse(
                    f"another parameter of {each['in']} is called {short(each['name'])}: write it once", *place, number
                )
            found.append((each.get("name", ""), each.get("in", "")))
        return found

    def _there(self, node: Json, section: str) -> Json:
        """What a reference stands for; such as loop are refused where they are resolved."""
        met: list[str] = []
        while "$ref" in node and node["$ref"] not in met:
            met.append(node["$ref"])
            name = unquote(node["$ref"].rpartition("/")[2]).replace("~1", "/").replace("~0", "~")
            node = self._document.get("components", {}).get(section, {}).get(name, {})
        return node

    def _parameter(self, parameter: Json, place: Place) -> None:
        if "$ref" in parameter:
            return
        where, name = parameter["in"], parameter["name"]
        if where not in PLACES:
            self._refuse(f"{short(where)} is no place of a parameter: write {', '.join(PLACES)}", *place, "in")
            return
        if where == "path" and parameter.get("required") is not True:
            self._refuse("a parameter of the path is required: write required: true", *place)
        if where == "header" and not TOKEN.fullmatch(name):
            self._refuse(f"{short(name)} is no name of a header: write letters, digits and dashes", *place, "name")
        if where == "header" and name.lower() in IGNORED and not parameter.get("x-hidden"):
            self._refuse(f"OpenAPI heeds no parameter {name}: write security, or content, instead", *place, "name")
        if where == "cookie" and not TOKEN.fullmatch(name):
            self._refuse(f"{short(name)} is no name of a cookie: write letters, digits and dashes", *place, "name")
        if ("schema" in parameter) == ("content" in parameter):
            self._refuse("a parameter has either a schema or content: write one of them", *place)
        if (style := parameter.get("style")) is not None and style not in PLACES[where]:
            self._refuse(f"{short(style)} is no style in {where}: write {' or '.join(PLACES[where])}", *place, "style")
        if "x-page" in parameter and where not in ("query", "header"):
            self._refuse("x-page is for a parameter of the query, which callers give by name", *place, "x-page")
        if len(parameter.get("content", {"": {}})) != 1:
            self._refuse("the content of a parameter has one media type: write one", *place, "content")
        self._content(parameter, place)
        self._schema(parameter.get("schema", {}), (*place, "schema"))

    def _content(self, holder: Json, place: Place) -> None:
        for media, each in holder.get("content", {}).items():
            if not MEDIA.fullmatch(media) and "*" not in media:
                self._refuse(
                    f"{short(media)} is no media type: write one such as application/json", *place, "content", media
                )
            if "schema" in each:
                self._schema(each["schema"], (*place, "content", media, "schema"))

    def _requirements(self, requirements: list[Json], place: Place) -> None:
        for number, each in enumerate(requirements):
            for name in each:
                scheme = self._there({"$ref": f"/{name.replace('~', '~0').replace('/', '~1')}"}, "securitySchemes")
                if scheme.get("type") not in (None, *SCHEMES):
                    what = f"{short(name)} is of {short(scheme['type'])}, which no request can carry"
                    self._refuse(f"{what}: write one of {', '.join(SCHEMES)}", *place, number, name)

    def _scheme(self, scheme: Json, place: Place) -> None:
        kind = scheme.get("type")
        if kind == "apiKey":
            if scheme.get("in") not in ("header", "query", "cookie") or not scheme.get("name"):
                self._refuse("an apiKey says where it goes: write name, and in: header, query or cookie", *place)
            elif scheme["in"] != "query" and not TOKEN.fullmatch(scheme["name"]):
                self._refuse(f"{short(scheme['name'])} is no name of a {scheme['in']}: write letters, digits and dashes",
                             *place, "name")  # fmt: skip
        elif kind == "http" and str(scheme.get("scheme", "")).lower() not in ("basic", "bearer"):
            self._refuse(
                f"{short(scheme.get('scheme'))} is no scheme that is known here: write basic or bearer", *place
            )
        elif kind not in (*SCHEMES, "mutualTLS") and "$ref" not in scheme:
            self._refuse(
                f"{short(kind)} is no type of a securityScheme: write one of {', '.join(SCHEMES)}", *place, "type"
            )

    def _schema(self, schema: Any, place: Place) -> None:
        if not isinstance(schema, dict):
            return
        with self._refusals.at(*place):
            given = schema.get("type", [])
            for each in [given] if isinstance(given, str) else given:
                if each not in TYPES:
                    raise Refusal(f"{short(each)} is no type: write {', '.join(TYPES[:-1])} or null", ("type",))
            if "x-items" in schema and "properties" not in schema:
                raise Refusal("x-items is for an object with fields: write it beside properties", ("x-items",))
            if "x-pages" in schema and "x-items" not in schema:
                raise Refusal("x-pages is for a page: write x-items beside it", ("x-pages",))
        for word in ("properties",):
            for name, each in schema.get(word, {}).items():
                self._schema(each, (*place, word, name))
        for word in ("anyOf", "oneOf", "allOf"):
            if word in schema and not schema[word]:
                self._refuse(f"{word} is empty: write what it is made of", *place, word)
            for number, each in enumerate(schema.get(word, [])):
                self._schema(each, (*place, word, number))
        for word in ("items", "additionalProperties"):
            self._schema(schema.get(word), (*place, word))
