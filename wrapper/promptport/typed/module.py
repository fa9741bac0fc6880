"""The text of a module in which every prompt is a function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..errors import ArgumentError
from ..prompt.prompt import Prompt
from .definitions import Definitions
from .names import identifiers
from .parameters import CALL, Parameter, parameters_of
from .quoting import Code, code, comment, joined, lines_of, literal

MADE = "# Made by `promptport types"  # what a written module begins with
TYPING = ("Literal", "NotRequired", "TypeAlias", "TypedDict")
OURS = ("Array", "Messages", "Number", "Object", "R", "Renders", "Value")
TAKEN = frozenset({*TYPING, *OURS, *CALL, "annotations", "bool", "int", "object", "str"})
ABOUT = '''"""Prompts as functions, so that editors and type checkers know what each of them needs.

Each takes a client first: `promptport.Client`, or `promptport.AsyncClient`, whose answer is
awaited. In its place stands a prompt that `get` has answered, as for a version, a label, a
fallback or other options. Then come the prompt's variables, by name; None is as good as
leaving out what can be left out.
"""'''


class Written(NamedTuple):
    """A module.

    Attributes:
        text: Its text.
        functions: The names of its functions, by those of the prompts.
        parameters: Names of parameters that are not those of the variables: by prompt, and by variable.
    """

    text: str
    functions: Mapping[str, str]
    parameters: Mapping[str, Mapping[str, str]]


def written(prompts: Iterable[Prompt], command: str = "promptport types", *, label: str | None = None) -> Written:
    """Write a module in which every prompt is a function with typed, documented parameters. It is the same each time.

    Args:
        prompts: The prompts, each name once.
        command: What makes the module again, as its first line shows.
        label: The label that the functions ask for; None takes the version in production.

    Raises:
        ArgumentError: There are no prompts, or two of one name.
    """
    every = sorted(prompts, key=lambda each: each.name)
    names = identifiers((each.name for each in every), TAKEN, "prompt")
    if not every or len(names) < len(every):
        raise ArgumentError("A module is made of prompts, each name once." if every else "There are no prompts.")
    definitions = Definitions({*TAKEN, *names.values()})
    needed = {each.name: parameters_of(each, names[each.name], definitions) for each in every}
    functions = [_function(each, names[each.name], needed[each.name], label) for each in every]
    exported = sorted([*names.values(), *definitions.names])
    lines = [
        code("# Made by `{}`. Run that again; what is edited here is lost.", comment(command)),
        Code("# ruff: noqa"),
        Code("# fmt: off"),
        Code(ABOUT),
        Code(),
        Code("from __future__ import annotations"),
        Code(),
        *_imports(definitions.uses),
        Code("from promptport.typed import rendered as _rendered"),
        Code(),
        Code("__all__ = ["),
        *(code("    {},", literal(str(each))) for each in exported),
        Code("]"),
        *([Code()] * 2 if definitions.lines else []),
        *definitions.lines,
        *(line for each in functions for line in (Code(), Code(), *each)),
    ]
    mapped = {
        name: {each.key: str(each.name) for each in found if each.name != each.key} for name, found in needed.items()
    }
    return Written(
        f"{joined(chr(10), lines)}\n",
        {name: str(each) for name, each in names.items()},
        {name: found for name, found in mapped.items() if found},
    )


def _imports(uses: Iterable[str]) -> list[Code]:
    needed = {*uses, "R", "Renders"}
    typing = [Code(each) for each in TYPING if each in needed]
    head = [code("from typing import {}", joined(", ", typing)), Code()] if typing else []
    return [
        *head,
        code("from promptport.typed import {}", joined(", ", [Code(each) for each in OURS if each in needed])),
    ]


def _function(prompt: Prompt, name: Code, parameters: Sequence[Parameter], label: str | None) -> list[Code]:
    taken = {each.name for each in parameters}
    client = Code("client")
    while client in taken:
        client = code("{}_", client)
    return [
        code("def {}(", name),
        code("    {}: Renders[R],", client),
        Code("    /,"),
        *([Code("    *,")] if parameters else []),
        *(
            code("    {}: {},", each.name, each.type)
            if each.needed
            else code("    {}: {} | None = None,", each.name, each.type)
            for each in parameters
        ),
        Code(") -> R:"),
        *_docstring(prompt, parameters),
        Code("    return _rendered("),
        code("        {},", client),
        code("        {},", literal(prompt.name)),
        *_mapping(Code("        "), [each for each in parameters if each.needed and not each.place]),
        *_mapping(Code("        optional="), [each for each in parameters if not each.needed]),
        *_mapping(Code("        history="), [each for each in parameters if each.place]),
        *([] if label is None else [code("        label={},", literal(label))]),
        Code("    )"),
    ]


def _docstring(prompt: Prompt, parameters: Sequence[Parameter]) -> list[Code]:
    about = f"The prompt `{prompt.name}`."
    text = f"{prompt.fetched.description.strip()}\n\n{about}" if prompt.fetched.description.strip() else about
    first, *rest = lines_of(text, 4)
    described = [
        line
        for each in parameters
        if each.words
        for line in lines_of(f"{each.name}: {each.words}", 8, hanging=4, longest=1_000)
    ]
    if not rest and not described:
        return [code('    """{}"""', Code(first[4:]))]
    arguments = [Code(), Code("    Args:"), *described] if described else []
    return [code('    """{}', Code(first[4:])), *rest, *arguments, Code('    """')]


def _mapping(before: Code, parameters: Sequence[Parameter]) -> list[Code]:
    """A mapping of what is put in; what comes first is always there."""
    if not parameters:
        return [code("{}{{}},", before)] if not before.strip() else []
    rows = [code("            {}: {},", literal(each.key), each.name) for each in parameters]
    return [code("{}{{", before), *rows, Code("        },")]
