"""Names that are imported when they are first used, so that `import promptport` costs a millisecond."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any


def lazy(
    package: str, modules: "Mapping[str, Sequence[str]]", *others: str, rooms: "Sequence[str]" = ()
) -> "tuple[list[str], Callable[[str], Any]]":
    """The `__all__` and the `__getattr__` of a package whose names live in its modules. Its `dir` knows them, too.

    Args:
        package: The package's `__name__`.
        modules: The names that each module holds; modules are named relative to the package, or to a module's parent.
        others: Names that the package has already.
        rooms: Modules of the package that can be used without an import of their own.
    """
    import sys

    here = sys.modules[package]
    places = {name: module for module, names in modules.items() for name in names}

    def find(name: str) -> "Any":
        if name not in places and name not in rooms:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        if name in rooms:
            return import_module(f"{package}.{name}")
        base = package if hasattr(here, "__path__") else package.rpartition(".")[0]
        found = getattr(import_module(places[name], base), name)
        setattr(here, name, found)
        return found

    exported = [*places, *others]
    here.__dict__["__dir__"] = lambda: sorted({*vars(here), *exported, *rooms} - {"TYPE_CHECKING", "lazy"})
    return exported, find
