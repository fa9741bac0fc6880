"""The labels of a prompt file that stands there, changed, and nothing else of it."""

from __future__ import annotations

import tomllib
from codecs import BOM_UTF8
from collections.abc import Sequence

from .marks import HEAD
from .misplaced import at_the_top
from .prompt_file import read_prompt_file
from .toml_keys import TomlKeys
from .toml_text import toml

_LONGEST = 200  # lines of a list of labels


class Unchangeable(ValueError):
    """A file says its labels in a way that nobody but its author can change."""


def relabelled(data: bytes, labels: Sequence[str]) -> bytes:
    """A prompt file with other labels. Whatever else stands in it, comments among it, stays byte for byte.

    Args:
        data: What stands in the file, which is well-formed.
        labels: The labels.

    Raises:
        Unchangeable: It can't be done.
    """
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    text = data.removeprefix(mark).decode()
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    line = _statement(labels)
    if lines[0].rstrip(" \t\r") != HEAD:
        made = [f"{HEAD}{end}{line}{end}{HEAD}{end}{text}" if line else text]
    else:
        last = next(at for at, each in enumerate(lines[1:], 1) if each.rstrip(" \t\r") == HEAD)
        begin, count = _place([each.removesuffix("\r") for each in lines[1:last]])
        made = lines.copy()
        made[begin + 1 : begin + 1 + count] = [line + end[:-1]] if line else []
        if not line and count == last - 1 and not _begins_a_head(lines[last + 1 :]):
            made = lines[last + 1 :]  # nothing else stood in the front matter, as where labels alone made it
    changed = mark + "\n".join(made).encode()
    wanted = read_prompt_file(data, "", parts=True)._replace(labels=tuple(labels))
    if read_prompt_file(changed, "", parts=True) != wanted:
        raise Unchangeable("its labels can't be told from the rest of its front matter")
    return changed


def _begins_a_head(lines: Sequence[str]) -> bool:
    """Whether front matter would be seen in a text, if none stood above it."""
    text = [each.rstrip(" \t\r") for each in lines]
    return text[:1] == [HEAD] or at_the_top(text) is not None


def _statement(labels: Sequence[str]) -> str:
    if not labels:
        return ""
    return f"label = {toml(labels[0])}" if len(labels) == 1 else f"labels = {toml(list(labels))}"


def _place(head: Sequence[str]) -> tuple[int, int]:
    """In which line of front matter the labels begin, and how many lines they take; none at its top where there are no labels."""
    keys = TomlKeys("\n".join(head))
    place = keys.place(("label",)) or keys.place(("labels",))
    if place is None:
        return 0, 0
    begin = place[0] - 1
    for count in range(1, _LONGEST):
        try:
            found = tomllib.loads("\n".join(head[begin : begin + count]))
        except ValueError:
            continue
        if found.keys() <= {"label", "labels"}:
            return begin, count
        break
    raise Unchangeable("its labels do not stand in lines of their own")
