"""Jinja, as far as it is substitution."""

from __future__ import annotations

import re

from .outcome import Draft, text_draft
from .pieces import Part, Piece, Value
from .report import Lines, Report, is_name, shown

_OPENING = re.compile(r"\{[{%#]")
_RAW = re.compile(r"\{%[-+]?\s*+raw\s*+(-?)%\}")
_END_OF_RAW = re.compile(r"\{%([-+]?)\s*+endraw\s*+([-+]?)%\}")
_TEXT = r"'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\""
_VALUE = re.compile(
    rf"\s*+((?:[^\W\d]\w*+)(?:\s*+\.\s*+[^\W\d]\w*+|\s*+\[\s*+(?:{_TEXT})\s*+\])*+)\s*+(-?)\}}\}}", re.DOTALL
)
_LITERAL = re.compile(rf"\s*+((?:(?:{_TEXT})\s*+)++)(-?)\}}\}}", re.DOTALL)
_TEXTS = re.compile(_TEXT, re.DOTALL)
_INCLUDE = re.compile(rf"\{{%[-+]?\s*+include\s++({_TEXT})\s*+([-+]?)%\}}", re.DOTALL)
_ENDING = re.compile(r"\.(?:j2|jinja2?|txt|md)\Z")
_STEP = re.compile(rf"(?<!\s)\s*+(?:\.?\s*+([^\W\d]\w*+)|\[\s*+({_TEXT})\s*+\])", re.DOTALL)
_ESCAPES = {"\\\\": "\\", "\\'": "'", '\\"': '"', "\\n": "\n", "\\t": "\t", "\\r": "\r"}
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_WORDS = frozenset(
    {"true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if", "else", "self"}
)
_METHODS = frozenset(dir(dict))


def read_jinja(text: str, report: Report) -> Draft:
    """Read a Jinja template: names, texts, comments, raw blocks, and whole files to include.

    The end of the last line is no part of it, as in Jinja.
    """
    return text_draft(jinja_pieces(text.removesuffix("\n"), report))


def jinja_pieces(text: str, report: Report, first: int = 1) -> list[Piece]:
    """The pieces of a Jinja template.

    Args:
        text: The template, with LF at the ends of its lines.
        report: Takes what is no substitution.
        first: The number of its first line in the file.
    """
    return _Reading(text, report, first).pieces()


class _Reading:
    """One reading, from the left."""

    def __init__(self, text: str, report: Report, first: int) -> None:
        self._text, self._report, self._lines = text, report, Lines(text, first)
        self._at = 0
        self._strip = False  # whether the blanks of the next text are left out

    def pieces(self) -> list[Piece]:
        text, made = self._text, list[Piece]()
        while True:
            found = _OPENING.search(text, self._at)
            begin = len(text) if found is None else found.start()
            literal = self._stripped(text[self._at : begin])
            if found is None:
                return [*made, literal]
            sign = text[begin + 2 : begin + 3]
            made.append(literal.rstrip() if sign == "-" else literal)
            inside = begin + 2 + (sign in ("-", "+"))
            if found[0] == "{#":
                self._comment(begin, inside)
            elif include := _INCLUDE.match(text, begin):
                self._at, self._strip = include.end(), include[2] == "-"
                name = self._literal(include[1], begin)
                while found := _ENDING.search(name):
                    name = name[: found.start()]
                made.append(Part(name, self._lines.at(begin)))
            elif found[0] == "{%":
                made.append(self._raw(begin, inside))
            else:
                made.append(self._expression(begin, inside))

    def _stripped(self, text: str) -> str:
        strip, self._strip = self._strip, False
        return text.lstrip() if strip else text

    def _comment(self, begin: int, inside: int) -> None:
        end = self._text.find("#}", inside)
        if end < 0:
            self._unclosed(begin)
            return
        self._strip = self._text[max(inside, end - 1) : end] == "-"
        self._at = end + 2
        comment = shown(self._text[begin : end + 2])
        self._report.note(self._lines.at(begin), f"The comment `{comment}` is left out.", self._lines.column(begin))

    def _raw(self, begin: int, inside: int) -> str:
        raw = _RAW.match(self._text, begin)
        if raw is None:
            end = self._text.find("%}", inside)
            if end < 0:
                self._unclosed(begin)
            else:
                self._at = end + 2
                tag = shown(self._text[begin : end + 2])
                self._refuse(begin, f"`{tag}` is a statement of Jinja: a prompt has values alone.")
            return ""
        end_of_raw = _END_OF_RAW.search(self._text, raw.end())
        if end_of_raw is None:
            self._unclosed(begin)
            return ""
        literal = self._text[raw.end() : end_of_raw.start()]
        literal = literal.lstrip() if raw[1] else literal
        self._at, self._strip = end_of_raw.end(), end_of_raw[2] == "-"
        return literal.rstrip() if end_of_raw[1] == "-" else literal

    def _expression(self, begin: int, inside: int) -> Piece:
        if found := _LITERAL.match(self._text, inside):
            self._at, self._strip = found.end(), bool(found[2])
            return "".join(self._literal(each[0], begin) for each in _TEXTS.finditer(found[1]))
        if found := _VALUE.match(self._text, inside):
            self._at, self._strip = found.end(), bool(found[2])
            steps = [(each[1], each[2]) for each in _STEP.finditer(found[1])]
            name = ".".join(word or self._literal(key, begin) for word, key in steps)
            word = next((each for each, _ in steps if each in _WORDS), None)
            method = next((each for each, _ in steps[1:] if each in _METHODS), None)
            if word is None and method is None and is_name(name):
                return Value(name, self._lines.at(begin))
            why = "is no name that a placeholder can have" if word is None else f"has a word of Jinja's own, {word}"
            why = why if method is None else f"asks for {method}, which every mapping of Python has"
            self._refuse(begin, f"`{shown(self._text[begin : self._at])}` {why}.")
            return ""
        end = self._text.find("}}", inside)
        if end < 0:
            self._unclosed(begin)
            return ""
        self._at = end + 2
        tag = shown(self._text[begin : self._at])
        self._refuse(
            begin, f"`{tag}` is more than a name: filters, calls and conditions are done before a value is given."
        )
        return ""

    def _literal(self, text: str, begin: int) -> str:
        def meant(found: re.Match[str]) -> str:
            if found[0] not in _ESCAPES:
                self._refuse(begin, f"`{shown(found[0])}` in a text of Jinja is not read: write the character itself.")
            return _ESCAPES.get(found[0], "")

        return _ESCAPE.sub(meant, text[1:-1])

    def _unclosed(self, begin: int) -> None:
        self._refuse(begin, f"`{shown(self._text[begin : begin + 40])}` has no end.")
        self._at = len(self._text)

    def _refuse(self, begin: int, text: str) -> None:
        self._report.refuse(self._lines.at(begin), text, self._lines.column(begin))
