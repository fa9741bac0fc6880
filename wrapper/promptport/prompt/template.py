"""Templates: parsed once, rendered many times, in one pass that never looks at a value again.

There is no expression language and no escaping: what is put in comes out byte for byte, whatever it looks like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ..platform import Variable
from ..spelling import closest
from .syntax import SYNTAXES, WORDS, Find, spaced
from .values import ANY, LENIENT, STRICT, TYPES, RenderError, Strictness, check, plain, written

ABSENT = object()


class Text:
    """One template text.

    Args:
        text: The template.
        names: The declared names; None takes the names from the text.
        find: Which placeholders there are, for given names.

    Attributes:
        text: The template as it was given.
        names: The names of its placeholders, each once, in the order in which they first stand.
        optional: The names that may have a value, and are text without one.
    """

    __slots__ = ("_count", "_parts", "_places", "names", "optional", "text")

    def __init__(self, text: str, names: Iterable[str] | None = None, find: Find = spaced) -> None:
        self.text = text
        declared = None if names is None else set(names)
        self._parts: list[str] = []
        places: list[tuple[int, str]] = []
        may: set[str] = set()
        at = 0
        for begin, end, name, literal, optional in find(declared or ())(text):
            if name is None:
                self._parts.append(text[at:begin] + literal)
                at = end
            elif declared is None or name in declared:
                self._parts += (text[at:begin] + literal, text[begin:end].lstrip("\\"))
                places.append((len(self._parts) - 1, name))
                at = end
                if optional:
                    may.add(name)
        self._parts.append(text[at:])
        self._places = tuple(places)
        self.names = tuple(dict.fromkeys(name for _, name in places if name not in may))
        self.optional = frozenset(may)
        self._count = len(self.names)

    @property
    def compiled(self) -> tuple[list[str], tuple[tuple[int, str], ...]]:
        """Its pieces, placeholders among them, and which pieces are placeholders of which name. Not to be changed."""
        return self._parts, self._places

    def render(
        self, values: Mapping[str, object], *, strict: bool = True, write: Callable[[object], str] = plain
    ) -> str:
        """Put the values in.

        Args:
            values: A text, number or truth value for each name.
            strict: Refuse a missing value, a value without a place, and a value that is no plain one. Without, a missing
                one leaves its placeholder, one too many is ignored, and every value is taken.
            write: How a value that is no text is written.

        Raises:
            RenderError: With `strict`, all that is wrong, at once.
        """
        if len(values) == self._count or not strict:
            try:
                return self.filled(values)
            except (KeyError, TypeError):
                pass  # something is wrong, as is found out below, or a value is no text
        return self._slowly(values, strict, write)

    def filled(self, values: Mapping[str, object]) -> str:
        """The quick way, for values that are texts: KeyError where one is missing, TypeError where one is no text."""
        parts = self._parts.copy()
        for at, name in self._places:
            parts[at] = values[name]  # type: ignore[call-overload] # join refuses what is no text
        return "".join(parts)

    def _slowly(self, values: Mapping[str, object], strict: bool, write: Callable[[object], str]) -> str:
        if strict and (problem := check(values, self.names, optional=self.optional)):
            raise problem
        parts = self._parts.copy()
        for at, name in self._places:
            if name in values:
                try:
                    parts[at] = write(values[name])
                except RenderError as error:
                    raise RenderError(f"{name}: {error.message}", wrong={name: error.message}) from None
        return "".join(parts)


class Template:
    """Texts that share their values, such as the messages of one prompt, and what is declared about these.

    Args:
        texts: The texts.
        syntax: How placeholders look: a name in `SYNTAXES`.
        declared: The declared variables; None where there are no declarations.
        fixed: Texts beside these into which no values are put, so that placeholders in them are an error.

    Attributes:
        names: The names of all placeholders, each once.
    """

    __slots__ = (
        "_count",
        "_declared",
        "_defaults",
        "_enums",
        "_fixed",
        "_optional",
        "_paths",
        "_plain",
        "_quick",
        "_texts",
        "_types",
        "names",
    )

    def __init__(
        self,
        texts: Sequence[str],
        syntax: str = "spaced",
        declared: Sequence[Variable] | None = None,
        fixed: Sequence[str] = (),
    ) -> None:
        names_declared = [each.name for each in declared or ()]
        standing = [found[1] for text in texts for found in WORDS.finditer(text)]
        find = SYNTAXES[syntax]
        names = dict.fromkeys([*names_declared, *standing]) if syntax == "braces" else None
        self._texts = [Text(text, names, find) for text in texts]
        self._quick = [text.compiled for text in self._texts]
        self.names = tuple(dict.fromkeys(name for text in self._texts for name in text.names))
        self._count = len(self.names)
        self._declared = None if declared is None else frozenset(names_declared)
        self._optional = frozenset(names_declared).union(*(text.optional for text in self._texts))
        self._types = {each.name: each.type for each in declared or () if each.type}
        self._defaults = {each.name: each.default for each in declared or () if each.default is not None}
        self._enums = {each.name: each.enum for each in declared or () if each.enum is not None}
        self._paths = {name: name.split(".") for name in self.names if "." in name.strip(".")}
        if syntax == "escaped" and not self.names and not declared:
            fixed = ()  # a file may say that it has no placeholders
        self._fixed = tuple(dict.fromkeys(name for each in fixed for name in Text(each, names, find).names))
        odd = TYPES.keys() - {"string"}
        self._plain = not self._fixed and not any(
            name in self._enums or self._types.get(name) in odd for name in self.names
        )

    def render(self, values: Mapping[str, object], strict: bool | Strictness = True) -> list[str]:
        """Put the values in.

        Args:
            values: A value for each name that has no default. A name with dots, `user.name`, is also looked for in the
                mapping `user`.
            strict: Whether all that is wrong is an error, or what of it.

        Raises:
            RenderError: All that is wrong, at once.
        """
        given: Mapping[str, object] = values
        if len(values) < self._count and self._defaults:
            given = {**self._defaults, **values}
        if self._plain and len(given) == self._count:
            try:
                texts = []
                for pieces, places in self._quick:  # `Text.filled`, without a call for each text
                    parts = pieces.copy()
                    for at, name in places:
                        parts[at] = given[name]  # type: ignore[call-overload] # join refuses what is no text
                    texts.append("".join(parts))
                return texts
            except (KeyError, TypeError):
                pass  # something is wrong, as is found out below, or a value is no text
        strictness = strict if isinstance(strict, Strictness) else STRICT if strict else LENIENT
        given, used = self._given(values)
        if problem := self._check(given, values, used, strictness):
            raise problem
        return [text.render(given, strict=False, write=written) for text in self._texts]

    def _given(self, values: Mapping[str, object]) -> tuple[dict[str, object], set[str]]:
        """A value for each name that has one, and the names of the mappings that such were found in."""
        given, used = {**self._defaults, **values}, set[str]()
        for name, (first, *path) in self._paths.items():
            value = given.get(first)
            if isinstance(value, Mapping):
                used.add(first)
            for each in path:
                value = value.get(each, ABSENT) if isinstance(value, Mapping) else ABSENT
            if value is not ABSENT and name not in values:
                given[name] = value
        return given, used

    def _check(
        self, given: Mapping[str, object], values: Mapping[str, object], used: set[str], strictness: Strictness
    ) -> RenderError | None:
        declared = self._declared
        # Of an object that is declared, what is in it is, too.
        needed = [
            name
            for name in self.names
            if name in given or declared is None or name in declared or name.partition(".")[0] in declared
        ]
        unresolved = [name for name in self.names if name not in needed]
        standing = frozenset(self.names)
        shown = {name: value for name, value in given.items() if name in values or name in standing}
        if strictness.missing:
            shown.update(self._misspelt(given))
        return check(
            shown,
            needed,
            optional=self._optional | used,
            types=self._types,
            enums=self._enums,
            unresolved=unresolved,
            given=values,
            strictness=strictness,
            undeclared=ANY,
            roots={path[0] for path in self._paths.values()} - standing,
            fixed=self._fixed,
        )

    def _misspelt(self, given: Mapping[str, object]) -> dict[str, object]:
        """What stands in an object under a name that is close to one that is missing there, by its name with dots."""
        found: dict[str, object] = {}
        for name, (first, *path) in self._paths.items():
            value, before = given.get(first), first
            for each in path if name not in given else ():
                if isinstance(value, Mapping) and each not in value:
                    if (suggestion := closest(each, value)) is not None:
                        found[f"{before}.{suggestion}"] = value[suggestion]
                    break
                value, before = value.get(each) if isinstance(value, Mapping) else None, f"{before}.{each}"
        return found
