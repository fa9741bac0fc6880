"""Programs that call hostile prompts as functions, rightly and wrongly; the prompts come from a seeded program."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from promptport import Prompt, Variable
from promptport.platform import Fetched
from promptport.typed import written
from promptport.typed.quoting import literal

PIECES = (
    "a", "b", "Name", "/", "-", ".", " ", "_", "__", "2", "class", "client", "None", "str", "int", "object", "Literal", "Value",
    "R", "rendered", "_rendered", "annotations", "ü", "日本", "ﬁ", "🎉", '"', '"""', "'", "\\", "\n", "\\N{BULLET}", "\t", "#",
    "# type: ignore", "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{NO-BREAK SPACE}", "\ud800", "\x00", "]", ")", "import os", "self",
    "match", "type", "print",
)  # fmt: skip
RIGHT = {
    "string": '"x"', "number": "1.5", "integer": "2", "boolean": "True", "array": "[1]", "object": '{"a": 1}', None: '"y"',
    "date": '"z"',
}  # fmt: skip
WRONG = {
    "string": "1",
    "number": '"x"',
    "integer": "1.5",
    "boolean": '"x"',
    "array": '"x"',
    "object": '"x"',
    None: "{1}",
}


class Program(NamedTuple):
    """A program, which begins with the module of its prompts.

    Attributes:
        text: Its text.
        missing: The lines of calls that leave a variable out.
        misspelt: The lines of calls that have a variable which there is not.
        wrong: The lines of calls with a value of a wrong type.
    """

    text: str
    missing: list[int]
    misspelt: list[int]
    wrong: list[int]

    @property
    def all(self) -> list[int]:
        """The lines of all calls that are wrong."""
        return [*self.missing, *self.misspelt, *self.wrong]


def program(count: int, seed: int) -> Program:
    """A program of so many prompts, each called rightly once and wrongly three times."""
    random = Random(seed)
    names = [*dict.fromkeys(_name(random) for _ in range(count))]
    declared = {name: [*_variables(random)] for name in names}
    made = written(
        Prompt.of(
            Fetched(
                name,
                [{"role": "user", "content": "Hi."}, {"slot": "history"}],
                variables,
                "words",
                description=_name(random),
            ),
            "files",
            "file",
        )
        for name, variables in declared.items()
    )
    lines = [*made.text.splitlines(), "", "import promptport as _promptport", "", '_client = _promptport.Client("xr2")']
    found = Program("", [], [], [])
    for name, variables in declared.items():
        mapped = made.parameters.get(name, {})
        values = {mapped.get(each.name, each.name): _right(each) for each in variables}
        every = {**values, mapped.get("history", "history"): "[]"}
        some = {
            each: value for each, value in every.items() if each != mapped.get(variables[0].name, variables[0].name)
        }
        wrong = {**every, mapped.get(variables[0].name, variables[0].name): WRONG[variables[0].type]}
        for arguments, told in (
            (every, None),
            (some, found.missing),
            ({**every, "misspelt_": "1"}, found.misspelt),
            (wrong, found.wrong),
        ):
            lines.append(
                f"{made.functions[name]}(_client, {', '.join(f'{each}={value}' for each, value in arguments.items())})"
            )
            if told is not None:
                told.append(len(lines))
    return found._replace(text="\n".join([*lines, ""]))


def _name(random: Random) -> str:
    return "".join(random.choices(PIECES, k=random.randint(1, 4)))


def _variables(random: Random) -> Iterator[Variable]:
    """Variables, of which the first must be given, and has a type that something does not fit."""
    names = dict.fromkeys(_name(random).replace(".", "·") for _ in range(random.randint(1, 4)))
    for at, name in enumerate(names):
        kind = random.choice([*(WRONG if not at else RIGHT)])
        enum = (
            random.choice([None, None, [_value(random)], [_value(random) for _ in range(9)]])
            if kind == "string"
            else None
        )
        yield Variable(
            name, kind, default=random.choice([None, "d"]) if at else None, description=_name(random), enum=enum
        )


def _value(random: Random) -> str:
    return _name(random).replace("\ud800", "")  # half a character, which pyright can't read in a call


def _right(variable: Variable) -> str:
    return str(literal(variable.enum[-1])) if variable.enum else RIGHT[variable.type]
