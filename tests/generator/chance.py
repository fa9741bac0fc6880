"""Documents of chance: a grammar of OpenAPI with a seed, what a client is called with, and the faults that are put in."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

Json = dict[str, Any]
NAMES = ("Thing", "order", "user.profile", "Page_of_things", "URLEntry", "x2", "list", "Model")
FIELDS = (
    "id", "userId", "created-at", "class", "list", "str", "a.b", "self", "models", "keys", "datetime", "from", "$type", "value",
    "with blanks", "data", "date", "request", "property",
)  # fmt: skip
TEXTS = ("a", "b c", "ü", "x,y", "1|2", "a&b=c", "~", "%41", "'; x", "=", "+", "/", "?#", "true", "1", "null")
PLAIN = ("a", "bc", "x-1", "0", "true")  # what can stand in headers and between delimiters
FORMATS = {"date-time": "2026-03-01T00:00:00Z", "uuid": "6a1f4c1e-6f0e-4e0f-9a5e-0d6f6a1f4c1e"}
TYPES = ("string", "integer", "number", "boolean")


JSON_VALUE = {"JsonValue": {"anyOf": [
    {"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/JsonValue"}},
    {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/JsonValue"}}, {"type": "integer"},
]}}  # fmt: skip


class Grammar:
    """Makes one document.

    Args:
        chance: Where all choices come from.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names = chance.sample(NAMES, chance.randint(1, 4))

    def document(self) -> Json:
        """A document that is right, as far as names that become one let it be."""
        schemas = {name: self._object(2) for name in self._names}
        for name in self._names[1:]:
            if self._chance.random() < 0.3:
                schemas[name] = self._composed(name, schemas)
        paths = {}
        for number in range(self._chance.randint(1, 3)):
            path, item = self._path(number)
            paths[path] = item
        return {
            "openapi": "3.1.0", "info": {"title": "Chance", "version": "1"}, "servers": [{"url": "https://chance.example"}],
            "paths": paths, "components": {"schemas": schemas | JSON_VALUE},
        }  # fmt: skip

    def _some(self, share: float) -> bool:
        return self._chance.random() < share

    def _scalar(self) -> Json:
        kind = self._chance.choice(TYPES)
        found: Json = {"type": kind}
        if kind == "string" and self._some(0.4):
            found |= self._chance.choice(
                ({"enum": list(PLAIN[:3])}, {"format": "uuid"}, {"const": "fixed"}, {"maxLength": 9})
            )
        if kind == "integer" and self._some(0.2):
            found |= self._chance.choice(({"enum": [1, 2, 3]}, {"minimum": 0, "maximum": 9}))
        return found

    def _schema(self, depth: int) -> Json:
        kind = self._chance.choice(
            (
                "scalar",
                "scalar",
                "scalar",
                "date",
                "null",
                "array",
                "map",
                "reference",
                "object",
                "any",
                "union",
                "json",
            )
        )
        if kind == "scalar" or depth < 0:
            return self._scalar()
        if kind == "date":
            return {"type": "string", "format": "date-time"}
        if kind == "null":
            found = self._scalar()
            return {"type": [found["type"], "null"]} if "enum" not in found and "const" not in found else found
        if kind == "array":
            return {"type": "array", "items": self._schema(depth - 1)}
        if kind == "map":
            return {"type": "object", "additionalProperties": self._schema(depth - 1)}
        if kind == "reference":
            return {"$ref": f"#/components/schemas/{self._chance.choice(self._names)}"}
        if kind == "object":
            return self._object(depth - 1)
        if kind == "union":
            return {"anyOf": [{"type": "string"}, {"type": "array", "items": self._scalar()}, {"type": "null"}]}
        return {"$ref": "#/components/schemas/JsonValue"} if kind == "json" else {}

    def _object(self, depth: int) -> Json:
        names = self._chance.sample(FIELDS, self._chance.randint(1, 5))
        fields = {name: self._schema(depth) for name in names}
        for each in fields.values():
            if "$ref" not in each and self._some(0.1):
                each[self._chance.choice(("readOnly", "writeOnly"))] = True
            if self._some(0.3):
                each["description"] = 'What it is: "that".\n\n- one\n- two'
        # What refers to another may refer to itself by it, so that it must be able to end.
        needed = [name for name in names if "$ref" not in fields[name] and self._some(0.4)]
        return {"type": "object", "properties": fields} | ({"required": needed} if needed else {})

    def _composed(self, name: str, schemas: Json) -> Json:
        others = [each for each in schemas if each != name and "properties" in schemas[each]]
        if not others:
            return schemas[name]  # type: ignore[no-any-return] # a dict of JSON
        first = {"$ref": f"#/components/schemas/{others[0]}"}
        if self._some(0.5):
            return {"allOf": [first, {"type": "object", "properties": {"own": self._scalar()}}]}
        return {"oneOf": [first, {"type": "string"}]}

    def _path(self, number: int) -> tuple[str, Json]:
        path, parameters = f"/things{number}", list[Json]()
        if self._some(0.4):
            path += "/{thingId}"
            parameters.append({"name": "thingId", "in": "path", "required": True, "schema": self._scalar()})
        for name in self._chance.sample(
            ("q", "page[size]", "from", "sort-by", "X", "$top"), self._chance.randint(0, 3)
        ):
            parameters.append({"name": name, "in": "query"} | self._query())
        if self._some(0.3):
            parameters.append(
                {"name": "X-Trace-Id", "in": "header", "schema": self._scalar(), "required": self._some(0.5)}
            )
        if self._some(0.2):
            parameters.append({"name": "sid", "in": "cookie", "schema": self._scalar()})
        method = self._chance.choice(("get", "post", "put", "patch", "delete"))
        operation: Json = {
            "operationId": f"do it {number}", "tags": [self._chance.choice(("things", "my-things", "Client Data"))],
            "parameters": parameters, "responses": self._answers(),
        }  # fmt: skip
        if method in ("post", "put", "patch"):
            operation["requestBody"] = {"required": True, "content": self._body()}
        return path, {method: operation}

    def _query(self) -> Json:
        kind = self._chance.choice(("scalar", "scalar", "list", "object", "json"))
        if kind == "scalar":
            return {"schema": self._scalar()} | ({"required": True} if self._some(0.3) else {})
        if kind == "list":
            style = self._chance.choice(({}, {"explode": False}, {"style": "pipeDelimited", "explode": False},
                                         {"style": "spaceDelimited", "explode": False}))  # fmt: skip
            return {"schema": {"type": "array", "items": self._scalar()}} | style
        fields = {"type": "object", "properties": {"size": {"type": "integer"}, "name": {"type": "string"}}}
        if kind == "object":
            return {"schema": fields, "style": "deepObject", "explode": True}
        return {"content": {"application/json": {"schema": fields}}}

    def _body(self) -> Json:
        kind = self._chance.choice(("reference", "object", "any", "form", "parts", "bytes"))
        if kind == "reference":
            return {
                "application/json": {"schema": {"$ref": f"#/components/schemas/{self._chance.choice(self._names)}"}}
            }
        if kind == "object":
            schema = self._object(1)
            written = {"application/xml": {"schema": schema}} if self._some(0.3) else {}
            return {self._chance.choice(("application/json", "application/vnd.x+json")): {"schema": schema}} | written
        if kind == "any":
            return {"application/json": {"schema": self._schema(1)}}
        inside: Json = {"name": {"type": "string"}, "size": {"type": "integer"}}
        fields: Json = {"type": "object", "required": ["name"], "properties": inside}
        if kind == "form":
            return {"application/x-www-form-urlencoded": {"schema": fields}}
        if kind == "parts":
            inside["file"] = {"type": "string", "format": "binary"}
            return {"multipart/form-data": {"schema": fields}}
        return {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}

    def _answers(self) -> Json:
        if self._some(0.15):
            return {"204": {"description": "Done."}}
        schema: Json = self._chance.choice((
            {"$ref": f"#/components/schemas/{self._chance.choice(self._names)}"}, self._schema(1),
            {"type": "array", "items": {"$ref": f"#/components/schemas/{self._chance.choice(self._names)}"}},
        ))  # fmt: skip
        found: Json = {"200": {"description": "It.", "content": {"application/json": {"schema": schema}}}}
        if self._some(0.2):
            more = {"text/csv": {"schema": {"type": "string"}}, "application/xml": {"schema": schema}}
            found["200"]["content"] |= dict([self._chance.choice(list(more.items()))])
        return found | ({"404": {"description": "No."}} if self._some(0.5) else {})


