"""Where the text of each page stands in the repository."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tools.site.markdown import linked_file, links

ROOT = Path(__file__).parents[2]
ELSEWHERE: Mapping[str, str] = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "wrapper/promptport_local/README.md": "how-the-local-platform-is-built.md",
}
"""Files beside `docs/`, and the page that each is. The README's place is taken by a page of `docs/`."""


@cache
def written() -> Mapping[str, str]:
    """Every page whose text is written: its file, seen from the repository's root, and its name in the site."""
    docs = {f"docs/{name}": name for name in _below(ROOT / "docs", "**/*.md")}
    rooms = _below(ROOT / "wrapper" / "promptport", "*/README.md")
    platforms = {f"wrapper/promptport/{each}": f"platforms/{Path(each).parent}.md" for each in rooms}
    return {**ELSEWHERE, **platforms, **docs}


@cache
def made() -> Mapping[str, str]:
    """Files that pages link to and that are made into pages: contracts to read, and others as they stand."""
    linked = {linked_file(source, link) for source in written() for link in links((ROOT / source).read_text("utf-8"))}
    contracts = {
        f"openapi/{each}": f"contracts/{Path(each).stem}.md"
        for each in _below(ROOT / "openapi", "*.yaml")
        if not each.endswith(".overlay.yaml")  # what one changes stands in the contract
    }
    others = linked - written().keys() - contracts.keys()
    files = [each for each in sorted(others) if not each.startswith(("docs/", "..")) and (ROOT / each).is_file()]
    return {**contracts, **{each: f"source/{each}.md" for each in files}}


@cache
def pages() -> Mapping[str, str]:
    """What each file is in the site: a page, or, of those below `docs/`, a file such as a picture."""
    files = {f"docs/{name}": name for name in _below(ROOT / "docs", "**/*.*")}
    return {**files, **made(), **written()}


def forget() -> None:
    """Look anew when asked the next time."""
    written.cache_clear()
    made.cache_clear()
    pages.cache_clear()


def _below(folder: Path, pattern: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob(pattern))
