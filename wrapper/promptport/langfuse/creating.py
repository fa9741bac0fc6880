"""A version of all platforms as Langfuse takes it. What Langfuse can't hold is told, all of it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..errors import NotSupported
from ..platform import NewVersion
from ..prompt.message import texts_of
from ..prompt.rewriting import Unsayable, rewritten_messages
from ..prompt.syntax import anything

RESERVED = ("new", "metrics", "prompt-detail")  # names that its pages have
LABEL = re.compile(r"[a-z0-9_.-]{1,36}")
PLACE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")  # the name of a place for messages
NOTE = 500  # characters


def arguments_of(version: NewVersion) -> dict[str, Any]:
    """What `prompts_create` takes.

    Raises:
        NotSupported: Langfuse can't hold what the version says; the text names all of it.
    """
    unheld = [*_unheld(version), *_unheld_messages(version)]
    messages: Sequence[Mapping[str, Any]] = ()
    if not unheld:
        try:
            messages = rewritten_messages(version.messages, version.variables, version.syntax, "any")
        except Unsayable as error:
            unheld.append(error.message.rstrip("."))
    unheld += _clashing(version, messages)
    if unheld:
        raise NotSupported(
            "Langfuse holds one text, or messages that are texts and places for others, labels, tags, a config and a note; "
            f"it can't hold of {version.name!r}: {'; '.join(unheld)}."
        )
    return {
        "name": version.name,
        "prompt": messages[0]["content"] if version.kind == "text" else list(map(_message, messages)),
        "type": version.kind,
        "labels": list(version.labels),
        "tags": list(version.tags) or None,  # none given leaves those of the versions before
        "config": version.config,
        "commit_message": version.note or None,
    }


def _message(message: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "placeholder", "name": message["slot"]} if "slot" in message else dict(message)


def _unheld(version: NewVersion) -> Iterator[str]:
    """What Langfuse has no place for, beside the messages."""
    name = version.name
    if name != name.strip() or not name:
        yield "a name with white space around it, which Langfuse cuts off"
    elif name in RESERVED or "|" in name or "//" in name or name[0] == "/" or name[-1] == "/" or _has_tag(name):
        yield "its name, which must not have `|`, `<...>`, or an empty folder, nor be a page's own"
    if version.version is not None:
        yield f"the version {version.version!r}: Langfuse numbers them itself"
    if odd := [each for each in version.labels if not LABEL.fullmatch(each)]:
        yield f"the labels {', '.join(odd)}: a label has up to 36 of a-z, 0-9, `_`, `-` and `.`"
    if len(version.note) > NOTE:
        yield f"a note of more than {NOTE} characters"
    if version.description:
        yield "a description"
    if version.config is None:
        yield "a config of null"


def _has_tag(name: str) -> bool:
    begin = name.find("<")
    return begin >= 0 and name.find(">", begin) > begin


def _unheld_messages(version: NewVersion) -> Iterator[str]:
    for at, message in enumerate(version.messages, 1):
        if "slot" in message:
            if not PLACE.fullmatch(message["slot"]):
                yield f"the place for messages {message['slot']!r}: its name has letters of ASCII, digits and `_`"
            continue
        role, content, more = message.get("role"), message.get("content"), sorted(message.keys() - {"role", "content"})
        if not isinstance(content, str):
            yield f"message {at}, whose content is {'nothing' if content is None else 'a list of parts'}"
        if more:
            yield f"{', '.join(map(repr, more))} of message {at}"
        if version.kind == "text" and role != "user":
            yield f"message {at}, of the role {role!r}: a text has none"
    if version.kind == "text" and (len(version.messages) != 1 or "slot" in version.messages[0]):
        yield "a text of several messages"


def _clashing(version: NewVersion, messages: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What the variables of the messages are at odds with: places for messages, and declarations."""
    texts = [text for each in messages for text in texts_of(each)]
    standing = {found.name for text in texts for found in anything(())(text) if not found.optional}
    for each in messages:
        if each.get("slot") in standing:
            yield f"{each['slot']!r}, which is the name of a variable and of a place for messages"
    for variable in version.variables or ():
        said = {"default": variable.default, "enum": variable.enum, "type": variable.type}
        more = [*(name for name, each in said.items() if each is not None)]
        if more or variable.description:
            what = ", ".join([*more, *(["description"] if variable.description else [])])
            yield f"the {what} of the variable {variable.name!r}, which Langfuse does not declare"
        elif messages and variable.name not in standing:
            yield f"the variable {variable.name!r}, which stands in no text: Langfuse knows no other"
