"""MkDocs' hook: adds the pages whose text stands beside `docs/`, changes links, and looks at what was built."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from tools.site import contracts, llms, markdown, reference, sources

LOG = get_plugin_logger("site")
_SECTIONS: dict[str, list[Page]] = {}
_ENTRIES: dict[str, llms.Entry] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill sections of the navigation, so that a new platform has its pages without a line there."""
    sources.forget()  # `serve` builds again when something has changed
    names = [*sorted(sources.pages().values()), *map(reference.page_of, reference.modules())]
    for section in config.nav or []:
        for title, entries in section.items():
            entries.extend(each for each in names if each.startswith(f"{title.lower()}/"))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages whose text stands beside `docs/`, and those that are made."""
    for source, name in sources.written().items():
        if name not in files.src_uris:
            files.append(File.generated(config, name, abs_src_path=str(sources.ROOT / source)))
    for source, name in sources.made().items():
        if name.startswith("source/"):
            text = markdown.as_page(source, (sources.ROOT / source).read_text("utf-8"))
            files.append(File.generated(config, name, content=text))
    for platform, contract in contracts.contracts().items():
        document = str(sources.ROOT / "openapi" / f"{platform}.yaml")
        files.append(File.generated(config, f"contracts/{platform}.md", content=contracts.page(platform, contract)))
        files.append(File.generated(config, f"contracts/{platform}.yaml", abs_src_path=document))
    for name, text in reference.pages().items():
        files.append(File.generated(config, name, content=text))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember which pages stand in which section."""
    _SECTIONS.clear()
    for section in nav.items:
        _SECTIONS[section.title or ""] = [*_pages(section)]
    return nav


def _pages(item: StructureItem) -> Iterator[Page]:
    if isinstance(item, Page):
        yield item
    elif isinstance(item, Section):
        for each in item.children:
            yield from _pages(each)


def on_page_markdown(text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Change links between files to links between pages."""
    source = {name: source for source, name in sources.written().items()}.get(page.file.src_uri)
    return text if source is None else markdown.for_mkdocs(text, source, page.file.src_uri, sources.pages().get)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write the Markdown of a page beside it, and say so in its head."""
    entry = llms.Entry(page.file.src_uri, str(page.title), reference.as_markdown(page.markdown or ""))
    _ENTRIES[entry.name] = entry
    path = Path(config.site_dir, entry.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(entry.text, "utf-8")
    return output.replace("</head>", f'<link rel="alternate" type="text/markdown" href="{path.name}"></head>', 1)


class _Loaded(HTMLParser):
    """What a page loads from other hosts, in `foreign`."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = [(value or "") for name, value in attrs if name == "src" or (tag == "link" and name == "href")]
        self.foreign += [each for each in named if each.startswith(("http:", "https:", "//"))]


def on_post_build(config: MkDocsConfig) -> None:
    """Write `llms.txt`, and tell of whatever a page would load from another host."""
    site = Path(config.site_dir)
    sections = {title: [_ENTRIES[each.file.src_uri] for each in pages] for title, pages in _SECTIONS.items()}
    (site / "llms.txt").write_text(llms.index(config.site_name, config.site_description or "", sections), "utf-8")
    (site / "llms-full.txt").write_text(llms.full(sections), "utf-8")
    for path in sorted(site.rglob("*.html")):
        page = _Loaded()
        page.feed(path.read_text("utf-8"))
        for each in page.foreign:
            LOG.warning(f"{path.name} loads {each}, from another host")
