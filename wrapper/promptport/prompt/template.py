"""Templates: parsed once, rendered many times, in one pass that never looks at a value again.

There is no expression language and no escaping: what is put in comes out byte for byte, whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..errors import Error
from ..platform import Variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    Find = Callable[[Iterable[str]], re.Pattern[str]]

WORDS = re.compile(r"\{\{(\w+)\}\}")
SPACED = re.compile(r"\{\{ *(\w[\w.\-]*) *\}\}")


def spaced(names: Iterable[str]) -> re.Pattern[str]:
    """Placeholders `{{name}}` and `{{ name }}`, of whatever name."""
    return SPACED


def exact(*forms: tuple[str, str]) -> Find:
    """Placeholders of declared names only, without blanks inside.

    Args:
        forms: What stands before and after a name. At one place in a text the first form that fits wins, and of a form the
            longest name.
    """

    def find(names: Iterable[str]) -> re.Pattern[str]:
        words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        if not words and "" not in names:
            return re.compile(r"(?!)")
        return re.compile("|".join(f"{re.escape(before)}({words}){re.escape(after)}" for before, after in forms))

    return find


class RenderError(Error, ValueError):
    """Values and template don't fit. Everything that is wrong is told at once.

    Attributes:
        missing: Names that the template needs and no value has.
        unknown: Names of values that the template does not have, each with the closest name it has, or None.
        wrong: Names of values of a wrong type, each with what is wrong.
        unresolved: Placeholders whose names are not declared.
    """

    def __init__(
        self,
        message: str = "",
        missing: Sequence[str] = (),
        unknown: Mapping[str, str | None] | None = None,
        wrong: Mapping[str, str] | None = None,
        unresolved: Sequence[str] = (),
    ) -> None:
        self.missing, self.unresolved = tuple(missing), tuple(unresolved)
        self.unknown, self.wrong = dict(unknown or {}), dict(wrong or {})
        parts = [
            f"missing: {', '.join(self.missing)}" if missing else "",
            f"unknown: {', '.join(_guess(*each) for each in self.unknown.items())}" if unknown else "",
            f"of a wrong type: {', '.join(f'{name} ({what})' for name, what in self.wrong.items())}" if wrong else "",
            f"not declared: {', '.join(self.unresolved)}" if unresolved else "",
        ]
        super().__init__(message or f"The values don't fit the template; {'; '.join(part for part in parts if part)}.")


def _guess(name: str, close: str | None) -> str:
    return f"{name} (did you mean {close}?)" if close else name


class Text:
    """One template text.

    Args:
        text: The template.
        names: The declared names; None takes the names from the text.
        find: Which placeholders there are, for given names.

    Attributes:
        text: The template as it was given.
        names: The names of its placeholders, each once, in the order in which they first stand.
    """

    __slots__ = ("_count", "_parts", "_places", "names", "text")

    def __init__(self, text: str, names: Iterable[str] | None = None, find: Find = spaced) -> None:
        self.text = text
        declared = None if names is None else set(names)
        self._parts: list[str] = []
        places: list[tuple[int, str]] = []
        at = 0
        for found in find(declared or ()).finditer(text):
            name = found[found.lastindex or 0]
            if declared is None or name in declared:
                self._parts += (text[at : found.start()], found[0])
                places.append((len(self._parts) - 1, name))
                at = found.end()
        self._parts.append(text[at:])
        self._places = tuple(places)
        self.names = tuple(dict.fromkeys(name for _, name in places))
        self._count = len(self.names)

    def render(self, values: Mapping[str, object], *, strict: bool = True) -> str:
        """Put the values in.

        Args:
            values: A text, number or truth value for each name.
            strict: Refuse a missing value, a value without a place, and a value that is no plain one. Without, a missing
                one leaves its placeholder, one too many is ignored, and every value is taken as `str` has it.

        Raises:
            RenderError: With `strict`, all that is wrong, at once.
        """
        if len(values) == self._count or not strict:
            try:
                return self.filled(values)
            except (KeyError, TypeError):
                pass  # told below, or a value that is no text
        return self._slowly(values, strict)

    def filled(self, values: Mapping[str, object]) -> str:
        """The quick way, for values that are texts: KeyError where one is missing, TypeError where one is no text."""
        parts = self._parts.copy()
        for at, name in self._places:
            parts[at] = values[name]  # type: ignore[call-overload] # join refuses what is no text
        return "".join(parts)

    def _slowly(self, values: Mapping[str, object], strict: bool) -> str:
        if strict and (problem := check(values, self.names)):
            raise problem
        parts = self._parts.copy()
        for at, name in self._places:
            if name in values:
                parts[at] = plain(values[name])
        return "".join(parts)


def plain(value: object) -> str:
    """A value as text: truth values as `true` and `false`, everything else as `str` has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list, tuple),
    "object": (Mapping,),
}


