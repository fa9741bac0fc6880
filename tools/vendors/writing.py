"""How drafts are written: as the contracts are, with comments for the person who takes them over."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml
from generator.contract import Json

from tools.vendors.guess import LOOK

WIDTH, SHORT = 125, 88
COMMENT = re.compile(rf"^( *)(- )?{LOOK}: (.*)$", re.MULTILINE)


def written(document: Json) -> str:
    """A document as YAML; what a person must see to stands in comments."""
    text = yaml.dump(document, sort_keys=False, width=WIDTH, allow_unicode=True, Dumper=_Dumper)
    return COMMENT.sub(lambda found: f"{found[1]}{'  ' if found[2] else ''}# look: {found[3].strip(chr(39))}", text)


class _Dumper(yaml.SafeDumper):
    """Writes as the contracts are written: what is short in one line, lists two blanks in, nothing by an alias."""

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        """A mapping, in one line where it is short and nobody must look."""
        return super().represent_mapping(tag, mapping, _short(mapping))

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:
        """A list, in one line where it is short and nobody must look."""
        return super().represent_sequence(tag, sequence, _short(sequence))

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists stand below their key, two blanks in."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """What stands twice is written twice."""
        return True


def _short(value: Any) -> bool:
    return len(text := json.dumps(value)) < SHORT and f'"{LOOK}"' not in text
