"""Prompt files as text: the one way in which a prompt is written."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from typing import Any

from ..platform import Variable
from ..prompt.message import texts_of
from ..prompt.rewriting import Unsayable
from .json_text import too_deep, write_json
from .marks import HEAD
from .misplaced import at_the_top
from .prompt_file import PromptFile
from .toml_keys import DEEPEST
from .toml_text import key, table, toml, toml_text
from .written_messages import WrittenMessages
from .written_texts import written_texts


def write_prompt_file(file: PromptFile) -> bytes:
    """What stands in a prompt file that says this: `read_prompt_file` reads the same from it.

    Args:
        file: What it is to say.

    Raises:
        Unsayable: Something can't be said in a file, such as half of a character in a description, or a default that is null
            inside.
    """
    texts = [text for message in file.messages for text in texts_of(message)]
    written = written_texts(texts, declared=file.variables, parts=bool(file.parts))
    messages = WrittenMessages(dict(zip(texts, written.texts, strict=True)))
    plain = messages.text(file.messages) if file.kind == "text" else None
    body = messages.lines(file.messages) if plain is None else plain
    seen = "chat" if plain is None and body else "text"
    speaks = any("slot" not in each for each in file.messages)
    kind = "" if seen == file.kind and body and speaks else file.kind
    head = list(head_lines(file, kind, written.placeholders))
    if not head and (at_the_top(body) or "\n".join(body).startswith(BOM_UTF8.decode())):
        head = [HEAD, HEAD]  # so that nothing above takes the text for something else
    return "\n".join([*head, *body, ""]).encode()


def head_lines(file: PromptFile, kind: str, placeholders: bool | str) -> Iterator[str]:
    """The lines of front matter; none where there is nothing to say.

    Args:
        file: What the file says.
        kind: The kind, where it is not seen from the text.
        placeholders: What is said of placeholders.
    """
    try:
        lines = list(_said(file, kind, placeholders))
    except ValueError as error:
        raise Unsayable(
            f"A prompt file can't say {error}, which stands in its description, note, labels or tags."
        ) from None
    if lines:
        yield from (HEAD, *(lines if lines[0] else lines[1:]), HEAD)


def _said(file: PromptFile, kind: str, placeholders: bool | str) -> Iterator[str]:
    if file.description:
        yield f"description = {toml_text(file.description)}"
    if file.note:
        yield f"note = {toml_text(file.note)}"
    if kind:
        yield f"kind = {toml(kind)}"
    if file.labels:
        yield f"label = {toml(file.labels[0])}" if len(file.labels) == 1 else f"labels = {toml(file.labels)}"
    if file.tags:
        yield f"tags = {toml(file.tags)}"
    if file.weight is not None:
        yield f"weight = {toml(file.weight)}"
    if placeholders is not True:
        yield f"placeholders = {toml(placeholders)}"
    config = _config(file.config)
    if config and not config[0].startswith("["):
        yield from config
    if file.variables is not None:
        yield from ("", "[variables]", *map(_variable, file.variables))
    if config and config[0].startswith("["):
        yield from ("", *config)


def _variable(variable: Variable) -> str:
    enum = None if variable.enum is None else list(variable.enum)
    about = {
        "type": variable.type,
        "enum": enum,
        "default": variable.default,
        "description": variable.description or None,
    }
    given = {name: each for name, each in about.items() if each is not None}
    try:
        return f"{key(variable.name)} = {toml(variable.type) if list(given) == ['type'] else toml(given)}"
    except ValueError as error:
        raise Unsayable(f"A prompt file can't say {error}, which stands in the variable {variable.name!a}.") from None


def _config(config: Any) -> list[str]:
    """The lines of settings: a table, or JSON where TOML has no word for something in them."""
    if isinstance(config, Mapping):
        if not config:
            return []
        try:
            if not too_deep(config, DEEPEST - 2):
                return list(table("config", config))
        except ValueError:
            pass  # it holds null, which JSON has a word for
    try:
        text = write_json(config, indent=2)
    except (ValueError, TypeError, RecursionError) as error:
        raise Unsayable(f"The settings in `config` are no JSON: {error}.") from None
    if "'''" in text:
        text = text.replace("'", "\\u0027")
    return f"config = '''\n{text}\n'''".split("\n")
