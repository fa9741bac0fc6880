"""One prompt file: one version of a prompt."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ..platform import Variable
from ..prompt.message import texts_of
from ..prompt.syntax import escaped
from ..spelling import closest
from .constructs import REMEDY, one_line
from .errors import Problem, PromptFileError
from .front_matter import DRAFT, FrontMatter, Tell, read_front_matter
from .marks import HEAD, read_lines
from .messages import read_body
from .misplaced import at_the_top

PROBLEMS = 100  # of one file that are told; a text that is no prompt file may have one in every line


class PromptFile(NamedTuple):
    """What a prompt file says.

    Attributes:
        messages: Its messages, as `promptport.platform.Fetched` has them.
        placeholders: The names of its placeholders, each once.
        variables: What it declares; None where it declares nothing.
        config: Settings for a model.
        labels: The labels of this version.
        description: What the prompt is for.
        tags: What the prompt is filed under.
        note: What its author says of this version.
        kind: `text` where it is one text, `chat` where it is messages.
        weight: How many of the prompt's users get this version, beside the weights of the others; None where all users get
            the one in production.
        parts: The names of files whose texts are to stand in these messages, as `{{> name}}`; `Folder` puts them in. Where
            there are none, that is text.
    """

    messages: tuple[Mapping[str, Any], ...]
    placeholders: tuple[str, ...] = ()
    variables: tuple[Variable, ...] | None = None
    config: Any = {}  # noqa: RUF012 # nobody changes it
    labels: tuple[str, ...] = ()
    description: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    kind: str = "chat"
    weight: float | None = None
    parts: tuple[str, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether it is found only by those who ask for it."""
        return DRAFT in self.labels

    @property
    def needed(self) -> tuple[Variable, ...]:
        """The variables: the declared ones, or else those that its placeholders name."""
        return tuple(map(Variable, self.placeholders)) if self.variables is None else self.variables

    @property
    def unused(self) -> tuple[str, ...]:
        """The names of the variables that no placeholder names, not even a part of one (`user.name`)."""
        used = {*self.placeholders, *(each.partition(".")[0] for each in self.placeholders)}
        return tuple(each.name for each in self.variables or () if each.name not in used)


def placeholders_of(messages: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The names of the placeholders of messages in the syntax `escaped`, each once, in the order of rendering."""
    found = (each for message in messages for text in texts_of(message) for each in escaped(())(text))
    return tuple(dict.fromkeys(each.name for each in found if each.name is not None))


def read_prompt_file(data: bytes, file: str, *, parts: bool = False) -> PromptFile:
    """Read a prompt file.

    Args:
        data: What stands in it.
        file: How errors name it.
        parts: Whether it may name other files, whose texts are to be put in; `Folder` does so.

    Raises:
        PromptFileError: It is malformed; everything that is wrong with it is told, up to `PROBLEMS`.
    """
    problems: list[Problem] = []

    def tell(line: int, column: int, text: str) -> None:
        if len(problems) == PROBLEMS:
            problems.append(Problem(file, line, column, f"There is more: of one file {PROBLEMS} problems are told."))
            raise PromptFileError(problems=problems)
        problems.append(Problem(file, line, column, text))

    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        tell(before.count("\n") + 1, len(before) - before.rfind("\n"), "The text is not UTF-8.")
        raise PromptFileError(problems=problems) from None
    found = _read(text, tell, parts)
    if problems:
        raise PromptFileError(problems=sorted(set(problems)))
    return found


def _read(text: str, tell: Tell, parts: bool) -> PromptFile:
    lines = text.split("\n")
    if len(lines) == 1 and any(
        each.problem or each.marks or each.text.strip() == HEAD for each in read_lines(text.splitlines()[1:], 1)
    ):
        tell(1, 1, "Lines end in LF or CRLF, and these do not.")
    if lines[-1] == "":
        lines.pop()  # the end of the last line begins no other
    first = lines[0].rstrip(" \t") if lines else ""
    front, begin = FrontMatter(), 0
    if first == HEAD:
        end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip(" \t") == HEAD), None)
        if end is None:
            tell(1, 1, f"The front matter that begins here has no end: a second line `{HEAD}`.")
            return PromptFile(())
        front, begin = read_front_matter(lines[1:end], tell), end + 1
    elif found := at_the_top(lines):
        tell(found[0], 1, found[1])
    body = read_body(lines[begin:], begin + 1, tell, front.placeholders)
    messages = body.messages
    for each in () if parts else body.parts:
        shown = one_line(f"{{{{> {each.name}}}}}")
        tell(each.line, each.column, f"`{shown}` would put in another file, which only a folder has. {REMEDY}")
    kind = front.kind or ("chat" if body.marked else "text")
    if front.kind == "text":
        messages = messages or [{"role": "user", "content": ""}]
        if len(messages) > 1 or not isinstance(messages[0].get("content"), str):
            tell(2, 1, "A prompt of the kind `text` is one text: it has one message without parts.")
    elif not front.kind and all("slot" in each for each in messages):
        tell(len(lines) or 1, 1, "There is no text, and so no message.")
    declared = None if front.variables is None else {each.name for each in front.variables}
    objects = {
        each.name for each in front.variables or () if each.type in (None, "", "object")
    }  # of which parts are named
    for each in body.placeholders:
        if declared is not None and each.name not in declared and each.name.partition(".")[0] not in objects:
            close = closest(each.name, declared)
            guess = f" (did you mean {close}?)" if close else ""
            tell(each.line, each.column, f"{each.name} is not declared in [variables]{guess}.")
        elif declared is None and each.doubt:
            remedy = "Declare it in [variables] if it is a placeholder; if it is text, put a backslash before it."
            tell(each.line, each.column, f"`{{{{{each.name}}}}}` {each.doubt}. {remedy}")
    return PromptFile(
        tuple(messages),
        placeholders_of(messages),
        front.variables,
        front.config,
        front.labels,
        front.description,
        front.tags,
        front.note,
        kind,
        front.weight,
        tuple(dict.fromkeys(each.name for each in body.parts)),
    )
