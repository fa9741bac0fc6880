"""Whether values fit a template, and what is wrong where they don't."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..errors import Error
from ..spelling import closest_of


class RenderError(Error, ValueError):
    """Values and template don't fit. Everything that is wrong is in it at once.

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


def plain(value: object) -> str:
    """A value as text: truth values as `true` and `false`, everything else as `str` has it.

    Raises:
        RenderError: It is nested too deeply for that.
    """
    try:
        return str(value).lower() if isinstance(value, bool) else str(value)
    except RecursionError:
        raise RenderError("A value is nested too deeply to be written as text.") from None


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
    accepted = {*names, *optional}
    missing = [name for name in names if name not in values]
    unknown = closest_of((str(name) for name in values if name not in accepted), accepted - values.keys())
    wrong: dict[str, str] = {}
    for name in accepted & values.keys():
        value, declared = values[name], types.get(name)
        allowed = (str, int, float) if declared is None else TYPES.get(declared, (object,))
        if not isinstance(value, allowed) or (isinstance(value, bool) and declared in ("number", "integer")):
            wrong[name] = f"{type(value).__name__}, not {declared or 'a text, number or truth value'}"
    if not (missing or unknown or wrong or unresolved):
        return None
    return RenderError("", missing, unknown, wrong, unresolved)
