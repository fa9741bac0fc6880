"""What a prompt needs, as the parameters of a function."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..platform import Variable
from ..prompt.message import texts_of
from ..prompt.prompt import Prompt
from ..prompt.template import Template
from .definitions import Definitions, Field
from .names import identifiers
from .quoting import Code, literal

TYPES = {
    "string": Code("str"), "number": Code("Number"), "integer": Code("int"), "boolean": Code("bool"), "array": Code("Array"),
    "object": Code("Object"), None: Code("Value"), "": Code("Value"),
}  # fmt: skip
ANYTHING = Code("object")  # of a type that rendering does not know, and so does not check
OBJECTS = (None, "", "object")  # what is declared so can have parts
DEEPEST = 8  # of objects in objects whose fields are known
CALL = frozenset({"_rendered"})  # what the functions use inside


class Needed(NamedTuple):
    """A variable that a prompt has.

    Attributes:
        variable: The variable, as far as it is declared.
        needed: Whether a value must be given.
        stands: Whether it stands in the prompt's texts.
        path: The keys under which its value is found in an object; empty where the value is itself the argument's.
    """

    variable: Variable
    needed: bool
    stands: bool
    path: Sequence[str] = ()


class Parameter(NamedTuple):
    """A parameter of a function.

    Attributes:
        name: Its identifier.
        key: The name of the variable, or of the place for messages.
        type: The type of its values.
        needed: Whether it must be given.
        words: What it is for.
        place: Whether it is a place for messages.
    """

    name: Code
    key: str
    type: Code
    needed: bool
    words: str
    place: bool = False


def parameters_of(prompt: Prompt, function: Code, definitions: Definitions) -> list[Parameter]:
    """The parameters of a prompt: what must be given first, then what can be left out.

    Args:
        prompt: The prompt.
        function: The function's name.
        definitions: Takes the types that have names.
    """
    roots: dict[str, list[Needed]] = {}
    for each in _needed(prompt):
        roots.setdefault(each.variable.name if not each.path else each.variable.name.split(".")[0], []).append(each)
    names = identifiers(roots, CALL, "variable")
    places = identifiers(prompt.places, {*CALL, *names.values()}, "messages")
    definitions.uses |= {"Messages"} if places else set()
    found = [_parameter(names[key], key, group, function, definitions) for key, group in roots.items()]
    about = "Messages of a conversation, in a list, which may be empty."
    found += [Parameter(name, key, Code("Messages"), True, about, place=True) for key, name in places.items()]
    return sorted(found, key=lambda each: not each.needed)


def _needed(prompt: Prompt) -> Iterable[Needed]:
    """Its variables: what it declares, and what stands in its texts besides."""
    fetched = prompt.fetched
    texts = [text for message in fetched.messages for text in texts_of(message)]
    standing = Template(texts, fetched.syntax, fetched.variables).names
    known = {each.name: each for each in (*map(Variable, standing), *prompt.variables)}
    order = dict.fromkeys([*(each.name for each in prompt.variables), *standing])
    for name in order:
        variable, stands = known[name], name in standing
        first, *path = name.split(".") if "." in name.strip(".") else [name]
        root = known.get(first)
        if path and root is not None and root.type not in OBJECTS:
            path = []  # no object is given by that name
        yield Needed(variable, variable.default is None and (stands or variable.required), stands, path)


def _parameter(name: Code, key: str, group: Sequence[Needed], function: Code, definitions: Definitions) -> Parameter:
    root = next((each for each in group if not each.path), None)
    parts = [each for each in group if each.path]
    kind, needed = _type((function, name), group, definitions)
    if root is not None and root.variable.default is not None:
        needed = False
    words = [root.variable.description.strip()] if root is not None else []
    words += [f"An object with {', '.join('.'.join(each.path) for each in parts)}."] if parts else []
    words += [
        f"{'.'.join(each.path)}: {each.variable.description.strip()}" for each in parts if each.variable.description
    ]
    if root is not None and root.variable.default is not None:
        words.append(f"Where it is left out: {_short(root.variable.default)}.")
    about = "\n".join(each for each in words if each)
    return Parameter(name, key, kind, needed, f"`{key}`. {about}".strip() if name != key else about)


def _type(names: Sequence[Code], group: Sequence[Needed], definitions: Definitions) -> tuple[Code, bool]:
    """The type of what is found under one key, and whether something must be."""
    root = [each for each in group if not each.path]
    needed = any(each.needed for each in group)
    if len(root) == len(group):
        return _type_of(root[-1].variable, names, definitions), needed
    if any(each.stands for each in root) or len(names) > DEEPEST:
        definitions.uses.add("Object")  # whatever else is in it stands in the text, too; or nobody could read its type
        return Code("Object"), needed
    inside: dict[str, list[Needed]] = {}
    for each in group:
        if each.path:
            inside.setdefault(each.path[0], []).append(each._replace(path=each.path[1:]))
    keys = identifiers(inside, (), "part")
    fields = [Field(key, *_type((*names, keys[key]), found, definitions)) for key, found in inside.items()]
    return definitions.dictionary(names, fields), needed


def _type_of(variable: Variable, names: Sequence[Code], definitions: Definitions) -> Code:
    values = [each for each in variable.enum or () if each is not None]  # which no variable can be
    if values and all(isinstance(each, str | int) for each in values):
        return definitions.enumeration(names, tuple(dict.fromkeys(map(literal, values))))
    found = TYPES.get(variable.type, ANYTHING)
    definitions.uses.add(str(found))
    return found


def _short(value: Any) -> str:
    """A default, as JSON has it."""
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
