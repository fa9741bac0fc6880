"""What the Markdown of a file becomes for MkDocs: links to pages instead of files, and titles of blocks of code."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from posixpath import normpath, relpath

_FENCE = re.compile(r" {0,9}(`{3,9}|~{3,9})(.*)")
_LINK = re.compile(r"\]\((?!\w+:|#)(?P<path>[^)#\s]+)")


def lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line of a text, its end with it, and what it is: `prose`, `code`, or the `opening` or `closing` of a block."""
    fence = ""
    for line in text.splitlines(keepends=True):
        found = _FENCE.match(line)
        if not fence:
            fence = found[1] if found else ""
            yield line, "opening" if found else "prose"
        elif found and found[1].startswith(fence) and not found[2].strip():
            fence = ""
            yield line, "closing"
        else:
            yield line, "code"


def links(text: str) -> list[str]:
    """The files that a text links to, as it names them."""
    return [each["path"] for line, kind in lines(text) if kind == "prose" for each in _LINK.finditer(line)]


def linked_file(source: str, link: str) -> str:
    """The file that a link names, seen from the repository's root as its source is. One outside begins with `..`."""
    return normpath(os.path.join(os.path.dirname(source), link))  # noqa: PTH118, PTH120 - of names, not of files


def for_mkdocs(text: str, source: str, page: str, page_of: Callable[[str], str | None]) -> str:
    """A file's Markdown as that of a page.

    Args:
        text: The Markdown.
        source: Its file, seen from the repository's root.
        page: Its name in the site.
        page_of: Answers the page that a file is, and nothing for one that is none.
    """

    def relinked(link: re.Match[str]) -> str:
        target = page_of(linked_file(source, link["path"]))
        return f"]({relpath(target, str(PurePosixPath(page).parent))}" if target else link[0]

    change = {"prose": lambda line: _LINK.sub(relinked, line), "opening": _with_title}
    return "".join(change.get(kind, str)(line) for line, kind in lines(text))


def _with_title(line: str) -> str:
    """What stands behind the language of a block, mostly a file's name, becomes its title."""
    fence, _, title = line.rstrip().partition(" ")
    return f'{fence} title="{title}"\n' if title and "=" not in title and fence.strip("`~") else line


def as_page(file: str, text: str) -> str:
    """A file that is no Markdown, such as a program, as a page that shows it."""
    name = PurePosixPath(file)
    language = name.suffix.removeprefix(".") or "text"
    return f"# {name.name}\n\nThe file `{file}` of the repository.\n\n````{language}\n{text}\n````\n"
