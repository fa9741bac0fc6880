"""One prompt file: one version of a prompt."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..platform import Variable
from ..spelling import closest
from .errors import Problem, PromptFileError
from .front_matter import DRAFT, FrontMatter, Tell, read_front_matter
from .messages import FENCE, placeholders, read_messages

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
    """

    messages: tuple[Mapping[str, Any], ...]
    placeholders: tuple[str, ...] = ()
    variables: tuple[Variable, ...] | None = None
    config: Mapping[str, Any] = {}
    labels: tuple[str, ...] = ()
    description: str = ""

    @property
    def draft(self) -> bool:
        """Whether it is found only by those who ask for it."""
        return DRAFT in self.labels

    @property
    def needed(self) -> tuple[Variable, ...]:
        """The variables: the declared ones, or else those that its placeholders name."""
        return tuple(map(Variable, self.placeholders)) if self.variables is None else self.variables


def read_prompt_file(data: bytes, file: str) -> PromptFile:
    """Read a prompt file.

    Args:
        data: What stands in it.
        file: How errors name it.

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
    found = _read(text, tell)
    if problems:
        raise PromptFileError(problems=sorted(problems))
    return found


def _read(text: str, tell: Tell) -> PromptFile:
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()  # the end of the last line begins no other
    first = lines[0].rstrip(" \t") if lines else ""
    head, begin = FrontMatter(), 0
    if first == FENCE:
        end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip(" \t") == FENCE), None)
        if end is None:
            tell(1, 1, f"The front matter that begins here has no end: a second line `{FENCE}`.")
            return PromptFile(())
        head, begin = read_front_matter(lines[1:end], tell), end + 1
    elif first == "---":
        tell(1, 1, f"Front matter is TOML between two lines `{FENCE}`; for a line of text write `\\---`.")
    messages = read_messages(lines[begin:], begin + 1, tell)
    if not any("role" in each for each in messages):
        tell(len(lines) or 1, 1, "There is no text, and so no message.")
    names: dict[str, None] = {}
    declared = None if head.variables is None else dict.fromkeys(each.name for each in head.variables)
    for each in placeholders(lines[begin:], begin + 1, tell):
        if declared is not None and each.name not in declared:
            close = closest(each.name, declared)
            guess = f" (did you mean {close}?)" if close else ""
            tell(each.line, each.column, f"{each.name} is not declared in [variables]{guess}.")
        names[each.name] = None
    return PromptFile(
        tuple(messages),
        tuple(names),
        head.variables,
        head.config,
        head.labels,
        head.description,
    )
