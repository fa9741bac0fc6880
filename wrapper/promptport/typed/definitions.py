"""What a written module defines above its functions: objects whose fields are known, and enumerations that fill no signature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .names import class_name
from .quoting import Code, code, joined, literal

INLINE = 40  # characters; a longer enumeration has a definition of its own


class Field(NamedTuple):
    """A field of an object.

    Attributes:
        key: Its key.
        type: The type of its value.
        needed: Whether it must be there.
    """

    key: str
    type: Code
    needed: bool = True


class Definitions:
    """The definitions of one module.

    Args:
        taken: Names that mean something else.

    Attributes:
        lines: What defines them, in their order, with two empty lines before each.
        names: Their names.
        uses: Names of others that the module needs.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self.lines: list[Code] = []
        self.names: list[Code] = []
        self.uses: set[str] = set()
        self._taken = set(taken)

    def enumeration(self, names: Sequence[Code], values: Sequence[Code]) -> Code:
        """The type of some values: in its place, or by a name, where it is long.

        Args:
            names: Of what it is the type: the identifiers of a function, a parameter and so on.
            values: The values.
        """
        self.uses.add("Literal")
        inline = code("Literal[{}]", joined(", ", values))
        if len(inline) <= INLINE or len(values) == 1:
            return inline
        self.uses.add("TypeAlias")
        name = self._new(names)
        self.lines += [code("{}: TypeAlias = Literal[", name), *(code("    {},", each) for each in values), Code("]")]
        return name

    def dictionary(self, names: Sequence[Code], fields: Iterable[Field]) -> Code:
        """The type of an object, by its name; its keys can be anything.

        Args:
            names: Of what it is the type: the identifiers of a function, a parameter and so on.
            fields: What is in it.
        """
        self.uses.add("TypedDict")
        name = self._new(names)
        rows = []
        for each in fields:
            self.uses |= set() if each.needed else {"NotRequired"}
            kind = each.type if each.needed else code("NotRequired[{}]", each.type)
            rows.append(code("        {}: {},", literal(each.key), kind))
        self.lines += [
            code("{} = TypedDict(", name),
            code("    {},", literal(str(name))),
            code("    {{"),
            *rows,
            code("    }},"),
            Code(")"),
        ]
        return name

    def _new(self, names: Sequence[Code]) -> Code:
        name = class_name(*names, taken=self._taken)
        self._taken.add(name)
        self.names.append(name)
        self.lines += [Code()] * (2 if self.lines else 0)
        return name
