"""A contract as it is written: its document with the overlay beside it, where each part stands, and what is refused of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import overlay, reading, upgrade
from .places import Refusal, Refusals, owner
from .reading import Json, Mark

FLAGS: Mapping[bool, Json] = {True: {}, False: {"not": {}}}


class Source:
    """A document that was read.

    Args:
        path: Where it is. An overlay lies beside it as `NAME.overlay.yaml`.

    Attributes:
        path: Where it is.
        document: What it says, in the words of OpenAPI 3.1, with `x-sha256`, the hash of what was read; empty where it can't be
            used.
        refusals: What is refused of it.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.refusals = path, Refusals()
        self.document: Json = {}
        self._mark = Mark(path.name, 1, {})
        with self.refusals.at():
            self.document = self._read()

    def _read(self) -> Json:
        document: Any
        document, self._mark = reading.read(self.path, self.refusals)
        beside = overlay.beside(self.path)
        if beside.exists():
            found = overlay.load(beside, self.refusals)
            if found is None:
                return {}
            overlay.apply(found, document, self._mark, self.refusals)
        if not isinstance(document, dict):
            raise Refusal("this is no OpenAPI document", line=1)
        known = upgrade.version(document, self.refusals)
        dump = json.dumps(document, sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(dump.encode(errors="surrogatepass")).hexdigest()
        if not known:
            return {}
        if known == "3.0":
            document = upgrade.upgraded(document, self.refusals)
        return {**_plain(document), "x-sha256": digest}

    def messages(self) -> list[str]:
        """What is refused, as a maintainer reads it: a line each, by file and line."""
        return [text for _, text in sorted({self._message(each) for each in self.refusals.all})]

    def _message(self, refused: Refusal) -> tuple[tuple[str, int], str]:
        mark = self._mark.find(refused.place)
        file, line = refused.file or mark.file, refused.line or mark.line
        problem = str(refused) if str(refused).isprintable() else ascii(str(refused))[1:-1]
        where = owner(refused.place) if file != overlay.beside(self.path).name or refused.place else "overlay"
        return (file, line), f"{file}: {where}, line {line}: {problem}"


def _plain(document: Json) -> Json:
    """A document whose maps of paths and of answers have no extensions in them, and whose schemas are no flags.

    Such extensions mean nothing to us, and a schema that is a flag (true is anything, false nothing) has the same meaning as one
    that is a mapping, which all can refer to.
    """
    components = document.get("components")
    if isinstance(components, dict) and isinstance(components.get("schemas"), dict):
        schemas = {
            name: FLAGS[each] if isinstance(each, bool) else each for name, each in components["schemas"].items()
        }
        document = document | {"components": components | {"schemas": schemas}}
    paths = document.get("paths")
    if not isinstance(paths, dict):
        return document
    found = {name: item for name, item in paths.items() if not name.startswith("x-")}
    for item in found.values():
        for operation in item.values() if isinstance(item, dict) else ():
            if isinstance(operation, dict) and isinstance(operation.get("responses"), dict):
                answers = operation["responses"].items()
                operation["responses"] = {name: answer for name, answer in answers if not name.startswith("x-")}
    return document | {"paths": found}


def refuse(sources: list[Source]) -> None:
    """Raise all that is refused of documents, if anything is.

    Raises:
        Refusal: Every refusal, a line each.
    """
    lines = [line for source in sources for line in source.messages()]
    if lines:
        raise Refusal("\n".join(lines), next(each.place for source in sources for each in source.refusals.all))
