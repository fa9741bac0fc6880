"""`llms.txt`, which leads programs that read (llmstxt.org) to the Markdown of each page; and all of that in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tools.site.markdown import lines

_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]+\)")
OPTIONAL = ("Contracts", "About")
"""Sections that a reader may pass over; what they hold stands in no `llms-full.txt`."""


class Entry(NamedTuple):
    """A page: its name, its title, its Markdown."""

    name: str
    title: str
    text: str


def summary(text: str) -> str:
    """The first sentence of a page, without its links, which lead on from there."""
    paragraph: list[str] = []
    for line, kind in lines(text):
        if kind == "prose" and line.strip() and not line.startswith(("#", "|", "- ", ">", "!", ":::")):
            paragraph.append(line.strip())
        elif paragraph:
            break
    sentence, dot, _ = _LINK.sub(r"\1", " ".join(paragraph)).partition(". ")
    return sentence + dot.strip()


def index(title: str, about: str, sections: Mapping[str, Sequence[Entry]]) -> str:
    """The text of `llms.txt`: title, summary, and links by section, those that may be passed over at the end."""
    return "\n".join(_index(title, about, sections)) + "\n"


def _index(title: str, about: str, sections: Mapping[str, Sequence[Entry]]) -> Iterator[str]:
    yield from (f"# {title}", "", f"> {about}", "", "Everything in one file: [llms-full.txt](llms-full.txt).", "")
    for name, entries in sections.items():
        if name not in OPTIONAL:
            yield from (f"## {name}", "", *map(_item, entries), "")
    yield from ("## Optional", "", *(_item(each) for name in OPTIONAL for each in sections.get(name, ())))


def _item(entry: Entry) -> str:
    return f"- [{entry.title}]({entry.name}): {summary(entry.text)}".removesuffix(": ")


def full(sections: Mapping[str, Sequence[Entry]]) -> str:
    """The pages of all sections that nobody should pass over, one after the other."""
    return "\n\n".join(
        each.text.strip() for name, entries in sections.items() if name not in OPTIONAL for each in entries
    )
