"""A file of any format, read and written as a prompt file."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from ..errors import ArgumentError
from ..files import PromptFile, PromptFileError
from ..files.prompt_file import read_prompt_file
from ..files.single_braces import single_braces
from ..files.writing import write_prompt_file
from ..platform import Variable
from .declared import completed
from .dotprompt import read_dotprompt
from .jinja import read_jinja
from .langfuse import looks_like_langfuse, read_langfuse
from .markdown import read_markdown, read_text
from .mustache import read_mustache
from .outcome import Draft, Image, Slot, Turn
from .pieces import Value, escaped_text
from .prompty import read_prompty
from .report import Report, shown

MOST = 1_000_000  # bytes of a file; an export of many prompts may have more
MOST_OF_EXPORTS = 50_000_000

Reader = Callable[[str, Report], Iterable[Draft]]


def _one(read: Callable[[str, Report], Draft]) -> Reader:
    return lambda text, report: [read(text, report)]


FORMATS: Mapping[str, Reader] = {
    "dotprompt": _one(read_dotprompt),
    "prompty": _one(read_prompty),
    "jinja": _one(read_jinja),
    "mustache": _one(read_mustache),
    "markdown": _one(read_markdown),
    "agent": _one(lambda text, report: read_markdown(text, report, agent=True)),
    "template": _one(lambda text, report: read_markdown(text, report, agent=False)),
    "text": _one(read_text),
    "langfuse": read_langfuse,
}
ENDINGS: Mapping[str, str] = {
    ".prompt": "dotprompt", ".prompty": "prompty", ".j2": "jinja", ".jinja": "jinja", ".jinja2": "jinja",
    ".mustache": "mustache", ".md": "markdown", ".markdown": "markdown", ".mdc": "markdown", ".txt": "text", ".json": "langfuse",
}  # fmt: skip


def format_of(path: PurePath) -> str | None:
    """The format of a file, by its name; None where it is none that is known."""
    return ENDINGS.get(path.suffix.lower())


def decoded(data: bytes, report: Report, most: int = MOST) -> str | None:
    """The text of a file, with LF at the ends of its lines; None where it is none.

    Args:
        data: What stands in it.
        report: Takes why it is none.
        most: Bytes that it may have.
    """
    if len(data) > most:
        report.refuse(1, f"The file has {len(data):,} bytes: {most:,} are read.")
        return None
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        report.refuse(1, "The text is UTF-16: save it as UTF-8.")
        return None
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        report.refuse(line, "The text is not UTF-8: save it as that.", column)
        return None
    if "\0" in text:
        report.refuse(text.count("\n", 0, text.index("\0")) + 1, "The file is no text: it has a character NUL.")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_drafts(data: bytes, report: Report, kind: str) -> Iterator[Draft]:
    """The prompts of a file, one after the other.

    Args:
        data: What stands in it.
        report: Takes what is wrong with it, and what is left out, before the prompt that it is about comes.
        kind: Its format: one of `FORMATS`.
    """
    text = decoded(data, report, MOST_OF_EXPORTS if kind == "langfuse" else MOST)
    if text is None:
        return
    if not text.strip():
        report.refuse(1, "The file is empty.")
    elif kind == "markdown" and text.startswith("+++") and _is_ours(data, report.file):
        report.refuse(1, "This is a prompt file already: copy it to where it belongs.")
    elif kind == "langfuse" and not looks_like_langfuse(text):
        report.refuse(1, "This is no export of Langfuse: JSON with `name` and `prompt`.")
    else:
        yield from FORMATS[kind](text, report)


def _is_ours(data: bytes, file: str) -> bool:
    """Whether it is a prompt file, which needs no other form."""
    try:
        read_prompt_file(data, file)
    except PromptFileError:
        return False
    return True


def tell_of_types(draft: Draft, kind: str, report: Report) -> None:
    """Say which values are written in another way than there: those that are no text and no number.

    Args:
        draft: The prompt.
        kind: The format that it comes from.
        report: Takes what is said.
    """
    ours = ("boolean",) if kind == "dotprompt" else ()  # which it writes as we do
    types = {each.name: each.type for each in draft.variables if each.type in ("boolean", "array", "object")}
    places = {each.name: each.line for each in draft.pieces() if isinstance(each, Value)}
    for name, line in places.items():
        if types.get(name) not in (None, *ours):
            report.note(line, f"{name} is declared {types[name]}: its values are written as JSON here.")


def tell_of_braces(draft: Draft, data: bytes, source: str, report: Report) -> None:
    """Say which variables the text names in single braces and the like alone, in which they are text as they are there.

    Args:
        draft: The prompt.
        data: What stands in the prompt file.
        source: What stands in the file that it comes from.
        report: Takes what is said.
    """
    if draft.parts:
        return  # which may name them
    named = {*draft.names, *(each.partition(".")[0] for each in draft.names)}
    unused = [each.name for each in draft.variables if each.name not in named]
    for _, _, name, written in single_braces(data.decode(), unused):
        line = source.count("\n", 0, max(source.rfind(written), 0)) + 1
        report.note(
            line, f"`{written}` is text, and nothing puts {name} in: write `{{{{{name}}}}}` where it is to stand."
        )


def file_of(draft: Draft) -> PromptFile:
    """A prompt of another format as a prompt file says it."""
    parts = tuple(dict.fromkeys(each.name for each in draft.parts))
    messages = tuple(_message(each, bool(parts)) for each in draft.turns)
    names = tuple(draft.names)
    return PromptFile(
        messages,
        names,
        completed(draft.variables, names),
        draft.config,
        tuple(draft.labels),
        draft.description,
        tuple(draft.tags),
        draft.note,
        draft.kind,
        parts=parts,
    )


def _message(turn: Turn | Slot, parts: bool) -> dict[str, Any]:
    if isinstance(turn, Slot):
        return {"slot": turn.name}
    content: list[dict[str, Any]] = []
    for each in turn.content:
        if isinstance(each, Image):
            content.append({"type": "image_url", "image_url": {"url": escaped_text(each.url, parts=parts)}})
        else:
            content.append({"type": "text", "text": escaped_text(each, parts=parts)})
    if not any(isinstance(each, Image) for each in turn.content):
        return {"role": turn.role, "content": "".join(each["text"] for each in content), **turn.more}
    return {"role": turn.role, "content": content, **turn.more}


def written(draft: Draft, report: Report) -> bytes | None:
    """What stands in the prompt file, which is read back to see that it says the same; None where it can't be said.

    Args:
        draft: The prompt.
        report: Takes why it can't be said.
    """
    line = min((each.line for each in draft.parts), default=1)
    if not draft.turns:
        report.refuse(1, "There is no text, and so no message.")
        return None
    reason = ""
    for declared in (False, True):
        try:
            file = file_of(draft)
            if declared and file.variables is not None:
                break
            file = file._replace(variables=tuple(map(Variable, file.placeholders))) if declared else file
            data = write_prompt_file(file)
            read = read_prompt_file(data, report.file, parts=bool(file.parts))
        except PromptFileError as error:
            reason = "; ".join(dict.fromkeys(problem.text for problem in error.problems))
        except ArgumentError as error:
            reason = str(error)
        else:
            if (read.messages, read.config, read.parts) == (file.messages, file.config, file.parts):
                return data
            reason = "something in it reads differently"
    report.refuse(line, f"No prompt file can say this: {shown(reason) if len(reason) > 300 else reason}")
    return None
