"""Documents of chance: a grammar of OpenAPI with a seed, which has what contracts of this field use."""

from __future__ import annotations

import random
from typing import Any

from .chance_contents import Contents
from .chance_schemas import FAMILY, JSON_VALUE, Schemas

Json = dict[str, Any]
METHODS = ("get", "post", "put", "patch", "delete", "head")
DEPTHS = (0, 0, 1, 2)
NAMES = ("Thing", "order", "user.profile", "Page_of_things", "URLEntry", "x2", "list", "Model")
HOST = "https://chance.example"
SERVERS: tuple[tuple[Json, str], ...] = (  # and what a client makes of each
    ({"url": HOST}, HOST),
    ({"url": f"{HOST}/api/v3/"}, f"{HOST}/api/v3"),
    ({"url": "https://{region}.example/{v}", "variables": {
        "region": {"default": "eu", "enum": ["eu", "us"]}, "v": {"default": "v2"}}}, "https://eu.example/v2"),
)  # fmt: skip
SCHEMES: Json = {
    "token": {"type": "http", "scheme": "bearer"}, "user": {"type": "http", "scheme": "Basic"},
    "X key": {"type": "apiKey", "in": "header", "name": "X-Key"}, "q": {"type": "apiKey", "in": "query", "name": "api key"},
    "crumb": {"type": "apiKey", "in": "cookie", "name": "crumb"},
    "grant": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": f"{HOST}/token", "scopes": {}}}},
}  # fmt: skip
ACCEPTED: tuple[list[Json], ...] = (
    [{"token": []}], [{"user": []}], [{"X key": []}], [{"q": []}], [{"crumb": []}], [{"grant": []}], [],
    [{"X key": [], "q": []}], [{"crumb": []}, {"token": []}], [{}, {"user": []}],
)  # fmt: skip


class Grammar:
    """Makes one document.

    Args:
        chance: Where all choices come from.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names = chance.sample(NAMES, chance.randint(1, 4))
        self._schemas = Schemas(chance, self._names)
        self._some = self._schemas.some
        self._shared: Json = {"parameters": {}, "requestBodies": {}, "responses": {}}

    def document(self) -> Json:
        """A document that is right, as far as names that become one let it be."""
        schemas = {name: self._schemas.object(self._chance.choice(DEPTHS)) for name in self._names}
        for name in self._names[1:]:
            if self._some(0.3):
                schemas[name] = self._schemas.composed(name, schemas)
        paths = {}
        for number in range(self._chance.randint(1, 2)):
            path, item = self._path(number)
            paths[path] = item
        known = str([schemas, paths, self._shared])
        more = (FAMILY if any(each in known for each in FAMILY) else {}) | (JSON_VALUE if "JsonValue" in known else {})
        components: Json = {"schemas": schemas | more, "securitySchemes": SCHEMES}
        return {
            "openapi": "3.1.0", "info": {"title": "Chance", "version": "1"}, "servers": [self._server()],
            "security": self._chance.choice(ACCEPTED), "paths": paths,
            "components": components | {kind: each for kind, each in self._shared.items() if each},
        }  # fmt: skip

    def _server(self) -> Json:
        return self._chance.choice(SERVERS)[0]

    def _path(self, number: int) -> tuple[str, Json]:
        path, parameters, above = f"/things{number}", list[Json](), list[Json]()
        contents = Contents(self._chance, self._schemas)
        if self._some(0.4):
            path += self._chance.choice(("/{thingId}", "/{thingId}/more", "/x-{thingId}.json"))
            (above if self._some(0.3) else parameters).append(contents.of_path("thingId"))
        if self._some(0.1):
            path += "/{from}-{to}"
            pair = [
                {"name": name, "in": "path", "required": True, "schema": {"type": "integer"}} for name in ("from", "to")
            ]
            parameters += pair
        # One of another place has the same name in Python, so that what stands in the path goes first.
        names = ("q", "page[size]", "sort-by", "X", "$top")
        for name in self._chance.sample(names, self._chance.randint(0, 3)):
            parameters.append({"name": name, "in": "query"} | contents.of_query())
        if self._some(0.3):
            parameters.append({"name": "X-Trace-Id", "in": "header"} | contents.of_header())
        if self._some(0.2):
            parameters.append({"name": "sid", "in": "cookie"} | contents.of_cookie())
        method = self._chance.choice(METHODS)
        operation: Json = {
            "operationId": f"do it {number}", "tags": [self._chance.choice(("things", "my-things", "Client Data"))],
            "parameters": [self._share("parameters", f"p{number}{at}", each) for at, each in enumerate(parameters)],
            "responses": {status: self._share("responses", f"r{number}{status}", each)
                          for status, each in contents.answers().items()},
        }  # fmt: skip
        if method in ("post", "put", "patch"):
            body: Json = {"content": contents.body()} | ({"required": True} if self._some(0.8) else {})
            operation["requestBody"] = self._share("requestBodies", f"b{number}", body)
        operation |= {"servers": [self._server()]} if self._some(0.2) else {}
        operation |= {"security": self._chance.choice(ACCEPTED)} if self._some(0.5) else {}
        operation |= {"deprecated": True, "description": "Old."} if self._some(0.1) else {}
        return path, {method: operation} | ({"parameters": above} if above else {})

    def _share(self, kind: str, name: str, given: Json) -> Json:
        """What is given, or a reference to it in the components."""
        if not self._some(0.15):
            return given
        self._shared[kind][name] = given
        return {"$ref": f"#/components/{kind}/{name}"}


def deref(document: Json, node: Json) -> Json:
    """What a reference leads to; what is none as it is."""
    while "$ref" in node:
        _, section, name = node["$ref"].removeprefix("#/").split("/")
        node = document["components"][section][name]
    return node


def older(node: Any) -> Any:
    """A document as OpenAPI 3.0 says it."""
    if isinstance(node, list):
        return [older(each) for each in node]
    if not isinstance(node, dict):
        return node
    found = {key: older(each) for key, each in node.items()}
    if "const" in found and not isinstance(found["const"], dict):
        found["enum"] = [found.pop("const")]
    null = {"type": "null"}
    if isinstance(found.get("type"), list):
        found |= {"type": found["type"][0], "nullable": True}
    if isinstance(found.get("anyOf"), list) and null in found["anyOf"]:
        kinds = [each for each in found.pop("anyOf") if each != null]
        found |= {"allOf" if len(kinds) == 1 else "anyOf": kinds, "nullable": True}
    return found | {"openapi": "3.0.3"} if "openapi" in found else found