def check(
    values: Mapping[str, object],
    names: Iterable[str],
    *,
    optional: Iterable[str] = (),
    types: Mapping[str, str] | None = None,
    unresolved: Sequence[str] = (),
) -> RenderError | None:
    """Compare values with what templates need, for rendering that lets nothing pass in silence.

    Args:
        values: What the caller gave.
        names: The names that need a value.
        optional: Names that may have one.
        types: The declared types: `string`, `number`, `integer`, `boolean`, `array`, `object`; others are not checked. A name
            without one takes a text, a number or a truth value.
        unresolved: Placeholders whose names are not declared.

    Returns:
        One error with everything that is wrong; None where nothing is.
    """
    names, types = list(names), types or {}
    known = {*names, *optional}
    missing = [name for name in names if name not in values]
    unknown = {str(name): _closest(str(name), known - values.keys()) for name in values if name not in known}
    wrong: dict[str, str] = {}
    for name in known & values.keys():
        value, declared = values[name], types.get(name)
        allowed = (str, int, float) if declared is None else TYPES.get(declared, (object,))
        if not isinstance(value, allowed) or (isinstance(value, bool) and declared in ("number", "integer")):
            wrong[name] = f"{type(value).__name__}, not {declared or 'a text, number or truth value'}"
    if not (missing or unknown or wrong or unresolved):
        return None
    return RenderError("", missing, unknown, wrong, unresolved)


def _closest(name: str, names: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # 5 ms, and needed for errors only

    return next(iter(get_close_matches(name, sorted(names), 1)), None)


def words(names: Iterable[str]) -> re.Pattern[str]:
    """Placeholders `{{name}}` without blanks, of letters, digits and underscores."""
    return WORDS


SYNTAXES: Mapping[str, Find] = {
    "spaced": spaced,
    "words": words,
    "braces": exact(("{{", "}}"), ("{", "}")),
}


class Template:
    """Texts that share their values, such as the messages of one prompt, and what is declared about these.

    Args:
        texts: The texts.
        syntax: How placeholders look: a name in `SYNTAXES`.
        declared: The declared variables; None where there are no declarations.

    Attributes:
        names: The names of all placeholders, each once.
    """

    __slots__ = ("_count", "_declared", "_defaults", "_plain", "_quick", "_texts", "_types", "names")

    def __init__(
        self, texts: Sequence[str], syntax: str = "spaced", declared: Sequence[Variable] | None = None
    ) -> None:
        known = [each.name for each in declared or ()]
        standing = [found[1] for text in texts for found in WORDS.finditer(text)]
        find = SYNTAXES[syntax]
        names = dict.fromkeys([*known, *standing]) if syntax == "braces" else None
        self._texts = [Text(text, names, find) for text in texts]
        self._quick = [(text._parts, text._places) for text in self._texts]
        self.names = tuple(dict.fromkeys(name for text in self._texts for name in text.names))
        self._count = len(self.names)
        self._declared = None if declared is None else frozenset(known)
        self._types = {each.name: each.type for each in declared or () if each.type}
        self._defaults = {each.name: each.default for each in declared or () if each.default is not None}
        self._plain = all(self._types.get(name, "string") not in TYPES.keys() - {"string"} for name in self.names)

    def render(self, values: Mapping[str, object], strict: bool = True) -> list[str]:
        """Put the values in.

        Args:
            values: A value for each name that has no default.
            strict: Refuse missing, unknown and wrongly typed values. Without, a missing one leaves its placeholder, one too
                many is ignored, and every value is taken as text.

        Raises:
            RenderError: With `strict`, all that is wrong, at once.
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
                pass  # told below, or a value that is no text
        if self._defaults:
            given = {**self._defaults, **values}
        if strict and (problem := self._check(given, values)):
            raise problem
        return [text.render(given, strict=False) for text in self._texts]

    def _check(self, given: Mapping[str, object], values: Mapping[str, object]) -> RenderError | None:
        declared = self._declared
        unresolved = [
            name for name in self.names if declared is not None and name not in declared and name not in given
        ]
        needed = [name for name in self.names if name not in unresolved]
        shown = {name: value for name, value in given.items() if name in values or name in self.names}
        return check(shown, needed, optional=declared or (), types=self._types, unresolved=unresolved)
