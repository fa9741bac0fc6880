"""The words of OpenAPI 3.1: what the generator uses of each object, what is documentation, what servers judge, our extensions.

Whatever stands in none of these lists is refused by name. CONTRIBUTING.md has the second and the third for people.
"""

from __future__ import annotations

from collections.abc import Mapping

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# What stands under these is data of the contract's author, in which nothing is a word of OpenAPI.
DATA = frozenset({"example", "examples", "default", "enum", "const"})

# What stands under a word: a kind of object, `[]` lists of it, `{}` maps of it, or a value: text, flag, number, count, any. A `!`
# says that the word must be there; `&` that a reference may stand in its place.
KINDS: Mapping[str, Mapping[str, str]] = {
    "document": {
        "openapi": "text!", "info": "info!", "servers": "[]server", "paths": "{}path!", "components": "components",
        "security": "[]requirement", "tags": "[]tag",
    },
    "info": {"title": "text!", "version": "text!", "description": "text"},
    "server": {"url": "text!", "description": "text", "variables": "{}variable"},
    "variable": {"default": "text!", "enum": "[]text", "description": "text"},
    "tag": {"name": "text!", "description": "text"},
    "path": {"parameters": "[]parameter&", "servers": "[]server", "summary": "text", "description": "text",
             **dict.fromkeys(METHODS, "operation")},
    "operation": {
        "operationId": "text!", "tags": "[]text!", "summary": "text", "description": "text", "parameters": "[]parameter&",
        "requestBody": "body&", "responses": "{}response&!", "deprecated": "flag", "security": "[]requirement",
        "servers": "[]server",
    },
    "parameter": {
        "name": "text!", "in": "text!", "description": "text", "required": "flag", "deprecated": "flag", "style": "text",
        "explode": "flag", "allowReserved": "flag", "allowEmptyValue": "flag", "schema": "schema", "content": "{}media",
    },
    "body": {"description": "text", "content": "{}media!", "required": "flag"},
    "media": {"schema": "schema", "encoding": "{}encoding"},
    "encoding": {"contentType": "text", "style": "text", "explode": "flag", "allowReserved": "flag", "headers": "{}header&"},
    "response": {"description": "text", "content": "{}media"},
    "header": {"description": "text", "required": "flag", "deprecated": "flag", "style": "text", "explode": "flag",
               "schema": "schema", "content": "{}media"},
    "components": {
        "schemas": "{}schema", "responses": "{}response&", "parameters": "{}parameter&", "requestBodies": "{}body&",
        "securitySchemes": "{}scheme&",
    },
    "scheme": {"type": "text!", "description": "text", "name": "text", "in": "text", "scheme": "text", "bearerFormat": "text",
               "flows": "any", "openIdConnectUrl": "text"},
    "schema": {
        "$ref": "text", "type": "types", "properties": "{}schema", "required": "[]text", "items": "schema",
        "additionalProperties": "schema", "enum": "[]any", "const": "any", "default": "any", "format": "text",
        "description": "text", "anyOf": "[]schema", "oneOf": "[]schema", "allOf": "[]schema", "discriminator": "discriminator",
        "readOnly": "flag", "writeOnly": "flag", "deprecated": "flag", "contentMediaType": "text", "contentEncoding": "text",
    },
    "discriminator": {"propertyName": "text!", "mapping": "{}text"},
    "value": {},
}  # fmt: skip

# For people only: passed over, wherever it stands; what it is is looked at where `KINDS` says it.
DOCUMENTATION: Mapping[str, frozenset[str]] = {
    "document": frozenset({"externalDocs", "jsonSchemaDialect", "webhooks"}),
    "info": frozenset({"contact", "description", "license", "summary", "termsOfService", "version"}),
    "server": frozenset({"description"}),
    "variable": frozenset({"description"}),
    "tag": frozenset({"externalDocs"}),
    "path": frozenset({"description", "summary"}),
    "operation": frozenset({"callbacks", "externalDocs"}),
    "parameter": frozenset({"allowEmptyValue", "example", "examples"}),
    "body": frozenset({"description"}),
    "media": frozenset({"example", "examples"}),
    "header": frozenset({"example", "examples"}),
    "response": frozenset({"description", "headers", "links"}),
    "components": frozenset({"callbacks", "examples", "headers", "links"}),
    "scheme": frozenset({"bearerFormat", "description", "flows", "openIdConnectUrl"}),
    "schema": frozenset({"$comment", "example", "examples", "externalDocs", "title", "xml"}),
}

# What a platform judges when it gets a value, and the local platform by the same contract; the client sends what it is given.
JUDGING: Mapping[str, str] = {
    "contains": "any", "dependentRequired": "any", "exclusiveMaximum": "number", "exclusiveMinimum": "number",
    "maxContains": "count", "maxItems": "count", "maxLength": "count", "maxProperties": "count", "maximum": "number",
    "minContains": "count", "minItems": "count", "minLength": "count", "minProperties": "count", "minimum": "number",
    "multipleOf": "number", "not": "any", "pattern": "text", "propertyNames": "any", "unevaluatedProperties": "any",
    "uniqueItems": "flag",
}  # fmt: skip
JUDGED = frozenset(JUDGING)

# Our extensions, and the objects in which each means something.
EXTENSIONS: Mapping[str, frozenset[str]] = {
    "x-absent": frozenset({"schema"}),
    "x-aliases": frozenset({"schema"}),
    "x-alone": frozenset({"schema"}),
    "x-also": frozenset({"operation"}),
    "x-answers": frozenset({"document"}),
    "x-by-hand": frozenset({"operation"}),
    "x-discard": frozenset({"operation"}),
    "x-hidden": frozenset({"operation", "parameter", "schema"}),
    "x-items": frozenset({"schema"}),
    "x-itself": frozenset({"document"}),
    "x-left-out": frozenset({"document"}),
    "x-null-absent": frozenset({"schema"}),
    "x-omit-empty": frozenset({"parameter", "schema"}),
    "x-package": frozenset({"document"}),
    "x-page": frozenset({"parameter"}),
    "x-pages": frozenset({"schema"}),
    "x-positional": frozenset({"operation"}),
    "x-promised": frozenset({"schema"}),
    "x-python-name": frozenset({"parameter", "schema"}),
    "x-python-type": frozenset({"parameter", "schema"}),
    "x-redirects": frozenset({"operation"}),
    "x-releases": frozenset({"document"}),
    "x-repeatable": frozenset({"operation"}),
    "x-replaced-by": frozenset({"operation", "parameter", "schema", "value"}),
    "x-result": frozenset({"document"}),
    "x-secret": frozenset({"schema"}),
    "x-since": frozenset({"operation", "parameter", "schema", "value"}),
    "x-spread": frozenset({"parameter"}),
    "x-stream": frozenset({"operation"}),
    "x-until": frozenset({"operation", "parameter", "schema", "value"}),
    "x-unwrap": frozenset({"operation", "response"}),
    "x-values": frozenset({"schema"}),
}