class Values:
    """Values that a document allows.

    Args:
        document: The document.
        chance: Where all choices come from.
        skipped: `readOnly` for what is sent, `writeOnly` for what is received.
    """

    def __init__(self, document: Json, chance: random.Random, skipped: str) -> None:
        self._document, self._chance, self._skipped = document, chance, skipped

    def of(self, schema: Any, plain: bool = False, depth: int = 0) -> Any:
        """A value of a schema; `plain` where it stands in a header."""
        chance = self._chance
        if not isinstance(schema, dict):
            return chance.choice((None, True, 3, "a", [1], {"a": None}))
        if "$ref" in schema:
            return self.of(self._document["components"]["schemas"][schema["$ref"].rpartition("/")[2]], plain, depth + 1)
        for word in ("anyOf", "oneOf"):
            if word in schema:
                return self.of(schema[word][-1] if depth > 5 else chance.choice(schema[word]), plain, depth + 1)
        if "allOf" in schema:
            merged: Json = {}
            for each in schema["allOf"]:
                merged |= self.of(each, plain, depth + 1)
            return merged
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return chance.choice(schema["enum"])
        given = schema.get("type")
        kind = chance.choice(given) if isinstance(given, list) else given
        if kind == "string":
            if "format" in schema:
                return {"date-time": "2026-03-01T00:00:00Z", "uuid": "6a1f4c1e-6f0e-4e0f-9a5e-0d6f6a1f4c1e"}.get(
                    schema["format"], "a"
                )
            return chance.choice(PLAIN if plain else TEXTS)
        if kind == "array":
            return [
                self.of(schema.get("items"), plain, depth + 1) for _ in range(0 if depth > 5 else chance.randint(1, 3))
            ]
        if kind == "object":
            return self._object(schema, plain, depth)
        scalars: Json = {
            "integer": chance.randint(0, 9),
            "number": chance.choice((0.5, 2.0)),
            "boolean": chance.choice((True, False)),
        }
        return scalars.get(kind) if kind else self.of(True)

    def _object(self, schema: Json, plain: bool, depth: int) -> Json:
        needed = schema.get("required", [])
        found = {
            name: self.of(each, plain, depth + 1)
            for name, each in schema.get("properties", {}).items()
            if not each.get(self._skipped) and (name in needed or (depth < 5 and self._chance.random() < 0.7))
        }
        if isinstance(schema.get("additionalProperties"), dict) and depth < 5:
            found["some key"] = self.of(schema["additionalProperties"], plain, depth + 1)
        return found


