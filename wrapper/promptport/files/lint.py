"""What a prompt file says that was hardly meant so: a problem for those who check a folder, and for nobody who asks."""

from __future__ import annotations

from collections.abc import Iterator

from .errors import Problem
from .front_matter import DRAFT, PRODUCTION
from .marks import HEAD
from .parts import Version
from .prompt_file import PromptFile
from .single_braces import single_braces
from .toml_keys import TomlKeys


def lint(version: Version, resolved: PromptFile) -> list[Problem]:
    """What was hardly meant so in a version.

    Args:
        version: The version, whose file is well-formed.
        resolved: The file with its parts in it.
    """
    misspelt = list(_misspelt_labels(version.file))
    if not misspelt and not resolved.unused:
        return []
    try:
        text = version.path.read_text("utf-8-sig", errors="replace")
    except OSError:  # it was taken away meanwhile
        return []
    line, column = _place_of_labels(text)
    problems = [Problem(version.shown, line, column, each) for each in misspelt]
    remedy = "if it is text, take the name out of [variables]."
    return problems + [
        Problem(version.shown, line, column, f"`{written}` is text: a placeholder is `{{{{{name}}}}}`; {remedy}")
        for line, column, name, written in single_braces(text, resolved.unused)
    ]


def _misspelt_labels(file: PromptFile) -> Iterator[str]:
    """Of the labels that say what is in production, those that a slip has made others."""
    for label in file.labels:
        for each in (DRAFT, PRODUCTION):
            if label != each and label.isalpha() and _is_slip(label.lower(), each):
                yield f"`{label}` is a label as any other, and not `{each}`, which says what is in production."


def _is_slip(label: str, word: str) -> bool:
    """Whether a letter is wrong, missing or too many, or two are the other way round."""
    short, shorter = _without_a_letter(word), _without_a_letter(label)
    return label == word or label in short or word in shorter or not short.isdisjoint(shorter)


def _without_a_letter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _place_of_labels(text: str) -> tuple[int, int]:
    """The line and the column of the key of labels in a file."""
    lines = text.split("\n")
    ends = (at for at, each in enumerate(lines[1:], 1) if each.rstrip(" \t\r") == HEAD)
    keys = TomlKeys("\n".join(lines[1 : next(ends, 1)]))
    line, column = keys.place(("label",)) or keys.place(("labels",)) or (0, 1)
    return line + 1, column
