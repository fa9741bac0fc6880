"""What comes in: the type of an operation's answer, and the expression that reads it."""

from __future__ import annotations

from contract import Json
from python_types import Types
from quoting import Code, code, joined, literal, short


class Answers:
    """The answers of operations.

    Args:
        types: The schemas of the contract.
        itself: The name under which an object whose fields are open answers itself; empty where it doesn't.
    """

    def __init__(self, types: Types, itself: str) -> None:
        self._types, self._itself = types, itself

    def accept(self, operation: Json) -> str:
        """The media type of the successful answer."""
        return success(operation)[0] or "application/json"

    def schemas(self, operation: Json) -> list[Json]:
        """What a successful answer, or the events of a stream, are made of."""
        events = self.events(operation) if "x-stream" in operation else {}
        return [success(operation)[1] or {}, *({"$ref": operation["x-stream"]["events"][each]} for each in events)]

    def returns(self, operation: Json) -> Code:
        """The type of what the parser answers."""
        if "x-stream" in operation:
            return joined(" | ", dict.fromkeys(self.events(operation).values()))
        media, schema = success(operation)
        if schema is None:
            return code("None")
        if media.startswith("text/"):
            return code("str")
        return self._types.annotation(self._inner(operation, schema)) if media == "application/json" else code("bytes")

    def events(self, operation: Json) -> dict[str, Code]:
        """The models of a stream's events, by the names of these.

        Raises:
            ValueError: `x-stream` has another form.
        """
        stream = operation["x-stream"]
        events = stream.get("events") if isinstance(stream, dict) else None
        if not isinstance(events, dict) or not events:
            raise ValueError(f"{short(stream)} is no x-stream: write events: {{NAME: SCHEMA}}, and ends: [NAME]")
        return {str(name): self._types.model(reference) for name, reference in events.items()}

    def parse(self, operation: Json) -> Code:
        """The expression that reads the `content` of a successful answer."""
        media, schema = success(operation)
        if schema is None:
            return code("None")
        if media != "application/json":
            return code('content.decode(errors="replace")') if media.startswith("text/") else code("content")
        # A platform that answers either null or, with 204, nothing means the same by both.
        body = code("content or b'null'") if "204" in operation["responses"] else code("content")
        loaded = code("load({})", joined(", ", [body, *map(literal, _unwrapped(operation))]))
        inner = self._inner(operation, schema)
        if moments := self._types.reader(inner, late=True, dates=True):
            return code("{}({})", moments, loaded)
        kind = self._types.kind(inner)
        read = self._types.reader(inner, late=True)
        if not read and kind != "any":
            read = code("expect({})", literal(kind))
        if self._itself and read == "expect('object')":
            read = code("loose({})", literal(self._itself))
        nullable = self._types.nullable
        if (read and nullable(self._types.resolve(inner))) or ("$ref" not in inner and nullable(inner)):
            return code("optional({})({})", read, loaded)
        return code("{}({})", read, loaded) if read else loaded

    def item(self, operation: Json) -> Code:
        """The type of the items of a page."""
        return self.items(self._types.resolve(success(operation)[1] or {}))

    def items(self, page: Json) -> Code:
        """The type of the items of a page's schema.

        Raises:
            ValueError: The field that `x-items` names is none, or holds no list.
        """
        name, fields = page.get("x-items"), page.get("properties", {})
        if not isinstance(name, str) or not isinstance(fields.get(name, {}).get("items"), dict):
            raise ValueError(f"{short(name)} is no x-items: write the name of the field that holds a page's items")
        return self._types.annotation(fields[name]["items"])

    def pages(self, page: Json) -> Code:
        """Where a page's schema has the number of all pages (`x-pages`), as a literal.

        Raises:
            ValueError: It doesn't say.
        """
        if not isinstance(page.get("x-pages"), str):
            raise ValueError(
                f"{short(page.get('x-pages'))} is no x-pages: write names of fields with dots between them"
            )
        return code("({})", joined("", (code("{}, ", literal(each)) for each in page["x-pages"].split("."))))

    def _inner(self, operation: Json, schema: Json) -> Json:
        for name in _unwrapped(operation)[:1]:
            found = self._types.resolve(schema).get("properties", {}).get(name)
            if found is None:
                raise ValueError(f"the answer has no {short(name)}: write the name of one of its fields as x-unwrap")
            return found  # type: ignore[no-any-return] # what is in a contract is Any
        return schema


def success(operation: Json) -> tuple[str, Json | None]:
    """Media type and schema of the successful answer; no schema where it has no body, or none that is read.

    Raises:
        ValueError: The operation has none.
    """
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            if operation.get("x-discard"):
                return "", None
            for media, content in answer.get("content", {}).items():
                return media, content.get("schema", {})
            return "", None
    raise ValueError(
        f"{operation['operationId']}: there is no successful answer: write one, under a status such as 200"
    )


def _unwrapped(operation: Json) -> list[str]:
    names = operation.get("x-unwrap", [])
    names = [names] if isinstance(names, str) else names
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        raise ValueError(f"{short(names)} is no x-unwrap: write the name of a field, or a list of such")
    return names
