"""The names that users import, as they stand in the code: read by griffe, which runs nothing."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import griffe

from tools.report.signatures import complete

PACKAGES = ("promptport_api", "promptport")
DOCUMENTS = ("README.md", "CHANGELOG.md", "docs/adding-a-platform.md", "wrapper/promptport/*/README.md")
NAMED = re.compile(r"\bpromptport(?:\.[a-z_0-9]{1,60}){1,6}")  # in a document

Named = griffe.Object | griffe.Alias


class Reading(griffe.Extension):
    """What griffe passes over: `from … import X as X` gives a name to others, `self.a, self.b = …` makes two attributes."""

    def on_module_members(self, *, node: ast.AST | griffe.ObjectNode, mod: griffe.Module, **_: Any) -> None:
        """Mark such names of a module."""
        for each in ast.walk(node) if isinstance(node, ast.AST) else ():
            for name in each.names if isinstance(each, ast.ImportFrom) else ():
                if name.asname == name.name and name.name in mod.members:
                    mod.members[name.name].public = mod.members[name.name].runtime = True

    def on_class_members(self, *, node: ast.AST | griffe.ObjectNode, cls: griffe.Class, **_: Any) -> None:
        """Add such attributes of a class."""
        for each in ast.walk(node) if isinstance(node, ast.AST) else ():
            for target in each.targets if isinstance(each, ast.Assign) else ():
                for part in target.elts if isinstance(target, ast.Tuple) else ():
                    if isinstance(part, ast.Attribute) and ast.unparse(part.value) == "self":
                        cls.members.setdefault(part.attr, griffe.Attribute(part.attr, parent=cls))


class Interface:
    """What a tree offers to users.

    That is whatever a module exports by its `__all__`, the modules that a document for users names, and the resources and models
    of generated code: their classes, what is in them, and functions. All else is the project's own affair.

    Args:
        tree: The project's folder.

    Attributes:
        modules: The packages.
        names: What there is, by the names that users write.
        homes: The name that users write, by where it is defined.
    """

    def __init__(self, tree: Path) -> None:
        loader = griffe.GriffeLoader(
            search_paths=[tree / "generated", tree / "wrapper"],
            allow_inspection=False,
            extensions=griffe.load_extensions(Reading),
        )
        self.modules: dict[str, griffe.Module] = {}
        for each in PACKAGES:
            if any((tree / house / each / "__init__.py").exists() for house in ("generated", "wrapper")):
                found = loader.load(each)
                self.modules[each] = found  # type: ignore[assignment] # a package is a module
        if (tree / "wrapper" / "promptport_local" / "__init__.py").exists():
            loader.load("promptport_local")  # of which some classes of ours are made
        loader.resolve_aliases(implicit=True, external=False)
        self._ancestors: dict[str, frozenset[str]] = {}
        for package in self.modules.values():
            for module in _modules(package):
                complete(module)
                self._derived(module)
        self._documented = {
            name
            for pattern in DOCUMENTS
            for path in tree.glob(pattern)
            for name in NAMED.findall(path.read_text(encoding="utf-8"))
        }
        self.names: dict[str, griffe.Object] = {}
        self.homes: dict[str, str] = {}
        for package in self.modules.values():
            for module in _modules(package):
                if self._offered(module):
                    self._module(module)

    def ancestors(self, name: str) -> frozenset[str] | None:
        """The names of the classes that those of ours of a name are derived from; None where none of ours has it."""
        return self._ancestors.get(name)

    def bases(self, found: griffe.Class) -> dict[str, str]:
        """What a class is besides that programs can name: by the name that they write, in short."""
        named: dict[str, str] = {}
        for path in _bases(found):
            name = path.rpartition(".")[2]
            if path.partition(".")[0] not in (*PACKAGES, "promptport_local"):
                named[name] = name  # of another package, wherever it is imported from
            elif path in self.homes:
                named[self.homes[path]] = name
        return named

    def _derived(self, module: griffe.Module) -> None:
        for name, member in module.members.items():
            if isinstance(member, griffe.Class):
                paths = _bases(member)
                known = self._ancestors.get(name, frozenset())
                self._ancestors[name] = known | {each.rpartition(".")[2] for each in paths}

    def _offered(self, module: griffe.Module) -> bool:
        if module.path.startswith("promptport_api."):
            # A package of a tag, or of models; an operation's own module says what its resource says.
            return (module.is_init_module and ".api." in module.path) or module.path.endswith(".models")
        if any(part.startswith("_") for part in module.path.split(".")):
            return False
        lazy = "lazy" in module.members and "TYPE_CHECKING" in module.members  # before there were stubs
        return "__all__" in module.members or lazy or module.path in self._documented

    def _module(self, module: griffe.Module) -> None:
        self.names[module.path] = module
        for name, member in module.members.items():
            found = None if name.startswith("_") else self._found(member)
            if found is None or found.is_module or found.path.split(".")[0] not in PACKAGES or found.name == "lazy":
                continue
            listed = name in (module.exports or ())
            if listed or (not found.is_attribute and (member.is_public or _starred(member))):
                self._add(f"{module.path}.{name}", found)

    def _found(self, member: Named) -> griffe.Object | None:
        """What a name stands for, another name of a class included; None where that is not known here."""
        try:
            found = member.final_target if isinstance(member, griffe.Alias) else member
            if isinstance(found, griffe.Attribute) and isinstance(found.value, griffe.ExprName):
                package, _, rest = found.value.canonical_path.partition(".")
                other = self.modules[package][rest]
                other = other.final_target if isinstance(other, griffe.Alias) else other
                return other if isinstance(other, griffe.Class) else found
        except KeyError:
            return found
        except (griffe.AliasResolutionError, griffe.CyclicAliasError):
            return None
        return found

    def _add(self, path: str, found: griffe.Object) -> None:
        self.names[path] = found
        shortest = self.homes.get(found.path, path)
        self.homes[found.path] = min(path, shortest, key=lambda each: (each.count("."), len(each)))
        if found.is_class:
            for name, member in found.all_members.items():
                inner = self._found(member)
                if inner is not None and not inner.is_module and (name == "__init__" or not name.startswith("_")):
                    self.names[f"{path}.{name}"] = inner
                    self.homes.setdefault(inner.path, f"{self.homes[found.path]}.{name}")


def _bases(found: griffe.Class) -> list[str]:
    """Where the classes are defined that a class is derived from, however far."""
    paths = []
    for each in found.bases:
        path = each.canonical_path if isinstance(each, griffe.Expr) else str(each)
        try:
            base = found.modules_collection[path]
            base = base.final_target if isinstance(base, griffe.Alias) else base
        except (KeyError, griffe.AliasResolutionError, griffe.CyclicAliasError):
            base = None  # of another package
        paths.append(base.path if base is not None else path)
        paths += _bases(base) if isinstance(base, griffe.Class) and base is not found else []
        known = getattr(builtins, path.removeprefix("builtins."), None) if base is None else None
        paths += [one.__name__ for one in known.__mro__[1:-1]] if isinstance(known, type) else []
    return list(dict.fromkeys(paths))


def _modules(module: griffe.Module) -> Iterator[griffe.Module]:
    yield module
    for each in module.members.values():
        if not each.is_alias and each.is_module:
            yield from _modules(each)  # type: ignore[arg-type] # a module, as was asked


def _starred(member: Named) -> bool:
    return isinstance(member, griffe.Alias) and bool(member.wildcard_imported)
