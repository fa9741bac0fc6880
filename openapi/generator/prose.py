"""A description, which is Markdown, in lines of a docstring: paragraphs are wrapped, and all else stays as it is written."""

from __future__ import annotations

import inspect
import re
import textwrap

ITEM = re.compile(r" {0,20}(?:[-*+]|[0-9]{1,9}[.)]) {1,4}(?=\S)")
FENCES = ("```", "~~~")
WHOLE = ("#", "|", ">", "<", "---", "***", "===")  # begins of lines that are no part of a paragraph


def rows(value: str, width: int) -> list[str]:
    """The lines of a description.

    Args:
        value: The description, in Markdown.
        width: Columns of a line of a paragraph, or of a list; a longer word, code and tables stay whole.
    """
    found: list[str] = []
    lead, words, fence, table = "", list[str](), "", False

    def end() -> None:
        """End the paragraph that is begun."""
        nonlocal lead
        if words:
            hanging = " " * len(lead)
            text = " ".join(words)
            found.extend(
                textwrap.wrap(text, width, initial_indent=lead, subsequent_indent=hanging, break_long_words=False)
            )
        words.clear()
        lead = ""

    for line in inspect.cleandoc(value).split("\n"):
        bare = line.strip()
        item = ITEM.match(line)
        table = bool(bare) and (table or ("|" in bare and "-" in bare and {*bare} <= {*"|:- "}))
        if fence:
            found.append(line.rstrip())
            fence, table = "" if bare.startswith(fence) else fence, False
        elif table:
            end()
            found.append(line.rstrip())
        elif not bare:
            end()
            found += [""] if found and found[-1] else []
        elif bare.startswith(FENCES):
            end()
            fence = bare[: len(bare) - len(bare.lstrip(bare[0]))]
            found.append(line.rstrip())
        elif item and not (line.startswith("    ") and not lead and not (found and ITEM.match(found[-1]))):
            end()
            lead, words[:] = item[0], line[item.end() :].split()
        elif not words and (line.startswith("    ") or bare.startswith(WHOLE)):
            found.append(line.rstrip())
        elif words and bare.startswith(WHOLE):
            end()
            found.append(line.rstrip())
        else:
            lead = lead if words else line[: len(line) - len(line.lstrip())]  # it may be a part of an item
            words += bare.split()
        if words and line.endswith(("  ", "\\")):
            end()
    end()
    return found[:-1] if found and not found[-1] else found
