"""Prompt files in one form, as their authors write them: what they say stays, and so do comments and parts."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence

from .front_matter import FrontMatter, read_front_matter
from .json_text import read_json, write_json
from .marks import HEAD, Line, read_lines
from .prompt_file import read_prompt_file
from .toml_keys import tokens
from .writing import head_lines


def formatted(data: bytes, file: str) -> bytes:
    """A prompt file in one form. It says the same, and a second time nothing is changed.

    Front matter has its keys in their order, unless it has comments; a line that begins a message has no blanks too many; one
    empty line is between two messages, and none around their texts; lines end in LF, and there is no byte order mark.

    Args:
        data: What stands in the file.
        file: How errors name it.

    Raises:
        PromptFileError: It is malformed.
    """
    said = read_prompt_file(data, file, parts=True)
    lines = data.removeprefix(BOM_UTF8).decode().replace("\r\n", "\n").split("\n")
    head: list[str] = []
    front = FrontMatter()
    if lines[0].rstrip(" \t") == HEAD:
        end = next(at for at, line in enumerate(lines[1:], 1) if line.rstrip(" \t") == HEAD)
        inside = lines[1:end]
        front = read_front_matter(inside, lambda *_: None)
        commented = any(token.startswith("#") for token, _ in tokens("\n".join(inside)))
        head = [HEAD, *inside, HEAD] if commented else list(head_lines(said, front.kind, front.placeholders))
        lines = lines[end + 1 :]
    body = list(_body(lines, plain=front.placeholders is False))
    for before in ([], [HEAD, HEAD]):  # the second, where the text would be taken for something else at the top
        made = "\n".join([*(head or before), *body, ""]).encode()
        if _says(made, file) == said:
            return made
    return data


def _says(data: bytes, file: str) -> object:
    from .errors import PromptFileError

    try:
        return read_prompt_file(data, file, parts=True)
    except PromptFileError:
        return None


def _body(lines: Sequence[str], *, plain: bool) -> Iterator[str]:
    """The lines of messages, an empty one between two."""
    block: list[str] = []
    began = False
    for line in read_lines(lines, 1, plain=plain):
        if not line.marks:
            block.append(line.text)
            continue
        text = _trimmed(block)
        yield from text
        if began or text:
            yield ""
        yield _mark(line)
        began, block = True, []
    yield from _trimmed(block)


def _trimmed(block: Sequence[str]) -> Sequence[str]:
    full = [at for at, line in enumerate(block) if line.strip(" \t")]
    return block[full[0] : full[-1] + 1] if full else ()


def _mark(line: Line) -> str:
    if line.place:
        return f"--- {{{{{line.place}}}}}"
    data = line.data if line.word == "image" else write_json(read_json(line.data)) if line.data else ""
    return " ".join(filter(None, ("---", line.word or line.role, data)))
