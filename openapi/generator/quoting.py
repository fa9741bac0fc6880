"""The one way from a contract to Python text: what is written there is code of ours, or a contract's text in quotes.

A contract is data. Its texts become literals, docstrings, comments and names here and nowhere else, each with a function that
says what it may hold. The outcome is `Code`, and `guard` lets the templates print nothing but that: whatever is done to it (a
filter, `~`, an f-string) makes a plain `str` again, which stops generation.
"""

from __future__ import annotations

import ast
import keyword
import math
import re
from collections.abc import Iterable
from typing import Any

from .prose import rows

BUILTINS = frozenset({"list", "dict", "str", "int", "float", "bool", "bytes"})
QUALIFIED = {each: f"builtins.{each}" for each in (*BUILTINS, "tuple")} | {
    "models": "_models",
    "date": "_date",
    "datetime": "_datetime",
}
# A string, in which nothing is a name, or a name that another scope may hide.
HIDEABLE = re.compile(
    rf"""'(?:[^'\\]++|\\.)*+'|"(?:[^"\\]++|\\.)*+"|(?<![\w.])(?:{"|".join(sorted(QUALIFIED))})(?!\w)"""
)
TYPE_NAMES = BUILTINS | {"Any", "AsDict", "Mapping", "Sequence", "date", "datetime", "tuple"}
TYPE_NODES = (ast.Expression, ast.Name, ast.Load, ast.Subscript, ast.Tuple, ast.BinOp, ast.BitOr, ast.Constant)
LONGEST_NAME = 100  # letters: modules are called so, too
DIRECTIVE = re.compile(
    r"#|^\W*\w+\s*[:=]|^\W*(?:noqa|nosec|nopep8|pragma)\b", re.IGNORECASE
)  # what tools obey in comments


class Code(str):
    """Python source that is fit for the place that it was made for. Only this module makes it."""

    __slots__ = ()


def code(template: str, *parts: Code) -> Code:
    """Code of ours with other code in it.

    Args:
        template: A literal in our source, with `{}` for each part. A test holds that it is one.
        parts: What goes there.

    Raises:
        TypeError: A part is a text that nobody has quoted.
    """
    for each in parts:
        guard(each)
    return Code(template.format(*parts))


def either(types: list[Code]) -> Code:
    """A type that is one of several; Any where one of them is."""
    if "Any" in types:
        return Code("Any")
    some = [each for each in dict.fromkeys(types) if each != "None"]
    null = "None" in types and not any("None" in each.split(" | ") for each in some)
    return joined(" | ", [*some, *([Code("None")] if null or not some else [])])


def joined(separator: str, parts: Iterable[Code]) -> Code:
    """Code with a separator of ours between its parts.

    Raises:
        TypeError: A part is a text that nobody has quoted.
    """
    return Code(separator.join([guard(each) for each in parts]))


def guard(value: Any) -> Code:
    """Answer code as it is, and nothing else: what a template prints goes through here.

    Raises:
        TypeError: It is not code.
    """
    if not isinstance(value, Code):
        raise TypeError(f"{value!r} reaches Python text without having been quoted")
    return value


def literal(value: Any) -> Code:
    """A value of a contract as a literal.

    Args:
        value: What JSON can express; a tuple and a set (of strings) besides.

    Raises:
        ValueError: There is no literal for it.
    """
    if value is None or isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value)):
        return Code(repr(value))
    if isinstance(value, str):
        return Code(repr(str(value)))
    if isinstance(value, list):
        return code("[{}]", joined(", ", map(literal, value)))
    if isinstance(value, tuple):
        return code("({}{})", joined(", ", map(literal, value)), Code("," if len(value) == 1 else ""))
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return code(
            "{{{}}}", joined(", ", (code("{}: {}", literal(key), literal(each)) for key, each in value.items()))
        )
    raise ValueError(f"{value!r} is no JSON value: write it as a string, in quotes")


def known_values(values: Iterable[Any]) -> Code:
    """The type of one of some values, as `Literal` has it; whatever splits a union finds no bar in it."""
    return Code(f"Literal[{', '.join(str(literal(each)).replace('|', chr(92) + 'x7c') for each in values)}]")


def identifier(name: Any) -> Code:
    """A name in snake case as an identifier.

    Raises:
        ValueError: It is none, or Python has taken it, or it is longer than a file's name can be.
    """
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name) or len(name) > LONGEST_NAME:
        what = remedy(name, "write lower-case ASCII letters, digits and underscores")
        raise ValueError(f"{short(name)} is no name in Python: {what}")
    if keyword.iskeyword(name) or name == "self":
        raise ValueError(f"Python has taken the name {name}: write {name}_")
    return Code(name)


