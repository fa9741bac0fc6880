"""Front matter and messages in the form of other formats, or in another place: what a prompt file has and does not mean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from .constructs import visible

# Words of front matter, ours and other formats'. Fields without any of them are data of which a text speaks.
_WORDS = frozenset(
    [
        "author",
        "category",
        "config",
        "created",
        "date",
        "description",
        "draft",
        "id",
        "inputs",
        "kind",
        "label",
        "labels",
        "lang",
        "language",
        "layout",
        "license",
        "metadata",
        "mode",
        "model",
        "model_config",
        "name",
        "note",
        "outputs",
        "owner",
        "parameters",
        "placeholders",
        "settings",
        "slug",
        "source",
        "status",
        "tags",
        "temperature",
        "template",
        "template_format",
        "title",
        "tools",
        "type",
        "updated",
        "variables",
        "version",
        "weight",
    ]
)
# Keys that say what is done with a prompt; nobody begins a text with them.
_OWN = frozenset(("label", "labels", "placeholders", "temperature", "variables"))
_FIELD = re.compile(
    r"[\"']?([A-Za-z_](?:[\w.\- ]{0,60}\w)?)[\"']?[ \t]*[:=](?:[ \t\"'\[{].*|[\w./\-]*+)|[ \t]+\S.*|-[ \t].*|#.*"
)
_KEYS = "|".join(sorted(_OWN))
_UNFENCED = re.compile(
    rf"(?:{_KEYS}|description|note|kind|tags|weight|config)[ \t]*=[ \t]*[\"'\[{{\dtf].*"
    rf"|\[(?:variables|config)\][ \t]*|(?:{_KEYS})[ \t]*:(?:[ \t].*)?"
)
_OPENS = re.compile(
    r"(?:;;;|<!-{2,}|`{3,}|~{3,})[ \t]*+(?:toml|yaml|yml|json|front-?matter|meta(?:data)?)?[ \t]*", re.IGNORECASE
)
_ENDS = re.compile(r"(?:;;;|-{2,}>|`{3,}|~{3,})[ \t]*")
_DASHES = re.compile(r" {0,3}-{3,} *")
ROLE_FIELD = re.compile(r" *(?:- +)?[\"']?role[\"']? *: *[\"']?(?:system|developer|user|assistant)[\"']? *")
HUMAN = "Human:"
_MOST = 200  # lines of front matter that are looked at for its end

_TOML = "Front matter is TOML between two lines `+++` at the very top"
_DASHED = f"{_TOML}; for a line of text write `\\---`."
_ABOVE = "If it is text, put two lines `+++` above it."
_BACKSLASH = "If it is text, put a backslash at the beginning of the line."


def at_the_top(lines: Sequence[str]) -> tuple[int, str] | None:
    """What a file without front matter has in its place.

    Args:
        lines: The lines of the file.

    Returns:
        The line in which it begins, and what is wrong; None where a text begins there.
    """
    first = next((at for at, line in enumerate(lines) if visible(line).strip()), None)
    if first is None:
        return None
    line = visible(lines[first]).strip()
    if line == "---":
        return first + 1, _DASHED
    if _UNFENCED.fullmatch(line) or (_OPENS.fullmatch(line) and _closed(lines, first)) or _unbegun(lines, first):
        return first + 1, f"{_TOML}. {_ABOVE}"
    if line[0] in "[{" and (wrong := _json("\n".join(lines[first:]))):
        return first + 1, wrong
    return None


def _closed(lines: Sequence[str], first: int) -> bool:
    """Whether what begins like a comment or a code fence holds front matter alone, with a key that is ours."""
    known = lines[first].startswith(";;;")
    for line in lines[first + 1 : first + _MOST]:
        if _ENDS.fullmatch(line):
            return known
        field = _FIELD.fullmatch(line.strip(" \t{},"))
        known = known or (field is not None and field[1] in _OWN)
        if not field and line.strip(" \t{}[],") and not _UNFENCED.fullmatch(line):
            return False
    return False


def _unbegun(lines: Sequence[str], first: int) -> bool:
    """Whether there are fields that nothing begins: with a key that is ours, or with a line that ends front matter."""
    known = False
    for line in lines[first : first + _MOST]:
        field = _FIELD.fullmatch(line)
        if field is None:
            return known and (_DASHES.fullmatch(line) is not None or line.rstrip() == "+++")
        if field[1] in _OWN:
            return True
        known = known or field[1] in _WORDS
    return False


def _json(text: str) -> str:
    """What is wrong where a file begins with JSON that holds messages, or front matter with a text below it."""
    try:
        found, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return ""
    messages = found.get("messages") if isinstance(found, dict) else found
    if isinstance(messages, list) and messages and all(isinstance(each, dict) and "role" in each for each in messages):
        return f"Messages begin with lines such as `--- user`, and are no JSON here. {_ABOVE}"
    front = isinstance(found, dict) and found and text[end:].strip() and found.keys() <= _WORDS
    return f"{_TOML}. {_ABOVE}" if front else ""


def among_lines(lines: Sequence[str], *, marks: bool) -> dict[int, str]:
    """What other formats have in a text: front matter in YAML, messages in YAML, turns of a human and an assistant.

    Args:
        lines: The lines.
        marks: Whether a line that begins a message ends what stands above it.

    Returns:
        By the index of a line, what is wrong with it.
    """
    return {**dict.fromkeys(_fields(lines), _DASHED), **dict(_roles(lines)), **dict(_turns(lines, marks))}


def _fields(lines: Sequence[str]) -> Iterator[int]:
    """Lines of dashes above fields, of which one is a word of front matter, and a second such line."""
    begin: int | None = None
    known, indent = False, 0
    for at, line in enumerate(lines):
        if _DASHES.fullmatch(visible(line)):
            indent = len(line) - len(line.lstrip(" "))
            if begin is not None and known:
                yield begin
            begin, known = at, False
        elif begin is not None and line.strip():
            field = _FIELD.fullmatch(line[indent:] if line[:indent].isspace() else line)
            if field is None:
                begin = None
            elif begin == at - 1 and field[1] in _OWN:
                known = True
                yield begin
            elif field[1] in _WORDS:
                known = True


def _roles(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Messages in YAML: a role, and below it the content."""
    for at, line in enumerate(lines):
        if "role" in line and ROLE_FIELD.fullmatch(line) and "content" in "".join(lines[at + 1 : at + 2]):
            yield at, f"A message begins with a line such as `--- user`. {_BACKSLASH}"


def _turns(lines: Sequence[str], marks: bool) -> Iterator[tuple[int, str]]:
    """Turns as Claude's text completions had them, with an empty line before each."""
    answered = False
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if marks and line.startswith("--- "):
            answered = False
        elif line.startswith(("Assistant:", "Human:")):
            above = lines[at - 1].strip() if at else ""
            if not above or above.startswith("--- "):
                answered = answered or line.startswith("Assistant:")
                if answered and line.startswith(HUMAN):
                    yield at, f"`{HUMAN}` begins no message: `--- user` does. {_BACKSLASH}"
