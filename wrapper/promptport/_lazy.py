"""Names that are imported when they are first used, so that `import promptport` costs a millisecond."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any


def lazy(
    package: str, modules: "Mapping[str, Sequence[str]]", *others: str
) -> "tuple[list[str], Callable[[str], Any]]":
    """The `__all__` and the `__getattr__` of a package whose names live in its modules.

    Args:
        package: The package's `__name__`.
        modules: The names that each module holds; modules are named relative to the package, or to a module's parent.
        others: Names that the package has already.
    """
    places = {name: module for module, names in modules.items() for name in names}

    def find(name: str) -> "Any":
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        import sys
        from importlib import import_module

        here = sys.modules[package]
        base = package if hasattr(here, "__path__") else package.rpartition(".")[0]
        found = getattr(import_module(places[name], base), name)
        setattr(here, name, found)
        return found

    return [*places, *others], find
