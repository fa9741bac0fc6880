"""The entry points of installed packages, as they lie in the folders of `sys.path`.

`importlib.metadata` reads them as well, and takes 8 ms to import, which a first prompt would wait for.
"""

from __future__ import annotations

import os
import sys


def entry_points(group: str) -> dict[str, str]:
    """The entry points of a group, each `module:attribute`, by their names.

    Those of packages in archives, or that a program's own finder knows, are not among them: `importlib.metadata` has them.

    Args:
        group: The group.
    """
    found: dict[str, str] = {}
    packages: set[str] = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 # names will do
        except (OSError, ValueError):  # an archive, or nothing
            continue
        for name in names:
            package = name.partition("-")[0].lower()
            if not name.endswith(".dist-info") or package in packages:
                continue
            packages.add(package)  # the first that is found is the one that is imported
            try:
                with open(os.path.join(folder, name, "entry_points.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
                    text = file.read()
            except (OSError, ValueError):  # it has none, or none that can be read
                continue
            if f"[{group}]" in text:
                found.update(_of_group(group, text))
    return found


def _of_group(group: str, text: str) -> dict[str, str]:
    """What the section of a group holds."""
    section, found = "", {}
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[]")
        elif section == group and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            found[name.strip()] = value.partition("[")[0].strip()  # behind it stand extras, which are not asked for
    return found
