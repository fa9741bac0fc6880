"""Texts that try to be code, the documents that hold them, and what becomes of these."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import generate
from generator.examine import Examined
from generator.places import Refusal
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
RAN = "ran"  # the file in the working folder that whatever runs leaves behind
RUN = f'open("{RAN}", "w")'
SHELL = f'__import__("os").system("touch {RAN}")'
TEXTS = [
    RUN, SHELL, f"x: {RUN}", f"x={RUN}", f"x or {RUN}", f"int | {RUN}", f"models.Thing[{RUN}]", f"lambda: {RUN}",
    f'"); {RUN} #', f"'); {RUN} #", f'"), {RUN}, ("', f"'), {RUN}, ('", f'"""\n{RUN}\n"""', f"'''\n{RUN}\n'''",
    f'""" + {RUN} + """', f'\\"""\n{RUN}\n\\"""', f'ends "\n{RUN}', f"one\n{RUN}", f"one\r\n{RUN}", f"one\r{RUN}",
    f"one\f{RUN}", f"one\v{RUN}", f"one\u2028{RUN}", f"one\u2029{RUN}", f"one\x85{RUN}", f"one\x00{RUN}", f"\x1b[2J{RUN}",
    'ends "', 'ends ""', 'ends """', 'ends """"', '"', '""', '"""', '""""begins', "ends \\", "ends \\\\", 'ends \\"', "ends '",
    "\\", "\\x", "\\N{DOLLAR SIGN}", "\\u005c\\U0000005c", "\\" * 201, f"{'word ' * 30}\\", 'a"b' * 99, "long" * 2000,
    f"{{{RUN}}}", f"{{{{ {RUN} }}}}", f"{{% set x = {RUN} %}}", f"{{# {RUN} #}}", "%s %d {} {0.x} ${x}", f"f'{{{RUN}}}'",
    f"; touch {RAN};", f"$(touch {RAN})", f"`touch {RAN}`", f"| touch {RAN} #", "../../ran", "..", "/etc/ran", "C:\\ran", "a/b",
    "# noqa", "type: ignore", "fmt: off", "x # type: ignore", "-*- coding: utf-7 -*-", "pragma: no cover", "ruff: noqa",
    "\u202ereversed\u202c", "\u200bnothing", "\ufeffmark", "\u00ad", "\U0001f469\u200d\U0001f4bb", "\U000e0041", "\uff53elf",
    "class", "self", "import", "None", "True", "__init__", "__import__", "__class__", "field", "property", "models", "list",
    "dict", "str", "more", "walk", "number", "datetime", "request", "print", "exec", "cached_property", "имя", "a b", "a-b",
    "1st", "", " ", "\n", "\t", "=", ":", ",", "*", "**", "@", ";", "()", "[]", "~", "null", "2XX", "\ud800", "x\udcffy", "_",
    "_more",
]  # fmt: skip
WHOLE = [each for each in TEXTS if not re.search("[\ud800-\udfff]", each)]  # without halves of characters
IMPORTS = """
import importlib, pathlib, sys
for name in sys.argv[1:]:
    folder = pathlib.Path(name)
    sys.path.insert(0, str(folder))
    for path in sorted(folder.joinpath("made").rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    for each in [each for each in sys.modules if each.partition(".")[0] == "made"]:
        del sys.modules[each]
    sys.path.remove(str(folder))
"""
NAMED = (
    "paths",
    "properties",
    "schemas",
    "responses",
    "content",
    "securitySchemes",
    "events",
    "x-also",
)  # keys are names


def probe() -> dict[str, Any]:
    """A document with an operation of each kind."""
    return deepcopy(_probe())


@cache
def _probe() -> dict[str, Any]:
    document: dict[str, Any] = YAML(typ="safe").load(Path(__file__).parent / "probe.yaml")
    return document


def written(document: dict[str, Any]) -> str:
    """A document as YAML, whatever characters are in it: JSON, but that YAML has other escapes."""
    text = json.dumps(document, ensure_ascii=False)
    return re.sub(r"[^ -~]", lambda found: found[0] if found[0].isprintable() else f"\\U{ord(found[0]):08x}", text)


def made(document: dict[str, Any], folder: Path) -> Path:
    """The package that is generated from a document, in a new folder of its own.

    Raises:
        places.Refusal: The document is refused.
    """
    folder.mkdir()
    (folder / "hostile.yaml").write_text(written(document), encoding="utf-8")
    generate.generate(folder / "hostile.yaml", folder / "made")
    return folder / "made"


def all_made(documents: list[dict[str, Any]], folder: Path) -> tuple[Path, list[str]]:
    """The packages that are generated from many documents, `d0` and so on, in one run; and the refusals of the others.

    Args:
        documents: The documents.
        folder: An empty folder.

    Returns:
        A folder with the package `made`, which has a package for each document that is not refused; and what is said of others.
    """
    (folder / "made").mkdir(parents=True)
    checked, refusals = list[Examined](), list[str]()
    for number, document in enumerate(documents):
        source = folder / f"d{number}.yaml"
        source.write_text(written(document), encoding="utf-8")
        try:
            checked += generate.check_all([source])
        except Refusal as refused:
            refusals.append(str(refused))
    generate.write_all(checked, folder / "made")
    return folder / "made", refusals


def part(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A small document: two paths of a large one, with what these refer to."""
    names = chance.sample(sorted(document["paths"]), 2)
    found = document | {"paths": {name: deepcopy(document["paths"][name]) for name in names}, "components": {}}
    queue: list[Any] = [found["paths"]]
    while queue:
        for node, _ in _objects(queue.pop()):
            for reference in [
                each for each in node.values() if isinstance(each, str) and each.startswith("#/components/")
            ]:
                section, name = reference.removeprefix("#/components/").split("/")
                there = found["components"].setdefault(section, {})
                if name not in there:
                    there[name] = deepcopy(document["components"][section][name])
                    queue.append(there[name])
            queue += [{"$ref": each} for each in node.get("x-stream", {}).get("events", {}).values()]
    found["components"]["securitySchemes"] = deepcopy(document["components"].get("securitySchemes", {}))
    return found


def import_all(packages: list[Path]) -> None:
    """Import every module of packages, one after the other, in a process whose working folder is where ours is."""
    command = [sys.executable, "-W", "error", "-c", IMPORTS, *(str(each.parent) for each in packages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr


def spoilt(document: dict[str, Any], chance: random.Random, times: int) -> dict[str, Any]:
    """A document with hostile texts in some of the places where a contract can have a text or a name."""
    document = deepcopy(document)
    for _ in range(times):
        kind = chance.choice((_tell, _tell, _tell, _tell, _replace, _rename, _add))
        document = kind(document, chance)
    return document


def _tell(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A text where a contract may have any."""
    texts = chance.sample(WHOLE, 4)
    text = texts[0]
    node, above = chance.choice(list(_objects(document)))
    told = {"description": text, "example": text, "examples": [text], "x-foreign": text, "externalDocs": {"url": text}}
    if "operationId" in node:
        node |= {"description": text, "summary": texts[1], "externalDocs": {"url": text}, "x-foreign": texts}
    elif "in" in node and "schema" in node:
        node |= {"description": text, "example": text, "x-foreign": {text: text}}
        if node["in"] == "query":
            node |= {"name": text, "x-python-name": f"odd_{chance.randrange(10**6)}"}
    elif node.get("type") == "string":
        node |= told | {"enum": texts, "default": texts[1]}
    elif node.get("type") == "object" and isinstance(node.get("properties"), dict):
        odd = {"type": "string", "x-python-name": f"odd_{chance.randrange(10**6)}", **told}
        node["properties"][text[:1000] or "empty"] = odd
        node |= told
    elif "content" in node or above == "tags" or "version" in node:
        node["description"] = text
    elif "openapi" in node:
        node["info"] |= {"title": text, "description": texts[1]}
        node["tags"] = [{"name": "things", "description": text}]
    else:
        node["x-foreign"] = {text: texts}
    return document


def _replace(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Another value for one that is there."""
    node, key = chance.choice([(n, k) for n, k in _places(document) if not isinstance(n[k], dict)])
    node[key] = chance.choice(TEXTS)
    return document


def _rename(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Another name for something, wherever it is called by its name."""
    names = [key for node, above in _objects(document) if above in NAMED for key in node]
    names += [node["name"] for node, _ in _objects(document) if isinstance(node.get("name"), str)]
    names += [node["operationId"] for node, _ in _objects(document) if isinstance(node.get("operationId"), str)]
    old, new = chance.choice(names), chance.choice(TEXTS)
    renamed: dict[str, Any] = _renamed(document, old, chance.choice((new, f"things_{new}", f"X{new}", f"x{new}")))
    return renamed


def _add(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A word of OpenAPI, or an extension, where it may or may not have a meaning."""
    node, _ = chance.choice(list(_objects(document)))
    value: Any = chance.choice(TEXTS)
    word = chance.choice((
        "title", "description", "summary", "default", "example", "examples", "enum", "const", "format", "pattern", "type", "name",
        "in", "url", "servers", "security", "tags", "required", "items", "x-python-name", "x-python-type", "x-items", "x-pages",
        "x-unwrap", "x-absent", "x-aliases", "x-positional", "x-also", "x-stream", "x-page", "x-itself",
        "x-result", "x-answers",
        "x-repeatable", "x-omit-empty", "x-alone", "x-secret", "x-hidden", "x-by-hand", "x-discard", "x-foreign", "externalDocs",
    ))  # fmt: skip
    node[word] = chance.choice((value, [value], {value: value}, [{value: [value]}], {"url": value}, [{"url": value}]))
    return document


def _objects(node: Any, above: str = "") -> list[tuple[dict[str, Any], str]]:
    found = [(node, above)] if isinstance(node, dict) else []
    for key, each in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        found += _objects(each, str(key))
    return found


def _places(node: Any) -> list[tuple[Any, Any]]:
    found = []
    for key, each in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        found += [(node, key), *_places(each)]
    return found


def _renamed(node: Any, old: str, new: str) -> Any:
    if isinstance(node, dict):
        return {_renamed(key, old, new): _renamed(each, old, new) for key, each in node.items()}
    if isinstance(node, list):
        return [_renamed(each, old, new) for each in node]
    if not isinstance(node, str):
        return node
    if node == old or node.endswith(f"/{old}"):
        return node.removesuffix(old) + new
    return node.replace(f"{{{old}}}", f"{{{new}}}")
