"""What operations of chance take and answer: parameters in every place and style, bodies and answers in every kind of type."""

from __future__ import annotations

import random
from typing import Any

from .chance_schemas import Schemas

Json = dict[str, Any]
FIELDS: Json = {"type": "object", "properties": {"size": {"type": "integer"}, "name": {"type": "string"}}}
BINARY = {"type": "string", "format": "binary"}


class Contents:
    """Makes parameters, bodies and answers.

    Args:
        chance: Where all choices come from.
        schemas: What they are made of.
    """

    def __init__(self, chance: random.Random, schemas: Schemas) -> None:
        self._chance, self._schemas, self._some = chance, schemas, schemas.some
        self._exploded = False  # an object whose fields stand in the query by their own names

    def _list(self) -> Json:
        # A dot would end an item in the style `label`.
        items = self._schemas.scalar()
        return {"type": "array", "items": {"type": "integer"} if items["type"] == "number" else items}

    def of_path(self, name: str) -> Json:
        """A parameter of the path."""
        found: Json = {"name": name, "in": "path", "required": True}
        if self._some(0.5):
            return found | {"schema": self._schemas.scalar()}
        schema = self._chance.choice((self._list(), FIELDS, {"type": "integer"}))
        schema = schema | ({"required": ["size"]} if schema is FIELDS else {"minItems": 1} if "items" in schema else {})
        style = self._chance.choice(("simple", "label", "matrix"))
        return found | {"schema": schema, "style": style, "explode": self._some(0.5)}

    def of_query(self) -> Json:
        """A parameter of the query, but for its name."""
        kind = self._chance.choice(("scalar", "scalar", "default", "list", "deep", "object", "json"))
        if kind == "scalar":
            return {"schema": self._schemas.scalar()} | ({"required": True} if self._some(0.3) else {})
        if kind == "default":
            return {"schema": self._chance.choice(({"type": "integer", "default": 20}, {"type": "string", "default": "a b"},
                                                   {"type": "boolean", "default": True}))}  # fmt: skip
        delimited: tuple[Json, ...] = ({"explode": False}, {"style": "pipeDelimited", "explode": False},
                                       {"style": "spaceDelimited", "explode": False})  # fmt: skip
        if kind == "list":
            return {"schema": self._list()} | self._chance.choice(({}, {"style": "form", "explode": True}, *delimited))
        if kind == "json":
            return {
                "content": {"application/json": {"schema": self._chance.choice((FIELDS, self._schemas.reference()))}}
            }
        if kind == "deep":
            return {"schema": FIELDS, "style": "deepObject", "explode": True}
        if self._exploded or self._some(0.5):
            return {"schema": FIELDS} | self._chance.choice(delimited)
        self._exploded = True
        return {"schema": FIELDS} | ({"explode": True} if self._some(0.5) else {})

    def of_header(self) -> Json:
        """A header, but for its name."""
        schema = self._chance.choice((self._schemas.scalar(), self._schemas.scalar(), self._list(), FIELDS))
        return {"schema": schema, "required": self._some(0.5)} | ({"explode": True} if self._some(0.3) else {})

    def of_cookie(self) -> Json:
        """A cookie, but for its name."""
        schema = self._chance.choice((self._schemas.scalar(), self._schemas.scalar(), self._list(), FIELDS))
        return {"schema": schema} | ({"explode": False} if schema["type"] in ("array", "object") else {})

    def body(self) -> Json:
        """A body by its media types."""
        kind = self._chance.choice(("reference", "object", "any", "list", "form", "parts", "bytes", "text", "several"))
        if kind == "reference":
            return {"application/json": {"schema": self._schemas.reference()}}
        if kind == "object":
            schema = self._schemas.object(1)
            written = {"application/xml": {"schema": schema}} if self._some(0.3) else {}
            json = self._chance.choice(
                ("application/json", "application/vnd.x+json", "application/json; charset=utf-8")
            )
            return {json: {"schema": schema}} | written
        if kind == "any":
            return {"application/json": {"schema": self._schemas.schema(1)}}
        if kind == "list":
            return {"application/json": {"schema": {"type": "array", "items": self._schemas.reference()}}}
        if kind == "bytes":
            return {self._chance.choice(("application/octet-stream", "image/png")): {"schema": BINARY}}
        if kind == "text":
            return {self._chance.choice(("text/plain", "text/csv")): {"schema": {"type": "string"}}}
        if kind == "several":
            schema = {"type": "object", "properties": {"name": {"type": "string"}, "size": {"type": "integer"}}}
            types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"]
            return {each: {"schema": schema} for each in self._chance.sample(types, 2)}
        return self._form() if kind == "form" else self._parts()

    def _form(self) -> Json:
        inside: Json = {"name": {"type": "string"}, "size": {"type": "integer"}}
        encoding: Json = {}
        if self._some(0.5):
            inside["ids"] = {"type": "array", "items": {"type": "integer"}}
            encoding |= {"ids": {"style": "form", "explode": False}} if self._some(0.5) else {}
        if self._some(0.3):
            inside["about"] = FIELDS
            encoding["about"] = {"style": "deepObject", "explode": True}
        schema = {"type": "object", "required": ["name"], "properties": inside}
        return {"application/x-www-form-urlencoded": {"schema": schema} | ({"encoding": encoding} if encoding else {})}

    def _parts(self) -> Json:
        inside: Json = {"name": {"type": "string"}, "size": {"type": "integer"}, "file": BINARY}
        about: Json = {}
        if self._some(0.4):
            inside["more"] = {"type": "array", "items": BINARY}
        if self._some(0.3):
            inside["about"] = self._chance.choice((FIELDS, self._schemas.reference()))
        if self._some(0.3):
            about["encoding"] = {"file": {"contentType": "image/png"}}
        return {
            "multipart/form-data": about | {"schema": {"type": "object", "required": ["name"], "properties": inside}}
        }

    def answers(self) -> Json:
        """The answers, by statuses."""
        found = self._chance.choice((self._done, self._one, self._one, self._one, self._two, self._any))()
        return found | ({"404": {"description": "No."}} if self._some(0.5) else {})

    def _done(self) -> Json:
        return {"204": {"description": "Done."}}

    def _schema(self) -> Json:
        return self._chance.choice((
            self._schemas.reference(), self._schemas.schema(1), {"type": "array", "items": self._schemas.reference()},
            self._schemas.objects(1, tagged=True),
        ))  # fmt: skip

    def _json(self) -> Json:
        return {self._chance.choice(("application/json", "application/json", "application/vnd.x+json")):
                {"schema": self._schema()}}  # fmt: skip

    def _one(self) -> Json:
        content = self._json()
        if self._some(0.25):
            (about,) = content.values()
            more: list[Json] = [{"text/csv": {"schema": {"type": "string"}}}, {"application/xml": about},
                                {"application/pdf": {"schema": BINARY}}]  # fmt: skip
            content |= self._chance.choice(more)
        elif self._some(0.2):
            content = {self._chance.choice(("text/plain", "application/pdf", "application/octet-stream")): {}}
            content = {media: {"schema": {"type": "string"} if media == "text/plain" else BINARY} for media in content}
        return {"200": {"description": "It.", "content": content}}

    def _two(self) -> Json:
        second = self._chance.choice(
            ({}, {"content": self._json()}, {"content": {"text/plain": {"schema": {"type": "string"}}}})
        )
        found: Json = {"200": {"description": "It.", "content": self._json()}}
        return found | {"202" if second else "204": {"description": "Later."} | second}

    def _any(self) -> Json:
        return {self._chance.choice(("2XX", "default")): {"description": "It.", "content": self._json()}}