def class_identifier(name: Any) -> Code:
    """The name of a schema as that of a class.

    Raises:
        ValueError: It can't be.
    """
    if not isinstance(name, str) or not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name) or len(name) > LONGEST_NAME:
        what = remedy(name, "write ASCII letters and digits, a capital first")
        raise ValueError(f"{short(name)} is no name of a class: {what}")
    if keyword.iskeyword(name):
        raise ValueError(f"Python has taken the name {name}: write another")
    return Code(name)


def remedy(name: Any, otherwise: str) -> str:
    """What to write in place of a name that can't be one: a shorter one where it is too long."""
    long = isinstance(name, str) and len(name) > LONGEST_NAME
    return f"it has over {LONGEST_NAME} letters, write a shorter one" if long else otherwise


def type_expression(text: Any, schemas: Iterable[str]) -> Code:
    """A type that a contract writes as Python (`x-python-type`).

    Args:
        text: Built-in types, those of `typing` that generated code knows, `models.NAME`, `|` and brackets.
        schemas: The names that `models` has.

    Raises:
        ValueError: It is anything else.
    """
    known = {f"models.{each}" for each in schemas}
    try:
        tree = ast.parse(str(text), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(f"{short(text)} is no type: write one such as `str | None` or `list[int]`") from None
    inside = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Attribute)}
    inside |= {id(each.slice) for each in ast.walk(tree) if isinstance(each, ast.Subscript)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            fits = ast.unparse(node) in known
        elif isinstance(node, ast.Name):
            fits = node.id in TYPE_NAMES or (node.id == "models" and id(node) in inside)
        elif isinstance(node, ast.Tuple):
            fits = bool(node.elts) and id(node) in inside
        else:
            fits = isinstance(node, TYPE_NODES) and (not isinstance(node, ast.Constant) or node.value is None)
        if not fits:
            raise ValueError(f"{short(text)} is no type that generated code knows: write {', '.join(sorted(TYPE_NAMES))}, "
                             "models.NAME, brackets and |")  # fmt: skip
    return Code(ast.unparse(tree))


def text(value: Any, indent: int = 0, width: int = 0, label: str = "") -> Code:
    """A text as a part of a docstring between three double quotes: all of it, as Markdown where it has several lines.

    Args:
        value: The text; None is an empty one.
        indent: Columns before every line but the first.
        width: Columns of a line, without the indent; 0 makes one line of it, its blanks squeezed. A longer word stays whole.
        label: The name that it is the text of, which goes before it.

    Raises:
        ValueError: It is no text.
    """
    words = _words(value)
    if width:
        lines = rows(f"{label}: {value.strip()}" if label else value or "", width) if words else []
    else:
        lines = [f"{label}: {words}" if label else words]
    return Code("\n".join(" " * indent * bool(at and each) + _in_docstring(each) for at, each in enumerate(lines)))


def comment(value: Any, longest: int = 80) -> Code:
    """A text as a comment behind code, on one line, cut where it is long. What a tool would obey stands in quotes.

    Raises:
        ValueError: It is no text.
    """
    words = _words(value)
    if len(words) > longest + 5:
        words = words[: longest - 3].rsplit(" ", 1)[0] + "..."
    return Code(_printable(repr(words).replace("#", r"\x23") if DIRECTIVE.search(words) else words))


def qualified(annotation: Code, hidden: Iterable[str]) -> Code:
    """A type, or what makes a default, in a class that has other things by some names: those are called otherwise there.

    Args:
        annotation: Code with names that every generated module knows.
        hidden: The names of the class's methods, or fields.
    """
    taken = QUALIFIED.keys() & set(hidden)
    return Code(HIDEABLE.sub(lambda found: QUALIFIED[found[0]] if found[0] in taken else found[0], guard(annotation)))


def short(value: Any) -> str:
    """A value of a contract as an error shows it."""
    shown = ascii(value)
    return shown if len(shown) <= 60 else f"{shown[:50]}…{shown[-5:]}"


def _words(value: Any) -> str:
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{short(value)} is no text: write it in quotes")
    return re.sub(r"\s+", " ", value or "").strip()


def _printable(line: str) -> str:
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in line)


def _in_docstring(line: str) -> str:
    """One line between three double quotes: whatever stands before and after, it ends neither string nor line."""
    return re.sub(r'"{3,}|"+$', lambda found: found[0].replace('"', '\\"'), _printable(line.replace("\\", "\\\\")))
