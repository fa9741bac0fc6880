"""MkDocs' hook: adds the pages whose text stands beside `docs/`, changes links, and looks at what was built."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tools.site import contracts, markdown, sources

LOG = get_plugin_logger("site")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill the sections of platforms in the navigation, so that a new platform has its pages without a line there."""
    sources.forget()  # `serve` builds again when something has changed
    for section in config.nav or []:
        for title, entries in section.items():
            entries.extend(sorted(each for each in sources.pages().values() if each.startswith(f"{title.lower()}/")))
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
    return files


def on_page_markdown(text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Change links between files to links between pages."""
    source = {name: source for source, name in sources.written().items()}.get(page.file.src_uri)
    return text if source is None else markdown.for_mkdocs(text, source, page.file.src_uri, sources.pages().get)


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
