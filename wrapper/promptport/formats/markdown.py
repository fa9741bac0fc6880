"""Plain texts, Markdown with a head in YAML, and the files of agents: agents, skills, commands and rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import Any

from ..files.constructs import Construct, constructs
from ..platform import Variable
from .declared import completed, variable_of
from .outcome import Draft, text_draft
from .pieces import Piece, Value, trimmed
from .report import Lines, Report, shown
from .yaml_head import Head, read_loosely, read_yaml, split_head, texts

_FILES = frozenset({
    "skill.md", "agents.md", "claude.md", "gemini.md", "copilot-instructions.md",
    "readme.md", "contributing.md", "changelog.md", "security.md", "license.md", "code_of_conduct.md",
})  # fmt: skip
_ENDINGS = (".agent.md", ".chatmode.md", ".instructions.md", ".prompt.md", ".skill.md", ".mdc")
_FOLDERS = frozenset({"agents", "skills", "commands", "rules", "subagents"})
_KEYS = frozenset({
    "tools", "allowed-tools", "disallowedTools", "argument-hint", "disable-model-invocation", "user-invocable", "user-invokable",
    "mode", "agent", "applyTo", "globs", "alwaysApply", "license", "skills", "permissionMode", "subagent",
})  # fmt: skip
_DECLARING = ("variables", "inputs", "input_variables", "parameters", "arguments")
# What the tools of commands put in themselves: arguments, the output of a command, and what the editor asks for.
_PUT_IN = re.compile(r"\$ARGUMENTS\b|\$\{(?:input|selection|file)\w*(?::|\})")
_OF_COMMANDS = re.compile(rf"{_PUT_IN.pattern}|\$[1-9]\b|(?<!\S)!`")


def read_text(text: str, report: Report) -> Draft:
    """Read a plain text, in which `{{name}}` is a placeholder wherever it is one in a prompt file."""
    return text_draft(trimmed(_pieces(text, report, 1, ())))


def read_markdown(text: str, report: Report, *, agent: bool | None = None) -> Draft:
    """Read Markdown, with a head in YAML or without. In a file of agents nothing is a placeholder.

    Args:
        text: The whole text.
        report: Takes what of it is left out or changed; nothing of it is refused.
        agent: Whether it is one of agents; None looks at its head and its name.
    """
    head = _head(text, report)
    values = dict(head.values or {})
    if agent is None:
        agent = _is_of_agents(PurePath(report.file), values)
    description = values.pop("description", "")
    if not isinstance(description, str):
        values["description"], description = description, ""
    tags = texts(values.pop("tags")) if _are_texts(values.get("tags")) else []
    name = values.pop("name", "")
    about: dict[str, Any] = {"description": description, "tags": tags, "name": str(name or "")}
    if agent:
        pieces: list[Piece] = [head.body]
        _tell_of_agents(head, "argument-hint" in values, report)
        return text_draft(trimmed(pieces), config=values, **about)
    variables = _declared(values, head, report)
    pieces = trimmed(_pieces(head.body, report, head.line, [each.name for each in variables]))
    names = [each.name for each in pieces if isinstance(each, Value)]
    return text_draft(pieces, config=values, variables=completed(variables, names) or (), **about)


def _head(text: str, report: Report) -> Head:
    head, first, body, line = split_head(text)
    if head is None:
        return Head(None, {}, text, 1)
    scratch = Report(report.file)
    values, lines = read_yaml(head, first, scratch)
    if not scratch.problems and isinstance(values, dict):
        return Head(values, lines, body, line)
    loosely = read_loosely(head, first)
    why = scratch.problems[0] if scratch.problems else None
    reason = "is no mapping" if why is None else f"is not read as YAML (line {why.line}: {why.text})"
    if loosely is not None:
        report.note(first, f"The head {reason}: what stands behind each colon is taken as text.")
        return Head(*loosely, body, line)
    report.note(first, f"What looks like a head {reason}: it is text like the rest.")
    return Head(None, {}, text, 1)


def _is_of_agents(path: PurePath, values: dict[str, Any]) -> bool:
    name = path.name.lower()
    parents = {each.lower() for each in path.parts[:-1]}
    return name in _FILES or name.endswith(_ENDINGS) or bool(parents & _FOLDERS) or bool(_KEYS & values.keys())


def _tell_of_agents(head: Head, command: bool, report: Report) -> None:
    lines = Lines(head.body, head.line)
    command = (
        command or "$ARGUMENTS" in head.body or "commands" in PurePath(report.file).parts
    )  # else `$1` is a shell's
    found = list((_OF_COMMANDS if command else _PUT_IN).finditer(head.body))
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        report.note(
            lines.at(found[0].start()),
            f"`{shown(found[0][0])}`{more} is put in by the agent's own tool, and stays text here. "
            "Where a value is to be put in, write a placeholder, such as `{{arguments}}`.",
        )
    _tell_of_braces(list(constructs(head.body)), head.body, lines, report)


def _pieces(text: str, report: Report, first: int, declared: Collection[str]) -> list[Piece]:
    made: list[Piece] = []
    others: list[Construct] = []
    lines, at = Lines(text, first), 0
    for each in constructs(text):
        doubtful = each.doubt or _is_in_code(text, each)
        if not each.name or each.slashes or (doubtful and each.name not in declared):
            others.append(each)
            continue
        made += [text[at : each.begin], Value(each.name, lines.at(each.begin))]
        at = each.end
    _tell_of_braces(others, text, lines, report)
    return [*made, text[at:]]


def _is_in_code(text: str, construct: Construct) -> bool:
    """Whether it stands between backquotes of its line, as what is written about a template does."""
    start = max(text.rfind("\n", 0, construct.begin) + 1, construct.begin - 1000)
    return (
        text.count("`", start, construct.begin) % 2 == 1
        and "`" in text[construct.end : construct.end + 200].partition("\n")[0]
    )


def _tell_of_braces(found: Sequence[Construct], text: str, lines: Lines, report: Report) -> None:
    if not found:
        return
    first = found[0]
    more = f" and {len(found) - 1} more like it stay" if len(found) > 1 else " stays"
    report.note(lines.at(first.begin), f"`{shown(text[first.begin : first.end])}`{more} text, and no value is put in.")


def _are_texts(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(each, str | int | float) for each in value)
    )


def _declared(values: dict[str, Any], head: Head, report: Report) -> list[Variable]:
    """The variables that a head declares, which is then taken out of it; none where what looks so is something else."""
    key = next((each for each in _DECLARING if each in values), None)
    if key is None:
        return []
    given = values[key]
    rows: dict[str, Any] = {}
    if isinstance(given, dict):
        rows = given
    elif isinstance(given, list):
        rows = {str(each.get("name") or "") if isinstance(each, dict) else str(each): each for each in given}
    scratch = Report(report.file)
    found = [_variable(name, about, head.at(key, name), scratch) for name, about in rows.items()]
    declared = [each for each in found if each is not None]
    if scratch.problems or not rows or len(declared) < len(rows):
        return []
    report.notes += scratch.notes
    del values[key]
    return declared


def _variable(name: str, given: Any, line: int, report: Report) -> Variable | None:
    about = given if isinstance(given, dict) else {}
    if unknown := set(about) - {"name", "type", "description", "default", "required", "enum"}:
        report.refuse(line, f"`{', '.join(map(str, unknown))}` is unknown.")
    kind = about.get("type", given if isinstance(given, str) and given != name else None)
    return variable_of(report, line, name, kind, about, about.get("enum"))
