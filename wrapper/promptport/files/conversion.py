"""What platforms hold as prompt files, and prompt files as what platforms are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import ArgumentError
from ..platform import Fetched, NewVersion, Variable
from ..prompt.rewriting import Unsayable, rewritten_messages
from ..prompt.values import TYPES, check
from .errors import PromptFileError
from .front_matter import LATEST
from .prompt_file import PromptFile, placeholders_of, read_prompt_file
from .writing import write_prompt_file


def file_of(version: Fetched | NewVersion) -> PromptFile:
    """What a prompt file says that holds a version of a platform's.

    Its placeholders are those of files. What a text uses and the platform does not declare is declared, where it declares
    anything; a variable is required where it has no default, as rendering has it.

    Args:
        version: The version.

    Raises:
        Unsayable: A file can't say something in it; the text says what.
    """
    try:
        messages = [
            _plain(each) for each in rewritten_messages(version.messages, version.variables, version.syntax, "escaped")
        ]
        declared = None if version.variables is None else _declared(version.variables, placeholders_of(messages))
        file = PromptFile(
            tuple(messages),
            placeholders_of(messages),
            declared or None,
            _plain(version.config),
            tuple(dict.fromkeys(each for each in version.labels if each and each != LATEST)),
            version.description,
            tuple(dict.fromkeys(each for each in version.tags if each)),
            version.note,
            _kind(version.kind, messages),
        )
        found = read_prompt_file(write_prompt_file(file), "")
    except PromptFileError as error:
        problems = " ".join(each.text for each in error.problems)
        raise Unsayable(f"{version.name}: a prompt file can't say it. {problems}") from None
    except Unsayable as error:
        raise Unsayable(f"{version.name}: {error.message}") from None
    if list(found.messages) != messages or found.config != file.config:
        raise Unsayable(f"{version.name}: a prompt file would say something else than the platform does.")
    return found


def version_of(name: str, file: PromptFile, syntax: str = "escaped") -> NewVersion:
    """What a platform is given that is to hold what a file says.

    Args:
        name: The prompt's name.
        file: What the file says, with its parts put in.
        syntax: How the platform's placeholders look: a name in `promptport.prompt.syntax.SYNTAXES`.

    Raises:
        Unsayable: The platform's placeholders can't say something; the text says what.
    """
    if file.parts:
        raise ArgumentError(
            f"{name} names the parts {', '.join(file.parts)}: read it with `Folder`, which puts them in."
        )
    try:
        messages = rewritten_messages(file.messages, file.needed, "escaped", syntax)
    except Unsayable as error:
        raise Unsayable(f"{name}: {error.message}") from None
    return NewVersion(
        name,
        tuple(messages),
        file.kind,
        file.variables,
        syntax,
        file.config,
        file.labels,
        file.tags,
        file.note,
        file.description,
    )


def _kind(kind: str, messages: Sequence[Mapping[str, Any]]) -> str:
    """The kind of a version. Where a platform tells none, or one that it can't be, that is seen from its messages."""
    single = len(messages) == 1 and isinstance(messages[0].get("content"), str)
    user = single and messages[0].keys() == {"role", "content"} and messages[0]["role"] == "user"
    return "text" if (single and kind == "text") or (user and not kind) else "chat"


def _declared(variables: Sequence[Variable], placeholders: Sequence[str]) -> tuple[Variable, ...]:
    declared = {each.name: _variable(each) for each in variables}
    objects = {each.name for each in declared.values() if each.type in (None, "object")}
    for each in placeholders:
        if each.partition(".")[0] not in objects:
            declared.setdefault(each, Variable(each))
    return tuple(declared.values())


def _variable(variable: Variable) -> Variable:
    kind = variable.type if variable.type in TYPES else None
    default = _plain(variable.default)
    enum = tuple(_plain(list(variable.enum))) if variable.enum else None
    if kind is None and isinstance(default, list | dict):
        kind = "array" if isinstance(default, list) else "object"
    if default is not None and kind and check({"": default}, [""], types={"": kind}):
        default = _read(default)
    return Variable(variable.name, kind, default is None, default, variable.description, enum)


def _read(default: Any) -> Any:
    """A default that a platform keeps as a text: what it says, where it is written in the same way."""
    said = {"true": True, "false": False}.get(str(default), default)
    for number in (int, float):
        if isinstance(default, str) and said is default:
            try:
                said = number(default) if str(number(default)) == default else default
            except ValueError:
                continue
    return said


def _plain(value: Any) -> Any:
    """JSON of lists and dicts, whatever else it was held in."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value
