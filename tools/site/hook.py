"""MkDocs' hook: adds the pages whose text stands beside `docs/`, changes links, and looks at what was built."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tools.site import markdown, sources

LOG = get_plugin_logger("site")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill the sections of platforms in the navigation, so that a new platform has its pages without a line there."""
    sources.pages.cache_clear()  # `serve` builds again when something has changed
    sources.shown.cache_clear()
    names = sources.pages().values()
    for section in config.nav or []:
        for title, entries in section.items():
            entries.extend(sorted(each for each in names if each.startswith(f"{title.lower()}/")))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages whose text stands beside `docs/`, and those that show other files that pages link to."""
    for source, name in sources.pages().items():
        if name not in files.src_uris:
            files.append(File.generated(config, name, abs_src_path=str(sources.ROOT / source)))
    for source, name in sources.shown().items():
        text = markdown.as_page(source, (sources.ROOT / source).read_text("utf-8"))
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Change links between files to links between pages."""
    names = sources.pages()
    source = {name: source for source, name in names.items()}.get(page.file.src_uri)
    if source is None:
        return text
    return markdown.for_mkdocs(text, source, page.file.src_uri, {**sources.shown(), **names}.get)


class _Loaded(HTMLParser):
    """What a page loads from other hosts, in `foreign`."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = [(value or "") for name, value in attrs if name == "src" or (tag == "link" and name == "href")]
        self.foreign += [each for each in named if each.startswith(("http:", "https:", "//"))]


def on_post_build(config: MkDocsConfig) -> None:
    """Tell of whatever a page would load from another host."""
    for path in sorted(Path(config.site_dir).rglob("*.html")):
        page = _Loaded()
        page.feed(path.read_text("utf-8"))
        for each in page.foreign:
            LOG.warning(f"{path.name} loads {each}, from another host")
