"""What looks like syntax in the text of a message: placeholders, and what is another language's or misspelt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from ..prompt.syntax import SPACED, escape

SHOWN = 200  # characters of a malformed construct that are looked at for its end
# Blanks that editors and web pages put in, some of no width; the only one that is ours is the ASCII blank.
_HIDDEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0"
)
BLANK = rf"[\s{_HIDDEN}]"
_GAP = rf"[ \t\xa0\u1680\u2000-\u200a\u3000{_HIDDEN}]"
_UNSEEN = re.compile(rf"[{_HIDDEN}]")
_DASHES = dict.fromkeys((8208, 8209, 8210, 8211, 8722, 65112, 65123, 65293), "-") | dict.fromkeys(
    (8212, 8213, 9472, 9473), "--"
)

# What one expression tells from its beginning to its end, and what it is.
_FOREIGN = {
    "mark": (
        r"<\|[\w\u2581]{1,40}\|>|<\uff5c[^\uff5c\n]{1,40}\uff5c>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>",
        "a mark of a model's own format",
    ),
    "message": (r"<message\s{1,9}role=[\"'\w]", "a message of Semantic Kernel"),
    "section": (
        r"\{\#(?:if|each|for|await|key|let|with|include|when|switch)[ \t][^{}\n]{1,200}\}",
        "a section of Qute or Svelte",
    ),
    "freemarker": (r"</?\#(?:if|else|elseif|list|assign|include|macro|function|switch)\b[^<>\n]{0,200}>", "FreeMarker"),
    "velocity": (r"\#(?:set|if|elseif|foreach)[ \t]{0,9}\([ \t]{0,9}\$\w", "a directive of Velocity"),
    "php": (r"<\?=[^\n]{1,200}?\?>", "PHP"),
    "blade": (r"\{!![^{}\n]{1,200}!!\}", "Blade"),
    "toolkit": (r"\[%[-+=~]?[ \t][^\[\]\n]{1,200}%\]", "a directive of the Template Toolkit"),
    "apart": (
        rf"\{{{_GAP}{{1,9}}\{{{_GAP}{{0,9}}[^\W\d][\w.\-]{{0,60}}{_GAP}{{0,9}}\}}{_GAP}{{0,9}}\}}",
        "a placeholder with blanks between its braces",
    ),
    "escaped": (r"\\\{\\\{ ?[^\W\d][\w.\-]{1,60} ?\\\}\\\}", "a placeholder with a backslash before each brace"),
    "encoded": (r"%7[Bb]%7[Bb][\w.\-]{1,60}%7[Dd]%7[Dd]", "a placeholder whose braces are encoded"),
}
_OPENINGS = re.compile(
    "|".join([*(f"(?P<{name}>{each})" for name, (each, _) in _FOREIGN.items()), r"\{{2,}|\{%|\{\#|<%|\uff5b{2}"])
)
_BLANKS_INSIDE = re.compile(rf"\{{\{{{BLANK}*+(\w[\w.\-]*){BLANK}*+\}}\}}")
# A name behind two braces, or a sign of a language that has sections, comments, parts, trimmed blanks or a current value.
_BRACES = re.compile(
    rf"\{{\{{(?:{BLANK}*+[-+~*@?$]?{BLANK}*+[^\W\d]|[ \t]*+[-+~]?[ \t]*+[#/^>&!]"
    r"|[ \t]*+\.{1,2}(?:[^\W\d]|/|[ \t]*+(?:\}\}|\|)))"
)
# An expression of other languages that does not begin with a name: a text, a list, a calculation, a sign before a name.
_EXPRESSION = re.compile(
    r"\{\{[-+~]?[ \t]*+(?:"
    r"(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|`[^`\n]{0,200}`)[ \t]*+(?:-?\}\}|[|~+.\[%(?*=]|(?:if|in|and|or|is|not)\b)"
    r"|[(\[](?=[^{}\n]*?[^\W\d])[^{}\n]*+\}\}"
    r"|\d[\d.]*+[ \t]*+[-+*/%|<>=~][^{}\n]*+\}\}"
    r"|(?:[=%:;,|<*.\u2026]{1,3}[ \t]*+[^\W\d]|\$[ \t]*+[.(\[])[^{}\n]*+\}\}"
    r")"
)
# The name of another file, whose text stands here.
_PART = re.compile(r"\{\{ *+> *+([^{}\s][^{}\n]*+)\}\}")
_STATEMENT = re.compile(
    r"\{%[-+~]?\s*+(?:if|elif|else|for|set|block|macro|call|filter|with|case|when|unless|assign|capture|liquid|raw|comment"
    r"|render|include|import|extends|end\w++)\b"
)
# A line that begins or ends a code fence of Markdown, also in a list or a quotation; behind backquotes none may follow, else
# they are code in a line.
FENCE = re.compile(r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?+(`{3,}+(?=[^`\n]*$)|~{3,}+)(.*)$", re.MULTILINE)
_COMMAND = re.compile(r"\\[A-Za-z]{1,30}\Z")
_END = re.compile(r"[ \t]*+(?:\n|\Z)")
_OTHERS = {
    "{%": ("%}", "a statement of Jinja or Liquid"),
    "{#": ("#}", "a comment of Jinja"),
    "<%": ("%>", "ERB or EJS"),
}
# What goes on to its end, however far away that is; and what is told without one.
_LONG = re.compile(rf"{_STATEMENT.pattern}|\{{\#[-\s]|<%")
_SURE = re.compile(rf"{_STATEMENT.pattern}|<%=")


class Construct(NamedTuple):
    """A placeholder, what was meant as syntax and is none, or either of them behind a backslash.

    Attributes:
        begin: Where it begins in the text, without the backslashes before it.
        end: What comes after it begins here.
        slashes: How many backslashes stand before it.
        name: The placeholder's name; empty where it is none.
        problem: What is wrong with it; empty where nothing is.
        doubt: Why a placeholder here may be meant as text, so that it counts only where the file declares its name.
        part: The name of the file whose text is to stand here; empty where none is.
    """

    begin: int
    end: int
    slashes: int
    name: str = ""
    problem: str = ""
    doubt: str = ""
    part: str = ""

    @property
    def literal(self) -> bool:
        """Whether a backslash makes it text."""
        return self.slashes % 2 == 1


def constructs(text: str) -> Iterator[Construct]:
    """What looks like syntax in a text, in its order. It takes a time that grows with the text alone."""
    fenced = _fenced(text)
    last = {closing: text.rfind(closing) for closing, _ in _OTHERS.values()}
    at = 0
    for found in _OPENINGS.finditer(text):
        begin = found.start()
        if begin < at:
            continue
        if found.lastgroup:
            construct: Construct | None = _foreign(text, begin, found.end(), _FOREIGN[found.lastgroup][1])
        elif found[0] in _OTHERS:
            construct = _other(text, begin, found.end(), last)
        else:
            construct = (_wide if found[0][0] == "\uff5b" else _braces)(text, begin, found.end())
        if construct is None:
            continue
        slashes = 0
        while begin - slashes > at and text[begin - slashes - 1] == "\\":
            slashes += 1
        at = construct.end
        doubt = _doubt(text, begin, construct, slashes, fenced) if construct.name else ""
        yield construct._replace(slashes=slashes, doubt=doubt)


def unescaped(text: str, found: Iterable[Construct]) -> str:
    """The text in the syntax `escaped`: without the backslashes before what is no placeholder.

    Those before placeholders stay, and so do those before the names of parts.
    """
    made, at = [], 0
    for each in found:
        if not each.name and not each.part:
            made += [
                text[at : each.begin - each.slashes],
                "\\" * (each.slashes // 2),
                escape(text[each.begin : each.end]),
            ]
            at = each.end
    return "".join([*made, text[at:]])


def _braces(text: str, begin: int, opened: int) -> Construct | None:
    last = opened - 2  # of a row of braces the last two count
    if named := SPACED.match(text, last):
        if _UNSEEN.search(named[1]):
            return Construct(last, named.end(), 0, problem=_blank(named[0], _UNSEEN.sub("", named[1])))
        if last == begin:
            return Construct(begin, named.end(), 0, named[1])
        end = named.end() + (1 if text.startswith("}", named.end()) else 0)
        why = f"is a placeholder with a brace before it: put a blank between them, as in `{{ {named[0]}`"
        return Construct(begin, end, 0, problem=f"`{text[max(begin, last - 3) : end]}` {why}. {REMEDY}")
    if part := _PART.match(text, last):
        return Construct(last, part.end(), 0, part=part[1].rstrip(" "))
    if not _BRACES.match(text, last) and not _EXPRESSION.match(text, last):
        return None
    if blanks := _BLANKS_INSIDE.match(text, last):
        return Construct(last, blanks.end(), 0, problem=_blank(blanks[0], blanks[1]))
    line = text.find("\n", last, last + SHOWN)
    edge = line if line >= 0 else last + SHOWN
    end = text.find("}}", last, edge) + 2
    if end < 2:
        shown, end = text[last : min(last + 40, edge)], last + 2
        why = "is no placeholder" if line < 0 and edge < len(text) else "has no end in its line"
    else:
        shown, why = text[last:end], "is no placeholder"
    return Construct(last, end, 0, problem=f"`{one_line(shown)}` {why}: {_FORM}")


def _blank(text: str, name: str) -> str:
    return f"`{one_line(text)}` has other blanks than spaces in it: a placeholder is `{{{{{name}}}}}`. {REMEDY}"


def _other(text: str, begin: int, opened: int, last: Mapping[str, int]) -> Construct | None:
    closing, what = _OTHERS[text[begin:opened]]
    edge = len(text) if opened <= last[closing] and _LONG.match(text, begin) else begin + SHOWN
    end = text.find(closing, opened, edge)
    if end >= 0:
        return _foreign(text, begin, end + 2, what)
    if _SURE.match(text, begin):
        line = text.find("\n", begin, begin + SHOWN)
        return _foreign(text, begin, line if line >= 0 else min(begin + SHOWN, len(text)), f"{what} without an end")
    return None


def _wide(text: str, begin: int, opened: int) -> Construct | None:
    end = text.find("\uff5d\uff5d", opened, begin + SHOWN)
    return None if end < 0 else _foreign(text, begin, end + 2, "in wide braces, and those of a placeholder are ASCII")


def _foreign(text: str, begin: int, end: int, what: str) -> Construct:
    shown = one_line(text[begin : min(end, begin + 40)])
    return Construct(begin, end, 0, problem=f"`{shown}` is {what}, which means nothing here. {REMEDY}")


def _doubt(text: str, begin: int, construct: Construct, slashes: int, fenced: list[tuple[int, int]]) -> str:
    """Why a placeholder may be text of another language."""
    if slashes:
        return ""  # who knows the backslash knows what is meant
    before = text[max(begin - 31, 0) : begin]
    if before.endswith("$"):
        return "stands behind a `$`, as GitHub's expressions do"
    if before.endswith("^") or _COMMAND.search(before):
        return "stands where LaTeX has an argument"
    if construct.name[0].isdigit():
        return "begins with a digit"
    if construct.name[-1] in "-.":
        return f"ends with `{construct.name[-1]}`"
    if construct.name == "else" or construct.name.partition(".")[0] == "this":
        return "is a word of Handlebars"
    fence = bisect_right(fenced, (begin, len(text))) - 1
    if fence >= 0 and begin < fenced[fence][1]:
        return "stands in a code fence"
    if construct.name == "history" and before.rstrip(" \t")[-1:] in ("", "\n") and _END.match(text, construct.end):
        return "is a line of its own, and the place of a chat history is `--- {{history}}`"
    return ""


def _fenced(text: str) -> list[tuple[int, int]]:
    """Where code fences begin and end; one that is not closed ends with the text."""
    found: list[tuple[int, int]] = []
    opened, mark = -1, ""
    for fence in FENCE.finditer(text) if "```" in text or "~~~" in text else ():
        if opened < 0:
            opened, mark = fence.end(), fence[1]
        elif closes(fence, mark):
            found.append((opened, fence.start()))
            opened = -1
    return [*found, (opened, len(text))] if opened >= 0 else found


def closes(fence: re.Match[str], mark: str) -> bool:
    """Whether a line that looks like the beginning of a fence is the end of the one that began with the mark."""
    return fence[1].startswith(mark) and not fence[2].strip()


def visible(text: str) -> str:
    """A line as it looks: without what is not seen, and with ASCII for its likenesses. A tab is four blanks."""
    if text.isascii() and text.isprintable():
        return text
    seen = normalize("NFKC", _UNSEEN.sub("", text)).translate(_DASHES)
    return "".join(" " if each.isspace() and each != "\t" else each for each in seen).expandtabs(4)


def one_line(text: str) -> str:
    """A piece of a file as an error shows it: what can't be seen is spelled out."""
    return "".join(each if each == " " or each.isprintable() else ascii(each)[1:-1] for each in text)


REMEDY = "If it is text, put a backslash before it."
_FORM = (
    "a placeholder is `{{name}}`, of letters, digits, `_`, and behind the first also `.` and `-`; "
    f"blanks may stand around the name. There are no sections, filters or conditions. {REMEDY}"
)
