"""What comes in: the type of an operation's answer, and the expression that reads it."""

from __future__ import annotations

from contract import Json
from python_types import Types


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

    def returns(self, operation: Json) -> str:
        """The type of what the parser answers."""
        if "x-stream" in operation:
            events = [f"models.{ref.rpartition('/')[2]}" for ref in operation["x-stream"]["events"].values()]
            return " | ".join(dict.fromkeys(events))
        media, schema = success(operation)
        if schema is None:
            return "None"
        if media.startswith("text/"):
            return "str"
        return self._types.annotation(self._inner(operation, schema)) if media == "application/json" else "bytes"

    def parse(self, operation: Json) -> str:
        """The expression that reads the `content` of a successful answer."""
        media, schema = success(operation)
        if schema is None:
            return "None"
        if media != "application/json":
            return 'content.decode(errors="replace")' if media.startswith("text/") else "content"
        # A platform that answers either null or, with 204, nothing means the same by both.
        body = "content or b'null'" if "204" in operation["responses"] else "content"
        loaded = f"load({', '.join([body, *map(repr, _unwrapped(operation))])})"
        inner = self._inner(operation, schema)
        if moments := self._types.reader(inner, late=True, dates=True):
            return f"{moments}({loaded})"
        kind = self._types.kind(inner)
        read = self._types.reader(inner, late=True) or (f"expect({kind!r})" if kind != "any" else "")
        if self._itself and read == "expect('object')":
            read = f"loose({self._itself!r})"
        nullable = self._types.nullable
        if (read and nullable(self._types.resolve(inner))) or ("$ref" not in inner and nullable(inner)):
            return f"optional({read})({loaded})"
        return f"{read}({loaded})" if read else loaded

    def item(self, operation: Json) -> str:
        """The type of the items of a page."""
        page = self._types.resolve(success(operation)[1] or {})
        return self._types.annotation(page["properties"][page["x-items"]]["items"])

    def _inner(self, operation: Json, schema: Json) -> Json:
        for name in _unwrapped(operation)[:1]:
            return self._types.resolve(schema)["properties"][name]  # type: ignore[no-any-return] # what is in a contract is Any
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
    raise ValueError(f"{operation['operationId']}: there is no successful answer")


def _unwrapped(operation: Json) -> list[str]:
    names = operation.get("x-unwrap", [])
    return [names] if isinstance(names, str) else list(names)
