"""The reference: a page for each public module, of which mkdocstrings makes what the docstrings and signatures say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

import griffe

from tools.site.sources import ROOT

OTHERS = {"promptport.cache.redis": ["RedisStore", "AsyncRedisStore"], "promptport.cache.disk": ["Disk", "AsyncDisk"]}
"""Modules beside the packages, without a list of what is public in them, and what is."""

PACKAGES = ("promptport", "promptport.testing", "promptport.platform")


def modules() -> list[str]:
    """The modules of the reference."""
    rooms = sorted((ROOT / "wrapper" / "promptport").glob("*/README.md"))
    return [*PACKAGES, *(f"promptport.{path.parent.name}" for path in rooms), *OTHERS]


def page_of(module: str) -> str:
    """The name of a module's page in the site."""
    return f"reference/{module}.md"


@cache
def code() -> griffe.ModulesCollection:
    """The code, read and not run."""
    loader = griffe.GriffeLoader(search_paths=[ROOT / "wrapper", ROOT / "generated"], docstring_parser="google")
    for each in ("promptport", "promptport_api"):
        loader.load(each)
    loader.resolve_aliases()
    return loader.modules_collection


def pages() -> dict[str, str]:
    """The text of each page by its name in the site."""
    code.cache_clear()
    return {page_of(name): "\n".join(page(code()[name], OTHERS.get(name))) for name in modules()}


def as_markdown(text: str) -> str:
    """A page's text with what stands in the code in the place of each name that mkdocstrings would resolve."""
    if "\n::: " not in text:
        return text
    out: list[str] = []
    for line in text.splitlines():
        if line.startswith("::: "):
            out += _markdown(code()[line.removeprefix("::: ")], 2)
        elif not line.startswith(("    options:", "      heading_level:", "      show_root")):
            out.append(line)
    return "\n".join(out) + "\n"


def _markdown(found: griffe.Object | griffe.Alias, level: int) -> Iterator[str]:
    """The signature and the docstring of an object, then those of its public members."""
    target = found.final_target if isinstance(found, griffe.Alias) else found
    yield from (f"{'#' * level} {target.name}", "")
    if isinstance(target, griffe.Function | griffe.Class):
        yield from ("```python", _signature(target), "```", "")
    if target.docstring:
        yield from (target.docstring.value, "")
    if target.is_class:
        for name, member in target.all_members.items():
            if _is_public(name) and member.has_docstring:
                yield from _markdown(member, level + 1)


def _signature(target: griffe.Function | griffe.Class) -> str:
    constructor = target.all_members.get("__init__") if isinstance(target, griffe.Class) else target
    called = constructor.final_target if isinstance(constructor, griffe.Alias) else constructor
    if not isinstance(called, griffe.Function):
        return f"class {target.name}"
    return called.signature(name=target.name, return_type=called is target)


def page(module: griffe.Module, names: list[str] | None) -> Iterator[str]:
    """A module: its classes and functions, a blocking one and its asyncio twin as one; then its errors, then other names."""
    found = {name: module.members[name] for name in names or [str(each) for each in module.exports or ()]}
    found = {name: each for name, each in found.items() if not name.startswith("__")}
    title = module.path if names is None else f"{module.path}: {names[0]}"
    yield from (f"# {title}", "", str(module.docstring.value) if module.docstring else "", "")
    twins = {f"Async{name}" for name in found} & {*found}
    errors = [name for name, each in found.items() if each.is_class and _is_error(each)]
    values = [name for name, each in found.items() if each.is_attribute]
    rest = [each for each in found if each not in {*twins, *errors, *values}]
    for name in sorted(rest, key=lambda each: f"Async{each}" not in twins):
        yield from _object(module, name)
        if f"Async{name}" in twins:
            yield from _twin(name, found[name], found[f"Async{name}"])
        yield from _resources(found[name])
    for heading, those in (("Errors", errors), ("Types and values", values)):
        if those:
            yield from (f"## {heading}", "")
            yield from chain.from_iterable(_object(module, name, level=3) for name in those)


def _object(module: griffe.Module, name: str, level: int = 2) -> Iterator[str]:
    yield from (f"::: {module.path}.{name}", "    options:", f"      heading_level: {level}", "")


def _twin(name: str, blocking: griffe.Object | griffe.Alias, twin: griffe.Object | griffe.Alias) -> Iterator[str]:
    """What is to be known of the asyncio form of a class, beside the class."""
    there, here = ({key: each for key, each in one.all_members.items() if _is_public(key)} for one in (twin, blocking))
    awaited = [key for key, each in there.items() if "async" in each.labels]
    yield from (f"## Async{name} {{ #{twin.path} }}", "", f"`Async{name}` is `{name}` for asyncio.", "")
    yield f"- To be awaited: {_listed(awaited)}"
    if more := [key for key in there if key not in here]:
        yield f"- Its own: {_listed(more)}"
    if fewer := [key for key in here if key not in there]:
        yield f"- Of `{name}` alone: {_listed(fewer)}"
    yield ""


def _resources(client: griffe.Object | griffe.Alias) -> Iterator[str]:
    """The resources of a platform's client, such as `client.prompts`, with their methods."""
    if not client.is_class:
        return
    for name, member in client.all_members.items():
        target = member.final_target if isinstance(member, griffe.Alias) else member
        if isinstance(target, griffe.Attribute) and isinstance(target.annotation, griffe.Expr):
            path = target.annotation.canonical_path
            if "property" in target.labels and (".api." in path or "._sync." in path):
                options = (
                    "    options:",
                    "      heading_level: 3",
                    "      show_root_heading: false",
                    "      show_root_toc_entry: false",
                )
                yield from (f"## client.{name}", "", f"::: {path}", *options, "")


def _is_error(cls: griffe.Object | griffe.Alias) -> bool:
    return cls.name.endswith(("Error", "Warning")) or cls.name in {"NotFound", "NotSupported"}


def _is_public(name: str) -> bool:
    return not name.startswith("_")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{each}`" for each in names) or "nothing"