def faulty(document: Json, chance: random.Random) -> Json:
    """A document with one fault in it, of which each must be refused."""
    document = deepcopy(document)
    path, item = chance.choice(list(document["paths"].items()))
    method, operation = next(iter(item.items()))
    schema = chance.choice([each for each in document["components"]["schemas"].values() if "properties" in each])
    field = chance.choice(list(schema["properties"]))
    parameter = {"name": "fault", "in": "query", "schema": {"type": "string"}}
    faults = (
        lambda: operation.update(respones={}),
        lambda: operation.update({"x-repeatble": True}),
        lambda: operation.pop("operationId"),
        lambda: operation.pop("responses"),
        lambda: operation.update(tags=[]),
        lambda: operation.update(security=[{"nobody": []}]),
        lambda: document.update(servers=[]),
        lambda: document["paths"].update({f"{path}/more": {method: deepcopy(operation)}}),
        lambda: document["paths"].update({path + "/{lost}": {"get": deepcopy(operation) | {"operationId": "lost"}}}),
        lambda: operation["parameters"].append(parameter | {"in": "body"}),
        lambda: operation["parameters"].append(parameter | {"style": "deep"}),
        lambda: operation["parameters"].append(parameter | {"schema": {"$ref": "#/components/schemas/Nowhere"}}),
        lambda: operation["parameters"].append(
            parameter | {"schema": {"type": "string", "enum": ["a"], "default": "b"}}
        ),
        lambda: operation["parameters"].append(parameter | {"schema": {"type": "integer", "default": "b"}}),
        lambda: operation["parameters"].extend([parameter, parameter]),
        lambda: operation["responses"].update({"20": {"description": "It."}}),
        lambda: operation["responses"].update({"200": {"$ref": "other.yaml#/It"}}),
        lambda: schema["properties"].update({field: {"type": "strnig"}}),
        lambda: schema["properties"].update({field: {"type": "string", "patern": "a"}}),
        lambda: schema["properties"].update({field: {"$ref": "#/components/schemas/Nowhere"}}),
        lambda: schema.update(required=["nowhere"]),
        lambda: (
            schema["properties"].update({"Größe": {"type": "string"}})
            or operation["responses"].update(
                {"200": {"description": "It.", "content": {"application/json": {"schema": schema}}}}
            )
        ),
        lambda: schema["properties"].update({field: {"type": "array", "prefixItems": []}}),
        lambda: schema["properties"].update({field: {"anyOf": []}}),
    )
    chance.choice(faults)()
    return document
