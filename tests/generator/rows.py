"""The changes of a contract that are tried: rows of `table/`, what each makes of a small document, and what is expected of it."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.contract import METHODS
from ruamel.yaml import YAML

TABLE = Path(__file__).parent / "table"
THING = {"$ref": "#/components/schemas/Thing"}
BASE: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Table", "version": "1"},
    "servers": [{"url": "https://table.example"}],
    "security": [{"bearer": []}],
    "paths": {},
    "components": {
        "securitySchemes": {
            "bearer": {"type": "http", "scheme": "bearer"},
            "b": {"type": "http", "scheme": "Basic"},
            "h": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "q": {"type": "apiKey", "in": "query", "name": "api key"},
            "c": {"type": "apiKey", "in": "cookie", "name": "sid"},
            "o": {"type": "oauth2", "flows": {}},
            "i": {"type": "openIdConnect", "openIdConnectUrl": "https://table.example"},
        },
        "schemas": {
            "Thing": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
        },
    },
}


class Row(NamedTuple):
    """One change, and what is expected.

    Attributes:
        group: The file of `table/` that it stands in.
        name: What is changed.
        about: The row as it is written: `get`, `post`, … are operations (of the tag `things`, at `path`), `schemas` go to
            `components`, `document` is anything else; `text` is a whole document, `overlay` one beside it. A document of its
            own is `alone`. A row is either `refused`, with all that must be said, or called: `call`, `sends`, `answers`,
            `reads`, `wrong`, `signature`.
    """

    group: str
    name: str
    about: dict[str, Any]

    @property
    def slug(self) -> str:
        """The name as an identifier."""
        return re.sub(r"\W+", "_", self.name.lower()).strip("_")

    @property
    def right(self) -> bool:
        """Whether it is to be generated."""
        return "refused" not in self.about

    @property
    def alone(self) -> bool:
        """Whether its document can't be shared with other rows."""
        return bool(self.about.get("alone")) or not {"document", "text", "overlay"}.isdisjoint(self.about)

    @property
    def package(self) -> str:
        """The package that has its operations, where it is generated."""
        return f"{self.group}_{self.slug}" if self.alone else self.group

    def change(self) -> dict[str, Any]:
        """What it adds to a document."""
        found: dict[str, Any] = deepcopy(self.about.get("document", {}))
        path = self.about.get("path", f"/{self.slug}")
        for method in METHODS:
            if method in self.about:
                operation = {"operationId": f"things_{self.slug}", "tags": ["things"],
                             "responses": {"200": _answer(THING)}} | deepcopy(self.about[method])  # fmt: skip
                operation = {key: each for key, each in operation.items() if each is not ...}
                found = merged(found, {"paths": {path: {method: operation}}})
        if "schemas" in self.about:
            found = merged(found, {"components": {"schemas": deepcopy(self.about["schemas"])}})
        return found


def _answer(schema: Any) -> dict[str, Any]:
    return {"description": "It.", "content": {"application/json": {"schema": schema}}}


def merged(one: Any, other: Any) -> Any:
    """A document with another's parts put in. A value of null takes away what is there."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other
    found = dict(one)
    for key, each in other.items():
        found[key] = merged(found.get(key), each)
        if each is None and key in one:
            del found[key]
    return found


@cache
def rows() -> list[Row]:
    """All rows, by their groups."""
    found = []
    for file in sorted(TABLE.glob("*.yaml")):
        for name, about in YAML(typ="safe").load(file).items():
            found.append(Row(file.stem, name, about))
    return found


def document(*some: Row) -> dict[str, Any]:
    """The small document with the changes of some rows."""
    found: dict[str, Any] = BASE
    for row in some:
        change = row.change()
        for kind, names in (
            ("paths", change.get("paths", {})),
            ("schemas", change.get("components", {}).get("schemas", {})),
        ):
            there = found["paths"] if kind == "paths" else found["components"]["schemas"]
            taken = [each for each in names if each in there and not row.alone]
            assert not taken, f"{row.group}, {row.name}: another row has {kind} {taken}"
        found = merged(found, change)
    return found


def write(folder: Path, name: str, *some: Row) -> Path:
    """Write the document of some rows, and the overlay of one that has one."""
    source = folder / f"{name}.yaml"
    text = some[0].about.get("text") if len(some) == 1 else None
    if text is None:
        # Block style, a line for each key, so that lines tell places apart.
        yaml = YAML()
        yaml.default_flow_style = False
        yaml.width = 10_000
        yaml.representer.ignore_aliases = lambda _: True
        with source.open("w", encoding="utf-8") as file:
            yaml.dump(json.loads(json.dumps(document(*some))), file)
    else:
        source.write_text(text, encoding="utf-8")
    if len(some) == 1 and "overlay" in some[0].about:
        overlay = some[0].about["overlay"]
        (folder / f"{name}.overlay.yaml").write_text(overlay if isinstance(overlay, str) else json.dumps(overlay))
    return source
