"""Names of classes: those of schemas as Python has them, and names for schemas that have none of their own."""

from __future__ import annotations

import keyword
import re
from collections.abc import Container
from itertools import count

from .quoting import class_identifier, remedy, short

# What the modules of models call besides their own class.
TAKEN = frozenset({
    "Any", "AsDict", "ClassVar", "Content", "Field", "File", "Literal", "Mapping", "Model", "Page", "Required", "Sequence",
    "TypedDict",
})  # fmt: skip


def class_name(name: str, inline: bool = False) -> str:
    """The name of a schema as that of a class: as it is where it can be, else its words with capitals.

    Args:
        name: The name.
        inline: Whether the schema has it by where it stands.

    Raises:
        ValueError: It can't be made one.
    """
    made = name
    if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name):
        made = capitals(name) if re.fullmatch(r"[A-Za-z0-9._-]+", name) else ""  # as OpenAPI wants it
    made = f"{made}Model" if made in TAKEN else made
    try:
        return class_identifier(made)
    except ValueError:
        what = "write letters, digits, dots, dashes, underscores, a letter first"
        what = remedy(made, "Python has taken the name, write another" if keyword.iskeyword(made) else what)
        what = f"{what} in the components, and refer to it" if inline else what
        raise ValueError(f"no class can be called after the schema {short(name)}: {what}") from None


def capitals(name: str) -> str:
    """The words of a name, each with a capital: `user_id` as `UserId`. Nothing but ASCII letters and digits stays."""
    return "".join(each[0].upper() + each[1:] for each in re.findall(r"[A-Za-z0-9]+", name))


def free(name: str, taken: Container[str]) -> str:
    """A name that is not taken: itself, else with the first number behind that makes it one."""
    found = name
    for number in count(2):
        if found not in taken:
            break
        found = f"{name}{number}"
    return found
