"""Mustache, as far as it is substitution."""

from __future__ import annotations

from .outcome import Draft, text_draft
from .pieces import Part, Piece, Value
from .report import Lines, Report, is_name, shown

_SIGNS = {
    "!": "comment",
    "#": "section",
    "^": "section",
    "/": "section",
    ">": "part",
    "=": "marks",
    "{": "raw",
    "&": "raw",
}
_HTML = (
    'Mustache writes `&`, `<`, `>` and `"` of a value in two braces as HTML; here every value is put in as it is, '
    "which is what `{{{name}}}` does there."
)


def read_mustache(text: str, report: Report) -> Draft:
    """Read a Mustache template: names in two and three braces, `&`, parts, comments and other marks.

    Every end of a line counts, also that of the last one, as in Mustache.
    """
    return text_draft(mustache_pieces(text, report))


def mustache_pieces(text: str, report: Report, first: int = 1) -> list[Piece]:
    """The pieces of a Mustache template.

    Args:
        text: The template.
        report: Takes what is no substitution.
        first: The number of its first line in the file.
    """
    return _Reading(text, report, first).pieces()


class _Reading:
    """One reading, from the left."""

    def __init__(self, text: str, report: Report, first: int) -> None:
        self._text, self._report, self._lines = text, report, Lines(text, first)
        self._open, self._close = "{{", "}}"
        self._at = 0
        self._html = False

    def pieces(self) -> list[Piece]:
        text, made = self._text, list[Piece]()
        alone = True  # whether nothing but blanks stands before the tag in its line
        while self._at < len(text):
            begin = text.find(self._open, self._at)
            if begin < 0:
                made.append(text[self._at :])
                break
            literal = text[self._at : begin]
            end = text.find(self._close, begin + len(self._open))
            if end < 0:
                self._refuse(begin, f"`{shown(text[begin : begin + 40])}` has no end.")
                break
            if alone or "\n" in literal:
                alone = not literal.rpartition("\n")[2].strip()
            inside = text[begin + len(self._open) : end]
            self._at = end + len(self._close)
            kind, piece = self._tag(inside, begin)
            alone = alone and kind not in ("value", "raw") and self._ends_line()
            if alone:
                self._at = text.find("\n", self._at) + 1 or self._at
            if alone and kind != "part":
                literal = literal.rstrip(" ")
            if alone and kind == "part" and literal.rpartition("\n")[2]:
                self._refuse(
                    begin, "A part in an indented line is indented as a whole, for which there is no sign here."
                )
            made += [literal, piece]
        return made

    def _tag(self, inside: str, begin: int) -> tuple[str, Piece]:
        kind = _SIGNS.get(inside[:1], "value")
        line = self._lines.at(begin)
        tag = f"{self._open}{inside}{self._close}"
        if kind == "section":
            self._refuse(begin, f"`{shown(tag)}` is a section of Mustache: a prompt has values and parts alone.")
        elif kind == "comment":
            self._report.note(line, f"The comment `{shown(tag)}` is left out.", self._lines.column(begin))
        elif kind == "marks":
            self._marks(inside, begin)
        elif kind == "part":
            name = inside[1:].strip()
            if not name:
                self._refuse(begin, f"`{shown(tag)}` names no part.")
            return kind, Part(name, line)
        else:
            return kind, self._value(inside, kind, begin)
        return kind, ""

    def _value(self, inside: str, kind: str, begin: int) -> Piece:
        name = (inside if kind == "value" else inside[1:]).strip()
        if inside[:1] == "{":
            if (self._open, self._close) != ("{{", "}}") or not self._text.startswith("}", self._at):
                self._refuse(begin, f"`{shown('{{' + inside)}` begins with three braces, and does not end with three.")
                return ""
            self._at += 1
        if not is_name(name):
            tag = f"{self._open}{inside}{self._close}"
            self._refuse(begin, f"`{shown(tag)}` is no name that a placeholder can have.")
            return ""
        line = self._lines.at(begin)
        if kind == "value" and not self._html:
            self._html = True
            self._report.note(line, _HTML, self._lines.column(begin))
        return Value(name, line)

    def _marks(self, inside: str, begin: int) -> None:
        marks = inside[1:-1].split()
        if not inside.endswith("=") or len(marks) != 2:
            self._refuse(begin, f"`{shown(inside)}` does not say two other marks.")
            return
        self._open, self._close = marks

    def _ends_line(self) -> bool:
        """Whether nothing but blanks stands behind the tag in its line."""
        end = self._text.find("\n", self._at)
        return not self._text[self._at : end if end >= 0 else None].strip()

    def _refuse(self, begin: int, text: str) -> None:
        self._report.refuse(self._lines.at(begin), text, self._lines.column(begin))
